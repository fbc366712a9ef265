"""What an amount of money is: «[5 млн долларов|allocated payer=japan]» marks the amount and the facts of it that are not None."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svodka.frames.schema import FACTS
from svodka.text import dates, quantities
from svodka.text.grammemes import lemmas
from svodka.text.lexicon import Lexicon
from svodka.text.money import Facts, describe
from svodka.text.money_cues import MEASURES, STATUSES, cues
from svodka.text.sentences import sentences
from svodka.text.tokens import tokenize

MARKED = re.compile(r"\[([^\]|]+)\|([^\]]*)\]")
TODAY = date(2025, 12, 20)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def told(lexicon: Lexicon, text: str, reference: date | None = None) -> list[tuple[quantities.Quantity, Facts]]:
    """The amounts of money of a text with their facts."""
    tokens = tokenize(text)
    mentions, days = lexicon.find(text, tokens), dates.find(text, tokens, reference)
    money = [one for one in quantities.find(text, tokens) if one.kind == "money"]
    spans = sentences(text)
    homes = [next(span for span in spans if span.start <= one.start < span.stop) for one in money]
    return [(one, describe(text, one, home, tokens, mentions, days, money)) for one, home in zip(money, homes, strict=True)]


def written(facts: Facts) -> str:
    """The facts as the tables below have them."""
    named = [f"{field}={getattr(facts, field)}" for field in ("payer", "recipient", "resource", "place") if getattr(facts, field)]
    period = [f"{facts.period_from}..{facts.period_to}"] if facts.period_from else []
    return " ".join(filter(None, [facts.measure, facts.status, *named, *period]))


def check(lexicon: Lexicon, case: str, reference: date | None = None) -> None:
    text = MARKED.sub(r"\1", case)
    parts, done = [], 0
    for one, facts in told(lexicon, text, reference):
        parts += [text[done : one.start], f"[{text[one.start : one.stop]}|{written(facts)}]"]
        done = one.stop
    assert "".join([*parts, text[done:]]) == case


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
    "Контракт на [300 млн евро|signed] подписан в Астане.",
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
    "В 2024 году на дороги в Узбекистане дали [3 млн долларов|disbursed place=uzbekistan 2024-01-01..2024-12-31], "
    "на добычу меди — [2 млн долларов|disbursed resource=copper place=uzbekistan 2024-01-01..2024-12-31].",
    "Япония и Китай выделили [5 млн долларов|allocated].",
    "Товарооборот вырос с [3 млрд долларов|trade 2022-01-01..2022-12-31] в 2022 году до "
    "[5 млрд долларов|trade 2024-01-01..2024-12-31] в 2024 году.",
]
NEWS = [
    "Китайская компания построит в Казахстане завод за [300 млн долларов|place=kazakhstan].",
    "В 2025 году Узбекистан экспортировал золота на [7 млрд долларов|trade resource=gold 2025-01-01..2025-12-31].",
    "Саудовская ACWA Power вложит [5 млрд долларов|investment announced payer=acwa_power resource=wind place=uzbekistan] в "
    "ветряные станции Узбекистана.",
    "Туркменистан поставит в Китай газ на [9 млрд долларов|trade resource=natural_gas].",
    "Минфин США выделил Украине [1 млрд долларов|aid allocated payer=usa recipient=ukraine] помощи.",
    "ЕС готов инвестировать [12 млрд евро|investment announced payer=eu recipient=central_asia] в Центральную Азию в рамках "
    "программы «Глобальные ворота».",
    "Общий объём инвестиций, как ожидается, составит [4 млрд долларов|investment estimated].",
    "По словам министра, на проект уже потрачено [40 млрд тенге|disbursed].",
    "Планируется, что в строительство дороги вложат [1,2 млрд долларов|investment announced].",
    "Всемирный банк и Кыргызстан подписали соглашение о гранте на [20 млн долларов|aid signed].",
    "Стоимость контракта не раскрывается, но эксперты оценивают её в [150 млн долларов|estimated].",
    "Иностранные инвесторы вывели из страны [3 млрд долларов|].",
    "За январь–сентябрь 2025 года экспорт меди из Казахстана в Китай вырос до [2,1 млрд долларов|trade resource=copper "
    "2025-01-01..2025-09-30].",
    "Индия предоставила Монголии кредитную линию на [1 млрд долларов|loan allocated payer=india recipient=mongolia resource=oil] "
    "для строительства нефтеперерабатывающего завода.",
    "Южнокорейские компании инвестировали в экономику Узбекистана [более 7 млрд долларов|investment invested payer=south_korea "
    "recipient=uzbekistan].",
    "Инвестиции Южной Кореи в Узбекистан [превысили 7 млрд долларов|investment invested payer=south_korea recipient=uzbekistan].",
    "Прямые иностранные инвестиции в Казахстан в 2023 году составили [23,4 млрд долларов|investment invested "
    "recipient=kazakhstan 2023-01-01..2023-12-31].",
    "На долю Нидерландов пришлось [5,5 млрд долларов|investment invested] инвестиций.",
    "Внешний долг Кыргызстана на 1 января 2025 года составлял [5 млрд долларов|debt place=kyrgyzstan].",
    "Правительство Казахстана направит [150 млрд тенге|announced payer=kazakhstan] на ремонт школ.",
    "Из Нацфонда в бюджет перечислили [2 трлн тенге|disbursed].",
    "Газпром заплатит Узбекистану [100 млн долларов|announced payer=gazprom recipient=uzbekistan resource=natural_gas] за газ.",
    "Ущерб оценивается в [20 млн долларов|other estimated].",
    "Турция инвестировала в Казахстан [5 млрд долларов|investment invested payer=turkey recipient=kazakhstan], а Казахстан в "
    "Турцию — [2 млрд|investment invested payer=kazakhstan].",
    "В ходе форума заключены контракты на [2,5 млрд евро|signed].",
    "Япония выделяет на эти цели [2 млрд иен|allocated payer=japan] ежегодно.",
    "Бюджет Казахстана на 2026 год предусматривает [27 трлн тенге|budget place=kazakhstan 2026-01-01..2026-12-31] расходов.",
    "Выручка Казатомпрома за первое полугодие 2025 года выросла на 10% и составила [800 млрд тенге|revenue 2025-01-01..2025-06-30].",
    "Цена на уран поднялась до [80 долларов|price resource=uranium] за фунт.",
    "Золотовалютные резервы страны [превысили 60 млрд долларов|other].",
    "«Мы вложим в регион [10 млрд евро|investment announced]», — заявила глава Еврокомиссии Урсула фон дер Ляйен.",
    "Урсула фон дер Ляйен объявила о пакете инвестиций в [12 млрд евро|investment announced recipient=central_asia] для стран "
    "Центральной Азии.",
    "Казахстан получит от ЕБРР заём на [250 млн евро|loan announced payer=ebrd recipient=kazakhstan] на модернизацию ТЭЦ.",
    "Россия и Узбекистан договорились о строительстве АЭС за [2 млрд долларов|announced].",
    "США намерены вложить в добычу вольфрама в Казахстане [1,1 млрд долларов|investment announced payer=usa resource=tungsten "
    "place=kazakhstan].",
    "Суд обязал компанию выплатить [5 млн долларов|other] штрафа.",
    "Дубайский DP World инвестирует в порт Актау [300 млн долларов|investment invested payer=dp_world].",
    "Товарооборот Казахстана и России достиг [28 млрд долларов|trade], в том числе экспорт — [9 млрд долларов|trade].",
    "Экспорт Узбекистана в 2024 году достиг [26,9 млрд долларов|trade place=uzbekistan 2024-01-01..2024-12-31], импорт — [39 "
    "млрд долларов|trade place=uzbekistan 2024-01-01..2024-12-31].",
    "Китай пообещал странам региона [26 млрд юаней|pledged payer=china] финансовой поддержки и грантов.",
    "Китай предоставит странам Центральной Азии финансовую помощь на [26 млрд юаней|aid announced payer=china recipient=central_asia].",
    "В Актау открыли завод стоимостью [7 млрд тенге|price place=aktau], построенный на средства турецкого инвестора.",
    "Инвестор из ОАЭ вложит [3 млрд долларов|investment announced].",
    "Японская Sumitomo и казахстанский Казатомпром вложили в завод [50 млн долларов|investment invested].",
    "Правительство одобрило выделение Таджикистану [30 млн долларов|allocated recipient=tajikistan].",
    "Таджикистан должен Китаю [1 млрд долларов|debt payer=tajikistan recipient=china].",
    "Сумма соглашений, подписанных в ходе визита, достигла [15 млрд долларов|signed].",
    "Китай отказался дать Пакистану кредит на [3 млрд долларов|loan].",
    "Правительство Казахстана планирует занять [3 млрд долларов|debt announced recipient=kazakhstan].",
    "Евросоюз обещал Украине [50 млрд евро|pledged payer=eu recipient=ukraine].",
    "Shell продала активы в Нигерии за [2,4 млрд долларов|price place=nigeria].",
    "Прямые инвестиции из России в Казахстан составили [4 млрд долларов|investment invested payer=russia recipient=kazakhstan].",
    "Из [5 млрд долларов|] Узбекистан освоил только [3 млрд долларов|disbursed payer=uzbekistan].",
    "Компания задолжала бюджету [3 млн долларов|debt].",
    "Поставки урана в Китай достигли [3 млрд долларов|trade resource=uranium].",
    "Нацбанк продал [500 млн долларов|], дорога обошлась Грузии в [300 млн лари|price].",
    "Объём торговли России с Китаем вырос до [240 млрд долларов|trade].",
    "Инвестиции из Японии достигли [8 млрд долларов|investment invested payer=japan].",
    "Доходы республиканского бюджета составили [12 трлн тенге|revenue].",
]
SPANS = [  # the words that tell each fact of the last amount
    "Правительство [Норвегии|payer] [выделит|status] [Гане|recipient] 4 млн долларов.",
    "В [2019 году|period] [инвестиции|measure] [Бразилии|payer] в [Анголу|recipient] [составили|status] 4 млрд долларов.",
    "Холдинг «[Северный свет|payer]» [вложит|measure status] 4 млрд рублей в добычу [никеля|resource] в [Мурманске|place].",
    "Компания [Nordic Timber|payer] [купила|measure] лесопилку за 4 млн евро.",
    "Мост построят за 4 млн евро, [выделенных|status] [Данией|payer].",
    "Норвегия [дала|status] Кении 2 млн долларов, а [датское|payer] правительство — 4 млн.",  # «дала» is meant again
    "Цены стоят. [Экспорт|measure] растёт. В [2021 году|period] он достиг 4 млрд евро.",  # «он» stands for it
    "[Египет|recipient] [получил|status] от [Италии|payer] [заём|measure] на 4 млрд евро.",
    "По [оценкам|status] аналитиков, добыча [лития|resource] в [Боливии|place] потребует [вложений|measure] в 4 млрд долларов.",
    "[Египет|payer] [обещал|status] 4 млрд фунтов в течение [ближайших трёх лет|period].",  # from a day that is not known
    "[Подписанные|status] контракты на 4 млрд евро рассчитаны до [2031 года|period].",
]
WORDS = """Япония Казахстан Узбекистане Китаю ЕС Orano компания «Алтын» правительство банк, который выделила выделит подписано вложив
    вложенных составил оценивается планирует пообещала инвестировать не бы если что а и или но — - : ( ) ; , . в на для от из до с за
    по инвестиции кредит грант товарооборот бюджета стоимостью размере виде экономику урана 2024 году это является 5 млн долларов $7 млрд"""


@settings(deadline=None)  # the first example loads the dictionary
@given(text=st.lists(st.sampled_from([*WORDS.split(), "5 млн долларов", "в 2024 году"]), max_size=14).map(" ".join))
def test_describe_answers_whatever_is_written(lexicon, text):
    for one, facts in told(lexicon, f"{text} 3 млн евро {text}"):
        assert one.kind == "money"
        assert facts.measure is None or facts.measure in MEASURES
        assert facts.status is None or facts.status in STATUSES
        assert facts.payer is None or facts.payer != facts.recipient
        assert facts.spans.keys() - {"period"} == {fact for fact in FACTS if getattr(facts, fact, None)}


@pytest.mark.parametrize("case", [*GIVING, *INVESTING, *PLEDGING, *TELLING, *SEVERAL, *NEWS])
def test_describe(lexicon, case):
    check(lexicon, case)


@pytest.mark.parametrize("case", SPANS)
def test_spans(lexicon, case):
    text = MARKED.sub(r"\1", case)
    spans = told(lexicon, text)[-1][1].spans
    for span in sorted({*spans.values()}, reverse=True):
        facts = " ".join(fact for fact, place in spans.items() if place == span)
        text = f"{text[: span.start]}[{text[slice(*span)]}|{facts}]{text[span.stop :]}"
    assert text == case


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            "Банк объявил о пакете инвестиций Global Gateway в [12 млрд евро|investment announced].",
            marks=pytest.mark.xfail(reason="a programme after «инвестиции» is taken for the one who pays"),
        ),
    ],
)
def test_known_faults(lexicon, case):
    check(lexicon, case)


def test_every_cue_is_a_dictionary_form():
    assert [lemma for lemma in cues() if lemma not in lemmas(lemma)] == []


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
