"""The tables between the build and everything else, each declared: what one row is, its key, its columns.

Types: `str`, `int64`, `float64`, `bool` and `time` (a timestamp); a `?` behind a type allows null.
Offsets `start, stop` are characters of the article's cleaned text, stop excluded. Whatever starts in a turn, a paragraph
(passage) or a sentence belongs to it. Of an amount `unit` is XXX where its currency is not stated; payer, recipient and place
are a concept or, where the lexicon has none, a name as it is written; `measure_start, measure_stop` and their like are the words of
the article that a fact was read from (money.py), null where the fact is; how to read `rate_note` is said in convert.py. The verdicts
on claims and the slot, what a claim gives a number for, are explained in verdicts.py. The id of a phrase is the lemmas of its words, its
label how a dictionary would list it (phrases.py).
"""

from typing import NamedTuple

import pyarrow as pa

from svodka.errors import TablesError

ARROW = {"str": pa.string(), "int64": pa.int64(), "float64": pa.float64(), "bool": pa.bool_(), "time": pa.timestamp("us")}


class Table(NamedTuple):
    """One declared table."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: dict[str, str]

    @property
    def arrow(self) -> pa.Schema:
        """The same columns as an Arrow schema, nullability included."""
        return pa.schema([pa.field(name, ARROW[kind.rstrip("?")], nullable=kind.endswith("?")) for name, kind in self.columns.items()])

    def table(self, rows: list[tuple]) -> pa.Table:
        """Rows in the order of the columns → an Arrow table; none gives an empty, fully typed one.

        Raises TablesError when a row has another length or a value does not fit its column.
        """
        try:
            columns = list(zip(*rows, strict=True)) if rows else [()] * len(self.columns)
            pairs = list(zip(columns, self.arrow, strict=True))
        except ValueError as error:
            raise TablesError(f"table {self.name}: a row has not {len(self.columns)} values") from error
        return pa.Table.from_arrays([self._column(values, field) for values, field in pairs], schema=self.arrow)

    def _column(self, values: tuple, field: pa.Field) -> pa.Array:
        try:
            column = pa.array(values, field.type)
        except (pa.ArrowException, OverflowError, UnicodeEncodeError) as error:
            raise TablesError(f"table {self.name}, column {field.name}: {error}") from error
        if column.null_count and not field.nullable:
            raise TablesError(f"table {self.name}, column {field.name}: null is not allowed")
        return column


PLACE = {"article_id": "str", "start": "int64", "stop": "int64"}
# What is read of an amount of money, each with its span; the period is two columns and one fact.
FACTS = ("measure", "status", "payer", "recipient", "resource", "place", "period")

ARTICLES = Table(
    "articles",
    row="one article",
    key=("article_id",),
    columns={
        "article_id": "str",
        "title": "str?",
        "outlet": "str?",
        "url": "str?",
        "published": "time?",
        "published_note": "str?",
        "genre": "str",
        "words": "int64",
        "text": "str",
        "sha256": "str",
        "file": "str",
    },
)
VOICES = Table(
    "voices",
    row="one person or institution that speaks",
    key=("voice_id",),
    columns={
        "voice_id": "str",
        "name": "str",
        "short": "str",
        "role": "str",
        "affiliation": "str?",
        "country": "str?",
        "words": "int64",
        "rank": "int64",
    },
)
TURNS = Table(
    "turns",
    row="one stretch of an article spoken or written by one voice",
    key=("article_id", "turn"),
    columns=PLACE | {"turn": "int64", "voice_id": "str", "kind": "str", "cue_start": "int64?", "cue_stop": "int64?", "certain": "bool"},
)
PASSAGES = Table(
    "passages",
    row="one paragraph of an article",
    key=("article_id", "passage"),
    columns=PLACE | {"passage": "int64", "turn": "int64", "voice_id": "str", "words": "int64"},
)
SENTENCES = Table(
    "sentences",
    row="one sentence of an article",
    key=("article_id", "sentence"),
    columns=PLACE | {"sentence": "int64", "passage": "int64", "turn": "int64", "voice_id": "str"},
)
WORDS = Table(
    "words",
    row="one word of an article",
    key=("article_id", "start"),
    columns=PLACE | {"form": "str", "lemma": "str", "pos": "str", "voice_id": "str", "passage": "int64", "sentence": "int64"},
)
CONCEPTS = Table(
    "concepts",
    row="one entry of the lexicon",
    key=("concept",),
    columns={"concept": "str", "kind": "str", "parent": "str?", "label_ru": "str", "label_en": "str", "iso": "str?", "generic": "bool"},
)
MENTIONS = Table(
    "mentions",
    row="one lexicon term found at one place in one article",
    key=("article_id", "start", "concept"),
    columns=PLACE | {"concept": "str", "kind": "str", "metonym": "bool", "voice_id": "str", "passage": "int64", "sentence": "int64"},
)
NAMES = Table(
    "names",
    row="one name found at one place in one article",
    key=("article_id", "start"),
    columns=PLACE | {"kind": "str", "name": "str", "concept": "str?", "voice_id": "str", "passage": "int64", "sentence": "int64"},
)
PHRASES = Table(
    "phrases",
    row="one recurring phrase at one place in one article, within a longer one too",
    key=("article_id", "start", "stop"),
    columns=PLACE | {"phrase": "str", "label": "str", "voice_id": "str", "passage": "int64", "sentence": "int64"},
)
QUANTITIES = Table(
    "quantities",
    row="one amount found at one place in one article",
    key=("quantity_id",),
    columns={"quantity_id": "str"}
    | PLACE
    | {
        "text": "str",
        "voice_id": "str",
        "passage": "int64",
        "sentence": "int64",
        "kind": "str",
        "low": "float64?",
        "high": "float64?",
        "shape": "str",
        "scale": "float64?",
        "unit": "str",
        "usd_low": "float64?",
        "usd_high": "float64?",
        "rate_note": "str?",
        "measure": "str?",
        "status": "str?",
        "payer": "str?",
        "recipient": "str?",
        "resource": "str?",
        "place": "str?",
        "period_from": "time?",
        "period_to": "time?",
        "same_as": "str?",
    }
    | {f"{fact}_{edge}": "int64?" for fact in FACTS for edge in ("start", "stop")},
)
DATES = Table(
    "dates",
    row="one date expression at one place in one article",
    key=("article_id", "start"),
    columns=PLACE
    | {"text": "str", "voice_id": "str", "passage": "int64", "sentence": "int64", "from": "time?", "to": "time?", "grain": "str"},
)
CLAIMS = Table(
    "claims",
    row="one thing asserted about money, by one statement or several",
    key=("claim_id",),
    columns={
        "claim_id": "str",
        "kind": "str",
        "measure": "str?",
        "status": "str?",
        "payer": "str?",
        "recipient": "str?",
        "resource": "str?",
        "place": "str?",
        "rhythm": "str?",
        "period_from": "time?",
        "period_to": "time?",
        "unit": "str",
        "low": "float64?",
        "high": "float64?",
        "shape": "str",
        "scale": "float64?",
        "usd_low": "float64?",
        "usd_high": "float64?",
        "mentions": "int64",
        "voices": "int64",
        "sources": "int64",
        "verdict": "str",
        "slot": "str?",
    },
)
CLAIM_QUANTITIES = Table(
    "claim_quantities",
    row="one quantity that asserts a claim, what restates it in other words included",
    key=("claim_id", "quantity_id"),
    columns={"claim_id": "str", "quantity_id": "str"},
)

TABLES = {
    table.name: table
    for table in (
        ARTICLES, VOICES, TURNS, PASSAGES, SENTENCES, WORDS, CONCEPTS, MENTIONS, NAMES, PHRASES, QUANTITIES, DATES, CLAIMS, CLAIM_QUANTITIES
    )
}  # fmt: skip
