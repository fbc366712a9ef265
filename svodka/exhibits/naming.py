"""How items and voices are named inside a sentence: «а, б и в», «а, б и ещё 5»."""

from collections.abc import Sequence

from svodka.wording import Words, inline


def named(record: dict, kind: str, words: Words) -> str:
    """An item as it stands inside a sentence: a country keeps its capital, words stand in quotation marks."""
    if kind in ("word", "phrase"):
        return words("authors.quoted", word=words.label(record))
    return words.label(record) if kind == "place" else inline(words.label(record))


def joined(names: Sequence[str], words: Words) -> str:
    """«а, б и в»; «а и б, в» where a name has an «и» of its own."""
    if any(f" {words('and')} " in name for name in names):
        return ", ".join(names)
    return f"{', '.join(names[:-1])} {words('and')} {names[-1]}" if len(names) > 1 else "".join(names)


def first(names: Sequence[str], words: Words, most: int) -> str:
    """The first names and how many more there are, where one more would not do."""
    if len(names) > most + 1:
        return words("authors.listed", names=", ".join(names[:most]), n=len(names) - most)
    return joined(names, words)
