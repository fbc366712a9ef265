"""How far what is found agrees with the gold file of the five articles, field by field."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from svodka import evaluate, jsonl
from svodka.corpus import library
from svodka.evaluate import SECTIONS, Item
from svodka.extract import Found, extract, lexicon
from svodka.frames.build import analyse
from svodka.knowledge import ROOT
from svodka.text.sentences import paragraphs

FOLDER = ROOT / "tests" / "gold"
COVERED = "resource"  # the kind of mentions that the gold file holds
FACTS = ("measure", "status", "payer", "recipient", "resource", "place")

Find = Callable[[str], Found]


class Share(NamedTuple):
    """So many right of so many."""

    what: str
    right: int
    of: int


def articles() -> list[Item]:
    """The five articles and what is in them."""
    return evaluate.read(FOLDER / "articles.jsonl")


def annotated(text: str) -> Found:
    """What is found in a text, as far as the gold file covers it."""
    found, concepts = extract(text), lexicon().concepts
    return found | {"mentions": [one for one in found["mentions"] if concepts[one["concept"]].kind == COVERED]}


def fields(gold: list[Item], find: Find) -> Iterator[Share]:
    """How often each field of what was matched is right."""
    for section, (key, names) in SECTIONS.items():
        for name in names:
            kept = {"start", "stop", key, name}
            rows = [{"text": row["text"], section: [{k: item[k] for k in item if k in kept} for item in row[section]]} for row in gold]
            score = next(iter(evaluate.evaluate(rows, lambda row: find(row["text"]))))
            yield Share(f"{section}: {name}", score.right, score.valued)


def told(gold: list[Item]) -> Iterator[Share]:
    """How often the tables say rightly what an amount of money is, and who speaks in a paragraph and how."""
    batch = analyse(library.paths(ROOT / "seeds"), library.known(ROOT / "seeds"))
    quantities, turns = (batch.tables[name].to_pylist() for name in ("quantities", "turns"))
    money = [(item, most_like(item, of(row["id"], quantities))) for row in gold for item in row["quantities"] if item["kind"] == "money"]
    for name in FACTS:
        stated = [item[name] == ours.get(name) for item, ours in money if name in item]
        yield Share(f"money: {name}", sum(stated), len(stated))
    names = {spoken.voice.voice_id: (spoken.voice.name, spoken.voice.role) for spoken in batch.voices}
    kinds, voices = [], []
    for (kind, voice), turn in narrated(gold, turns):
        kinds.append(kind == turn.get("kind"))
        if voice:
            voices.append(voice in names.get(turn.get("voice_id"), ()))
    yield Share("paragraphs: kind of turn", sum(kinds), len(kinds))
    yield Share("paragraphs: voice", sum(voices), len(voices))


def narrated(gold: list[Item], turns: list[dict[str, Any]]) -> Iterator[tuple[tuple[str, str | None], dict[str, Any]]]:
    """Kind and voice of each paragraph beside the turn, quotes apart, that has most of it."""
    texts = {row["id"]: row["text"] for row in gold}
    for row in lines(FOLDER / "turns.jsonl"):
        ours = [turn for turn in of(row["id"], turns) if turn["kind"] != "quote"]
        for span, said in zip(paragraphs(texts[row["id"]]), row["paragraphs"], strict=True):
            yield said, most_like(span._asdict(), ours)


def lines(path: Path) -> list[Item]:
    """The objects of a file of JSON lines."""
    with path.open("rb") as file:
        return [found for _, found in jsonl.objects(file)]


def of(article: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of one article."""
    return [row for row in rows if row["article_id"] == article]


def overlap(one: Item, other: Item) -> int:
    """How many characters two places share; none or less when they only touch or lie apart."""
    return min(one["stop"], other["stop"]) - max(one["start"], other["start"])


def most_like(item: Item, others: list[dict[str, Any]]) -> dict[str, Any]:
    """The one that shares most with an item; empty when none does."""
    best = max(others, key=lambda other: overlap(item, other), default={})
    return best if best and overlap(item, best) > 0 else {}
