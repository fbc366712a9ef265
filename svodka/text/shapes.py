"""Words that say how exact an amount is: «около», «свыше», «до», «с лишним»."""

from functools import cache
from typing import NamedTuple

from svodka.knowledge import DATA, rows
from svodka.text.morphology import analyzer
from svodka.text.phrases import Phrases, inflected, words
from svodka.text.tokens import Token

SHAPES = frozenset({"exact", "about", "range", "more", "at_least", "less", "up_to", "vague"})
# «почти в 40 странах», «более чем на 20 %»: what may stand between the word and the number
GAP = frozenset({"в", "во", "на", "с", "со", "из", "к", "за", "по", "до", "у", "для", "при", "через"})


class Cue(NamedTuple):
    """What a cue word says; `gap` allows a preposition between it and the number."""

    shape: str
    gap: bool


def before(tokens: list[Token], place: int) -> tuple[str, int] | None:
    """The shape that the words before this token give to the number there, and where they begin.

    >>> from svodka.text.tokens import tokenize
    >>> before(tokenize("почти в 40 странах"), 2)
    ('about', 0)
    """
    if not place:
        return None
    near = _cues()["before"].before(tokens, place)
    if tokens[place - 1].form in GAP:
        far = _cues()["before"].before(tokens, place - 1)
        near = far if far and far[0].gap else near
    return near and (near[0].shape, near[1])


def after(tokens: list[Token], place: int) -> tuple[str, int] | None:
    """The shape given by the words that begin at this token («с лишним», «и более»), and the place after them."""
    found = _cues()["after"].after(tokens, place)
    return found and (found[0].shape, found[1])


@cache
def _cues() -> dict[str, Phrases[Cue]]:
    sides: dict[str, Phrases[Cue]] = {"before": Phrases(), "after": Phrases()}
    for row in rows(DATA / "shapes.csv", ("cue", "side", "shape", "gap")):
        if row["side"] not in sides or row["shape"] not in SHAPES:
            raise row.error(f"side «{row['side']}» must be before or after, shape «{row['shape']}» one of {', '.join(sorted(SHAPES))}")
        for phrase in inflected(row["cue"]) if _verbal(row["cue"]) else [words(row["cue"])]:
            sides[row["side"]].add(phrase, Cue(row["shape"], row["gap"] == "yes"))
    return sides


def _verbal(cue: str) -> bool:
    return any(analyzer().parse(word)[0].tag.POS == "INFN" for word in cue.split())
