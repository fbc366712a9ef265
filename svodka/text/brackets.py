"""An abbreviation in brackets straight after what it shortens: «редкоземельные металлы (РЗМ)» is one mention."""

from svodka.text.candidates import Candidate
from svodka.text.terms import QUOTES, key
from svodka.text.tokens import Token

REACH = 14  # tokens a bracket may hold
BETWEEN = frozenset(",;-–—/")
LATER = "далее"  # «(далее — АБР)»


def bracketed(tokens: list[Token], candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, left to right, each widened over its abbreviation in brackets; what stood inside is gone."""
    found: list[Candidate] = []
    for candidate in candidates:
        if found and candidate.start < found[-1].stop and candidate.start > found[-1].start:
            continue
        close = _close(tokens, candidate.last)
        if close is not None and _restates(tokens, candidate, close, candidates):
            first = candidate.first - _is_quoted(tokens, candidate)
            candidate = candidate._replace(first=first, start=tokens[first].start, last=close, stop=tokens[close].stop)
        found.append(candidate)
    return found


def abbreviates(short: str, phrase: list[str]) -> bool:
    """Whether an abbreviation is made of the words of a phrase: every word gives its first letter, some another one.

    >>> abbreviates("РЗМ", ["редкоземельные", "металлы"]), abbreviates("АБР", ["Азиатский", "банк", "развития"])
    (True, True)
    >>> abbreviates("США", ["Саудовская", "Аравия"])
    False
    """
    words = [part for form in phrase for part in key(form).split("-") if len(part) > 2]
    return bool(words) and key(short)[:1] == words[0][:1] and _spelled(key(short)[1:], words[0][1:], words[1:])


def _spelled(letters: str, rest: str, words: list[str]) -> bool:
    """The letters left are the initials of the words left, or lie further on in the word begun."""
    if not letters:
        return not words
    if words and words[0][0] == letters[0] and _spelled(letters[1:], words[0][1:], words[1:]):
        return True
    at = rest.find(letters[0])
    return at >= 0 and _spelled(letters[1:], rest[at + 1 :], words)


def _is_quoted(tokens: list[Token], candidate: Candidate) -> bool:
    before, after = candidate.first - 1, candidate.last + 1
    return before >= 0 and tokens[before].form in QUOTES and tokens[after].form in QUOTES


def _close(tokens: list[Token], last: int) -> int | None:
    """The closing bracket of what is in brackets right after a token."""
    place = last + 1
    if place < len(tokens) and tokens[place].form in QUOTES:
        place += 1
    if place < len(tokens) and tokens[place].form == "(":
        for close in range(place + 2, min(place + REACH, len(tokens))):
            if tokens[close].form == ")":
                return close
    return None


def _restates(tokens: list[Token], candidate: Candidate, close: int, candidates: list[Candidate]) -> bool:
    """Whether all words in the brackets are other names of the same concept, or its initials."""
    opening = next(place for place in range(candidate.last + 1, close) if tokens[place].form == "(")
    inside = [place for place in range(opening + 1, close) if tokens[place].form not in QUOTES | BETWEEN]
    if inside and tokens[inside[0]].form.lower() == LATER:
        inside = inside[1:]
    names = {
        place
        for other in candidates
        if other.leaf.concept == candidate.leaf.concept and not other.leaf.metonym and opening < other.first and other.last < close
        for place in range(other.first, other.last + 1)
    }
    phrase = [token.form for token in tokens[candidate.first : candidate.last + 1] if token.kind == "word"]
    initials = {place for place in inside if tokens[place].form.isupper() and abbreviates(tokens[place].form, phrase)}
    return bool(inside) and names.issuperset(set(inside) - initials)
