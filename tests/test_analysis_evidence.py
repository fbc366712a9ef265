"""The sentences behind an answer: «[…]» are the words marked in them."""

import pytest
import tiny

from svodka.analysis import evidence
from svodka.analysis.selection import Selection


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


def marked(found: evidence.Evidence) -> list[str]:
    """Each sentence with its voice before it and its marks in brackets."""
    shown = []
    for row in found.rows.itertuples():
        text = row.text
        for start, stop in reversed(row.marks):
            text = f"{text[:start]}[{text[start:stop]}]{text[stop:]}"
        shown.append(f"{row.voice_id}: {text}")
    return shown


@pytest.mark.parametrize(("concepts", "voices", "expected"), [
    (["uranium"], [], [
        "ministry: Министерство напоминает: «Казахстан продаёт [уран] Японии».",
        "expert: Казахстан добывает [уран] и нефть.",
        "expert: На [урановый] рудник JBIC даёт свыше 3 млрд долларов.",
    ]),
    (["hydrogen"], ["expert"], ["expert: [Зелёный водород] дорог, сырьё дешевле."]),
    (["jp", "kz"], ["author"], [
        "author: [Япония] обещает [Казахстану] до 3 трлн иен, это порядка 20 млрд долларов.",
        "author: [Токио] его не берёт.",
        "author: [Казахстан] и [Япония] подписали бумаги на 4 млрд долларов.",
    ]),
    (["coal"], ["reporter"], []),
    (["finance"], [], []),
])  # fmt: skip
def test_of_mentions(corpus, concepts, voices, expected):
    assert marked(evidence.of_mentions(corpus, Selection(), concepts, voices)) == expected


def test_of_mentions_keeps_the_selection(corpus):
    own = Selection(voices=("ministry",))
    assert marked(evidence.of_mentions(corpus, own, ["kz"])) == ["ministry: Министерство напоминает: «[Казахстан] продаёт уран Японии»."]
    assert marked(evidence.of_mentions(corpus, own, ["kz"], ["author"])) == []


def test_of_together(corpus):
    assert marked(evidence.of_together(corpus, Selection(), "uranium", "kz")) == [
        "ministry: Министерство напоминает: «[Казахстан] продаёт [уран] Японии».",
        "expert: [Казахстан] добывает [уран] и нефть.",
        "expert: На [урановый] рудник JBIC даёт свыше 3 млрд долларов.",
    ]


def test_of_quantities(corpus):
    assert marked(evidence.of_quantities(corpus, ["m2", "m6"])) == [
        "author: Япония обещает Казахстану [до 3 трлн иен], это [порядка 20 млрд долларов].",
        "author: Казахстан и Япония подписали бумаги на [4 млрд долларов].",
    ]
    assert evidence.of_quantities(corpus, []).rows.empty


def test_of_words_and_terms(corpus):
    assert marked(evidence.of_words(corpus, Selection(), "порт", ["author"])) == [
        "author: [Порт] ждёт груз.",
        "author: Нефть идёт через [порт].",
    ]
    assert marked(evidence.of_terms(corpus, Selection(), [("news", 1), ("column", 8)], ["груз"])) == ["author: Порт ждёт [груз]."]
    assert evidence.of_terms(corpus, Selection(), [], ["груз"])[1:] == (0, 0, 0, 0, 0)


def test_place_and_neighbours(corpus):
    row = evidence.of_mentions(corpus, Selection(), ["green_hydrogen"]).rows.iloc[0]
    assert (row["article_id"], row["title"], row["outlet"], row["turn_kind"], row["passage"], row["passages"]) == (
        "interview",
        "Беседа",
        "Вестник",
        "answer",
        5,
        5,
    )
    assert (row["before"], row["after"]) == ("Энергетика растёт на 40 %.", None)
    every = evidence.of_mentions(corpus, Selection()).rows
    assert {type(text) for side in ("before", "after", "outlet") for text in every[side]} == {str, type(None)}
    quoted = evidence.of_mentions(corpus, Selection(), ["uranium"], ["ministry"]).rows.iloc[0]
    assert (quoted["turn_kind"], quoted["role"], quoted["outlet"], quoted["passage"]) == ("quote", "quoted", None, 3)


def test_pages(corpus):
    whole = evidence.of_mentions(corpus, Selection())
    assert whole[1:] == (len(whole.rows), sum(map(len, whole.rows["marks"])), 10 - 1, 3, 3)  # only a heading names nothing
    pages = [evidence.of_mentions(corpus, Selection(), limit=4, offset=offset) for offset in range(0, 24, 4)]
    assert [page[1:] for page in pages] == [whole[1:]] * 6
    assert [text for page in pages for text in page.rows["text"]] == list(whole.rows["text"])
    assert pages[-1].rows.empty
    assert list(pages[-1].rows) == list(whole.rows)
