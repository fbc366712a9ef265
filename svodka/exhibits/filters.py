"""What the filters offer and what is chosen, in words."""

from collections import Counter
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
    """What each filter offers: its ids with their labels, no two alike: a list gives back what is written, not what is meant."""
    found = {}
    for kind in KINDS:
        offered = getattr(options, kind)(corpus)
        named = [wording.words(language)(f"role.{role}") for role in offered["id"]] if kind == "roles" else offered[f"label_{language}"]
        found[kind] = _told_apart(dict(zip(offered["id"], named, strict=True)))
    return found


def _told_apart(labels: Mapping[str, str]) -> Mapping[str, str]:
    """Labels that several ids share, each with its id behind it."""
    shared = {label for label, times in Counter(labels.values()).items() if times > 1}
    return {id_: f"{label} ({id_})" if label in shared else label for id_, label in labels.items()}


def named(asked: Asked) -> list[str]:
    """The filters that are set: «Темы: энергетика, транспорт»; an id that the corpus does not know stands for itself."""
    known = labels(asked.corpus, asked.words.language)
    chosen = {kind: [known[kind].get(id_, id_) for id_ in ids] for kind, ids in asked.selection._asdict().items() if ids}
    return [f"{asked.words(f'filters.{kind}')}: {', '.join(names)}" for kind, names in chosen.items()]
