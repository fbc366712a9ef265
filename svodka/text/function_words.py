"""Words of grammar that the language layer asks for by kind: `data/function_words.csv`."""

from functools import cache

from svodka.knowledge import DATA, rows
from svodka.text import morphology

KINDS = ("content", "clause", "comparison", "preposition", "name particle", "place word")
CASES = frozenset({"gent", "datv", "accs", "ablt", "loct"})


@cache
def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    """Kind → word in lower case → the cases it governs; an adjective («который») and a place word stand for all their forms."""
    found: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in KINDS}
    for row in rows(DATA / "function_words.csv", ("word", "kind", "cases")):
        cases = tuple(row.listed("cases"))
        if row["kind"] not in found:
            raise row.error(f"kind is one of {', '.join(KINDS)}")
        if bool(cases) != (row["kind"] == "preposition") or not CASES.issuperset(cases):
            raise row.error(f"a preposition governs some of {', '.join(sorted(CASES))}, other words none")
        adjective = row["kind"] in ("content", "clause") and morphology.read(row["word"]).pos == "ADJF"
        pos = "ADJF" if adjective else "NOUN" if row["kind"] == "place word" else None
        for form in morphology.forms(row["word"], pos) if pos else (row["word"],):
            found[row["kind"]][form] = cases
    return found


@cache
def words(kind: str) -> frozenset[str]:
    """The words of a kind: content («, что …» is what is said), clause (a new clause begins), comparison («словно»), …

    name particle («фон», «оглы»), place word («острова»).

    >>> "которого" in words("clause"), "почему" in words("content")
    (True, True)
    """
    return frozenset(_table()[kind])


def governed(word: str) -> tuple[str, ...]:
    """The cases that a preposition asks for, none for another word.

    >>> governed("согласно"), governed("порт")
    (('datv',), ())
    """
    return _table()["preposition"].get(word, ())
