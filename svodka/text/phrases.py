"""Tables of phrases that are found in a text in any case and number: «квадратный километр» finds «квадратных километров».

A phrase with a capital letter («МВт», «США») and a phrase of one letter («т») are found only as they are written; dots
do not count («кв. км» finds «кв.км» and «кв км»).
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any, Generic, TypeVar

from svodka.text.morphology import analyzer
from svodka.text.tokens import Token, tokenize

Value = TypeVar("Value")
Branch = dict[Any, Any]  # word → what may follow it; END → what the phrase that ends here stands for
END = None
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
        self._forward: Branch = {}
        self._backward: Branch = {}

    def add(self, phrase: tuple[str, ...], value: Value) -> None:
        """File a phrase; of two with the same words the first stays."""
        for branch, order in ((self._forward, phrase), (self._backward, phrase[::-1])):
            for word in order:
                branch = branch.setdefault(word, {})
            branch.setdefault(END, value)

    def items(self) -> Iterator[tuple[tuple[str, ...], Value]]:
        """All phrases filed, with what they stand for."""
        return _leaves(self._forward, ())

    def after(self, tokens: Sequence[Token], place: int) -> tuple[Value, int] | None:
        """What the phrase that begins at this token stands for, and the place after it."""
        return _longest(self._forward, tokens, place, 1)

    def before(self, tokens: Sequence[Token], place: int) -> tuple[Value, int] | None:
        """What the phrase that ends before this token stands for, and the place of its first token."""
        found = _longest(self._backward, tokens, place - 1, -1)
        return found and (found[0], found[1] + 1)


def _leaves(branch: Branch, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for word, below in branch.items():
        if word is END:
            yield path, below
        else:
            yield from _leaves(below, (*path, word))


def _longest(branch: Branch, tokens: Sequence[Token], place: int, step: int) -> tuple | None:
    """Walk the tree along the tokens; a dot inside a phrase is passed over."""
    best, first = None, place
    while 0 <= place < len(tokens):
        form = tokens[place].form
        below = branch.get(form)
        if below is None and len(form) > 1:
            below = branch.get(normal(form))
        if below is not None:
            branch = below
            if END in branch:
                best = branch[END], place + step
        elif form != DOT or place == first:
            break
        place += step
    return best
