"""What asserts the same and what must stay apart: by the fields of statements, and by texts on other subjects than the five articles."""

import itertools
import random

import pytest

from svodka.frames import claims
from svodka.frames.build import analyse, lexicon
from svodka.frames.likeness import DOLLARS, PERIOD, Statement, differing, link, number, reach
from svodka.frames.origins import origins
from svodka.frames.statements import Said
from svodka.frames.verdicts import slot, verdicts

ABOUT_TWO = ("chile", "germany")
KNOWN = {"payer": "germany", "place": "chile", "measure": "loan", "status": "plan"}


def statement(id_="a", low=None, high=None, shape="exact", unit="EUR", usd=None, period=None, context=(), main=ABOUT_TWO, **fields):
    """A statement in an article of its own; `low` alone is an exact number unless a shape says otherwise."""
    if shape in ("exact", "about") and high is None:
        high = low
    intervals = {unit: reach(low, high, shape), DOLLARS: usd and reach(usd, usd, "about"), PERIOD: period}
    told = number(low, high)
    return Statement(
        id_, id_, id_, (id_,), fields, {name: value for name, value in intervals.items() if value}, {unit: told} if told else {},
        frozenset(context) | {*main}, main,
    )  # fmt: skip


def joined(*statements):
    """The ids of the statements, by claim."""
    return [[member.id for member in group.members] for group in claims.grouped(statements)]


@pytest.mark.parametrize(("one", "other"), [
    ({"low": 2.4e9}, {"low": 2.4e9, "shape": "more"}),  # «2,4 млрд» and «свыше 2,4 млрд»
    ({"low": 2.4e9}, {"low": 2.36e9}),  # 2,36 rounds to 2,4
    ({"low": 9e9, "shape": "about"}, {"low": 9.6e9}),
    ({"low": 2e9, "high": 3e9, "shape": "range"}, {"low": 2.5e9}),
    ({"low": None, "high": 500e6, "shape": "up_to"}, {"low": 500e6, "shape": "about"}),
    ({"low": 90e9, "unit": "JPY", "usd": 600e6}, {"low": 620e6, "unit": "USD", "usd": 620e6}),  # two currencies
])  # fmt: skip
def test_numbers_within_reach_are_one(one, other):
    assert joined(statement("a", **KNOWN, **one), statement("b", **KNOWN, **other)) == [["a", "b"]]


@pytest.mark.parametrize(("one", "other"), [
    ({"low": 2.4e9}, {"low": 2.6e9}),
    ({"low": 1e9}, {"low": 1.4e9}),  # a lone digit does not reach so far
    ({"low": 3e9, "shape": "more"}, {"low": 9e9}),  # true of both, said of neither
    ({"low": 9e9, "shape": "about"}, {"low": 12e9, "shape": "about"}),
    ({"shape": "vague"}, {"shape": "vague"}),  # «миллиарды» and «миллиарды»
    ({"low": 5e9, "unit": "XXX"}, {"low": 5e9, "unit": "USD"}),
    ({"low": 90e9, "unit": "JPY", "usd": 600e6}, {"low": 90e9, "unit": "USD", "usd": 90e9}),
])  # fmt: skip
def test_numbers_out_of_reach_stay_apart(one, other):
    assert joined(statement("a", **KNOWN, **one), statement("b", **KNOWN, **other)) == [["a"], ["b"]]


@pytest.mark.parametrize(("field", "value"), [
    ("payer", "france"), ("place", "peru"), ("measure", "aid"), ("status", "fact"), ("resource", "copper"), ("rhythm", "annual"),
    ("recipient", "codelco"),
])  # fmt: skip
def test_a_stated_field_that_differs_keeps_them_apart_and_is_named(field, value):
    fields = {"resource": "lithium", "rhythm": "cumulative", "recipient": "enami"} | KNOWN
    one, other = statement("a", 2.4e9, **fields), statement("b", 2.4e9, **fields | {field: value})
    assert joined(one, other) == [["a"], ["b"]]
    assert differing(one.fields, other.fields) == [field]


def test_periods_that_do_not_meet_keep_them_apart():
    years = [(0.0, 365.0), (366.0, 730.0), (100.0, 500.0)]
    first, second, across = (statement(id_, 2.4e9, period=period, **KNOWN) for id_, period in zip("abc", years, strict=True))
    assert joined(first, second) == [["a"], ["b"]]
    assert joined(first, across) == [["a", "c"]]


@pytest.mark.parametrize(("one", "other"), [
    ({"low": 2.4e9, "measure": "loan"}, {"low": 2.4e9, "status": "plan"}),  # nobody names the sides, both articles are about the same two
    ({"low": 2.4e9, "payer": "germany"}, {"low": 2.4e9, "payer": "germany", "place": "chile"}),
    ({"low": 2.4e9, "payer": "kfw", "context": ["kfw"]}, {"low": 2.4e9, "context": ["kfw"]}),
    ({"low": 2e9, "payer": "germany"}, {"low": 2e9, "payer": "germany"}),
])  # fmt: skip
def test_what_is_unstated_may_be_meant(one, other):
    assert joined(statement("a", **one), statement("b", **other)) == [["a", "b"]]


@pytest.mark.parametrize(("one", "other"), [
    ({"low": 2.4e9}, {"low": 2.4e9, "main": ("chile", "spain")}),  # about others
    ({"low": 2.4e9, "main": ("chile",)}, {"low": 2.4e9, "main": ("chile",)}),  # one country is no relation
    ({"low": 2e9}, {"low": 2e9}),  # a round number
    ({"low": 2.4e9}, {"low": 2.3e9, "shape": "more"}),  # near is not enough
    ({"low": 2.4e9, "payer": "germany"}, {"low": 2.5e9, "payer": "germany", "shape": "about"}),
    ({"low": 2.4e9, "place": "peru"}, {"low": 2.4e9}),  # nobody speaks of Peru there
    ({"low": 2.4e9, "payer": "germany"}, {"low": 2.4e9, "payer": "germany", "main": ("germany", "peru")}),  # to whom, in the second?
    ({"low": 2.4e9, "resource": "copper"}, {"low": 2.4e9}),  # nobody speaks of copper there
    ({"low": 2.4e9, "measure": "price"}, {"low": 2.4e9}),
    ({"low": 2.4e9, "rhythm": "annual"}, {"low": 2.4e9}),
])  # fmt: skip
def test_silence_is_no_evidence(one, other):
    assert joined(statement("a", **one), statement("b", **other)) == [["a"], ["b"]]


def test_what_could_belong_to_either_of_two_claims_joins_neither():
    loan, aid = statement("a", 2.4e9, **KNOWN), statement("b", 2.4e9, **KNOWN | {"measure": "aid"})
    assert joined(loan, aid, statement("c", 2.4e9)) == [["a"], ["b"], ["c"]]


def test_no_chain_leads_from_a_number_to_one_out_of_its_reach():
    steps = [statement(id_, value, shape="about", **KNOWN) for id_, value in zip("abcd", (8e9, 9e9, 10e9, 12e9), strict=True)]
    for group in claims.grouped(steps):
        assert max(one.intervals["EUR"][0] for one in group.members) <= min(one.intervals["EUR"][1] for one in group.members)
    assert len(joined(*steps)) > 1


def test_order_changes_nothing():
    values = itertools.product((2.4e9, 2.41e9, 2.5e9, 3e9), ({}, KNOWN, {"payer": "germany"}, {"place": "chile", "measure": "aid"}))
    given = [statement(f"{at:02}", value, **fields) for at, (value, fields) in enumerate(values)]
    expected = joined(*given)
    for seed in range(5):
        random.Random(seed).shuffle(given)
        assert joined(*given) == expected


def test_a_thousand_echoes_are_linked_without_comparing_all_with_all(monkeypatch):
    compared = []
    monkeypatch.setattr(claims, "link", lambda one, other: compared.append(one) or link(one, other))
    assert len(joined(*(statement(f"{at:04}", 2.4e9, **KNOWN) for at in range(1_000)))) == 1
    assert len(compared) < 20_000


@pytest.mark.parametrize(("told", "sources"), [
    ([("a", "x", "одно"), ("b", "y", "другое")], 2),
    ([("a", "x", "одно"), ("a", "y", "другое")], 1),  # one article
    ([("a", "x", "одно"), ("b", "x", "другое")], 1),  # one voice, wherever it is quoted
    ([("a", "x", "сегодня завод получил два кредита на три млн евро от банка"),
      ("b", "y", "как пишут, завод получил два кредита на три млн евро от банка")], 1),  # copied
    ([("a", "x", "одно"), ("b", "y", "другое"), ("c", "x", "третье"), ("c", "y", "снова")], 1),  # c ties them
    ([("a", "x", "завод получил 3,5 млн евро"), ("b", "y", "завод получил 3,5 млн евро вчера")], 2),  # too short to tell
])  # fmt: skip
def test_origins(told, sources):
    assert origins(told) == sources


def row(value, sources=1, shape="exact", **stated):
    given = {
        "low": value,
        "high": None if shape == "more" else value,
        "shape": shape,
        "unit": "EUR",
        "period_from": None,
        "period_to": None,
    }
    return given | {"sources": sources, "slot": slot(given, stated)}


@pytest.mark.parametrize(("one", "other", "expected"), [
    ((2.4e9, KNOWN), (3.1e9, KNOWN), ["disputed", "disputed"]),
    ((2.4e9, KNOWN), (2.4e9, KNOWN | {"place": "peru"}), ["incomparable", "incomparable"]),
    ((2.4e9, KNOWN), (3.1e9, KNOWN | {"place": "peru"}), ["single", "single"]),
    ((2.4e9, KNOWN), (3.1e9, {"payer": "germany"}), ["single", "single"]),  # too little is stated to contradict
    ((2e9, KNOWN), (2e9, dict.fromkeys(KNOWN, "other")), ["single", "single"]),  # a round number
    ((2e9, KNOWN), (2e9, KNOWN | {"measure": "aid"}), ["incomparable", "incomparable"]),
])  # fmt: skip
def test_verdicts(one, other, expected):
    pairs = (one, other)
    assert verdicts([row(value, **stated) for value, stated in pairs], [{"a"}, {"b"}], [stated for _, stated in pairs]) == expected


def test_an_open_end_contradicts_nothing_beyond_it_and_an_article_not_itself():
    rows = [row(2.4e9, shape="more", **KNOWN), row(9e9, **KNOWN)]
    assert verdicts(rows, [{"a"}, {"b"}], [KNOWN, KNOWN]) == ["single", "single"]
    rows = [row(2.4e9, **KNOWN), row(9e9, sources=2, **KNOWN)]
    assert verdicts(rows, [{"a"}, {"a", "b"}], [KNOWN, KNOWN]) == ["single", "confirmed"]


LOAN = "Германия и Чили обсудили энергетику. Германия выделила Чили кредит на 2,4 млрд евро. Чили ждёт Германию."


@pytest.mark.parametrize(("text", "expected"), [
    ("Чили и Германия снова вместе. Кредит от Германии для Чили превысил 2,4 млрд евро.", [["0", "1"]]),
    ("Германия и Чили спорят. Кредит Германии на 2,4 млрд евро Чили помнит.", [["0", "1"]]),
    ("Перу и Германия. Германия выделила Перу кредит на 2,4 млрд евро.", [["0"], ["1"]]),  # place
    ("Чили и Германия. Германия ежегодно выделяет Чили кредит на 2,4 млрд евро.", [["0"], ["1"]]),  # every year
    ("Чили и Германия. Германия пообещала Чили кредит на 2,4 млрд евро.", [["0"], ["1"]]),  # a plan
    ("Чили и Германия. Германия выделила Чили кредит на 2,4 млрд долларов.", [["0"], ["1"]]),  # dollars, and no rate is known
    ("Чили и Германия. Экспорт меди из Чили принёс 2,4 млрд евро.", [["0"], ["1"]]),  # trade
    ("Чили и Германия. Германия обещает Чили 300 млн евро (порядка $350 млн).", [["0"], ["1", "1"]]),  # one claim in two currencies
])  # fmt: skip
def test_texts(text, expected, tmp_path):
    said = Said(lexicon().concepts)
    for number_, told in enumerate((LOAN, text)):
        path = tmp_path / f"{number_}.txt"
        path.write_text(f"Заголовок\nАвтор: {('Анна Ким', 'Олег Цой')[number_]}\n{told}\n", encoding="utf-8")
        said.add(analyse([path], {}).tables)
    found = claims.tables(said)
    articles = {}
    for pair in found["claim_quantities"].to_pylist():
        articles.setdefault(pair["claim_id"], []).append(pair["quantity_id"].partition(":")[0])
    assert list(articles.values()) == expected
    assert found["claims"]["sources"].to_pylist() == [len(set(carrying)) for carrying in expected]


def test_a_question_asserts_nothing(tmp_path):
    path = tmp_path / "talk.txt"
    asked = "– Правда ли, что Чили получит 5 млрд евро?\n– Нет, Чили получит 2,4 млрд евро.\n– А когда это будет?\n– Скоро, я уверен.\n"
    path.write_text(f"Разговор\n{asked}", encoding="utf-8")
    batch = analyse([path], {}).tables
    said = Said(lexicon().concepts)
    said.add(batch)
    assert "question" in batch["turns"]["kind"].to_pylist()
    assert [one.numbers for one in said.statements] == [{"EUR": (2.4e9, 2.4e9)}]


def test_the_five_articles(seeds):
    """One package carried by two articles, the agency's 3.7 bn apart from it, one pledge in two currencies."""
    of = dict(seeds.query("SELECT quantity_id, claim_id FROM claim_quantities").itertuples(index=False))
    spoken = dict(seeds.query("SELECT article_id || ' ' || text, quantity_id FROM quantities WHERE kind = 'money'").itertuples(index=False))
    package = of[spoken["yolchuev свыше 3,7 млрд долларов"]]
    assert package == of[spoken["badamov 3,7 миллиарда долларов"]]
    assert package != of[spoken["kurbanov-guseynov $3,7 млрд"]]
    assert of[spoken["velizade до 3 трлн иен"]] == of[spoken["velizade порядка $20 млрд"]]
    told = seeds.query("SELECT mentions, voices, sources, verdict, status, shape FROM claims WHERE claim_id = $id", {"id": package})
    assert list(told.itertuples(index=False, name=None)) == [(2, 2, 2, "confirmed", "signed", "more")]
