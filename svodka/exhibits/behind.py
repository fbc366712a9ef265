"""The sentences behind the marks of exhibits, each with what they are called in the drawer."""

from collections.abc import Callable, Sequence

import pandas as pd

from svodka.analysis import evidence
from svodka.exhibits.exhibit import Asked, Behind
from svodka.wording import capital


def of_concept(asked: Asked, concept: str, label: str, limit: int, voices: Sequence[str] = ()) -> Behind:
    """The sentences that name a concept or anything below it, of any voice or of these."""
    found = evidence.of_mentions(asked.corpus, asked.selection, [concept], voices, limit=limit)
    return Behind(found, asked.words("evidence.named", label=capital(label)), name=label)


def by_voice(asked: Asked, counts: pd.DataFrame) -> Callable[[str, int], Behind | None]:
    """What opens a mark of a chart of concepts by voice: «concept|voice_id» the sentences of that voice, a concept those of all."""
    labels = dict(zip(counts["concept"], counts[f"label_{asked.words.language}"], strict=True))
    voices = set(counts["voice_id"])

    def sentences(mark: str, limit: int) -> Behind | None:
        concept, part, voice = mark.partition("|")
        if concept not in labels or (part and voice not in voices):
            return None
        return of_concept(asked, concept, labels[concept], limit, [voice] if part else [])

    return sentences


def of_together(asked: Asked, first: str, second: str, names: str, limit: int) -> Behind:
    """The sentences that name either of two concepts in the paragraphs that name both; `names` like «уран + Узбекистан»."""
    found = evidence.of_together(asked.corpus, asked.selection, first, second, limit=limit)
    return Behind(found, asked.words("evidence.together", names=names), name=names)


def of_quantities(asked: Asked, ids: Sequence[str], limit: int, name: str = "") -> Behind:
    """The sentences that state the given amounts, which may have a name in common."""
    title = asked.words("evidence.named", label=capital(name)) if name else asked.words("evidence.title")
    return Behind(evidence.of_quantities(asked.corpus, ids, limit=limit), title, name=name)


def of_word(asked: Asked, lemma: str, word: str, limit: int, voices: Sequence[str] = ()) -> Behind:
    """The sentences with a word of a lemma, which is called `word`."""
    found = evidence.of_words(asked.corpus, asked.selection, lemma, voices, limit=limit)
    return Behind(found, asked.words("evidence.named", label=capital(word)), name=word)
