"""Dates named: grouped, past and planned told apart, with the sentences that name them."""

import re
from datetime import date, datetime

import pytest
from tiny import rows

from svodka.analysis import evidence, timeline
from svodka.analysis.selection import Selection
from svodka.frames.schema import TABLES
from svodka.frames.store import Corpus
from svodka.text import dates as found_dates

PUBLISHED = date(2025, 12, 19)
SENTENCE = re.compile(r"[^.]+\.")


def said(*texts: str, published: date | None = PUBLISHED, others: tuple[date | None, ...] = ()) -> Corpus:
    """A corpus of one article a text, its dates read by the language layer; `others` are articles without dates."""
    tables = {name: [] for name in TABLES}
    for number, text in enumerate(texts):
        name = f"a{number}"
        spans = [match.span() for match in SENTENCE.finditer(text)]
        tables["articles"].append((name, None, None, None, _time(published), None, "column", 9, text, "", ""))
        tables["voices"].append((name, name, name, "author", None, None, 9, number))
        tables["turns"].append((name, 0, len(text), 0, name, "body", None, None, True))
        tables["passages"].append((name, 0, len(text), 0, 0, name, 9))
        tables["sentences"] += [(name, *span, at, 0, 0, name) for at, span in enumerate(spans)]
        for one in found_dates.find(text, None, published):
            at = next(at for at, (start, stop) in enumerate(spans) if start <= one.start < stop)
            period = (_time(one.begin), _time(one.end), one.grain)
            tables["dates"].append((name, one.start, one.stop, text[one.start : one.stop], name, 0, at, *period))
    for number, day in enumerate(others):
        tables["articles"].append((f"o{number}", None, None, None, _time(day), None, "news", 1, "Да.", "", ""))
    return Corpus.of({name: TABLES[name].table(listed) for name, listed in tables.items()})


def _time(day: date | None) -> datetime | None:
    return None if day is None else datetime(day.year, day.month, day.day)


@pytest.mark.parametrize(("text", "published", "expected"), [
    ("Завод построят до 2030 года.", PUBLISHED, ("before", "planned")),
    ("К 2020 году добыча выросла.", PUBLISHED, ("by", "past")),
    ("Ко второму кварталу 2026 года откроют мост.", PUBLISHED, ("by", "planned")),
    ("С 2015 года идёт помощь.", PUBLISHED, ("since", "past")),
    ("После 2014 года цены упали.", PUBLISHED, ("after", "past")),
    ("По сравнению с 2024 годом рост велик.", PUBLISHED, (None, "past")),  # nothing begins then
    ("Договор (до 2030 года) подписан.", PUBLISHED, ("before", "planned")),
    ("Это было в 2010-х годах.", PUBLISHED, (None, "past")),
    ("В 2025 году вырос спрос.", PUBLISHED, (None, "current")),  # the year of the article
    ("Работу закончат до конца 2025 года.", PUBLISHED, ("before", "planned")),  # due within the running half-year
    ("План рассчитан на 2026–2028 годы.", PUBLISHED, (None, "planned")),
    ("В ближайшие пять лет построят дорогу.", PUBLISHED, (None, "planned")),
    ("Деньги поступят в ближайшие пять лет.", None, (None, "planned")),  # the words say so without any day
    ("За последние годы стало лучше.", None, (None, "past")),
    ("В этом году саммит прошёл.", None, (None, "current")),
    ("До 2030 года построят завод.", None, ("before", "unknown")),  # nobody knows when this was written
    ("Саммит пройдёт 19 и 20 декабря.", None, (None, "unknown")),
])  # fmt: skip
def test_bound_and_tense(text, published, expected):
    found = timeline.dates(said(text, published=published), Selection())
    assert rows(found, "bound", "tense")[0] == expected


@pytest.mark.parametrize(
    ("others", "expected"), [((date(2031, 1, 1), None), "past"), ((date(2026, 1, 1), date(2020, 1, 1)), "planned"), ((None,), "unknown")]
)
def test_an_article_without_a_day_is_read_from_the_newest_one(others, expected):
    found = timeline.dates(said("В 2030 году построят.", published=None, others=others), Selection())
    assert list(found["tense"]) == [expected]


def test_equal_spans_are_one_row():
    corpus = said("В 2030 году одно. К 2030 году другое. В 2030 г. третье.", "Итоги 2030 года подведут.")
    found = timeline.dates(corpus, Selection())
    assert rows(found, "bound", "text", "mentions", "passages", "articles", "voices") == [
        ("by", "2030 году", 1, 1, 1, 1), (None, "2030 году", 3, 2, 2, 2),
    ]  # fmt: skip
    assert found["id"].is_unique


def test_rows_stand_in_the_order_of_time_and_without_a_calendar_last():
    corpus = said("Последние годы. В 2030 году. В 2010-х годах. В мае 2026 года.", published=None)
    assert list(timeline.dates(corpus, Selection())["text"]) == ["2010-х годах", "мае 2026 года", "2030 году", "Последние годы"]


def test_yearly():
    """Days and months count for their year, whatever stands before them; spans of years stay."""
    corpus = said("В мае 2026 года. До декабря 2026 года. В 2026 году. 2026–2028 годы.")
    found = timeline.dates(corpus, Selection(), yearly=True)
    assert sorted(rows(found, "grain", "mentions")) == [("year", 3), ("years", 1)]
    assert found["from"].min() == datetime(2026, 1, 1)


def test_places_open_the_sentences():
    corpus = said("Раньше было иначе. До 2030 года построят завод.", "Завод до 2030 года не успеют.")
    found = timeline.dates(corpus, Selection())
    behind = evidence.of_dates(corpus, Selection(), timeline.spots(found["places"][0]))
    marked = [row["text"][start:stop] for row in behind.rows.to_dict("records") for start, stop in row["marks"]]
    assert (behind.sentences, behind.places, behind.articles) == (2, 2, 2)
    assert marked == ["2030 года", "2030 года"]


def test_places_of_every_row_of_the_seeds_are_found(seeds):
    found = timeline.dates(seeds, Selection())
    assert len(found)
    for row in found.itertuples():
        assert evidence.of_dates(seeds, Selection(), timeline.spots(row.places)).places == row.mentions


def test_selection():
    corpus = said("В 2030 году.", "В 2031 году.")
    assert list(timeline.dates(corpus, Selection(articles=("a1",)))["text"]) == ["2031 году"]
    assert evidence.of_dates(corpus, Selection(articles=("a1",)), [("a0", 2)]).places == 0


def test_nothing():
    corpus = said("Дат нет.")
    found = timeline.dates(corpus, Selection())
    assert found.empty
    assert found["from"].dtype == "datetime64[us]"
    assert evidence.of_dates(corpus, Selection(), []).rows.empty


def test_published():
    corpus = said("Да.", others=(date(2024, 1, 2), None))
    assert timeline.published(corpus, Selection()) == (datetime(2024, 1, 2), datetime(2025, 12, 19), 3, 2)
    assert timeline.published(corpus, Selection(articles=("o1",))) == (None, None, 1, 0)


def test_a_year_before_the_thousandth_is_a_date_too():
    assert list(timeline.dates(said("Это было в 988 году."), Selection())["tense"]) == ["past"]
