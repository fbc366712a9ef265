"""Whether «сегодня» and «завтра» are days or the present and the future: «сегодня подписали», not «сегодня ситуация изменилась»."""

from functools import cache

from svodka.knowledge import DATA, rows
from svodka.text import function_words
from svodka.text.date_words import words
from svodka.text.grammemes import lemmas, readings
from svodka.text.tokens import Token

KINDS = ("time of day", "hour", "nowadays before", "change of state", "event", "scheduled", "name of a day")
EDGES = frozenset(",.;:!?—–-")
ENDS = frozenset(".!?;")
QUOTES = '«»"“”„'
PREDICATES = frozenset({"VERB", "PRTS", "ADJS", "PRED", "INFN"})
FAR = 40  # tokens from the day to the end of its sentence
SOON = 4  # tokens between a day and its hour: «завтра, примерно в 10 часов»


@cache
def _words() -> dict[str, frozenset[str]]:
    """Kind → lemmas of `data/nowadays.csv`."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for row in rows(DATA / "nowadays.csv", ("word", "kind", "example")):
        if row["kind"] not in found:
            raise row.error(f"kind is one of {', '.join(KINDS)}")
        found[row["kind"]].add(row["word"])
    return {kind: frozenset(words) for kind, words in found.items()}


def is_day(tokens: list[Token], place: int) -> bool:
    """Whether the word at a place names a day of the calendar.

    >>> from svodka.text.tokens import tokenize
    >>> [is_day(tokenize(text), 0) for text in ("Сегодня подписан договор.", "Сегодня спрос велик.")]
    [True, False]
    """
    before = tokens[place - 1].form if place else ""
    if _titled(tokens, place):
        return False
    if _timed(tokens, place):
        return True
    if before.lower() in ("на", "до", "с"):
        return _scheduled(tokens, place)
    if before.lower() in _words()["nowadays before"]:
        return False
    verb = _predicate(tokens, place)
    return _happens(tokens, place, verb) if verb is not None else _alone(tokens, place)


def _is(form: str, kind: str) -> bool:
    return form.lower() in _words()[kind] or not _words()[kind].isdisjoint(lemmas(form))


def _titled(tokens: list[Token], place: int) -> bool:
    """«газета „Сегодня“»."""
    return 0 < place < len(tokens) - 1 and tokens[place - 1].form in QUOTES and tokens[place + 1].form in QUOTES


def _timed(tokens: list[Token], place: int) -> bool:
    """«сегодня утром», «вечером сегодня», «сегодня в 18:00», «сегодня, 19 декабря»."""
    if place and _is(tokens[place - 1].form, "time of day"):
        return True
    for at in range(place + 1, min(place + 1 + SOON, len(tokens))):
        form = tokens[at].form
        if form in ENDS:
            return False
        if tokens[at].kind == "number":
            following = [token.form for token in tokens[at + 1 : at + 3]]
            clock = following[:1] == [":"] and len(following) > 1 and following[1].isdigit()
            return clock or any(_is(form, "hour") or words().signs.get(form) == "M" for form in following[:1])
        if _is(form, "time of day"):
            return True
    return False


def _scheduled(tokens: list[Token], place: int) -> bool:
    """«переговоры намечены на завтра», but not «на сегодня это предел»."""
    for token in reversed(tokens[max(0, place - 7) : place - 1]):
        if token.form in ENDS:
            return False
        if token.kind == "word" and _is(token.form, "scheduled"):
            return True
    return False


def _predicate(tokens: list[Token], place: int) -> int | None:
    """The verb that tells what is so that day: of its own clause, the nearer one, else of the next clause that is not dependent."""
    low, high = place, place + 1
    while low and not _is_edge(tokens, low - 1) and place - low < FAR:
        low -= 1
    while high < len(tokens) and not _is_edge(tokens, high) and high - place < FAR:
        high += 1
    own = [at for at in range(low, high) if _is_predicate(tokens, at)]
    if own:
        return min(own, key=lambda at: (abs(at - place), -at))
    return _main(tokens, high) if high < len(tokens) and tokens[high].form == "," else None


def _is_edge(tokens: list[Token], place: int) -> bool:
    """Whether a clause may end at a sign: not at the hyphen of «40-й»."""
    inside = tokens[place].form == "-" and place and tokens[place - 1].stop == tokens[place].start
    return tokens[place].form in EDGES and not inside


def _main(tokens: list[Token], comma: int) -> int | None:
    """The first verb behind a comma that no «который» and no «что» brings in."""
    dependent = False
    for at in range(comma, min(len(tokens), comma + FAR)):
        form = tokens[at].form
        if form in ENDS:
            return None
        if form == ",":
            dependent = any(token.form.lower() in function_words.words("clause") for token in tokens[at + 1 : at + 4])
        elif not dependent and _is_predicate(tokens, at):
            return at
    return None


def _is_predicate(tokens: list[Token], place: int) -> bool:
    return tokens[place].kind == "word" and not PREDICATES.isdisjoint(readings(tokens[place].form)[0])


def _happens(tokens: list[Token], place: int, verb: int) -> bool:
    """Whether the verb tells of something done or due that day, not of a state or a possibility."""
    form = tokens[verb].form
    tags = readings(form)[0]
    if not tags.isdisjoint({"INFN", "ADJS", "PRED"}) or _is(form, "change of state"):
        return False
    if _is(form, "event"):
        return True
    tomorrow = tokens[place].form.lower() != "сегодня"
    if "PRTS" in tags:
        return any("быть" in lemmas(token.form) and "past" in readings(token.form)[0] for token in tokens[max(0, verb - 3) : verb])
    return "past" in tags or (tomorrow and "futr" in tags)


def _alone(tokens: list[Token], place: int) -> bool:
    """«Вчера, сегодня», «сегодня суббота»: nothing is said of the day, or what day it is."""
    after = [token.form for token in tokens[place + 1 : place + 4] if token.form not in EDGES]
    if not after:
        return not place or tokens[place - 1].form in EDGES
    return _is(after[0], "name of a day") or words().signs.get(after[-1]) == "M"
