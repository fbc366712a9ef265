"""What an amount of money is: «[5 млн долларов|allocated payer=japan]» marks the amount and the facts of it that are not None."""

import re
from datetime import date

import pytest

from svodka.text import dates, quantities
from svodka.text.lexicon import Lexicon
from svodka.text.money import Facts, describe
from svodka.text.sentences import sentences
from svodka.text.tokens import tokenize

MARKED = re.compile(r"\[([^\]|]+)\|([^\]]*)\]")
TODAY = date(2025, 12, 20)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def written(facts: Facts) -> str:
    """The facts as the tables below have them."""
    named = [f"{field}={getattr(facts, field)}" for field in ("payer", "recipient", "resource", "place") if getattr(facts, field)]
    period = [f"{facts.period_from}..{facts.period_to}"] if facts.period_from else []
    return " ".join(filter(None, [facts.measure, facts.status, *named, *period]))


def check(lexicon: Lexicon, case: str, reference: date | None = None) -> None:
    text = MARKED.sub(r"\1", case)
    tokens = tokenize(text)
    mentions, days = lexicon.find(text, tokens), dates.find(text, tokens, reference)
    money = [one for one in quantities.find(text, tokens) if one.kind == "money"]
    told, done = [], 0
    for one in money:
        sentence = next(span for span in sentences(text) if span.start <= one.start < span.stop)
        facts = describe(text, one, sentence, tokens, mentions, days)
        told += [text[done : one.start], f"[{text[one.start : one.stop]}|{written(facts)}]"]
        done = one.stop
    assert "".join([*told, text[done:]]) == case


GIVING = [
    "Япония выделила Узбекистану [5 млн долларов|allocated payer=japan recipient=uzbekistan].",
    "Япония не выделила Узбекистану [5 млн долларов|].",
    "Япония выделит Узбекистану [5 млн долларов|announced payer=japan recipient=uzbekistan].",
    "Узбекистану выделено [5 млн долларов|allocated recipient=uzbekistan].",
    "Японией выделено [5 млн долларов|allocated payer=japan place=tajikistan] на ремонт дорог в Таджикистане.",
    "Всемирный банк одобрил кредит Кыргызстану на [50 млн долларов|loan allocated payer=world_bank recipient=kyrgyzstan].",
    "Азиатский банк развития предоставит Таджикистану грант в размере [$40 млн|aid announced payer=adb recipient=tajikistan].",
    "Грант ЕС в [10 млн евро|aid payer=eu] пойдёт на школы.",
    "Таджикистан получил от Китая грант на [20 млн долларов|aid disbursed payer=china recipient=tajikistan].",
    "Правительство Японии перечислило [3 млрд иен|disbursed payer=japan] фонду.",
    "Японское правительство перечислило [3 млрд иен|disbursed payer=japan] фонду.",
    "Японская сторона выделяет [3 млрд иен|allocated payer=japan].",
    "Из бюджета Казахстана потрачено [200 млрд тенге|disbursed payer=kazakhstan].",
    "ЕБРР профинансировал проекты в Казахстане на [$900 млн|disbursed payer=ebrd place=kazakhstan].",
    "Помощь выросла: [$5 млн|aid allocated payer=japan], выделенных Японией, уже потрачены.",
    "Гуманитарная помощь Франции составила [$12 млн|aid].",  # дала или получила?
    "Если Япония выделит [5 млн долларов|], дорогу построят.",
    "Япония могла бы выделить [5 млн долларов|].",
]
INVESTING = [
    "Япония вложила в экономику Казахстана [9 млрд долларов|investment invested payer=japan recipient=kazakhstan].",
    "Китай планирует инвестировать [$2 млрд|investment announced payer=china] в новые дороги.",
    "Китай намерен инвестировать [$2 млрд|investment announced payer=china] в новые дороги.",
    "В 2024 году инвестиции Китая в Казахстан составили "
    "[$3 млрд|investment invested payer=china recipient=kazakhstan 2024-01-01..2024-12-31].",
    "Китайские инвестиции достигли [$3 млрд|investment invested payer=china].",
    "Объём прямых иностранных инвестиций [превысил 15 млрд долларов|investment invested].",
    "Казахстан привлёк [15 млрд долларов|investment invested recipient=kazakhstan] прямых инвестиций.",
    "Компания «Алтын» вложила [500 млн тенге|investment invested payer=Алтын] в завод.",
    "Корпорация Atlas Metals вложит [$500 млн|investment announced payer=Atlas Metals resource=copper] в добычу меди.",
    "Инвестором выступит Atlas Metals, вложившая [$500 млн|investment invested payer=Atlas Metals] в завод.",
    "Atlas Metals, которая вложила [$500 млн|investment invested payer=Atlas Metals] в завод, довольна.",
    "Франция остаётся крупным инвестором Узбекистана, вложив [2 млрд евро|investment invested payer=france recipient=uzbekistan].",
    "Завод построили с инвестициями [$30 млн|investment].",
    "В проект вложено [30 млн евро|investment invested].",
    "Иностранный банк вложил [30 млн евро|investment invested].",
    "Инвестиционный портфель банка достиг [30 млн евро|investment invested].",
]
PLEDGING = [
    "Южная Корея пообещала направить [$1 млрд|pledged payer=south_korea] на развитие региона.",
    "Южная Корея взяла обязательства на [$1 млрд|pledged].",
    "Лидеры обсудили торговлю, и Южная Корея пообещала выделить [$1 млрд|pledged payer=south_korea].",
    "США анонсировали инвестиции в размере [$7 млрд|investment announced payer=usa].",
    "Стороны подписали соглашения на [7 млрд долларов|signed].",
    "Было подписано 20 соглашений на общую сумму [7 млрд долларов|signed].",
    "Контракт на [300 млн евро|signed place=kazakhstan] подписан в Астане.",
    "Подписанные документы на сумму [7 млрд долларов|signed] вступили в силу.",
    "Запасы оценивают в [7 млрд долларов|estimated].",
    "По оценкам экономистов, товарооборот достигнет [7 млрд долларов|trade estimated].",
]
TELLING = [
    "Товарооборот между Казахстаном и Китаем составил [44 млрд долларов|trade].",
    "Торговый оборот двух стран вырос до [44 млрд долларов|trade].",
    "Объём взаимной торговли в 2023 году достиг [44 млрд долларов|trade 2023-01-01..2023-12-31].",
    "Экспорт урана [превысил 3 млрд долларов|trade resource=uranium].",
    "Цена нефти упала до [60 долларов|price resource=oil] за баррель.",
    "Стоимость проекта — [2 млрд долларов|price].",
    "Завод стоимостью [2 млрд долларов|price place=uzbekistan] построят в Узбекистане.",
    "Завод обошёлся в [2 млрд долларов|price].",
    "Компания купила рудник за [2 млрд долларов|price].",
    "Выручка компании составила [2 млрд долларов|revenue].",
    "Чистая прибыль за первое полугодие 2025 года достигла [2 млрд тенге|revenue 2025-01-01..2025-06-30].",
    "Бюджет программы равен [2 млрд тенге|budget].",
    "Дефицит бюджета составил [2 трлн тенге|budget].",
    "Внешний долг страны достиг [160 млрд долларов|debt].",
    "Долг Кыргызстана перед Китаем — [1,7 млрд долларов|debt place=kyrgyzstan].",
    "Суд назначил штраф в [5 млн тенге|other].",
    "Ущерб от паводка оценили в [5 млрд тенге|other estimated].",
    "Банк выдал [5 млрд тенге|loan disbursed] кредитов.",
    "Завод взял [5 млрд тенге|loan] в виде кредита.",
    "Компания потратила на погашение долга [5 млн долларов|disbursed].",
    "Он нашёл [5 долларов|].",
    "Налоговые поступления составили [5 трлн тенге|revenue].",
]
SEVERAL = [
    "Французская Orano вложит [$214 млн|investment announced payer=orano resource=uranium place=uzbekistan] в добычу урана в Узбекистане, "
    "а американская Atlas Metals анонсирует [млрд вложения|investment announced payer=Atlas Metals resource=tungsten place=kazakhstan] "
    "в вольфрамовые месторождения Казахстана.",
    "Турция вложила в Казахстан [5 млрд долларов|investment invested payer=turkey recipient=kazakhstan], "
    "а Китай — [2 млрд|investment invested payer=china].",
    "Япония выделила [5 млн долларов|allocated payer=japan], а Китай вложил [7 млн долларов|investment invested payer=china].",
    "Экспорт составил [5 млрд долларов|trade], импорт — [7 млрд долларов|trade].",
    "Китай растёт. Экспорт велик. Япония выделила [5 млн долларов|allocated payer=japan]. "
    "В Узбекистане вложили [7 млн долларов|investment invested place=uzbekistan].",
    "Товарооборот растёт. В 2024 году он составил [2 млрд долларов|trade 2024-01-01..2024-12-31].",
    "Торговля растёт. Рынок мал. Он стоит [2 млрд долларов|price].",
    "Торговля растёт. Рынок велик и равен, он достиг [2 млрд долларов|].",
    "Япония и Китай выделили [5 млн долларов|allocated].",
    "Товарооборот вырос с [3 млрд долларов|trade 2022-01-01..2022-12-31] в 2022 году до "
    "[5 млрд долларов|trade 2024-01-01..2024-12-31] в 2024 году.",
]


@pytest.mark.parametrize("case", [*GIVING, *INVESTING, *PLEDGING, *TELLING, *SEVERAL])
def test_describe(lexicon, case):
    check(lexicon, case)


@pytest.mark.parametrize(
    "case",
    [
        "По итогам переговоров было подписано около 40 соглашений на общую сумму [свыше 3,7 млрд долларов|signed].",
        "Япония входит в десятку крупнейших инвесторов Казахстана, инвестировав "
        "[порядка 9 млрд долларов|investment invested payer=japan recipient=kazakhstan].",
        "Он забрал инвестиции в размере [3,7 миллиарда долларов|investment], договорился о трансфере технологий.",
        "Япония пообещала направить [до 3 трлн иен|pledged payer=japan place=central_asia 2025-12-20..2030-12-20] - "
        "[порядка $20 млрд|pledged payer=japan place=central_asia 2025-12-20..2030-12-20] - на реализацию бизнес-проектов в ЦА "
        "в течение ближайших пяти лет с опорой на инструменты официальной помощи.",
        "Только в Узбекистане, по дипломатическим данным, Японское агентство международного сотрудничества (JICA) поддержало проекты на "
        "сумму [$3,7 млрд|allocated payer=jica place=uzbekistan].",
        "Пока Токио оценивает риски, французская Orano инвестирует "
        "[$214 млн|investment invested payer=orano resource=uranium place=uzbekistan] "
        "в добычу урана в Узбекистане, а американская Cove Capital анонсирует "
        "[млрд вложения|investment announced payer=cove_capital resource=tungsten place=kazakhstan] "
        "в вольфрамовые месторождения Казахстана.",
    ],
)
def test_the_seeds(lexicon, case):
    check(lexicon, case, TODAY)
