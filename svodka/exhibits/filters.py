"""What the filters offer and what is chosen, in words."""

from collections.abc import Mapping
from functools import lru_cache

from svodka import wording
from svodka.analysis import options
from svodka.analysis.selection import Selection
from svodka.exhibits.exhibit import Asked
from svodka.frames.store import Corpus

KINDS = Selection._fields


@lru_cache(maxsize=8)
def labels(corpus: Corpus, language: str) -> Mapping[str, Mapping[str, str]]:
    """What each filter offers: its ids with their labels."""
    found = {}
    for kind in KINDS:
        offered = getattr(options, kind)(corpus)
        named = [wording.words(language)(f"role.{role}") for role in offered["id"]] if kind == "roles" else offered[f"label_{language}"]
        found[kind] = dict(zip(offered["id"], named, strict=True))
    return found


def named(asked: Asked) -> list[str]:
    """The filters that are set: «Темы: энергетика, транспорт»; an id that the corpus does not know stands for itself."""
    known = labels(asked.corpus, asked.words.language)
    chosen = {kind: [known[kind].get(id_, id_) for id_ in ids] for kind, ids in asked.selection._asdict().items() if ids}
    return [f"{asked.words(f'filters.{kind}')}: {', '.join(names)}" for kind, names in chosen.items()]
