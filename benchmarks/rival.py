"""Ours beside the library natasha on the same texts, where that can be imported; the project needs no more of it than the model's files."""

from importlib.metadata import version

from benchmarks.gold import Find
from svodka.evaluate import Item
from svodka.extract import Found


def load() -> dict[str, Find]:
    """The library by name and version: what it finds of money and names in a text; empty where it is not installed."""
    try:
        import natasha
    except ImportError:
        return {}
    money = natasha.MoneyExtractor(natasha.MorphVocab())
    segmenter, tagger = natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())

    def find(text: str) -> Found:
        document = natasha.Doc(text)
        document.segment(segmenter)
        document.tag_ner(tagger)
        return {
            "quantities": [
                {"start": found.start, "stop": found.stop, "kind": "money", "low": found.fact.amount, "unit": found.fact.currency}
                for found in money(text)
            ],
            "names": [{"start": span.start, "stop": span.stop, "kind": span.type} for span in document.spans],
        }

    return {f"natasha {version('natasha')}": find}


def plain(row: Item) -> Item:
    """Money with one number and its currency, names with their kind: what a program that knows no shapes can tell."""
    money = [
        {name: item[name] for name in ("start", "stop", "kind", "unit")} | _number(item)
        for item in row.get("quantities", ())
        if item["kind"] == "money"
    ]
    names = [{name: item[name] for name in ("start", "stop", "kind")} for item in row["names"]]
    return {"text": row.get("text"), "quantities": money, "names": names}


def _number(item: Item) -> dict[str, float]:
    """The number that is written: of «до 3 трлн» the upper bound, else the lower; none of «миллиарды»."""
    written = [item[bound] for bound in ("low", "high") if item.get(bound) is not None]
    return {"low": written[0]} if written else {}
