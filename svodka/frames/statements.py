"""Statements of money gathered from the tables of article after article: what claims are made of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from svodka.frames.likeness import COURSES, DOLLARS, PERIOD, Interval, Statement, number, reach
from svodka.text import rhythm
from svodka.text.lexicon import Concept
from svodka.text.sentences import Span

ENTITIES = ("place", "organisation")
CONTEXT = (*ENTITIES, "resource")
MAIN = 2
Row = Mapping[str, Any]


class Said:
    """Statements of money, in the order of the articles; a question asserts nothing and is left out."""

    def __init__(self, concepts: Mapping[str, Concept]):
        self._concepts = concepts
        self.statements: list[Statement] = []
        # The row of the table `quantities` behind a statement, its sentence in small letters, its rhythm.
        self.rows: dict[str, Row] = {}
        self.sentences: dict[str, str] = {}

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Take the statements of one more batch of articles."""
        money = _where(tables["quantities"], "kind", ["money"])
        if not money:
            return
        articles = sorted({row["article_id"] for row in money})
        texts = {row["article_id"]: row["text"] for row in _where(tables["articles"], "article_id", articles)}
        kinds = {(row["article_id"], row["turn"]): row["kind"] for row in _where(tables["turns"], "article_id", articles)}
        sentences = {(row["article_id"], row["sentence"]): row for row in _where(tables["sentences"], "article_id", articles)}
        named = self._named(tables["mentions"], articles)
        for row, *restatements in _restated(money):
            sentence = sentences[row["article_id"], row["sentence"]]
            if kinds[row["article_id"], sentence["turn"]] == "question":
                continue
            text, span = texts[row["article_id"]], Span(sentence["start"], sentence["stop"])
            self.sentences[row["quantity_id"]] = text[span.start : span.stop].lower()
            self.rows[row["quantity_id"]] = row | {"rhythm": rhythm.find(text, span, row["start"], row["stop"])}
            self.statements.append(self._statement(self.rows[row["quantity_id"]], restatements, named[row["article_id"]]))

    def _named(self, mentions: pa.Table, articles: list[str]) -> dict[str, dict[int, Counter[str]]]:
        """How often each paragraph of an article names each country, organisation and resource."""
        named: dict[str, dict[int, Counter[str]]] = {article_id: defaultdict(Counter) for article_id in articles}
        entities = mentions.filter(pc.is_in(mentions["kind"], pa.array(CONTEXT)))
        for row in _where(entities.select(["article_id", "passage", "concept"]), "article_id", articles):
            named[row["article_id"]][row["passage"]][self._country(row["concept"])] += 1
        return named

    def _country(self, concept: str) -> str:
        """The country that a place lies in; whatever lies in none stays what it is."""
        above = self._concepts.get(concept)
        while above is not None and above.kind == "place":
            if above.iso:
                return above.concept
            above = self._concepts.get(above.parent or "")
        return concept

    def _statement(self, row: Row, restatements: list[Row], named: Mapping[int, Counter[str]]) -> Statement:
        most = Counter({entity: n for entity, n in sum(named.values(), Counter()).items() if self._concepts[entity].kind in ENTITIES})
        main = tuple(sorted(sorted(most, key=lambda entity: (-most[entity], entity))[:MAIN]))
        amounts = [row, *restatements]
        return Statement(
            row["quantity_id"],
            row["article_id"],
            row["voice_id"],
            tuple(amount["quantity_id"] for amount in amounts),
            self._fields(row),
            _intervals(row, restatements),
            {amount["unit"]: told for amount in amounts if (told := number(amount["low"], amount["high"]))},
            frozenset(named.get(row["passage"], ())) | {*main},
            main,
        )

    def _fields(self, row: Row) -> dict[str, str]:
        """What is stated, in the terms of a comparison; who receives in a country is in that country."""
        fields = {name: row[name] for name in ("payer", "resource", "measure", "rhythm")}
        fields["status"] = COURSES.get(row["status"])
        fields["recipient"] = row["recipient"] and self._country(row["recipient"])
        fields["place"] = self._country(row["place"] or "") or (fields["recipient"] if self._is_place(row["recipient"]) else None)
        return {name: value for name, value in fields.items() if value}

    def _is_place(self, concept: str | None) -> bool:
        return concept in self._concepts and self._concepts[concept].kind == "place"


def _where(table: pa.Table, column: str, values: Iterable[str]) -> list[dict[str, Any]]:
    return table.filter(pc.is_in(table[column], pa.array(values, pa.string()))).to_pylist()


def _restated(money: list[dict[str, Any]]) -> Iterable[list[Row]]:
    """Every amount that restates no other, followed by those that restate it."""
    first = {row["quantity_id"]: row["same_as"] for row in money if row["same_as"]}
    groups: dict[str, list[Row]] = {}
    for row in money:
        root = row["quantity_id"]
        while root in first:
            root = first[root]
        groups.setdefault(root, []).append(row)
    for root, group in groups.items():
        yield sorted(group, key=lambda row: (row["quantity_id"] != root, row["start"]))


def _intervals(row: Row, restatements: list[Row]) -> dict[str, Interval]:
    found = {amount["unit"]: reach(amount["low"], amount["high"], amount["shape"]) for amount in [*reversed(restatements), row]}
    found[DOLLARS] = reach(row["usd_low"], row["usd_high"], "about")
    begin, end = row["period_from"], row["period_to"]
    if begin or end:
        found[PERIOD] = (float(begin.toordinal()) if begin else float("-inf"), float(end.toordinal()) if end else float("inf"))
    return {measure: interval for measure, interval in found.items() if interval}
