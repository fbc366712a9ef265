"""Words that look like a term and may be something else: one small rule a case, answered from the neighbours."""

from collections.abc import Callable
from functools import lru_cache

from svodka.text.grammemes import NAMES, readings
from svodka.text.morphology import analyzer
from svodka.text.terms import CAPITAL, EXACT, QUOTES, case, key
from svodka.text.tokens import Token

STOPS = frozenset(".!?…;")
OPENING = QUOTES | frozenset("([{—–-•*·")
LIKELY = 0.6  # share of name readings from which a capital at the start of a sentence is believed
GRAMMAR = frozenset({"PREP", "CONJ", "PRCL"})
NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "NPRO"})
DESCRIBING = frozenset({"INFN", "COMP", "ADJS", "PRTS", "PRED"})  # расти, дороже, известны, завершены, можно


def is_steel(tokens: list[Token], place: int) -> bool:
    """«стали» the metal, not the verb: «производство стали» against «они стали богаче», «лидерами стали Китай и Индия».

    >>> from svodka.text.tokens import tokenize
    >>> is_steel(tokenize("производство стали"), 1), is_steel(tokenize("цены стали расти"), 1)
    (True, False)
    """
    before, after = _reading(tokens, place - 1), _reading(tokens, place + 1)
    if after & DESCRIBING or _becomes(tokens, place + 1) or (after & NOMINAL and {"nomn", "plur"} <= after):
        return False
    if place > 0 and (tokens[place - 1].form in (",", "и", "или") or tokens[place - 1].form in OPENING):
        return _is_genitive(_reading(tokens, place - 2)) or _heads_list(tokens, place)  # чугуна и стали
    if place == 0 or tokens[place - 1].kind == "sign":
        return _heads_list(tokens, place)
    if "PREP" in before or _is_feminine_genitive(tokens, place - 1):  # из стали, нержавеющей стали
        return True
    if "NOUN" not in before or before & NAMES:
        return False
    if _has_verb(tokens, place):  # занимается производством стали
        return True
    if _has_instrumental(tokens, place):  # причиной стали санкции, итогом встречи стали 12 соглашений
        return False
    return not {"plur", "nomn"} <= before or "VERB" in after  # цены стали выше; производители стали заявили


def is_ordinary(text: str, tokens: list[Token], place: int, written: str) -> bool:
    """A name whose capitals tell nothing here, at the start of a sentence or in a line all in capitals, and likelier an ordinary word.

    «Того же мнения» is no Togo, «Газу не хватает» no Gaza; «Куба» and «Германию» are countries. `written` is the name as listed.
    """
    form = tokens[place].form
    own = frozenset() if form.isupper() and case(written) == EXACT else lemmas(written)
    return is_weak(text, tokens, place) and name_share(form.lower(), own) < LIKELY


def is_weak(text: str, tokens: list[Token], place: int) -> bool:
    """Whether the capital of a token may be due to its place alone: it opens a sentence or a line, or the line is all in capitals."""
    if case(tokens[place].form) == EXACT and len(tokens[place].form) > 1:
        return _is_shouted(text, tokens[place])
    while place > 0:
        gap = text[tokens[place - 1].stop : tokens[place].start]
        if "\n" in gap or (gap and tokens[place - 1].form in STOPS):
            return True
        if tokens[place - 1].form not in OPENING:
            return False
        place -= 1
    return True


def is_name_in_quotes(tokens: list[Token], place: int) -> bool:
    """A common noun alone in quotes with a capital is a name: аппарат «Титан», издание «Платина»."""
    return (
        0 < place < len(tokens) - 1
        and case(tokens[place].form) >= CAPITAL
        and tokens[place - 1].form in QUOTES
        and tokens[place + 1].form in QUOTES
    )


@lru_cache(maxsize=100_000)
def name_share(form: str, own: frozenset[str]) -> float:
    """How likely a form of unknown letter case is a name or a form of the name's own lemmas, 0..1; an unknown word is.

    >>> name_share("индию", lemmas("Индия")) > LIKELY, name_share("газу", lemmas("Газа"))
    (True, 0.5)
    """
    parses = analyzer().parse(form)
    if not parses[0].is_known:
        return 1.0
    return sum(parse.score for parse in parses if parse.normal_form in own or not NAMES.isdisjoint(parse.tag.grammemes))


@lru_cache(maxsize=20_000)
def lemmas(written: str) -> frozenset[str]:
    """The lemmas a name may have as it is listed: «Штаты» is a plural of штат."""
    return frozenset(parse.normal_form for parse in analyzer().parse(written.lower()) if parse.tag.case in ("nomn", None))


RULES: dict[str, Callable[[list[Token], int], bool]] = {"стали": is_steel}


def holds(tokens: list[Token], place: int) -> bool:
    """Whether a term of one word stands here: by the rule for its form, else unless it is likelier a word of grammar.

    «после визита» is no ambassador (and the rare «о нашем после» is lost with it).
    """
    form = tokens[place].form
    rule = RULES.get(key(form))
    if rule is not None:
        return rule(tokens, place)
    return (form.isupper() and len(form) > 1) or GRAMMAR.isdisjoint(readings(form.lower())[0])


def _reading(tokens: list[Token], place: int) -> frozenset[str]:
    if not 0 <= place < len(tokens) or tokens[place].kind != "word":
        return frozenset()
    return readings(tokens[place].form.lower())[0]


def _becomes(tokens: list[Token], place: int) -> bool:
    """A noun or adjective in the instrumental, perhaps after an adverb: «стали (уже) крупными игроками»."""
    found = _reading(tokens, place)
    if found & {"ADVB", "PRCL", "CONJ"}:
        place += 1
        found = _reading(tokens, place)
        if found & DESCRIBING:
            return True
    return "ablt" in found


def _clause_before(tokens: list[Token], place: int) -> list[int]:
    """The words before a token, nearest first, up to a sign or a conjunction."""
    found = []
    for other in range(place - 1, max(-1, place - 9), -1):
        if tokens[other].kind != "word" or "CONJ" in _reading(tokens, other):
            break
        found.append(other)
    return found


def _has_verb(tokens: list[Token], place: int) -> bool:
    return any("VERB" in _reading(tokens, other) for other in _clause_before(tokens, place))


def _has_instrumental(tokens: list[Token], place: int) -> bool:
    """A noun in the instrumental that no preposition asks for."""
    clause = _clause_before(tokens, place)
    nouns = [other for other in clause if {"NOUN", "ablt"} <= _reading(tokens, other)]
    return bool(nouns) and not any("PREP" in _reading(tokens, other) for other in clause if nouns[-1] - 3 < other < nouns[-1])


def _heads_list(tokens: list[Token], place: int) -> bool:
    """«Стали, алюминия и меди»: what is listed next to it stands in the genitive."""
    return place + 2 < len(tokens) and tokens[place + 1].form in (",", "и", "или") and _is_genitive(_reading(tokens, place + 2))


def _is_genitive(found: frozenset[str]) -> bool:
    return "NOUN" in found and "gent" in found


def _is_feminine_genitive(tokens: list[Token], place: int) -> bool:
    if place < 0:
        return False
    return any({"ADJF", "femn", "gent"} <= found or {"PRTF", "femn", "gent"} <= found for found in readings(tokens[place].form.lower()))


def _is_shouted(text: str, token: Token) -> bool:
    """Whether the whole line is in capitals, so that they tell nothing."""
    end = text.find("\n", token.stop)
    return text[text.rfind("\n", 0, token.start) + 1 : end if end >= 0 else len(text)].isupper()
