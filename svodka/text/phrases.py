"""Tables of phrases that are found in a text in any case and number: «квадратный километр» finds «квадратных километров».

A phrase with a capital letter («МВт», «США») and a phrase of one letter («т») are found only as they are written; dots
do not count («кв. км» finds «кв.км» and «кв км»).
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Generic, TypeVar

from svodka.text.morphology import analyzer
from svodka.text.tokens import Token, tokenize

Value = TypeVar("Value")
DOT = "."


def normal(form: str) -> str:
    """A word as it is looked up: lower case, е for ё."""
    return form.lower().replace("ё", "е")


def words(phrase: str) -> tuple[str, ...]:
    """The words and signs of a phrase, dots left out, folded unless the spelling is to be kept."""
    forms = [token.form for token in tokenize(phrase) if token.form != DOT]
    return tuple(form if len(form) == 1 or form != form.lower() else normal(form) for form in forms)


def inflected(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every form of a phrase: what stands before the noun agrees with it, what follows it stays as it is.

    The form after two to four is among them («два квадратных метра»); an infinitive stands for all forms of its verb.

    >>> ("канадских", "долларов") in set(inflected("канадский доллар"))
    True
    >>> ("не", "превышает") in set(inflected("не превышать"))
    True
    """
    yield words(phrase)
    forms = [token.form for token in tokenize(phrase) if token.form != DOT]
    place, head = _head(forms)
    for form in head.lexeme if head else ():
        before = [_agreeing(word, form.tag) for word in forms[:place]]
        for agreed in product(*before):
            yield (*map(normal, agreed), normal(form.word), *words(" ".join(forms[place + 1 :])))


def _head(forms: Sequence[str]) -> tuple[int, object | None]:
    """The first noun or infinitive given in its dictionary form, else a lone adjective or numeral."""
    for wanted in (("NOUN", "INFN"), ("ADJF", "NUMR")):
        for place, form in enumerate(forms):
            if wanted[0] == "NOUN" and place + 1 < len(forms) and _adjective(form):
                continue
            for parse in analyzer().parse(form):
                if parse.tag.POS in wanted and normal(parse.normal_form) == normal(form):
                    return place, parse
    return 0, None


def _adjective(form: str):
    return next((parse for parse in analyzer().parse(form) if parse.tag.POS == "ADJF" and {"nomn", "sing"} in parse.tag), None)


def _agreeing(word: str, tag) -> tuple[str, ...]:
    parse = _adjective(word)
    if parse is None:
        return (word,)
    wanted = [{tag.case, "plur"} if tag.number == "plur" else {tag.case, "sing", tag.gender}]
    if {"sing", "gent"} in tag:
        wanted += [{"gent", "plur"}, {"nomn", "plur"}]
    return tuple(form.word for grammemes in wanted if (form := parse.inflect(grammemes - {None})))


class Phrases(Generic[Value]):
    """Phrases with what they stand for, looked up at a token; the longest that fits wins."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], Value]] = {}
        self._by_last: dict[str, dict[tuple[str, ...], Value]] = {}

    def add(self, phrase: tuple[str, ...], value: Value) -> None:
        """File a phrase; of two with the same words the first stays."""
        self._by_first.setdefault(phrase[0], {}).setdefault(phrase[1:], value)
        self._by_last.setdefault(phrase[-1], {}).setdefault(phrase[-2::-1], value)

    def items(self) -> Iterator[tuple[tuple[str, ...], Value]]:
        """All phrases filed, with what they stand for."""
        return (((first, *rest), value) for first, entries in self._by_first.items() for rest, value in entries.items())

    def after(self, tokens: Sequence[Token], place: int) -> tuple[Value, int] | None:
        """What the phrase that begins at this token stands for, and the place after it."""
        return _longest(self._by_first, tokens, place, 1)

    def before(self, tokens: Sequence[Token], place: int) -> tuple[Value, int] | None:
        """What the phrase that ends before this token stands for, and the place of its first token."""
        found = _longest(self._by_last, tokens, place - 1, -1)
        return found and (found[0], found[1] + 1)


def _longest(table: dict, tokens: Sequence[Token], place: int, step: int) -> tuple | None:
    if not 0 <= place < len(tokens):
        return None
    best = None
    form = tokens[place].form
    for key in {form} if len(form) == 1 else {form, normal(form)}:
        for rest, value in table.get(key, {}).items():
            stop = _rest(rest, tokens, place + step, step)
            if stop is not None and (best is None or abs(stop - place) > abs(best[1] - place)):
                best = value, stop
    return best


def _rest(rest: tuple[str, ...], tokens: Sequence[Token], place: int, step: int) -> int | None:
    for word in rest:
        if 0 <= place < len(tokens) and tokens[place].form == DOT:
            place += step
        if not 0 <= place < len(tokens) or word not in (tokens[place].form, normal(tokens[place].form)):
            return None
        place += step
    return place
