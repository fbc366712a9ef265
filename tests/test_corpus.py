"""Articles as a whole: what is known of them, their genre, title and voices."""

from datetime import date
from pathlib import Path

import pytest

from svodka.corpus import introductions, library, lines, metadata, voices
from svodka.corpus.article import Voice
from svodka.corpus.introductions import introduce
from svodka.errors import ArticleError, KnowledgeError
from svodka.text import function_words, name_forms, persons, roles, speech_cues

SEEDS = Path(__file__).parent.parent / "seeds"
HEADER = "article_id,title,outlet,url,published,published_note,genre,voices\n"
COLUMN = "Море мелеет\nАвтор: Анна Ли\nВода уходит с каждым годом.\nПора искать новые гавани."


def folder(path: Path, rows: str = "", **articles: str) -> Path:
    """A folder with these articles and these rows of articles.csv."""
    for name, text in (articles or {"sea": COLUMN}).items():
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    if rows:
        (path / "articles.csv").write_text(HEADER + rows, encoding="utf-8")
    return path


def test_a_folder_without_articles_csv_is_read_by_detection(tmp_path):
    folder(tmp_path)
    (tmp_path / "README.md").write_text("Статьи", encoding="utf-8")
    assert [path.name for path in library.paths(tmp_path)] == ["sea.txt"]
    assert library.known(tmp_path) == {}
    article = library.load(tmp_path / "sea.txt", {})
    assert (article.article_id, article.file, article.title, article.genre) == ("sea", "sea.txt", "Море мелеет", "column")
    assert (article.outlet, article.url, article.published, article.published_note) == (None, None, None, None)
    assert article.voices == (Voice("anna-li", "Анна Ли", "Ли", "author", None, None),)


def test_articles_csv_goes_before_detection(tmp_path):
    rows = "sea,Залив,Порт,https://port.example/1,2025-12-19,к саммиту,report,Анна Ли|author|эколог порта|KZ\n"
    article = library.load(tmp_path / "sea.txt", library.known(folder(tmp_path, rows)))
    assert (article.title, article.outlet, article.url) == ("Залив", "Порт", "https://port.example/1")
    assert (article.published, article.published_note, article.genre) == (date(2025, 12, 19), "к саммиту", "report")
    assert article.voices == (Voice("anna-li", "Анна Ли", "Ли", "author", "эколог порта", "KZ"),)


def test_articles_csv_names_who_answers_and_who_asks(tmp_path):
    text = "Порт открывают весной.\n— Когда откроют порт?\n— В мае.\n— А дорогу?\n— Осенью."
    rows = "port,,,,,,,Ольга Рейн|expert||GE; Пётр Цой|interviewer\n"
    article = library.load(tmp_path / "port.txt", library.known(folder(tmp_path, rows, port=text)))
    assert [voice[:4] for voice in article.voices] == [
        ("editorial-port", "Редакция", "Редакция", "editorial"),
        ("olga-reyn", "Ольга Рейн", "Рейн", "expert"),
        ("petr-tsoy", "Пётр Цой", "Цой", "interviewer"),
    ]
    assert all(turn.certain for turn in article.turns)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("river,,,,,,,\n", "line 2: there is no article «river»"),
        ("sea,,,,,,,\nsea,,,,,,,\n", "line 3: a second row for «sea»"),
        ("sea,,,,19.12.2025,,,\n", "line 2: «19.12.2025» is no date"),
        ("sea,,,,2025-02-30,,,\n", "line 2: «2025-02-30» is no date"),
        ("sea,,,,,,essay,\n", "line 2: «essay» is no genre"),
        ("sea,,,,,,,Анна Ли|singer\n", "line 2: «singer» is no role"),
        ("sea,,,,,,,Анна Ли|author||Kazakhstan\n", "line 2: «Kazakhstan» is no country code"),
        ("sea,,,,,,,|author\n", "line 2: «|author» is no voice"),
        ("sea,,,,,,\n", "line 2: 7 cells"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path, rows, said):
    with pytest.raises(KnowledgeError) as complaint:
        library.known(folder(tmp_path, rows))
    assert str(complaint.value).startswith(f"articles.csv, {said}")


def test_nothing_but_credits_is_no_article():
    with pytest.raises(ArticleError, match=r"a\.txt: holds nothing but credits"):
        library.article("a", "Фото: пресс-служба порта\nПоделиться: 17", file="a.txt")


def test_outlet_and_day_come_from_credits():
    article = library.article("a", COLUMN + "\nОпубликовано: 19.12.2025\nСообщение Море мелеет появились сначала на sea.example.")
    assert (article.outlet, article.published) == ("sea.example", date(2025, 12, 19))
    article = library.article("a", "Порт открыт.\nСуда идут.\nСообщение Порт открыт появилось сначала на port.example.")
    assert article.voices == (Voice("editorial-port-example", "Редакция port.example", "Редакция port.example", "editorial", None, None),)


def test_two_days_leave_the_day_unknown():
    assert library.article("a", COLUMN + "\nОпубликовано: 19.12.2025\nОбновлено: 20.12.2025").published is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Море мелеет\nВода уходит.\nПора искать гавани.", "Море мелеет"),
        ("Почему мелеет море?\nВода уходит.\nПора искать гавани.", "Почему мелеет море?"),
        ("Анна Ли: «Море мелеет»\nВода уходит.\nПора искать гавани.", "Анна Ли: «Море мелеет»"),
        ("Вода уходит с каждым годом.\nПора искать гавани.", None),
        ("— Почему мелеет море?\n— Вода уходит.\n— Что вы скажете рыбакам?\n— Ищите гавани.", None),
        ("Вода уходит", None),
    ],
)
def test_titles(text, title):
    assert library.article("a", text).title == title


@pytest.mark.parametrize(
    ("text", "name", "affiliation", "country"),
    [
        ("Ответил казахстанский политолог, руководитель центра «Залив» Али Ким.", "Али Ким", "руководитель центра «Залив»", "KZ"),
        (
            "Мы говорили с политологом, директором аналитического центра STEP Али Кимом.",
            "Али Ким",
            "директор аналитического центра STEP",
            None,
        ),
        (
            "Обсудили с депутатом парламента Грузии, членом комитета по экономике и торговле Али Кимом.",
            "Али Ким",
            "депутат парламента Грузии, член комитета по экономике и торговле",
            "GE",
        ),
        ("Али Ким, директор центра «Залив», не согласен.", "Али Ким", "директор центра «Залив»", None),
        ("Али Ким (старший аналитик банка «Залив») не согласен.", "Али Ким", "старший аналитик банка «Залив»", None),
        ("По словам премьер-министра Японии Санаэ Такаити, визит состоится.", "Санаэ Такаити", "премьер-министр Японии", "JP"),
        ("Казахстанский эксперт Али Ким напомнил о долге.", "Али Ким", None, "KZ"),
        ("Эксперт по Японии Али Ким согласен.", "Али Ким", "эксперт по Японии", None),
        ("Посол США в Грузии Али Ким уехал.", "Али Ким", "посол США в Грузии", "US"),
        ("Эксперты агентства Nord Int. Али Ким и Анна Ли согласны.", "Анна Ли", "эксперты агентства Nord Int.", None),
        ("В порту был президент Иван Крот, а Али Ким остался.", "Али Ким", None, None),
        ("Приехал Али Ким. Политолог Анна Ли ждала.", "Али Ким", None, None),
    ],
)
def test_introductions(text, name, affiliation, country):
    people = persons.find(text)
    person = next(person for person in people if person.name == name)
    assert introduce(text, person, people)[:2] == (affiliation, country)


def test_the_same_person_is_one_voice_everywhere():
    first = library.article("a", "Море мелеет\nАвтор: Семён Щёголев\nВода уходит.\nПора искать гавани.")
    second = library.article("b", "Порт открыли.\nСемен Щеголев заявил, что море мелеет. Дорогу строят.")
    assert {voice.voice_id for voice in first.voices} == {"semen-shchegolev"}
    assert ("semen-shchegolev", "quoted") in {(voice.voice_id, voice.role) for voice in second.voices}


def test_an_institution_is_a_voice_and_an_office_is_none():
    article = library.article("a", "Порт открыли. Минтранс сообщил, что дорогу строят. Министр добавил, что деньги есть.\nСуда идут.")
    assert [(voice.voice_id, voice.name, voice.role) for voice in article.voices] == [
        ("editorial-a", "Редакция", "editorial"),
        ("mintrans", "Минтранс", "quoted"),
    ]


SEED_VOICES = {
    "badamov": [
        Voice(
            "azer-badamov",
            "Азер Бадамов",
            "Бадамов",
            "expert",
            "депутат Милли Меджлиса Азербайджана, член комитета по экономической политике, промышленности и предпринимательству",
            "AZ",
        ),
        Voice("editorial-365info-kz", "Редакция 365info.kz", "Редакция 365info.kz", "editorial", None, None),
        Voice("interviewer-365info-kz", "Журналист 365info.kz", "Журналист 365info.kz", "interviewer", None, None),
    ],
    "kasenov": [
        Voice("editorial-kasenov", "Редакция", "Редакция", "editorial", None, None),
        Voice("farkhad-kasenov", "Фархад Касенов", "Касенов", "expert", "руководитель исследовательского центра «A+Analytics»", "KZ"),
    ],
    "kurbanov-guseynov": [
        Voice("editorial-cronos-asia", "Редакция Cronos.Asia", "Редакция Cronos.Asia", "editorial", None, None),
        Voice("rasul-kospanov", "Расул Коспанов", "Коспанов", "quoted", None, "KZ"),
        Voice(
            "sobir-kurbanov-eldaniz-guseynov",
            "Собир Курбанов и Эльданиз Гусейнов",
            "Курбанов, Гусейнов",
            "author",
            "эксперты политического форсайт-агентства Nightingale Int.",
            None,
        ),
    ],
    "velizade": [Voice("ilgar-velizade", "Ильгар Велизаде", "Велизаде", "author", None, None)],
    "yolchuev": [
        Voice("editorial-yolchuev", "Редакция", "Редакция", "editorial", None, None),
        Voice("interviewer-yolchuev", "Журналист", "Журналист", "interviewer", None, None),
        Voice("kasym-zhomart-tokaev", "Касым-Жомарт Токаев", "Токаев", "quoted", None, None),
        Voice("orkhan-yolchuev", "Орхан Йолчуев", "Йолчуев", "expert", "директор аналитического центра STEM", "AZ"),
    ],
}
GENRES = {"badamov": "interview", "kasenov": "monologue", "kurbanov-guseynov": "report", "velizade": "column", "yolchuev": "interview"}


@pytest.mark.parametrize("name", SEED_VOICES)
def test_the_five_articles_by_detection_alone(name):
    article = library.load(SEEDS / f"{name}.txt", {})
    assert (article.genre, list(article.voices)) == (GENRES[name], SEED_VOICES[name])


def test_what_is_known_of_the_five_articles():
    known = library.known(SEEDS)
    assert set(known) == set(GENRES)
    assert {article_id: row.outlet for article_id, row in known.items()} == {
        "badamov": "365info.kz",
        "kasenov": "Eurasia Today",
        "kurbanov-guseynov": "Cronos.Asia",
        "velizade": None,
        "yolchuev": "dknews.kz",
    }
    assert all(row.published is None and row.published_note for row in known.values())


def test_voices_by_id_are_latin_and_stable():
    assert voices.slug("Ёлкин-Щукин Объезд") == "elkin-shchukin-obezd"
    assert voices.person("Урсула фон дер Ляйен", "quoted")[:3] == ("ursula-fon-der-lyayen", "Урсула фон дер Ляйен", "фон дер Ляйен")
    assert metadata.NOTHING.voices == ()


BAD = [
    (speech_cues, "_tables", "speech_verbs.csv", "cue,kind,government,example\nсказать,adverb,quote,…\n", "kind is one of"),
    (speech_cues, "_tables", "speech_verbs.csv", "cue,kind,government,example\nсказать,verb,кому,…\n", "government is some of"),
    (speech_cues, "_tables", "speech_verbs.csv", "cue,kind,government,example\nстол,verb,quote,…\n", "«стол» is no verb"),
    (roles, "_roles", "roles.csv", "word,suggests\nминистр,hero\n", "suggests is one of"),
    (name_forms, "dictionary", "personal_names.csv", "name,kind,gender\nАнна,given,x\n", "gender is m, f or mf"),
    (introductions, "_countries", "demonyms.csv", "country,adjective,iso\nГрузия,грузинский,Georgia\n", "two capital letters"),
    (lines, "cues", "interview_cues.csv", "cue,kind\nвопрос,ask\n", "kind is one of"),
    (function_words, "_table", "function_words.csv", "word,kind,cases\nк,preposition,\n", "a preposition governs some of"),
]


@pytest.mark.parametrize(("module", "loader", "file", "text", "said"), BAD)
def test_a_bad_row_of_knowledge_is_named(tmp_path, monkeypatch, module, loader, file, text, said):
    (tmp_path / file).write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "DATA", tmp_path)
    with pytest.raises(KnowledgeError, match=f"{file}, line 2: .*{said}"):
        getattr(module, loader).__wrapped__()
