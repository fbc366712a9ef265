"""Countries and routes named, and where they lie."""

import csv

import pytest
import tiny
from tiny import rows

from svodka.analysis import geography
from svodka.analysis.selection import Selection
from svodka.errors import KnowledgeError
from svodka.frames.schema import TABLES
from svodka.frames.store import Corpus
from svodka.knowledge import DATA

ROUTES = [  # concept, kind, parent, label_ru, label_en, iso, generic
    ("southern_gas_corridor", "route", None, "Южный газовый коридор", "Southern Gas Corridor", None, False),
    ("tap", "route", "southern_gas_corridor", "TAP", "TAP", None, False),
    ("middle_corridor", "route", None, "Средний коридор", "Middle Corridor", None, False),
    ("unheard_of", "route", None, "Новый путь", "New route", None, False),
]


def of_routes(*named: tuple[str, str, int]) -> Corpus:
    """A corpus of one article in which routes are named: route, voice, passage."""
    tables = {name: [] for name in TABLES}
    tables["concepts"] = ROUTES
    tables["articles"] = [("a", None, None, None, None, None, "column", 9, "x" * 99, "", "a.txt")]
    tables["voices"] = [(voice, voice, voice, "author", None, None, 9, 1) for voice in sorted({voice for _, voice, _ in named})]
    tables["mentions"] = [
        ("a", at, at + 1, route, "route", False, voice, passage, passage) for at, (route, voice, passage) in enumerate(named)
    ]
    return Corpus.of({name: TABLES[name].table(listed) for name, listed in tables.items()})


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


def test_countries(corpus):
    """Tokyo counts for Japan; a region of several countries is none."""
    assert rows(geography.countries(corpus, Selection()), "concept", "voice_id", "mentions", "total") == [
        ("jp", "author", 3, 4), ("jp", "ministry", 1, 4), ("kz", "author", 2, 4), ("kz", "expert", 1, 4), ("kz", "ministry", 1, 4),
    ]  # fmt: skip


@pytest.mark.parametrize("selection", [Selection(), Selection(articles=("unknown",))])
def test_a_country_without_coordinates_is_kept_without_them(corpus, selection):
    """The concepts of the tiny corpus are not those of the lexicon."""
    found = geography.countries(corpus, selection)
    assert found["lat"].isna().all()
    assert found["lon"].dtype == float
    assert found["iso3"].isna().all()


def test_countries_lie_where_they_lie(seeds):
    found = geography.countries(seeds, Selection()).drop_duplicates("concept").set_index("concept")
    assert tuple(found.loc["kazakhstan", ["iso3", "lat", "lon"]]) == ("KAZ", 48.1, 67.3)
    assert found["lat"].notna().all()


def test_routes():
    """A branch counts for its trunk where the trunk is named too."""
    corpus = of_routes(("tap", "one", 0), ("tap", "one", 0), ("southern_gas_corridor", "two", 1), ("unheard_of", "one", 0))
    found = geography.routes(corpus, Selection())
    assert rows(found, "concept", "mentions", "passages", "articles", "voices") == [
        ("southern_gas_corridor", 3, 2, 1, 2), ("tap", 2, 1, 1, 1), ("unheard_of", 1, 1, 1, 1),
    ]  # fmt: skip
    assert [len(path) for path in found["path"]] == [5, 3, 0]
    assert found["path"][1][-1] == geography.points()["italy"]


def test_a_trunk_named_only_by_its_branch_is_not_named():
    assert rows(geography.routes(of_routes(("tap", "one", 0)), Selection()), "concept", "mentions") == [("tap", 1)]


def test_no_routes(corpus):
    found = geography.routes(corpus, Selection())
    assert found.empty
    assert list(found) == ["concept", "label_ru", "label_en", "mentions", "passages", "articles", "voices", "path"]


def lexicon(name: str, column: str) -> dict[str, str]:
    with (DATA / f"lexicon/{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row["concept"]: row[column] for row in csv.DictReader(file)}


def test_geography_has_every_country_and_waypoint_and_nothing_else():
    countries = {place for place, iso in lexicon("places", "iso").items() if iso}
    waypoints = {place for path in geography.waypoints().values() for place in path}
    assert geography.points().keys() == countries | waypoints
    assert {place for place, point in geography.points().items() if point.iso3} == countries


def test_codes_of_countries_are_three_capitals_and_differ():
    codes = [point.iso3 for point in geography.points().values() if point.iso3]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 3 and code.isupper() and code.isascii() for code in codes)


@pytest.mark.parametrize(
    ("line", "complaint"), [("somewhere,north,10,", "line 2: lat and lon are degrees"), ("somewhere,91,0,", "line 2: lat is")]
)
def test_bad_coordinates_are_named(tmp_path, monkeypatch, line, complaint):
    (tmp_path / "geography.csv").write_text(f"place,lat,lon,iso3\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(geography, "DATA", tmp_path)
    with pytest.raises(KnowledgeError, match=complaint):
        geography.points.__wrapped__()
