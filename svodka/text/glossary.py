"""The hand-kept files of `data/lexicon`: what each concept is called, and which phrases only look like it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from svodka.knowledge import Row, rows

KINDS = {
    "resources": "resource",
    "themes": "theme",
    "places": "place",
    "organisations": "organisation",
    "people": "person",
    "routes": "route",
}
EXTRA = {"resources": ["generic"], "themes": ["includes"], "places": ["iso"], "people": ["gender"], "routes": ["waypoints"]}


class Concept(NamedTuple):
    """One entry of the lexicon; the parent is another concept, to which its counts roll up."""

    concept: str
    kind: str
    parent: str | None
    label_ru: str
    label_en: str
    iso: str | None
    generic: bool


class Term(NamedTuple):
    """One way to write a concept; a metonym names it by something else («Токио»), a denial is a phrase that is no mention of it."""

    text: str
    concept: str
    kind: str
    metonym: bool
    denial: bool
    gender: str


class Glossary(NamedTuple):
    """Everything the files say; `includes` maps a theme to the concepts and kinds whose mentions count for it."""

    concepts: dict[str, Concept]
    terms: list[Term]
    includes: dict[str, list[str]]


def columns(file: str) -> list[str]:
    """The columns of one file, named without «.csv»."""
    return ["concept", "parent", "label_ru", "label_en", *EXTRA.get(file, []), "terms", "metonyms", "not"]


def read(folder: Path) -> Glossary:
    """All files of a folder as one glossary.

    Raises KnowledgeError naming file and line of a row that says something impossible.
    """
    concepts: dict[str, Concept] = {}
    terms: list[Term] = []
    includes: dict[str, list[str]] = {}
    referring: list[tuple[Row, str]] = []
    for file, kind in KINDS.items():
        for row in rows(folder / f"{file}.csv", columns(file)):
            concept = _concept(row, kind)
            if concept.concept in concepts or concept.concept in KINDS.values():
                raise row.error(f"the concept «{concept.concept}» is there already")
            concepts[concept.concept] = concept
            terms.extend(_terms(row, concept))
            named = [row["parent"]] if row["parent"] else []
            if kind == "theme":
                includes[concept.concept] = row.listed("includes")
                named += [name for name in row.listed("includes") if name not in KINDS.values()]
            if kind == "route":
                named += row.listed("waypoints")
            referring += [(row, name) for name in named]
    for row, name in referring:
        if name not in concepts:
            raise row.error(f"there is no concept «{name}»")
    return Glossary(concepts, terms, includes)


def _concept(row: Row, kind: str) -> Concept:
    for column in ("concept", "label_ru", "label_en", "terms"):
        if not row[column]:
            raise row.error(f"the column {column} is empty")
    if kind == "resource" and row["generic"] not in ("0", "1"):
        raise row.error(f"generic is 0 or 1, not «{row['generic']}»")
    if kind == "person" and row["gender"] not in ("m", "f"):
        raise row.error(f"gender is m or f, not «{row['gender']}»")
    return Concept(
        row["concept"], kind, row["parent"] or None, row["label_ru"], row["label_en"], row.get("iso") or None, row.get("generic") == "1"
    )


def _terms(row: Row, concept: Concept) -> Iterator[Term]:
    for column, metonym, denial in (("terms", False, False), ("metonyms", True, False), ("not", False, True)):
        for text in row.listed(column):
            gender = "" if denial else row.get("gender", "")
            yield Term(text, concept.concept, concept.kind, metonym, denial, gender)
