"""What the dictionary says of a word form beyond lemma and part of speech; each form is analysed once a process."""

from functools import lru_cache

from svodka.text.morphology import analyzer

NAMES = frozenset({"Geox", "Name", "Surn", "Patr", "Orgn", "Trad"})


@lru_cache(maxsize=500_000)
def readings(form: str) -> tuple[frozenset[str], ...]:
    """The grammemes of every reading of a form, the likeliest first (OpenCorpora: NOUN, nomn, plur, Geox, …).

    >>> "nomn" in readings("Россия")[0]
    True
    """
    return tuple(frozenset(str(parse.tag).replace(" ", ",").split(",")) for parse in analyzer().parse(form))


@lru_cache(maxsize=100_000)
def is_known(form: str) -> bool:
    """Whether the dictionary has the form; what it says of others is a guess."""
    return analyzer().word_is_known(form)


@lru_cache(maxsize=100_000)
def is_name(form: str) -> bool:
    """Whether a capitalised form is likelier a name than a common word: a known name, an abbreviation or no dictionary word.

    >>> is_name("Казахстан"), is_name("ТМТМ"), is_name("Министерство")
    (True, True, False)
    """
    return form.isupper() or not is_known(form) or not NAMES.isdisjoint(readings(form)[0])


def inflected(word: str, grammemes: str) -> set[str]:
    """The forms of a word given in its dictionary form, as the asked part of speech and, where asked, of one number.

    >>> sorted(inflected("год", "NOUN sing"))
    ['год', 'года', 'годе', 'годом', 'году']
    """
    wanted = set(grammemes.split())
    found = set()
    for parse in analyzer().parse(word):
        # «ближайший» is filed under «близкий»
        if parse.normal_form.replace("ё", "е") == word.replace("ё", "е") or {"Supr", "nomn"} <= parse.tag.grammemes:
            found.update(form.word for form in parse.lexeme if wanted <= form.tag.grammemes)
    return found


@lru_cache(maxsize=100_000)
def lemmas(form: str) -> tuple[str, ...]:
    """The dictionary forms of every reading of a form, the likeliest first, each once.

    >>> lemmas("стоит")
    ('стоить', 'стоять')
    """
    return tuple(dict.fromkeys(parse.normal_form for parse in analyzer().parse(form)))
