"""The dossier read back: every sentence of the deck as its characters, nothing that is fetched, nothing that runs but its own scripts."""

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

import pytest
import tiny

from svodka.briefing import slides
from svodka.briefing.item import Briefing, Item, Shot
from svodka.briefing.slides import Deck, Ground, Slide, Source
from svodka.charts import style as styles
from svodka.charts.style import faded, mixed
from svodka.export import dossier, fonts, scripts
from svodka.export.dossier import grounds
from svodka.export.dossier.darkness import COLOUR, counterparts
from svodka.wording import words

HOSTILE = "</script><script>alert(1)</script><!-- <img src=http://example.org/x onerror=alert(2)> & «\u2028\x0b»"
DAY = date(2026, 1, 15)
RU = words("ru")
VOID = {"meta", "input", "img", "br", "link", "hr"}


class Read(HTMLParser):
    """The elements of a page with their attributes and texts, as a browser would see them."""

    def __init__(self, page: bytes):
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._open: list[int] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag):
        while self._open and self.elements[self._open.pop()][0] != tag:
            pass

    def handle_data(self, data):
        for at in self._open:
            self.elements[at][2].append(data)

    def texts(self, **wanted: str) -> list[str]:
        """The texts of all elements that have these classes or attributes."""
        return ["".join(text) for _, attributes, text in self._having(wanted)]

    def count(self, **wanted: str) -> int:
        return len(list(self._having(wanted)))

    def _having(self, wanted: dict[str, str]) -> Iterator[tuple[str, dict[str, str | None], list[str]]]:
        wanted = {name.rstrip("_"): value for name, value in wanted.items()}
        for tag, attributes, text in self.elements:
            given = attributes | {"tag": tag}
            if all(value in (given.get(name) or "").split() for name, value in wanted.items()):
                yield tag, attributes, text


def channels(colour: str) -> list[int]:
    return (
        [int(colour[at : at + 2], 16) for at in (1, 3, 5)] if colour.startswith("#") else [int(part) for part in re.findall(r"\d+", colour)]
    )


def briefing(*items: Item) -> Briefing:
    return Briefing("b", "Доклад", items)


@pytest.fixture(scope="module")
def deck(seeds) -> Deck:
    quantity = seeds.query("SELECT quantity_id FROM claim_quantities ORDER BY ALL LIMIT 1")["quantity_id"].iloc[0]
    sentence = seeds.query("SELECT article_id, start, stop FROM sentences ORDER BY length(article_id), start LIMIT 1").iloc[0]
    text = seeds.query("SELECT text FROM articles WHERE article_id = $id", {"id": sentence["article_id"]})["text"].iloc[0]
    said = text[int(sentence["start"]) : int(sentence["stop"])]
    return slides.deck(
        seeds,
        briefing(
            Item("1", "section", title="Деньги"),
            Item("2", "chart", "overview.amounts", note="Спросят про курс"),
            Item("3", "claim", "claims.ledger", mark=quantity),
            Item("4", "chart", "overview.coverage"),
            Item("5", "table", "overview.resources"),
            Item("6", "chart", "overview.findings"),
            Item("7", "quote", mark=f"{sentence['article_id']}:{sentence['start']}", options={"marks": "0-3"}, shot=Shot("ru", "", said)),
            Item("8", "chart", "no.such", title="Чего больше нет"),
        ),
        RU,
        DAY,
    )


@pytest.fixture(scope="module")
def read(deck) -> Read:
    return Read(dossier.page(deck))


def test_every_item_is_there_with_its_words(deck, read):
    headings = read.texts(tag="h2")
    for slide in deck.slides:
        assert any(heading.endswith(slide.title) for heading in headings), slide.title
    assert read.count(class_="item") == len(deck.slides) + 1
    assert read.texts(tag="a", class_="number") == [str(number) for number in range(1, 8)]


def test_every_sentence_is_there_with_its_voice(deck, read):
    said = read.texts(class_="sentence")
    for slide in deck.slides:
        for ground in slide.grounds:
            assert [quote.text in said for quote in ground.quotes] == [True] * len(ground.quotes)
    assert {quote.voice for slide in deck.slides for quote in slide.quotes} <= set(read.texts(tag="b"))


def test_every_ground_has_its_value_and_says_what_is_left_out(deck, read):
    headings = read.texts(tag="summary")
    left = 0
    for ground in (ground for slide in deck.slides if slide.kind != "quote" for ground in slide.grounds):
        assert " ".join(part for part in (ground.name, ground.said) if part) in headings
        left += ground.sentences > len(ground.quotes)
    more = RU("dossier.rest", n=1000).split("\u00a0")[0]
    assert left
    assert sum(text.startswith(more.split("1")[0]) for text in read.texts(class_="about")) >= left


def test_the_words_that_were_counted_are_marked(deck, read):
    marked = set(read.texts(tag="mark"))
    quote = deck.slides[1].quotes[0]
    assert quote.marks
    assert {quote.text[start:stop] for start, stop in quote.marks} <= marked


def test_claims_notes_sources_and_what_is_gone_are_said(deck, read):
    assert deck.slides[2].text in read.texts(class_="aloud")
    assert any("Спросят про курс" in note for note in read.texts(class_="note"))
    assert deck.slides[7].gone in read.texts(class_="gone")
    listed = "".join(read.texts(id="sources"))
    assert deck.sources
    for source in deck.sources:
        assert source.title in listed
        assert source.sha256[:12] in listed


def test_a_table_has_all_its_rows(deck, read):
    table = deck.slides[4].exhibit.table
    cells = read.texts(tag="td")
    assert all(label in cells for label in table["label_ru"])


def test_the_charts_are_those_of_the_screen(deck, read):
    data = json.loads(read.texts(id="data")[0])
    drawn = {str(place): json.loads(slide.exhibit.draw().to_json()) for place, slide in enumerate(deck.slides, 1) if place in (2, 4)}
    assert data["figures"] == drawn
    assert read.count(class_="plot") == 2


def test_every_mark_of_a_chart_has_its_sentences(deck, read):
    """A disc of the grid that is not empty: one voice on one theme."""
    grid = deck.slides[3].exhibit.table
    shown = set(grounds.marks(scripts.figure(deck.slides[3].exhibit.draw())))
    known = {f"{row.concept}|{row.voice_id}" for row in grid[grid["mentions"] > 0].itertuples()} & shown
    marks = {attributes["data-mark"] for _, attributes, _ in read.elements if attributes.get("class") == "ground"}
    assert len(known) > 20
    assert known <= marks


def test_nothing_is_fetched_and_no_other_script_runs(read):
    loading = [(tag, name) for tag, attributes, _ in read.elements for name in attributes if name in ("src", "srcset", "data", "action")]
    assert loading == []
    assert [attributes for tag, attributes, _ in read.elements if tag in ("link", "iframe", "object", "embed", "base")] == []
    assert [name for _, attributes, _ in read.elements for name in attributes if name.startswith("on")] == []
    assert all(url.startswith("data:") for style in read.texts(tag="style") for url in re.findall(r"url\(([^)]*)\)", style))
    policy = next(attributes["content"] for tag, attributes, _ in read.elements if attributes.get("http-equiv"))
    run = [
        text for (tag, attributes, _), text in zip(read._having({"tag": "script"}), read.texts(tag="script"), strict=True) if not attributes
    ]
    assert policy.startswith("default-src 'none'")
    assert [scripts.fingerprint(script) in policy for script in run] == [True] * 4
    assert "unsafe-inline" not in policy.partition("script-src")[2]


def test_the_same_deck_gives_the_same_bytes(deck):
    assert dossier.page(deck) == dossier.page(deck)


def test_hostile_text_shows_as_characters():
    quote = tiny.quote(
        HOSTILE, ((0, 9),), voice=HOSTILE, short=HOSTILE, article_id=HOSTILE, title=HOSTILE, outlet=HOSTILE, before=HOSTILE, after=HOSTILE
    )
    slide = Slide(
        Item("1", "claim", note=HOSTILE),
        "claim",
        HOSTILE,
        HOSTILE,
        HOSTILE,
        grounds=(Ground(HOSTILE, HOSTILE, HOSTILE, (quote,), 1),),
        filters=(HOSTILE,),
        changed=(HOSTILE,),
    )
    source = Source(HOSTILE, HOSTILE, HOSTILE, "javascript:alert(3)", None, HOSTILE, HOSTILE, HOSTILE)
    page = dossier.page(Deck(HOSTILE, (slide,), (source,), RU, styles.light(RU), "0" * 64, DAY))
    read = Read(page)
    assert HOSTILE.replace("\x0b", "") in read.texts(class_="sentence")
    assert read.count(tag="img") == 0
    assert read.count(tag="script") == 5
    assert [attributes["href"] for _, attributes, _ in read.elements if "href" in attributes] == ["#i1", "#sources", "#i1", "#s1"]
    assert b"\x0b" not in page.partition(b"<body>")[2].partition(b"<script>")[0]


def test_hostile_text_does_not_end_the_data():
    written = scripts.literal({"said": HOSTILE})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written) == {"said": HOSTILE.replace("\x0b", "")}


def test_only_web_addresses_are_links():
    sources = tuple(
        Source(str(n), "Статья", None, url, None, None, "a.txt", "0" * 64)
        for n, url in enumerate(["https://example.org/a?b=1&c=2", "file:///etc/passwd", 'https://example.org/"onclick="x'])
    )
    read = Read(dossier.page(Deck("Доклад", (), sources, RU, styles.light(RU), "0" * 64, DAY)))
    links = [attributes["href"] for tag, attributes, _ in read.elements if tag == "a" and "#" not in attributes["href"]]
    assert links[0] == "https://example.org/a?b=1&c=2"
    assert all(link.startswith("https://example.org/") for link in links)
    assert [name for _, attributes, _ in read.elements for name in attributes if name.startswith("on")] == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_empty_briefing_is_a_page_too(language):
    said = words(language)
    read = Read(dossier.page(slides.deck(tiny.corpus(), briefing(), said, DAY)))
    assert read.texts(tag="h1") == ["Доклад"]
    assert read.elements[0][1]["lang"] == language
    assert read.count(class_="item") == 0


def test_faces_are_those_that_the_text_needs():
    latin, cyrillic, kazakh = (fonts.rules(text, ("PT Sans",)) for text in ("uranium", "uranium уран", "uranium уран ә"))
    assert [rules.count("@font-face") for rules in (latin, cyrillic, kazakh)] == [2, 4, 6]
    assert "http" not in kazakh


def test_colours_in_the_dark_are_those_of_the_dark_style():
    light, dark = styles.light(RU), styles.dark(RU)
    asked = " ".join([light.ink, light.voices[2], mixed(light.voices[1], light.paper, 0.4), faded(light.muted, 0.5), "#123456"])
    found = counterparts(asked, light, dark)
    assert found[light.ink] == dark.ink
    assert found[light.voices[2]] == dark.voices[2]
    assert found[mixed(light.voices[1], light.paper, 0.4)] == mixed(dark.voices[1], dark.paper, 0.4)
    assert faded(dark.muted, 0.5).startswith(found[faded(light.muted, 0.5).rpartition(",")[0]])
    assert "#123456" not in found


def test_a_chart_recoloured_is_the_chart_drawn_in_the_dark(seeds):
    """But for a step of rounding in mixed colours."""
    item = Item("1", "chart", "overview.coverage")
    drawn = (slides.slide(seeds, item, RU, style(RU)).exhibit.draw().to_json() for style in (styles.light, styles.dark))
    day, night = (json.dumps(json.loads(figure)["data"]) for figure in drawn)
    table = counterparts(day, styles.light(RU), styles.dark(RU))
    shown, wanted = [table.get(colour, colour) for colour in COLOUR.findall(day)], COLOUR.findall(night)
    assert len(table) > 12
    assert len(shown) == len(wanted)
    for one, other in set(zip(shown, wanted, strict=True)):
        assert all(abs(mine - theirs) <= 1 for mine, theirs in zip(channels(one), channels(other), strict=True)), (one, other)
