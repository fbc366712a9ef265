"""What a search finds, counted by hand on tests/tiny.py and on single sentences."""

import pandas as pd
import pytest
import tiny

from svodka.analysis import queries, search
from svodka.analysis.reading import in_sight
from svodka.analysis.selection import Selection
from svodka.frames.schema import TABLES
from svodka.frames.store import Corpus

ALL = Selection()
EVERYONE = Selection(roles=("expert", "author", "quoted", "interviewer"))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return tiny.corpus()


def asked(corpus: Corpus, typed: str, mode: str = "lemma") -> tuple[queries.Query, ...]:
    sought = queries.asked(corpus, typed, mode)
    assert not sought.errors
    return sought.queries


def of_text(*paragraphs: str) -> Corpus:
    """A corpus of one article by one voice, a sentence a paragraph."""
    text, rows = "\n".join(paragraphs), {name: [] for name in ("sentences", "passages")}
    start = 0
    for number, paragraph in enumerate(paragraphs):
        stop = start + len(paragraph)
        rows["sentences"].append(("a", start, stop, number, number, 0, "v"))
        rows["passages"].append(("a", start, stop, number, 0, "v", 1))
        start = stop + 1
    rows["words"] = [("a", 0, 1, "а", "а", "CONJ", "v", 0, 0)]
    rows["turns"] = [("a", 0, len(text) + 1, 0, "v", "body", None, None, True)]
    rows["voices"] = [("v", "Голос", "Голос", "author", None, None, 1, 1)]
    rows["articles"] = [("a", "Статья", None, None, None, None, "column", 1, text, "", "a.txt")]
    return Corpus.of({name: TABLES[name].table(listed) for name, listed in rows.items()})


def found(text: str, typed: str, mode: str = "lemma") -> list[str]:
    """The words of a text that a query finds; a line is a paragraph."""
    given = of_text(*text.split("\n"))
    hits = search.hits(given, ALL, asked(given, typed, mode))
    assert all(text[hit.start : hit.stop] == hit.keyword for hit in hits.itertuples())
    return list(hits["keyword"])


def test_hits_by_lemma(corpus):
    """«Порт» stands twice in the interview and twice in the news; «нефть» in the question does not count."""
    hits = search.hits(corpus, ALL, asked(corpus, "порт"))
    assert tiny.rows(hits, "article_id", "passage", "passages", "voice_id", "keyword", "before", "after") == [
        ("news", 2, 2, "author", "Порт", "", " ждёт груз. Нефть идёт через порт."),
        ("news", 2, 2, "author", "порт", "Порт ждёт груз. Нефть идёт через ", "."),
        ("interview", 3, 5, "expert", "Порт", "", " нужен всем. Без железной дороги порт пуст."),
        ("interview", 3, 5, "expert", "порт", "Порт нужен всем. Без железной дороги ", " пуст."),
    ]
    assert tiny.rows(search.hits(corpus, ALL, asked(corpus, "нефть")), "article_id") == [("news",), ("interview",)]
    assert len(search.hits(corpus, EVERYONE, asked(corpus, "нефть"))) == 3


def test_counts(corpus):
    """Казахстан: the expert once, the author in the column and in the news, the ministry in a quotation."""
    counted = search.counts(corpus, ALL, asked(corpus, "Казахстан; пароход"))
    assert tiny.rows(counted.totals, "query", "hits", "passages", "articles", "voices") == [(0, 4, 4, 3, 3), (1, 0, 0, 0, 0)]
    assert tiny.rows(counted.by_voice, "query", "voice_id", "hits", "passages", "articles") == [
        (0, "author", 2, 2, 2),
        (0, "expert", 1, 1, 1),
        (0, "ministry", 1, 1, 1),
    ]
    words = dict(tiny.rows(corpus.query("SELECT voice_id, words FROM voices"), "voice_id", "words"))
    assert counted.by_voice["rate"].tolist() == [1000 * n / words[voice] for voice, n in (("author", 2), ("expert", 1), ("ministry", 1))]


def test_filters_apply(corpus):
    sought = asked(corpus, "Казахстан")
    assert set(search.hits(corpus, Selection(voices=("ministry",)), sought)["voice_id"]) == {"ministry"}
    assert set(search.hits(corpus, Selection(articles=("news",)), sought)["article_id"]) == {"news"}
    # Of the four paragraphs that name Kazakhstan two name uranium as well.
    assert tiny.rows(search.hits(corpus, Selection(resources=("uranium",)), sought), "article_id") == [("column",), ("interview",)]
    assert search.hits(corpus, Selection(voices=("nobody",)), sought).empty


def test_concepts_count_what_lies_below_them(corpus):
    """Hydrogen: «Водород» of the column (the heading is no mention) and «Зелёный водород» of the interview; Japan has Tokyo below it."""
    hits = search.hits(corpus, ALL, asked(corpus, "Hydrogen", "concept"))
    assert tiny.rows(hits, "article_id", "keyword") == [("column", "Водород"), ("interview", "Зелёный водород")]
    (russian,), (english,) = asked(corpus, "водород", "concept"), asked(corpus, "HYDROGEN", "concept")
    assert russian.concepts == english.concepts == ("green_hydrogen", "hydrogen")
    assert (russian.text, english.text) == ("водород", "hydrogen")
    japan = search.hits(corpus, ALL, asked(corpus, "jp", "concept"))
    assert tiny.rows(japan, "keyword", "voice_id") == [
        ("Япония", "author"),
        ("Японии", "ministry"),
        ("Токио", "author"),
        ("Япония", "author"),
    ]


def test_the_words_of_one_voice(corpus):
    sought = asked(corpus, "Казахстан; уран")
    hits = search.hits(corpus, ALL, sought, voices=["ministry"])
    assert tiny.rows(hits, "query", "keyword") == [(0, "Казахстан"), (1, "уран")]
    evidence = search.sentences(corpus, ALL, sought, ["ministry"])
    assert evidence.places == 2
    row = evidence.rows.iloc[0]
    assert [row["text"][start:stop] for start, stop in row["marks"]] == ["Казахстан", "уран"]


@pytest.mark.parametrize(("sort", "before"), [
    ("place", ["за а ", "в ", "", "без б ", "а "]),
    ("left", ["", "а ", "за а ", "без б ", "в "]),  # «а» before «а за» before «б без»: read from the find outwards
    ("right", ["за а ", "в ", "", "а ", "без б "]),  # «ДВА» is «два», the rest by what stands before it
])  # fmt: skip
def test_sorting(sort, before):
    corpus = of_text("за а порт два", "в порт — ДВА?", "порт три", "без б порт три я", "а порт три")
    assert list(search.hits(corpus, ALL, asked(corpus, "порт"), sort)["before"]) == before


def test_sorting_by_article_and_voice(corpus):
    sought = asked(corpus, "Казахстан; уран; Япония")
    by_article = search.hits(corpus, ALL, sought, "article")["article_id"].tolist()
    assert by_article == ["column"] * 5 + ["interview"] * 2 + ["news"] * 2
    ranks = search.hits(corpus, ALL, sought, "voice")["rank"].tolist()
    assert ranks == sorted(ranks)


def test_context_is_cut_at_words():
    corpus = of_text("Очень длинное начало перед словом порт и ещё более длинное продолжение")
    hit = search.hits(corpus, ALL, asked(corpus, "порт"), context=16).iloc[0]
    assert (hit["before"], hit["after"]) == ("…перед словом ", " и ещё более…")
    whole = search.hits(corpus, ALL, asked(corpus, "порт"), context=None).iloc[0]
    assert whole["before"] + whole["keyword"] + whole["after"] == "Очень длинное начало перед словом порт и ещё более длинное продолжение"


def test_a_limit_keeps_the_first(corpus):
    sought = asked(corpus, "порт")
    assert search.hits(corpus, ALL, sought, limit=1).equals(search.hits(corpus, ALL, sought).head(1))


def test_no_query_finds_nothing(corpus):
    assert queries.asked(corpus, " ;\n; ").queries == ()
    full = search.hits(corpus, ALL, asked(corpus, "порт"))
    assert list(search.hits(corpus, ALL, ()).columns) == list(full.columns)
    assert search.hits(corpus, ALL, ()).empty
    assert search.counts(corpus, ALL, ()).totals.empty


@pytest.mark.parametrize(("text", "typed", "words"), [
    ("О цифровизации и ЦИФРОВИЗАЦИЯ", "цифровизация", ["цифровизации", "ЦИФРОВИЗАЦИЯ"]),
    ("О цифровизации", "цифровизацией", ["цифровизации"]),  # whichever form is typed
    ("вдоль Среднего коридора, средний, но не коридор", "средний коридор", ["Среднего коридора"]),
    ("Средний «коридор»", "средний коридор", ["Средний «коридор"]),
    ("рост средний\nкоридор узкий", "средний коридор", []),  # a sentence each
    ("Они стали богаче, а сталь дороже", "стали", ["стали", "сталь"]),  # rival readings of what is typed
    ("Они стали богаче, а сталь дороже", "сталь", ["сталь"]),  # «стали» is seldom steel
    ("ёлка и елки", "елка", ["ёлка", "елки"]),
    ("Идёт партнерство, идет партнёрство", "партнёрство", ["партнерство", "партнёрство"]),
    ("бизнес-проекты и проект", "проект", ["проекты", "проект"]),
    ("к премьер‑министру", "премьер-министр", ["премьер‑министру"]),
    ("урановый уран тауран", "уран", ["уран"]),
    ("уран уран", "уран", ["уран", "уран"]),
    ("США и сша", "США", ["США", "сша"]),
    ("в 2030 году, в 20301 году", "2030 год", ["2030 году"]),
    ("о Мирзиёеве", "Мирзиёев", ["Мирзиёеве"]),
    ("порт; уран", "уран; порт;уран", ["порт", "уран"]),
])  # fmt: skip
def test_lemmas(text, typed, words):
    assert found(text, typed) == words


@pytest.mark.parametrize(("text", "typed", "words"), [
    ("коридор, коридора, КОРИДОРА", "коридора", ["коридора", "КОРИДОРА"]),
    ("нужен\u00a0 всем", "нужен всем", ["нужен\u00a0 всем"]),
    ("$3,7 млрд и 13,7 млрд", "3,7 млрд", ["3,7 млрд"]),
    ("формат С5+1, С5+12", "с5+1", ["С5+1"]),
    ("всё и все", "все", ["всё", "все"]),
    ("а.б", "а.б", ["а.б"]),
    ("ааб", "а.б", []),  # a dot is a dot
    ("Кто? [Я]", "[я]", ["[Я]"]),
    (r"\d 5", r"\d", [r"\d"]),
])  # fmt: skip
def test_forms(text, typed, words):
    assert found(text, typed, "form") == words


@pytest.mark.parametrize(("text", "typed", "words"), [
    ("цифровых, оцифровка", r"\bцифр\w*", ["цифровых"]),
    ("цифровых, оцифровка", r"цифр\w*", ["цифровых", "цифровка"]),
    ("уран и урану", r"уран\b", ["уран"]),
    ("уран, урану", "уран|газ", ["уран", "уран"]),
    ("2030 и 1999", r"20\d\d", ["2030"]),
    ("нефть  газ", r"нефть\s+газ", ["нефть  газ"]),
    ("нефть\u00a0газ", r"нефть\sгаз", ["нефть\u00a0газ"]),
    ("Уран УРАН", "уран", ["Уран", "УРАН"]),
    ("ёж, еж", "[её]ж", ["ёж", "еж"]),
    ("а;б", r"а\;б", ["а;б"]),
    ("а-б", r"[\w-]+", ["а-б"]),
    ("ab", r"a\b", []),
    (r"а\b", r"\\b", [r"\b"]),
    ("аа", "(а)(а)", ["аа"]),
    ("первый\nвторой", "^в.*й$", ["второй"]),
])  # fmt: skip
def test_patterns(text, typed, words):
    assert found(text, typed, "pattern") == words


@pytest.mark.parametrize(("typed", "mode", "reason", "at"), [
    ("(уран", "pattern", "open", "(уран"),
    ("уран)", "pattern", "closed", "уран)"),
    ("[а", "pattern", "brackets", "[а"),
    ("*а", "pattern", "repeated", "*"),
    ("а{2000}", "pattern", "repeated", "{2000}"),
    ("[я-а]", "pattern", "range", "я-а"),
    (r"\q", "pattern", "escape", r"\q"),
    ("а\\", "pattern", "escape", "\\"),
    (r"\C", "pattern", "escape", r"\C"),
    ("(?<=а)б", "pattern", "group", "(?<"),
    (r"а\bб", "pattern", "edge", r"\b"),
    ("а*", "pattern", "empty", ""),
    ("^", "pattern", "empty", ""),
    ("$|а", "pattern", "empty", ""),
    (r"\b", "pattern", "empty", ""),
    ("(а|)", "pattern", "empty", ""),
    ("!?", "lemma", "wordless", ""),
    ("пароход", "concept", "concept", ""),
    ("зелёный", "concept", "concept.near", "зелёный водород"),
])  # fmt: skip
def test_a_bad_query_says_why_and_stops_no_other(corpus, typed, mode, reason, at):
    good = "уран"
    sought = queries.asked(corpus, f"{good};{typed}", mode)
    assert [query.text for query in sought.queries] == [good]
    (error,) = sought.errors
    assert (error.reason, error.query, error.at) == (reason, typed, at)


def test_too_many_queries(corpus):
    sought = queries.asked(corpus, ";".join("абвгдежзик"))
    assert len(sought.queries) == queries.MOST
    assert {error.reason for error in sought.errors} == {"many"}


@pytest.mark.parametrize("mode", ["lemma", "form", "pattern"])
@pytest.mark.parametrize("typed", ["'; DROP TABLE words; --", "$pattern_0", "<script>x</script>", "{n}", "%s", "уран' OR '1'='1", "а\x00б"])
def test_a_query_is_data(corpus, typed, mode):
    sought = queries.asked(corpus, typed, mode)
    assert search.hits(corpus, ALL, sought.queries).empty
    assert len(corpus.query("SELECT * FROM words"))


def test_an_expression_cannot_hang():
    """Exponential for an engine that tracks back."""
    assert found("а" * 5_000 + "!", "(а+)+$", "pattern") == []


def test_an_expression_that_fits_everything_is_cut(monkeypatch):
    monkeypatch.setattr(search, "MOST", 7)
    assert len(found("а" * 50, ".", "pattern")) == 7


def test_what_can_be_highlighted():
    """Of places that overlap the first is seen, of two that start together the longer."""
    places = pd.DataFrame({"start": [0, 0, 3, 6, 5], "stop": [2, 4, 6, 8, 7]})
    assert in_sight(places) == [0, 5]
    assert in_sight(places.head(0)) == []
