"""What the page of places and times shows: true sentences, and the right sentences behind every mark."""

import pytest
import tiny

from svodka import wording
from svodka.analysis.selection import Selection
from svodka.charts import style as styles
from svodka.exhibits import map as maps
from svodka.exhibits.exhibit import Asked


def asked(corpus, language="ru", **selection) -> Asked:
    say = wording.words(language)
    return Asked(corpus, Selection(**selection), say, styles.light(say))


def ids(drawn) -> set[str]:
    return {one[0] for trace in drawn.data if trace.customdata is not None for one in trace.customdata}


@pytest.mark.parametrize("what", maps.MAKERS)
def test_every_mark_opens_the_mentions_it_counts(seeds, what):
    shown = maps.MAKERS[what](asked(seeds))
    drawn = ids(shown.draw()) if shown.draw else {told.mark for told in shown.told}
    assert drawn
    for mark in drawn | set(shown.marks):
        assert shown.behind(mark, 1).found.places > 0
    assert shown.behind("nowhere", 1) is None


@pytest.mark.parametrize("what", maps.MAKERS)
@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_nothing_selected(seeds, what, language):
    shown = maps.MAKERS[what](asked(seeds, language, articles=("unknown",)))
    assert not shown.told
    assert not (shown.draw and shown.draw().data)
    assert (shown.finding, list(shown.marks)) == ("", [])


def test_finding_counts_right():
    """Four mentions of Kazakhstan by three voices, four of Japan by two: the id decides between equals."""
    say = asked(tiny.corpus())
    assert maps.countries(say).finding.replace("\u00a0", " ") == "Самая называемая страна — Япония: 4 упоминания у 2 голосов"
    assert maps.by_voice(say).finding.replace("\u00a0", " ") == "Названные страны: 2; только одним голосом — 0"


def test_many_voices_are_gathered(monkeypatch, seeds):
    monkeypatch.setattr(maps, "VOICES", 8)
    shown = maps.by_voice(asked(seeds))
    counts = shown.table[shown.table["concept"] == "japan"]
    assert "japan|others" in ids(shown.draw())
    assert shown.behind("japan|others", 1).found.places == counts["mentions"][counts["rank"] > 8].sum()


def test_what_is_planned_until_2030(seeds):
    """Its article has no date: it may lie ahead, and the list says that nobody knows."""
    told = [one.text for one in maps.MAKERS["map.ahead"](asked(seeds)).told]
    assert any(text.startswith("До 2030 года (дата статьи неизвестна)") and text.endswith("до 2030 года.") for text in told)
