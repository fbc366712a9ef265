"""Exhibits of pairs: what is named together in one paragraph, as a sentence and as the sentences behind it."""

from collections.abc import Callable

import pandas as pd

from svodka.charts import sheet as sheets
from svodka.charts.sheet import Sheet
from svodka.exhibits import behind
from svodka.exhibits.exhibit import ROWS, Asked, Behind
from svodka.wording import Words

# A sentence is made of a pair only where so many paragraphs name both.
FEWEST = 3


def finding(pairs: pd.DataFrame, words: Words) -> str:
    """The pair that is most surely named together more often than expected; nothing where none is, or in too few paragraphs."""
    sure = pairs[pairs["sure"] & (pairs["observed"] >= FEWEST) & (pairs["articles"] > 1)]
    if sure.empty:
        return ""
    top = sure.loc[(sure["lo"] - sure["expected"]).idxmax()].to_dict()
    names = {side: top[f"{side}_{words.language}"] for side in ("first", "second")}
    return words("together.finding", n=int(top["observed"]), expected=top["expected"], **names)


def marks(pairs: pd.DataFrame) -> list[str]:
    """The ids of the pairs, in their order."""
    return [f"{first}|{second}" for first, second in zip(pairs["first"], pairs["second"], strict=True)]


def sentences(asked: Asked, pairs: pd.DataFrame) -> Callable[[str, int], Behind | None]:
    """What opens a mark: of «first|second» the paragraphs that name both, of a concept all its sentences; the pairs know their labels."""
    labels = {
        concept: label
        for side in ("first", "second")
        for concept, label in zip(pairs[side], pairs[f"{side}_{asked.words.language}"], strict=True)
    }

    def found(mark: str, limit: int) -> Behind | None:
        first, _, second = mark.partition("|")
        if first not in labels or (second and second not in labels):
            return None
        if not second:
            return behind.of_concept(asked, first, labels[first], limit)
        return behind.of_together(asked, first, second, f"{labels[first]} + {labels[second]}", limit)

    return found


def rows(asked: Asked, pairs: pd.DataFrame) -> Sheet:
    """The most frequent pairs with the paragraphs that name both, and how many were to be expected."""
    words, shown = asked.words, pairs.head(ROWS)
    language = words.language
    names = [f"{row[f'first_{language}']} + {row[f'second_{language}']}" for row in shown.to_dict("records")]
    said = [words("together.said", n=int(row.observed), expected=float(row.expected)) for row in shown.itertuples()]
    return sheets.picture(marks(shown), names, shown["observed"], said, words("column.observed"), asked.style)


def remark(columns: int, total: int, words: Words) -> str:
    """What the expected number is, and how many columns are left out of the picture."""
    return " ".join([words("together.remark"), *([words("together.capped", shown=columns, total=total)] if total > columns else [])])
