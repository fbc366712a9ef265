"""Lexicon: «[Токио|japan*] покупает [нефть|oil]» marks what is found and its concept; a star says metonym, a comma two concepts."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svodka.errors import KnowledgeError
from svodka.text.glossary import KINDS, columns
from svodka.text.lexicon import Lexicon, Mention
from svodka.text.tokens import tokenize

MARKED = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return Lexicon.load()


def marked(text: str, mentions: list[Mention]) -> str:
    """The text with its mentions written into it, as the tables below have them."""
    names: dict[tuple[int, int], list[str]] = {}
    for mention in mentions:
        names.setdefault((mention.start, mention.stop), []).append(mention.concept + "*" * mention.metonym)
    parts, done = [], 0
    for (start, stop), concepts in names.items():
        parts += [text[done:start], f"[{text[start:stop]}|{','.join(sorted(concepts))}]"]
        done = stop
    return "".join([*parts, text[done:]])


def check(known: Lexicon, case: str, *kinds: str) -> None:
    text = MARKED.sub(r"\1", case)
    assert marked(text, [mention for mention in known.find(text) if mention.kind in kinds]) == case


RESOURCES = [
    "[Нефтью|oil], [НЕФТЬ|oil]!",
    "экспорт [сырой нефти|oil]",
    "добыча [урана|uranium], [лития|lithium] и [кобальта|cobalt]",
    "[угольной|coal] промышленности региона",
    "модернизирует [газовую|natural_gas] инфраструктуру",
    "для [нефтегазовых|natural_gas,oil] стран",
    "[урановых|uranium], [медных|copper] и [никелевых|nickel] [руд|ore]",
    "[редкоземельные металлы (РЗМ)|rare_earths] и [РЗМ|rare_earths]",
    "[редкоземельный|rare_earths] сектор, [редкоземельные элементы|rare_earths]",
    "потребности в [диспрозии|dysprosium] и [неодиме|neodymium]",
    "[критически важные минералы|critical_minerals], [критического сырья|critical_minerals]",
    "[зелёном|green_hydrogen] и [голубом водороде|blue_hydrogen], просто [водород|hydrogen]",
    "[зеленый водород|green_hydrogen] без точек над ё",
    "[хлопковое|cotton] поле, [зерновой|grain] терминал, [золотой запас|gold]",
    "[свинцово-цинковый|lead,zinc] комбинат и [медно-никелевые|copper,nickel] сплавы",
    "цены на [железную руду|iron_ore] и [фосфаты|phosphates]",
    "поставки [СПГ|natural_gas] выросли, [СПГ|natural_gas]-терминал построят",
    "[чёрное золото|oil*] и [голубое топливо|natural_gas*]",
    "[нефте-|oil] и [газопроводы|natural_gas]",
    "[питьевая вода|water], [водные ресурсы|water] и очистка [воды|water]",
    "изотоп [урана|uranium]-235",
    "[сжиженный\u00a0природный\u00a0газ|natural_gas] через неразрывный пробел",
    "«[нефть|oil]» в кавычках",
    "Экспорт [алюминия|aluminium], [титана|titanium], [вольфрама|tungsten], [сурьмы|antimony], [галлия|gallium] и [германия|germanium]",
]
NOTHING = [
    "нефтяник вышел из газеты",
    "нефтехимия и медийная среда, медицина, графика",
    "с улавливанием углекислого газа",
    "угарный газ, слезоточивый газ, парниковых газов, веселящим газом",
    "золотой век, золотая середина, золотые руки, золотого призёра",
    "завоевала золото и взял серебро; золото Олимпиады",
    "медный всадник, железный занавес, железная воля, свинцовые тучи, серебряный призёр",
    "железная дорога и железнодорожный узел, стальные нервы",
    "вывести на чистую воду; как с гуся вода",
    "водный транспорт в территориальных водах",
    "солнечный день и сильный ветер, ветряные мельницы",
    "прогремел громкий хлопок, аплодисменты и хлопки",
    "титаны мысли, графитовый карандаш, рациональное зерно",
    "аппарат «Титан» и издание «Платина»",
    "перекись водорода и сероводород",
    "новая нефть XXI века, говорят о данных: новая нефть",
    "поддал газу и нажал на газ",
    "",
    "—",
]
STEEL = [
    "они стали богаче, а [сталь|steel] дороже",
    "производство [стали|steel] выросло, экспорт [стали|steel] упал",
    "занимается производством [стали|steel]",
    "[чугуна|cast_iron] и [стали|steel]",
    "трубы из [стали|steel], из нержавеющей [стали|steel]",
    "5 млн тонн [стали|steel] в год",
    "производители [стали|steel] заявили о росте",
    "[Стали|steel], [меди|copper] и [зерна|grain] вывезли больше",
    "цены стали расти, трубы стали дороже",
    "причиной стали санкции, лидерами стали Китай и Индия",
    "предметом обсуждения стали вопросы транзита",
    "итогом встречи стали 12 соглашений",
    "страны стали крупными партнёрами, которые стали известны",
    "Россия и Китай стали, по сути, союзниками",
    "они вышли из кризиса и стали искать рынки",
    "власти стали активно развивать порты",
    "в 2023 году стали доступны новые рейсы",
]
COORDINATION = [
    "[солнечных|solar] и [ветровых электростанциях|wind]",
    "[солнечной|solar], [ветровой|wind] и [водородной|hydrogen] энергетики",
    "как [солнечной|solar], так и [ветровой энергетики|wind]",
    "[солнечной|solar], а также [ветровой энергетики|wind]",
    "[Солнечный|solar] и [ветровой потенциал|wind] региона",
    "четыре [ветровые|wind] и две [солнечные электростанции|solar]",
    "[редкоземельным|rare_earths] и [редким металлам|rare_metals]",
    "[нефтяной|oil] и [газовой|natural_gas] отраслей",
    "[золотых|gold] и [медных|copper] месторождений",
    "[энергии солнца|solar] и [ветра|wind]",
    "[Северной|north_korea] и [Южной Кореи|south_korea]",
    "[Южно-Китайское|south_china_sea] и [Восточно-Китайское моря|east_china_sea]",
    "в [Центральной|central_asia], [Южной|south_asia] и [Юго-Восточной Азии|southeast_asia]",
    "развитие [Среднего|middle_corridor], или [Транскаспийского|middle_corridor], коридора",
    "солнечный и тёплый день",
]
PLACES = [
    "[Японии|japan], [японский|japan] и [ЯПОНСКИЙ|japan]",
    "[КНР|china] и [Поднебесная|china*], [Пекин|china*]",
    "саммит в [Токио|japan*], [токийский|japan*] саммит, [Страна восходящего солнца|japan*]",
    "переговоры [Астаны|kazakhstan*], [Ташкента|uzbekistan*] и [Баку|azerbaijan*]",
    "[Белый дом|usa*] и [Кремль|russia*]; [Брюссель|eu*]",
    "[Республика Казахстан|kazakhstan], [РК|kazakhstan], [казахстанцы|kazakhstan]",
    "в [Алматы|almaty] и порту [Актау|aktau]",
    "[страны «пятёрки»|central_asia] и [ЦА|central_asia]",
    "[США|usa], [ЕС|eu] и [ОАЭ|uae]",
    "на 200 долларов США и 3 трлн японских иен",
    "[японо|japan]-[казахстанский|kazakhstan] форум, [российско|russia]-[китайские|china] связи",
    "диалог [США|usa]-[Китай|china]",
    "[сектор Газа|gaza], из [Газы|gaza], в [Газу|gaza]",
    "не хватает [газу|natural_gas]",
    "[Газу|natural_gas] не хватает всем",
    "Визит в [Газу|gaza]. [Газу|gaza] восстановят",
    "чад от плиты, того же мнения, куб [воды|water] и грузи лес",
    "Того же мнения депутаты. Чад и дым.",
    "столица [Чада|chad]. [Чад|chad] подписал договор",
    "[Германию|germany] и [Индию|india] пригласили",
    "[Индию|india] пригласили; [индий|indium] подорожал",
    "[Куба|cuba] и [Мали|mali] голосовали",
    "[Индо-Тихоокеанского региона (FOIP)|indo_pacific]",
    "[Южный Кавказ|south_caucasus], [Ближний Восток|middle_east], [Евразия|eurasia]",
    "между [Востоком|east] и [Западом|west]",
    "в штате Вашингтон",
    "[русско|russia]-[японский|japan] словарь, но русско-японская война",
]
NAMES = [
    "[Касым-Жомарта Токаева|tokayev], [Касым‑Жомартом Кемелевичем|tokayev] и [ТОКАЕВ|tokayev]",
    "[Санаэ Такаити|takaichi] и правительство [Такаичи|takaichi]",
    "с [Дональдом Трампом|trump], [Си Цзиньпином|xi_jinping] и [Урсулой фон дер Ляйен|von_der_leyen]",
    "[Шавкат Мирзиёев|mirziyoyev], [Мирзиеева|mirziyoyev]",
    "[Ильхама Алиева|ilham_aliyev] встретила [Мехрибан Алиева|mehriban_aliyeva]",
    "Алиевой не было",
    "инициативу «[Пояс и путь|belt_and_road]», [Пояса и пути|belt_and_road], [Один пояс, один путь|belt_and_road]",
    "[Срединный коридор (ТМТМ)|middle_corridor], [Транскаспийский международный транспортный маршрут|middle_corridor]",
    "[Баку-Тбилиси-Карс|btk], [Баку – Тбилиси – Карс|btk], [Баку—Тбилиси—Карс|btk]",
    "коридор «[Север – Юг|north_south_corridor]»",
    "[Азиатского банка развития (АБР)|adb] и [Всемирного банка|world_bank]",
    "[«Азиатский банк развития» (далее — АБР)|adb] и [«зелёный» водород|green_hydrogen]",
    "[Японское агентство международного сотрудничества (JICA)|jica]",
    '[СП "АППАК"|appak] и [Казатомпрома|kazatomprom]',
    "[Mitsubishi|mitsubishi], [Газпром|gazprom], [Татнефть|tatneft] и [Роснефти|rosneft]",
    "в формате «[С5+1|c5_plus_1]», но с 5 апреля",
    "[МАГАТЭ|iaea], [ШОС|sco] и [БРИКС+|brics]",
    "воз и ныне там, он ест",
    "золотодобытчик «[Полюс|polyus]», но Северный полюс",
    "на [Шёлковом пути|silk_road] и [Шелковый путь|silk_road]",
    "строка\nСредний\nкоридор",
]
THEMES = [
    "[водородной энергетики|hydrogen_energy] и [энергетика|energy]",
    "[редкоземельных металлов|critical_minerals_theme] и [урана|nuclear]",
    "[Средний коридор|transport] и [железнодорожная|transport] [логистика|transport]",
    "[цепочки поставок|supply_chains] и [баланс сил|geopolitics]",
    "после [визита|diplomacy], о [посольстве|diplomacy]",
    "[искусственный интеллект (ИИ)|digital] в [вузах|education]",
    "образование объединения и [финансовая|finance] культура",
    "[зелёная энергетика|energy], [декарбонизация|ecology], [инвестиции|finance]",
    "[энергетической|energy] и продовольственной безопасности",
]
FAULTS = {
    "золото завоевала [Япония|japan]": "the verb that makes it a medal stands behind it",
    "[Чад|chad] объявил выборы": "smoke is likelier, and the text names the country nowhere else",
    "[солнечная|solar] и [биоэнергетика|bioenergy]": "the shared noun is half of a word",
    "[энергия солнца|solar], [воды|hydropower] и [ветра|wind]": "only one neighbour shares the head",
}
ENTITIES = ("resource", "place", "organisation", "person", "route")


@pytest.mark.parametrize("case", [*RESOURCES, *NOTHING])
def test_resources(known, case):
    check(known, case, "resource")


@pytest.mark.parametrize("case", STEEL)
def test_steel_is_no_verb(known, case):
    check(known, case, "resource")


@pytest.mark.parametrize("case", [*COORDINATION, *PLACES, *NAMES])
def test_entities(known, case):
    check(known, case, *ENTITIES)


@pytest.mark.parametrize("case", [pytest.param(case, marks=pytest.mark.xfail(reason=reason)) for case, reason in FAULTS.items()])
def test_known_faults(known, case):
    check(known, case, *ENTITIES)


@pytest.mark.parametrize("case", THEMES)
def test_themes(known, case):
    check(known, case, "theme")


def test_a_mention_gives_back_its_words(known):
    text = "Экспорт сырой нефти из Казахстана"
    assert [(text[it.start : it.stop], it.concept, it.kind) for it in known.find(text)] == [
        ("сырой нефти", "energy", "theme"),
        ("сырой нефти", "oil", "resource"),
        ("Казахстана", "kazakhstan", "place"),
    ]


def test_tokens_may_be_given(known):
    text = "Токио и «Газпром» о водороде"
    assert known.find(text, tokenize(text)) == known.find(text)


PIECES = """
нефть Нефти стали газу Газа Токио США « » ( ) РЗМ редкоземельные металлы , и или зелёный голубой водород — - С 5 + 1
Баку Тбилиси Карс японо-китайский золото Средний коридор энергия солнца ветра долларов
"""


@given(st.lists(st.one_of(st.sampled_from(["\n", *PIECES.split()]), st.text(max_size=4)), max_size=25).map(" ".join))
def test_any_text(known, text):
    found = known.find(text)
    assert found == sorted(found)
    assert len({(it.start, it.concept) for it in found}) == len(found)
    assert all(0 <= it.start < it.stop <= len(text) and it.concept in known.concepts for it in found)
    entities = [it for it in found if it.kind != "theme"]
    assert all(
        one.stop <= other.start or (one.start, one.stop, one.kind) == (other.start, other.stop, other.kind)
        for one, other in pairwise(entities)
    )


def written(folder, **files: str):
    """A lexicon folder with the given rows, other files without any."""
    for file in KINDS:
        header = ",".join(columns(file))
        (folder / f"{file}.csv").write_text(f"{header}\n{files.get(file, '')}", encoding="utf-8")
    return folder


def test_an_analyst_adds_a_term(tmp_path):
    rows = "mica,,Слюда,Mica,0,слюда; слюдяной,,слюдяная лампа\n"
    themes = "lamps,,Лампы,Lamps,mica,лампа,,\n"
    own = Lexicon.load(written(tmp_path, resources=rows, themes=themes))
    text = "Слюдой торгуют, слюдяная лампа горит"
    assert marked(text, own.find(text)) == "[Слюдой|lamps,mica] торгуют, слюдяная [лампа|lamps] горит"


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        ({"resources": "mica,stone,Слюда,Mica,0,слюда,,\n"}, "resources.csv, line 2: there is no concept «stone»"),
        ({"resources": "mica,,Слюда,Mica,0,,,\n"}, "resources.csv, line 2: the column terms is empty"),
        ({"resources": "mica,,Слюда,Mica,yes,слюда,,\n"}, "resources.csv, line 2: generic is 0 or 1, not «yes»"),
        ({"resources": "mica,,Слюда,Mica,0,слюда,,\nmica,,Слюда,Mica,0,слюда,,\n"}, "line 3: the concept «mica» is there already"),
        ({"themes": "lamps,,Лампы,Lamps,mica,лампа,,\n"}, "themes.csv, line 2: there is no concept «mica»"),
        ({"people": "who,,Кто,Who,x,Кто,,\n"}, "people.csv, line 2: gender is m or f, not «x»"),
        ({"places": "x,,X,X\n"}, "places.csv, line 2: 4 cells where the header has 8"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, files, complaint):
    with pytest.raises(KnowledgeError, match=re.escape(complaint)):
        Lexicon.load(written(tmp_path, **files))
