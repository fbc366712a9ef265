"""What the page of words says: findings, marks that lead to their sentences, the list of stop words."""

import pytest

from svodka.analysis.selection import Selection
from svodka.charts import style
from svodka.exhibits import words as exhibits
from svodka.exhibits.catalogue import exhibit
from svodka.exhibits.exhibit import Asked
from svodka.text.stopwords import stopwords
from svodka.wording import words

SWITCHES = [(measure, items) for measure in ("frequency", "distinctiveness") for items in ("words", "phrases")]


def asked(corpus, language="ru", selection=None):
    say = words(language)
    return Asked(corpus, selection or Selection(), say, style.light(say))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(("measure", "items"), SWITCHES)
@pytest.mark.parametrize("key", ["words.cloud", "words.bars"])
def test_every_mark_leads_to_its_sentences(seeds, key, measure, items, language):
    shown = exhibit(key, asked(seeds, language), measure=measure, items=items)
    assert shown.finding
    assert shown.draw().data
    drawn = {data[0] for trace in shown.draw().data if trace.customdata is not None for data in trace.customdata}
    assert drawn <= set(shown.marks)
    top = shown.table.iloc[0]
    behind = shown.behind(shown.marks[0], 3)
    assert (behind.found.places, behind.name) == (top["n"], top["word"])
    assert all(row.marks for row in behind.found.rows.itertuples())
    assert shown.behind("nothing", 3) is None
    assert len(shown.sheet().said) == len(shown.sheet().ids) <= len(shown.marks)


def test_findings(seeds):
    said = [exhibit("words.cloud", asked(seeds), measure=measure, items=items).finding for measure, items in SWITCHES]
    table = exhibit("words.bars", asked(seeds), measure="frequency", items="words").table
    assert said[0] == "Чаще всего звучат слова «{}», «{}» и «{}»".format(*table["word"].head(3))
    assert said[1].startswith("Чаще всего повторяются «")
    assert said[2].startswith("Слово «")
    assert said[3].startswith("Словосочетание «")


@pytest.mark.parametrize(("measure", "items"), SWITCHES)
def test_too_little_to_say(seeds, measure, items):
    nobody = asked(seeds, selection=Selection(articles=("unknown",)))
    shown = exhibit("words.cloud", nobody, measure=measure, items=items)
    assert (shown.finding, list(shown.marks), len(shown.draw().data)) == ("", [], 0)
    assert exhibits.headline(shown, nobody) == (nobody.words("words.title.none"), nobody.words("empty.do"))
    voice = seeds.query("SELECT voice_id FROM voices WHERE role = 'author' ORDER BY rank LIMIT 1")["voice_id"][0]
    alone = asked(seeds, selection=Selection(voices=(voice,)))
    shown = exhibit("words.cloud", alone, measure="distinctiveness", items=items)
    assert exhibits.headline(shown, alone)[0] == "Заметной разницы между голосами нет"


def test_stop_words_are_data():
    listed = exhibits.stop_file().decode("utf-8-sig").split()
    assert len(listed) == len(stopwords()) + 1
    assert str(len(stopwords())) in exhibits.stop_list(words("ru"))
    assert "data/stopwords.csv" in exhibits.stop_list(words("en"))
