"""Whether an amount returns every year or has gathered over years: the amount is marked in its sentence."""

import pytest

from svodka.text.rhythm import find
from svodka.text.sentences import Span


@pytest.mark.parametrize(("marked", "rhythm"), [
    ("Завод платит [5 млн рублей] в год.", "annual"),
    ("Ежегодно город тратит на ремонт дорог [300 млн евро].", "annual"),
    ("Годовой оборот порта — [2 млрд долларов].", "annual"),
    ("Аренда стоит [2 млн тенге] в месяц.", "monthly"),
    ("Накопленные вложения достигли [12 млрд долларов].", "cumulative"),
    ("В общей сложности выдано [7 млрд долларов].", "cumulative"),
    ("В 2025 году завод получил [5 млн рублей].", None),
    ("Завод получил [5 млн рублей] в годы войны.", None),
    ("Завод получил [5 млн рублей] и построил цех, склад и новую дорогу, по ней ежегодно едут гости.", None),  # too far away
    ("Ежегодно растёт сад. Завод получил [5 млн рублей].", None),  # another sentence
])  # fmt: skip
def test_find(marked, rhythm):
    start, stop = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    begin = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    assert find(text, Span(begin, len(text)), start, stop) == rhythm
