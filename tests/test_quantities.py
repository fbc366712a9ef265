"""Quantities: each amount is marked in the text as [words|kind shape value unit], the shape left out when exact.

A value is a number, «low..high» or «-» where both bounds are open; «=1» at the end says which amount is restated, by place.
"""

import re

import pytest

from svodka.errors import KnowledgeError
from svodka.text import cues, currencies, numberwords, quantities, shapes, units

MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
KINDS = {"money", "percent", "count", "measure", "duration", "ratio"}
SHAPES = {"about", "range", "more", "at_least", "less", "up_to", "vague"}


def unmarked(marked: str) -> str:
    return MARK.sub(r"\1", marked)


def expected(marked: str) -> list[tuple]:
    return [(words, *_said(says.split())) for words, says in MARK.findall(marked)]


def _said(says: list[str]) -> tuple:
    kind, *rest = says
    assert kind in KINDS, kind
    shape = rest.pop(0) if rest[0] in SHAPES else "exact"
    value = rest.pop(0)
    same_as = int(rest.pop()[1:]) if rest[-1].startswith("=") else None
    low, high = (None, None) if value == "-" else value.split("..") if ".." in value else (value, value)
    low = None if low is None or shape in ("less", "up_to") else float(low)
    high = None if high is None or shape in ("more", "at_least") else float(high)
    return kind, shape, low, high, " ".join(rest), same_as


def found(text: str) -> list[tuple]:
    return [(text[q.start : q.stop], q.kind, q.shape, q.low, q.high, q.unit, q.same_as) for q in quantities.find(text)]


def check(marked: str) -> None:
    assert found(unmarked(marked)) == expected(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "стоит [3,7 млрд долларов|money 3.7e9 USD]",
        "стоит [3,7 млрд долл. США|money 3.7e9 USD]",
        "стоит [$3,7 млрд|money 3.7e9 USD], или [€3,2 млрд|money 3.2e9 EUR =0]",
        "за [$ 120 млн|money 120e6 USD] и [12 $|money 12 USD]",
        "контракт на [USD 30 mln|money 30e6 USD]",
        "контракт на [30 mln USD|money 30e6 USD], аванс [EUR 5 млн|money 5e6 EUR]",
        "raised [$1.5 billion|money 1.5e9 USD] от фондов",
        "оценён в [$5B|money 5e9 USD], сделка на [€200m|money 200e6 EUR] и [£1.2bn|money 1.2e9 GBP]",
        "цена [€5 млн|money 5e6 EUR], [5 млн ₽|money 5e6 RUB], [₸7 млн|money 7e6 KZT] и [7 млн ₸|money 7e6 KZT]",
        "налог [2,2 млн.руб|money 2.2e6 RUB].",
        "получил [150 тыс. руб|money 150000 RUB]. и ушёл",
        "получил [20 т. р|money 20000 RUB]. на руки",
        "перевёл [1 200 000 рублей|money 1.2e6 RUB]",
        "перевёл [1\u00a0200\u00a0000\u00a0рублей|money 1.2e6 RUB] и [3\u2009500\u2009юаней|money 3500 CNY]",
        "цена [20.000 руб|money 20000 RUB]., скидка [15,250 руб|money 15250 RUB].",
        "[3,700 млрд рублей|money 3.7e9 RUB] заложено",
        "[миллион рублей|money 1e6 RUB], [миллиард долларов|money 1e9 USD], [тысячу евро|money 1000 EUR]",
        "[полтора миллиарда тенге|money 1.5e9 KZT] и [полмиллиарда сумов|money 5e8 UZS]",
        "[два с половиной миллиона манатов|money 2.5e6 AZN]",
        "[четверть миллиарда долларов|money 2.5e8 USD]",
        "[пара миллионов долларов|money about 2e6 USD]",
        "[семь миллиардов четыреста миллионов иен|money 7.4e9 JPY]",
        "не хватило [тридцати пяти миллионов лари|money 35e6 GEL]",
        "располагает [двумястами пятьюдесятью тысячами долларов|money 250000 USD]",
        "[12 тысяч 300 долларов|money 12300 USD] и [1 млрд 250 млн рублей|money 1.25e9 RUB]",
        "[6 рублей 35 копеек|money 6.35 RUB]",
        "[шесть гривен тридцать пять копеек|money 6.35 UAH]",
        "[124 451 рубль 50 копеек|money 124451.5 RUB]",
        "дорожает на [25 центов|money 0.25 USD] и стоит [до 5 евро 20 центов|money up_to 5.2 EUR]",
        "[881 913 (восемьсот восемьдесят одна тысяча девятьсот тринадцать) руб. 98 коп|money 881913.98 RUB].",
        "в размере [10 (десять) миллионов рублей|money 10e6 RUB] и [пятьсот (500) евро|money 500 EUR]",
        "[сто двадцать три доллара сорок пять центов|money 123.45 USD]",
        "взял [400-миллионный долларовый|money 400e6 USD] кредит",
        "взял [двухмиллиардный долларовый|money 2e9 USD] кредит",
        "нашли 100-долларовую купюру и 400-миллионный кредит",
        "курс [450,5 тенге|money 450.5 KZT] за доллар",
        "нефть по [$80|money 80 USD] за баррель",
        "на сумму [свыше⏎3,7⏎млрд⏎долларов|money more 3.7e9 USD] за год".replace("⏎", "\n"),
        "обещают [миллиарды долларов|money vague - USD] и [сотни миллионов евро|money vague - EUR]",
        "вложит [несколько миллиардов рублей|money vague - RUB]",
        "страна направляет [млрд долларов|money vague - USD], фонд анонсирует [млрд вложения|money vague - XXX]",
        "взял [$2-миллиардный|money 2e9 USD] кредит и [10-миллиардный рублёвый|money 10e9 RUB] заём",
        "достичь [30 миллиардов (долларов)|money 30e9 USD], выручки [150к рублей|money 150000 RUB]",
        "на [5 млрд инвестиций|money 5e9 XXX] рассчитывает область",
        "привлечено [40 инвестиций|count 40 инвестиция]",
        "задолжал [один доллар|money 1 USD], не отдал ни одного рубля",
        "бюджет (млн руб.) и выручка, млрд долларов",
        "вложили [порядка 19 млрд|money about 19e9 USD] в американской валюте",
        pytest.param(
            "из [100 млн рублей|money 100e6 RUB] [60|money 60e6 RUB] даст область",
            marks=pytest.mark.xfail(reason="a number without scale, unit or list is not looked at"),
        ),
    ],
)
def test_money(marked):
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[5 канадских долларов|money 5 CAD], [6 австралийских долларов|money 6 AUD], [7 долларов Сингапура|money 7 SGD]",
        "[5 американских долларов|money 5 USD], [A$6 млн|money 6e6 AUD], [HK$7 млн|money 7e6 HKD]",
        "[10 белорусских рублей|money 10 BYN], [11 российских рублей|money 11 RUB], [12 рублей РФ|money 12 RUB]",
        "[3 млн швейцарских франков|money 3e6 CHF], [4 млн фунтов стерлингов|money 4e6 GBP], [£5 млн|money 5e6 GBP]",
        "[5 млрд казахстанских тенге|money 5e9 KZT], [6 млн узбекских сумов|money 6e6 UZS], [7 тыс. сомов|money 7000 KGS]",
        "[8 млн сомони|money 8e6 TJS], [9 млн туркменских манатов|money 9e6 TMT], [1 млн драмов|money 1e6 AMD]",
        "[2 млрд вон|money 2e9 KRW], [3 млрд индийских рупий|money 3e9 INR], [4 млрд турецких лир|money 4e9 TRY]",
        "[5 млн грн|money 5e6 UAH], [6 млн тугриков|money 6e6 MNT], [7 млн злотых|money 7e6 PLN]",
        "[8 млн чешских крон|money 8e6 CZK], [9 млн шведских крон|money 9e6 SEK], [2 млн датских крон|money 2e6 DKK]",
        "[5 млн дирхамов ОАЭ|money 5e6 AED], [6 млн саудовских риялов|money 6e6 SAR], [7 трлн иранских риалов|money 7e12 IRR]",
        "[5 млн шекелей|money 5e6 ILS], [6 млн батов|money 6e6 THB], [7 млрд донгов|money 7e9 VND], [8 млн ринггитов|money 8e6 MYR]",
        "[5 млн бразильских реалов|money 5e6 BRL], [6 млн рэндов|money 6e6 ZAR], [7 млн мексиканских песо|money 7e6 MXN]",
        "[5 млн кувейтских динаров|money 5e6 KWD], [6 млн египетских фунтов|money 6e6 EGP], [7 млн катарских риялов|money 7e6 QAR]",
        "[50 млн бюджетных рублей|money 50e6 RUB] и [20 млн бумажных долларов|money 20e6 USD]",
        # the currency of a bare noun is the one the text names, by itself or by its country
        "Сбор дал [111 млн кипрских фунтов|money 111e6 CYP]; выплачено [24 млн фунтов|money 24e6 CYP]",
        "Норвегия даст [5 млрд крон|money 5e9 NOK]",
        "Фонд даст [5 млрд крон|money 5e9 XXX]",
        "В Туркменистане литр стоит [2 маната|money 2 TMT]",
        "Египетский делец купил картину за [5 млн фунтов|money 5e6 GBP]",
    ],
)
def test_currencies(marked):
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "подписано [около 40 соглашений|count about 40 соглашение] на [свыше 3,7 млрд долларов|money more 3.7e9 USD]",
        "[порядка 200 объектов|count about 200 объект], [примерно 12%|percent about 12 %], [почти 5 тонн|measure about 5 тонна]",
        "[~5 км|measure about 5 километр], [≈ 30 %|percent about 30 %], [где-то 20 домов|count about 20 дом]",
        "[лет пять|duration about 5 год] назад пришло [человек сто|count about 100 человек]",
        "украли [тысяч двадцать рублей|money about 20000 RUB] и [миллиона два долларов|money about 2e6 USD]",
        "[более 40%|percent more 40 %], [более чем 20 лет|duration more 20 год], [больше 100 человек|count more 100 человек]",
        "[превысил 3 млрд рублей|money more 3e9 RUB] и [превышает 20 %|percent more 20 %]",
        "[превысил отметку в 100 млрд юаней|money more 100e9 CNY]",
        "[20 с лишним лет|duration more 20 год], [два с лишним миллиона рублей|money more 2e6 RUB]",
        "[5 лет с небольшим|duration more 5 год] и [100+ стран|count at_least 100 страна]",
        "[не менее 30 стран|count at_least 30 страна], [как минимум 5 млн евро|money at_least 5e6 EUR]",
        "штраф [от 5 млн долларов|money at_least 5e6 USD] или [5 и более лет|duration at_least 5 год]",
        "[10 лет и более|duration at_least 10 год], [600 случаев|count 600 случай] и [более половины|ratio more 0.5 доля] из них",
        "в [10 раз|ratio 10 раз] больше, чем [5 лет|duration 5 год] назад",
        "довести [более чем до 50 градусов|measure more 50 градус]",
        "пришли заявки от [40 стран|count 40 страна]",
        "[менее 5 процентов|percent less 5 %], [ниже 50 долларов|money less 50 USD], [меньше 10 минут|duration less 10 минута]",
        "[до 3 трлн иен|money up_to 3e12 JPY], [не более 5 лет|duration up_to 5 год]",
        "[не превышает 8%|percent up_to 8 %] и [приближается к $30 млрд|money about 30e9 USD]",
        "[максимум 3 человека|count up_to 3 человек], [≤ 5 мг|measure up_to 5 миллиграмм]",
        "[почти в 40 странах|count about 40 страна] и [более чем в 20 городах|count more 20 город]",
        "выросла [более чем на 5%|percent more 5 %], а долг — [примерно на треть|ratio about 0.3333333333333333 доля]",
        "[более чем в два раза|ratio more 2 раз]",
        "[десятки тысяч людей|count vague - человек] и [сотни компаний|count vague - компания]",
        "[около тысячи человек|count about 1000 человек], [до миллиона тонн|measure up_to 1e6 тонна]",
        "[тысячи тонн|measure vague - тонна] пропали, [десятки лет|duration vague - год] прошли",
        "женщина [лет 60|duration about 60 год], [процентов на десять|percent about 10 %], [лет через пять|duration about 5 год]",
    ],
)
def test_shapes(marked):
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[от 2 до 3 млрд рублей|money range 2e9..3e9 RUB]",
        "[от $2 млрд до $3 млрд|money range 2e9..3e9 USD]",
        "[от 200 млн до 1 млрд рублей|money range 2e8..1e9 RUB]",
        "[$2–3 млрд|money range 2e9..3e9 USD], [2—3 млрд юаней|money range 2e9..3e9 CNY], [2 млрд – 3 млрд тенге|money range 2e9..3e9 KZT]",
        "[500–900 тыс. долларов|money range 5e5..9e5 USD], [900 млн-1,2 млрд евро|money range 9e8..1.2e9 EUR]",
        "[8 или 9 стран|count range 8..9 страна], [между 2 и 3 %|percent range 2..3 %]",
        "[два-три года|duration range 2..3 год], [пяти-шести процентов|percent range 5..6 %]",
        "[два-три миллиона рублей|money range 2e6..3e6 RUB]",
        "[5-7%|percent range 5..7 %], [5 — 7 лет|duration range 5..7 год], [10-15-летних|duration range 10..15 год]",
        "в [2-3 раза|ratio range 2..3 раз]",
        # a change is two amounts
        "вырос с [$200 млн|money 2e8 USD] до [$350 млн|money 3.5e8 USD]",
        "вырос с [200 млн|money 2e8 RUB] до [350 млн рублей|money 3.5e8 RUB]",
        "сократился с [114 миллиардов|money 114e9 USD] до [81,5 миллиарда долларов|money 81.5e9 USD]",
        "с [5|percent 5 %] до [7%|percent 7 %]",
        "вырос на [2,6%|percent 2.6 %], до [2,4 млн тонн|measure 2.4e6 тонна]",
        "снизится до [617,7 рубля|money 617.7 RUB] за тонну, на ячмень - до [716,9 рубля|money 716.9 RUB]",
        "подняли цену с изначальных [50 000|money 50000 RUB] до [145 000 рублей|money 145000 RUB]",
        "поднялись на [16 процентов|percent 16 %] до [237,6 млн рублей|money 237.6e6 RUB]",
        "вырос в прошлом году до [5 млрд рублей|money 5e9 RUB]",
        "снизил ключевую ставку до [21%|percent 21 %]",
        "позволит сократить время и издержки перевозок [до 30 процентов|percent up_to 30 %]",
        # one unit for a list
        "[10|money 10e6 RUB], [20|money 20e6 RUB] и [30 млн рублей|money 30e6 RUB]",
        "[2|money 2e9 USD] и [3 млрд долларов|money 3e9 USD] соответственно",
        "[$2|money 2e9 USD] и [3 млрд|money 3e9 USD] соответственно",
        "[10|percent 10 %] и [15 процентов|percent 15 %]",
        "составил [17,5|money 17.5e9 USD], а в 2024-м — [19,2 млрд долларов|money 19.2e9 USD]",
        "в 2023 году построили [15|count 15 школа], а в 2024-м — [20 школ|count 20 школа]",
        "бег на [50|measure 50 метр] и [30 метров|measure 30 метр]",
        "выручка — [10 млрд рублей|money 10e9 RUB], прибыль — [2 млрд|money 2e9 RUB].",
        "Ущерб был [200 млн рублей|money 2e8 RUB]. Через год он составил [1,3 млрд|money 1.3e9 RUB].",
        "вырос на [3 млрд|money 3e9 RUB] и составил [15 млрд рублей|money 15e9 RUB]",
        "вырос с [200 млн|money 2e8 EUR] в 2020 году до [350 млн евро|money 3.5e8 EUR]",
        "Доход — [3,5 трлн|money 3.5e12 RUB], за квартал — [1,2 трлн рублей|money 1.2e12 RUB]",
        "[от 300 тыс. до 1,2 млн тенге|money range 3e5..1.2e6 KZT], [от одного до трёх лет|duration range 1..3 год]",
        "[порядка полутора-двух миллиардов рублей|money range 1.5e9..2e9 RUB]",
        "Потратили [5 млн рублей|money 5e6 RUB]. Из них [3 млн|money 3e6 RUB] пойдут на школы",
        "Потратили [5 млн рублей|money 5e6 RUB]. Прививку получили 3 млн. Переселили 2 млн",
        "Численность выросла до 3 млн, а доход — [до 40 млрд рублей|money up_to 40e9 RUB]",
        "дают [5—8—10 лет|duration range 5..10 год]",
        "отдали 7,5 миллиарда, или [12%|percent 12 %] бюджета",
        "[12.500.000 рублей|money 12.5e6 RUB] (двенадцать миллионов пятьсот тысяч) и [5 млн|money 5e6 RUB] в рублях",
        "купили [5 млн акций|count 5e6 акция] за [100 млн рублей|money 100e6 RUB]",
        "в доме 5, [20 человек|count 20 человек] спаслись",
    ],
)
def test_joined(marked):
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "направит [до 3 трлн иен|money up_to 3e12 JPY] - [порядка $20 млрд|money about 20e9 USD =0] - на проекты",
        "выделено [100 млн рублей|money 100e6 RUB] ([$1,2 млн|money 1.2e6 USD =0])",
        "заплатит [5 млрд тенге|money 5e9 KZT], или [около $11 млн|money about 11e6 USD =0]",
        "стоит [8,5 трлн сумов|money 8.5e12 UZS] ([около 700 млн долларов|money about 7e8 USD =0])",
        "стоит [8,5 трлн сумов|money 8.5e12 UZS] (по текущему курсу — [около $700 млн|money about 7e8 USD =0])",
        "стоит [5 млрд тенге|money 5e9 KZT], что составляет [примерно $11 млн|money about 11e6 USD =0]",
        "стоит [5,5 миллиарда евро|money 5.5e9 EUR]/[6 миллиардов долларов|money 6e9 USD =0]",
        "[5 млрд тенге|money 5e9 KZT] ([$11 млн|money 11e6 USD =0], [€10 млн|money 10e6 EUR =0])",
        "[3 млрд сомов|money 3e9 KGS], т.е. [около 34 млн долларов|money about 34e6 USD =0]",
        "[5 млрд рублей|money 5e9 RUB] (из них [20 млн долларов|money 20e6 USD] — кредит)",
        "[5 млрд рублей|money 5e9 RUB] ([6 млрд рублей|money 6e9 RUB] годом раньше)",
        "[5 млрд рублей|money 5e9 RUB] и [20 млн долларов|money 20e6 USD]",
    ],
)
def test_restated(marked):
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[86 тысяч новых километров|measure 86000 километр] и [40 совместных проектов|count 40 проект]",
        "[5 тысяч немецких ферм|count 5000 ферма], [21 новый завод|count 21 завод], [134 журналиста|count 134 журналист]",
        "[двумя ключевыми соседями|count 2 сосед], [пяти государств|count 5 государство], [двадцатью пятью странами|count 25 страна]",
        "[200 агрессивно настроенных молодых людей|count 200 человек]",
        "[12 научных и образовательных учреждений|count 12 учреждение]",
        "[10-ти стран|count 10 страна], [24-х странах|count 24 страна], [13-ю филиалами|count 13 филиал]",
        "[10 погибших|count 10 погибший], [12 раненых|count 12 раненый] и [20 пострадавших жителей|count 20 житель]",
        "построят [5 АЭС|count 5 АЭС] в [2 этапа|count 2 этап]",
        "[десяток компаний|count 10 компания], [два десятка стран|count 20 страна], [дюжину яиц|count 12 яйцо]",
        "[двое детей|count 2 ребёнок] провели там [трое суток|duration 3 сутки]",
        "[около 80%|percent about 80 %] всех грузоперевозок",
        "[три раза|count 3 раз] выросла в [2,5 раза|ratio 2.5 раз], [вдвое|ratio 2 раз] и [втрое|ratio 3 раз]",
        "[треть|ratio 0.3333333333333333 доля] населения, [две трети|ratio 0.6666666666666666 доля] голосов",
        "[2/3|ratio 0.6666666666666666 доля] голосов, [не менее 3/4|ratio at_least 0.75 доля] депутатов",
        "труба [5/8 дюйма|measure 0.625 дюйм]",
        "вышли в 1/4 финала, 24/7 на связи, 3/2025 номер",
        "вырос на [четверть|ratio 0.25 доля], [две пятых|ratio 0.4 доля] бюджета",
        "[более половины|ratio more 0.5 доля] акций",
        "во второй половине года, первая треть матча, в половине восьмого",
        "[5 кв. км|measure 5 квадратный километр], [6 кв.м|measure 6 квадратный метр]",
        "[7 км²|measure 7 квадратный километр], [8 м3|measure 8 кубический метр], [два квадратных метра|measure 2 квадратный метр]",
        "[12 т|measure 12 тонна], [5 тыс. т|measure 5000 тонна], [3 барр|measure 3 баррель].",
        "[40 МВт|measure 40 мегаватт], [2 ГВт|measure 2 гигаватт], [152-мм|measure 152 миллиметр] снаряды",
        "[18 млн 400 тысяч киловатт-часов|measure 18.4e6 киловатт-час]",
        "[5 млрд кВт·ч|measure 5e9 киловатт-час], [5 млрд куб. м|measure 5e9 кубический метр] газа, [7 га|measure 7 гектар]",
        "[−5 °C|measure -5 градус], [минус двадцать градусов|measure -20 градус], [25 градусов тепла|measure 25 градус]",
        "[−20…−15 °C|measure range -20..-15 градус], а ночью [−15…−20 °C|measure range -20..-15 градус]",
        "[90 км/ч|measure 90 километр в час], [120 км/час|measure 120 километр в час]",
        "[5 млн баррелей нефтяного эквивалента|measure 5e6 баррель нефтяного эквивалента]",
        "[0,5 п.п|percent 0.5 п.п.]., [2 процентных пункта|percent 2 п.п.], [25 базисных пунктов|percent 25 базисный пункт]",
        "[-5%|percent -5 %] и +[7%|percent 7 %], ([-3,4%|percent -3.4 %]), (+[64,1%|percent 64.1 %] за год)",
        "[пять десятых процента|percent 0.5 %], [полпроцента|percent 0.5 %]",
        "[пять лет|duration 5 год], [тридцатилетней|duration 30 год] работы, [двух десятилетий|duration 2 десятилетие]",
        "[полгода|duration 0.5 год], [полтора года|duration 1.5 год], [10 рабочих дней|duration 10 день]",
        "[пару недель|duration about 2 неделя], [четверть века|duration 0.25 век], после полудня",
        "[20-процентный|percent 20 %], [пятипроцентная|percent 5 %], [5-летнего|duration 5 год]",
        "[200-километровая|measure 200 километр] ветка, [двухсоткилометровый|measure 200 километр] путь",
        "[1 человек|count 1 человек], [один год|duration 1 год], [2-ух человек|count 2 человек]",
        "[2,345 км|measure 2.345 километр], [4.500 км|measure 4500 километр], [5 000 (пять тысяч) тонн|measure 5000 тонна]",
        "сбито [45 БПЛА|count 45 БПЛА] над [7 регионами|count 7 регион]",
        "учатся студенты [16 столичных вузов|count 16 вуз]",
        "[2,7 миллионов живущих за границей итальянцев|count 2.7e6 итальянец]",
        "участок [10|measure 10 метр] на [15 метров|measure 15 метр]",
        "[около 300 проживающих в столице студентов|count about 300 студент]",
        "[300 живущих|count 300 живущий] в домах отдыха",
        "[Три заключённых журналистов|count 3 журналист] вышли на свободу, [12 раненых|count 12 раненый] в больнице",  # a slip of the pen
        "через [13 часов|duration 13 час] после старта, [пять веков|duration 5 век] назад, эти [три года|duration 3 год]",
        "[почти двумстам странам|count about 200 страна], [полутора миллиардам жителей|count 1.5e9 житель]",
    ],
)
def test_units(marked):
    check(marked)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "в 2025 году, к 2030-му, с 1990-х, в 2010-х годах, 2024-2025 гг., за 2010 г. и 2025/26 учебный год",
        "19-20 декабря, с 5 по 10 мая, 20 и 21 марта, 6 сентября 1994 года, 25 числа",
        "двадцать пятого мая две тысячи двадцать пятого года",
        "в 19 часов, с 9 до 18 часов, в 14:30, в 19.58 мск, в 8 вечера, с 8 часов утра, в 12 часов 30 минут",
        "С5+1, G7, индустрия 4.0 — это, Windows 11, COVID-19, Ту-154, СУ-35 и ЗАЗ-1103, HTML5 версий, 5G сетей",
        "XXI век, 2-й завод, третий этап, 80-й годовщины, 15-е место, в 5-м классе",
        "1. Компании. 2) Страны. п. 3 договора, пункт 2 решения, статья 5 закона, № 7 заводов, ст. 105 УК, глава 3 книги",
        "тел. +7 (727) 250-12-34, 8-800-555-35-35, 250-12-34 человека",
        "со счётом 3:1, 4:5, 24/7, UTC+1, 10.0.0.1",
        "один из ключевых факторов, одна из сторон, одна страна, одной из компаний, оба соседа, первый завод",
        "в десятку крупнейших инвесторов, страны пятёрки, несколько проектов",
        "ДРУЗЬЯМ:\n\n55\n\n\nСтраны",
        "в 2022 инвестиций стало меньше, к 2030 заводов будет больше",
        "за 3 квартал 2024 года и итоги 3 квартала, ученик 2 класса, с 272 по 365 километр, в 988 году",
        "в клубе «16 тонн», во время Шестидневной войны, статья 159 ч. 4",
        "начало в зале — 13 часов 30 минут",
        "открытие: 10 часов, в 21 веке, 20 век, начало 19 века",
        "в течение ближайших пяти лет, за последние 10 дней, за девять месяцев 2025 года, за 10 месяцев 2025-го, в ближайшие два-три года",
        "вырастил семью и семью детей своих, пару слов, пару раз",
    ],
)
def test_no_quantities(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("двести пятьдесят четыре", 254), ("1 234,5", 1234.5), ("минус двадцать", -20), ("пять с половиной", 5.5), ("3,7 млрд", 3.7e9)],
)
def test_a_text_that_is_a_number(text, value):
    assert found(text) == [(text, "count", "exact", value, value, "", None)]


@pytest.mark.parametrize(
    ("text", "scale"),
    [("миллиарды долларов", 1e9), ("сотни миллионов евро", 1e8), ("десятки стран", 10), ("3,7 млрд долларов", 1e9), ("40 стран", None)],
)
def test_scale_is_kept(text, scale):
    assert [quantity.scale for quantity in quantities.find(text)] == [scale]


@pytest.mark.parametrize(
    ("module", "load", "file", "columns", "row"),
    [
        (numberwords, "_forms", "numerals.csv", numberwords.COLUMNS, "два,2,дижит,,,"),
        (numberwords, "_forms", "numerals.csv", numberwords.COLUMNS, "два,двойка,digit,,,"),
        (currencies, "names", "currencies.csv", currencies.COLUMNS, "USD,доллар,dollar,$,USD,доллар,,цент,,сто,,,"),
        (currencies, "names", "currencies.csv", currencies.COLUMNS, "USD,доллар,dollar,$,USD,доллар,,цент,,100,,,often"),
        (units, "_names", "units.csv", units.COLUMNS, "метр,length,метр,м,,metre"),
        (shapes, "_cues", "shapes.csv", ("cue", "side", "shape", "gap"), "около,left,about,"),
        (cues, "_roles", "amount_cues.csv", ("cue", "role"), "рост,growth"),
    ],
)
def test_a_bad_row_is_named(module, load, file, columns, row, tmp_path, monkeypatch):
    (tmp_path / file).write_text(",".join(columns) + "\n" + row + "\n", encoding="utf-8")
    monkeypatch.setattr(module, "DATA", tmp_path)
    if hasattr(module, "_rows"):
        monkeypatch.setattr(module, "_rows", module._rows.__wrapped__)
    with pytest.raises(KnowledgeError, match=f"{file}, line 2: "):
        getattr(module, load).__wrapped__()
