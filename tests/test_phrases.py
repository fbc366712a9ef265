"""Recurring phrases: what is one, where it stands, what it is called. «[…]» are the places of one phrase, «|» its label."""

import pytest
from tiny import rows

from svodka.frames.build import build
from svodka.frames.store import Corpus
from svodka.text.noun_terms import listed, noun_term


@pytest.fixture
def phrases(tmp_path):
    """Builds articles of the given texts and answers with every place of a phrase: its label, and the words that stand there."""

    def found(*texts: str) -> list[tuple[str, str]]:
        source, out = tmp_path / "articles", tmp_path / "tables"
        source.mkdir()
        for number, text in enumerate(texts):
            (source / f"a{number}.txt").write_text(text + "\n", encoding="utf-8")
        build(source, out, model=False)
        told = Corpus.open(out).query(
            """SELECT label, substr(text, start + 1, stop - start) AS said FROM phrases JOIN articles USING (article_id)
            ORDER BY article_id, start, stop"""
        )
        return rows(told, "label", "said")

    return found


@pytest.mark.parametrize(("forms", "patterns", "number", "written"), [
    ("мягкой силой", ("AN",), "sing", "мягкая сила"),
    ("цепочками поставок", ("NN",), "plur", "цепочки поставок"),
    ("цепочки поставок", ("NN",), "plur", "цепочки поставок"),
    ("цепочки поставок", ("NN",), "sing", "цепочка поставок"),
    ("критически важных минералах", ("DAN",), "plur", "критически важные минералы"),
    ("глобальную цепочку поставок", ("ANN",), "sing", "глобальная цепочка поставок"),
    ("развитии цифровой экономики", ("NAN",), "sing", "развитие цифровой экономики"),
    ("среднего коридора", ("AN", "NN"), "sing", "средний коридор"),
    ("возобновляемых источников", ("AN",), "plur", "возобновляемые источники"),
    ("мягкий силы", ("AN",), "sing", None),  # no agreement
    ("поставок цепочкам", ("NN",), "plur", None),  # no genitive
])  # fmt: skip
def test_listed(forms, patterns, number, written):
    words = tuple(forms.split())
    assert (noun_term(words, patterns) is None) == (written is None)
    assert listed(words, patterns, number) == tuple((written or forms).split())


def test_every_place_is_found_in_any_case(phrases):
    found = phrases("Мягкая сила растёт. Он верит в мягкую силу.", "Без мягкой силы трудно.")
    assert found == [("мягкая сила", "Мягкая сила"), ("мягкая сила", "мягкую силу"), ("мягкая сила", "мягкой силы")]


def test_two_places_in_one_article_are_too_few(phrases):
    assert phrases("Мягкая сила растёт. Он верит в мягкую силу.", "Порт пуст.") == []


def test_number_is_the_usual_one_and_so_are_capitals(phrases):
    chains = "Они строят цепочки поставок. Цепочка поставок длинна. О цепочках поставок спорят. Цепочек поставок мало."
    assert {label for label, _ in phrases(chains, "Он был у Белого дома. Белый дом молчит.", "Совет при Белом доме.")} == {
        "цепочки поставок",
        "Белый дом",
    }


@pytest.mark.parametrize("text", [
    "Пришла мягкая, сила росла.",  # a sign between them
    "Стала мягкой.\nСила росла.",  # two paragraphs
    "Мягкая и сила росли.",  # a stop word between them
    "Новая задача решена.",  # stop words themselves
    "Встреча прошла: Иванов Казахстана не видел.",  # names of a person and a place
    "Столица Казахстана растёт.",  # a place in the genitive
])  # fmt: skip
def test_no_phrase(phrases, text):
    assert phrases(text, text, text) == []


# Words enough around a phrase that its own do not meet by chance.
AROUND = " Он шёл и пел, она ехала и молчала, они спорили, мы ждали, вы искали, дождь лил, ветер выл, снег таял, лёд трещал." * 3


def test_a_place_with_its_adjective_is_one(phrases):
    assert {label for label, _ in phrases("Через Красное море идут суда." + AROUND, "У Красного моря тепло.")} == {"Красное море"}


def test_a_stop_word_may_stand_behind_an_adverb(phrases):
    text = "Для страны нужны критически важные минералы."
    assert phrases(text + AROUND, text) == [("критически важные минералы", "критически важные минералы")] * 2


def test_a_part_that_never_stands_alone_is_no_phrase(phrases):
    text = "Вырос спрос на глобальные цепочки поставок."
    assert {label for label, _ in phrases(text, text, text + AROUND)} == {"глобальные цепочки поставок"}


def test_a_part_that_stands_alone_is_counted_wherever_it_is(phrases):
    long, short = "Они строят глобальные цепочки поставок.", "Нет цепочек поставок."
    found = [label for label, _ in phrases(long, long, short, short + AROUND)]
    assert (found.count("цепочки поставок"), found.count("глобальные цепочки поставок")) == (4, 2)


def test_words_that_meet_by_chance_are_none(phrases):
    """Both are everywhere, so that they meet three times says nothing."""
    assert (
        phrases("Сила порта растёт. " + "Сила растёт, порт растёт. " * 9, *["Сила порта пуста. " + "Порт пуст, сила пуста. " * 9] * 2) == []
    )


def test_seeds(seeds):
    labels = set(seeds.query("SELECT DISTINCT label FROM phrases")["label"])
    assert {"мягкая сила", "редкоземельные металлы", "искусственный интеллект", "человеческий капитал", "Средний коридор"} <= labels
    assert len(labels) == len(set(seeds.query("SELECT DISTINCT phrase FROM phrases")["phrase"]))
    named = seeds.query(
        """SELECT label FROM phrases p JOIN names n ON n.article_id = p.article_id AND n.start < p.stop AND p.start < n.stop
        WHERE n.kind = 'PER'"""
    )
    assert named.empty
    spans = seeds.query("SELECT substr(text, p.start + 1, p.stop - p.start) AS said FROM phrases p JOIN articles USING (article_id)")[
        "said"
    ]
    assert spans.map(lambda said: said.replace(" ", "").replace("-", "").isalpha()).all()
