"""Put a noun phrase into the nominative and find where one ends: «директором центра» → «директор центра»."""

from functools import lru_cache

from svodka.text.grammemes import readings as grammemes
from svodka.text.morphology import analyzer, read
from svodka.text.tokens import Token

ADJECTIVES = ("ADJF", "PRTF")


@lru_cache(maxsize=100_000)
def adjective_cases(form: str) -> frozenset[str]:
    """The cases in which a form can be an adjective."""
    return frozenset(case for tags in grammemes(form) if not tags.isdisjoint(ADJECTIVES) for case in tags & _CASES)


@lru_cache(maxsize=100_000)
def noun_cases(form: str) -> frozenset[str]:
    """The cases in which a form can be a noun."""
    return frozenset(case for tags in grammemes(form) if "NOUN" in tags for case in tags & _CASES)


_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})


@lru_cache(maxsize=100_000)
def is_organisation(form: str) -> bool:
    """Whether the dictionary knows or guesses a form as an organisation's name: «Минэнерго», «Газпрома»."""
    return any("Orgn" in tags for tags in grammemes(form)[:4])


@lru_cache(maxsize=100_000)
def is_strange(form: str) -> bool:
    """Whether a capitalised form, known to nobody or as a given name, can be a nominative."""
    tags = grammemes(form)
    if analyzer().word_is_known(form) and not any("Name" in tag or "Surn" in tag for tag in tags):
        return False
    nouns = [tag for tag in tags if "NOUN" in tag]
    return not nouns or any("nomn" in tag and "plur" not in tag for tag in nouns)


@lru_cache(maxsize=50_000)
def noun_nominative(form: str, case: str) -> tuple[str, str, str]:
    """A noun in one case → its nominative, gender and number («центра», gent → «центр», masc, sing); itself when it has no such reading."""
    for parse in analyzer().parse(form):
        if parse.tag.POS == "NOUN" and parse.tag.case == case:
            nominative = parse.inflect({"nomn"})
            if nominative:
                return _cased(nominative.word, form), str(parse.tag.gender or "masc"), str(parse.tag.number)
    return form, "masc", "sing"


@lru_cache(maxsize=50_000)
def adjective_nominative(form: str, case: str, gender: str, number: str) -> str:
    """An adjective in one case → its nominative before a noun of that gender and number."""
    wanted = {"nomn", "plur"} if number == "plur" else {"nomn", "sing", gender}
    for parse in analyzer().parse(form):
        if parse.tag.POS in ADJECTIVES and parse.tag.case == case:
            nominative = parse.inflect(wanted)
            if nominative:
                return _cased(nominative.word, form)
    return form


def _cased(word: str, like: str) -> str:
    """The word with the capitals of the form it came from."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def nominative(text: str, tokens: list[Token], head: int, case: str) -> str:
    """The phrase of these tokens with its head noun and the adjectives before it in the nominative, the rest as it stands.

    >>> from svodka.text.tokens import tokenize
    >>> text = "директором аналитического центра"
    >>> nominative(text, tokenize(text), 0, "ablt")
    'директор аналитического центра'
    """
    noun, gender, number = noun_nominative(tokens[head].form, case)
    words = [adjective_nominative(token.form, case, gender, number) if token.kind == "word" else token.form for token in tokens[:head]]
    before = "".join(
        word + text[token.stop : following.start] for word, token, following in zip(words, tokens[:head], tokens[1 : head + 1], strict=True)
    )
    return " ".join((before + noun + text[tokens[head].stop : tokens[-1].stop]).split())


def stop_of(tokens: list[Token], words: list[str], head: int, limit: int) -> int:
    """The index behind the last token of the phrase that a noun heads: genitives, names, abbreviations and titles after it.

    «министерство энергетики Казахстана», «агентство «Заря»», «пресс-служба президента»; a preposition, a verb, a comma end it.
    """
    index = head + 1
    while index < limit:
        token = tokens[index]
        form = token.form
        if form in '«"“„':
            closing = next((place for place in range(index + 1, min(limit, index + 10)) if tokens[place].form in '»"”“'), None)
            if closing is None:
                break
            index = closing + 1
            continue
        if token.kind != "word":
            break
        tags = grammemes(words[index])
        latin = form[0].isascii()
        if latin or (form.isupper() and len(form) > 1):
            index += 1
            continue
        if read(form).pos in ("VERB", "PREP", "CONJ", "PRCL", "ADVB", "NPRO", "INFN", "GRND", "PRED"):
            break
        if any(("NOUN" in tag or not tag.isdisjoint(ADJECTIVES)) and "gent" in tag for tag in tags):
            index += 1
            continue
        break
    return index
