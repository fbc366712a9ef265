"""What is kept in a briefing: how an exhibit was made, how it looked when it was picked, and what the analyst says of it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from svodka.analysis.selection import ALL, Selection
from svodka.wording import Words


class Shot(NamedTuple):
    """What an item said when it was picked: a language, a text (of a quotation or a claim), and rows of id, name and value in words."""

    language: str
    title: str = ""
    text: str = ""
    rows: tuple[tuple[str, str, str], ...] = ()


class Item(NamedTuple):
    """One thing of a briefing.

    - `kind`: chart, table, quote, claim (what may be said aloud, with its sentences) or section (a title alone);
    - `key`, `options`, `selection`, `mark`: the exhibit, its switches, the filters as they stood, and the picked mark; of a quote the
      mark is «article:start» of its sentence;
    - `title`: the analyst's own, else empty; `note`: for the presenter; `shot`: as picked; `stamp`: of the build it was picked from;
    - `picked`: when, ISO 8601; `beside`: stands on one slide with the item before it.
    """

    item_id: str
    kind: str
    key: str = ""
    options: Mapping[str, str] = {}
    selection: Selection = ALL
    mark: str = ""
    title: str = ""
    note: str = ""
    shot: Shot = Shot("ru")
    stamp: str = ""
    picked: str = ""
    beside: bool = False


class Briefing(NamedTuple):
    """A named list of items in the order of telling."""

    briefing_id: str
    name: str
    items: tuple[Item, ...] = ()


def added(briefing: Briefing, item: Item) -> Briefing:
    """With one more item at the end."""
    return briefing._replace(items=(*briefing.items, item))


def removed(briefing: Briefing, item_id: str) -> Briefing:
    """Without an item."""
    return briefing._replace(items=tuple(item for item in briefing.items if item.item_id != item_id))


def moved(briefing: Briefing, item_id: str, by: int) -> Briefing:
    """With an item so many places further down (up when negative), at most to the end."""
    items = list(briefing.items)
    at = next(number for number, item in enumerate(items) if item.item_id == item_id)
    item = items.pop(at)
    items.insert(min(max(at + by, 0), len(items)), item)
    return briefing._replace(items=tuple(items))


def changed(briefing: Briefing, item_id: str, **values: Any) -> Briefing:
    """With other values of an item's fields: title, note, beside, shot, stamp."""
    return briefing._replace(items=tuple(item._replace(**values) if item.item_id == item_id else item for item in briefing.items))


def record(item: Item) -> dict[str, Any]:
    """An item as plain data for JSON."""
    return item._asdict() | {"options": dict(item.options), "selection": item.selection._asdict(), "shot": item.shot._asdict()}


def item(kept: Mapping[str, Any]) -> Item:
    """An item from plain data; what an older or newer program kept besides is passed over."""
    known = {name: kept[name] for name in Item._fields if name in kept}
    selection = {name: tuple(ids) for name, ids in kept.get("selection", {}).items() if name in Selection._fields}
    shot = {name: value for name, value in kept.get("shot", {}).items() if name in Shot._fields}
    rows = tuple((str(id_), str(name), str(said)) for id_, name, said in shot.pop("rows", ()))
    return Item(**known | {"selection": Selection(**selection), "shot": Shot(**{"language": "ru"} | shot | {"rows": rows})})


def packed(items: Sequence[Item]) -> str:
    """Items as text, the same for the same items."""
    return json.dumps([record(kept) for kept in items], ensure_ascii=False)


def unpacked(text: str) -> tuple[Item, ...]:
    """Items from text."""
    return tuple(item(kept) for kept in json.loads(text))


def difference(before: Shot, after: Shot, words: Words, most: int = 6) -> list[str]:
    """What is otherwise now than when it was picked, as sentences: changed values, rows that came and rows that went."""
    if before.text != after.text:
        return [words("briefing.diff.text", before=before.text, after=after.text or "—")]
    was, now = ({id_: (name, said) for id_, name, said in shot.rows} for shot in (before, after))
    told = [
        words("briefing.diff.value", name=now[id_][0], before=said, after=now[id_][1])
        for id_, (_, said) in was.items()
        if id_ in now and said != now[id_][1]
    ]
    told += [words("briefing.diff.new", name=name, said=said) for id_, (name, said) in now.items() if id_ not in was]
    told += [words("briefing.diff.gone", name=name, said=said) for id_, (name, said) in was.items() if id_ not in now]
    return _few(told, most, words)


def _few(told: Sequence[str], most: int, words: Words) -> list[str]:
    return [*told[:most], words("briefing.diff.more", n=len(told) - most)] if len(told) > most else list(told)
