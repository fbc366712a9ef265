"""Pictures of charts: their size, what is written in them, and that a browser which is missing or hangs is said so in time."""

import base64
import os
import re
import struct
import subprocess
import sys
import time
import zlib
from datetime import date

import plotly.graph_objects as go
import pytest

from svodka.briefing import slides
from svodka.briefing.item import Briefing, Item
from svodka.charts import style as styles
from svodka.errors import PictureError
from svodka.export import picture
from svodka.wording import words

STYLE = styles.light(words("ru"))
ABOUT = {"title": "Уран — 8 упоминаний", "subtitle": "пять статей", "source": "Корпус abc · 15.01.2026", "style": STYLE}
posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in for a browser is a shell script")


def bars() -> go.Figure:
    drawn = styles.figure(STYLE, 120)
    drawn.layout.yaxis.update(showticklabels=True, automargin=True)
    return drawn.add_trace(go.Bar(x=[3, 8], y=["нефть", "<b>уран\x0b"], orientation="h", marker={"color": STYLE.accent}))


def made_as(kind: str, drawn: go.Figure, **about) -> bytes:
    """One picture as a file."""
    return picture.pictures([picture.Picture(drawn, **about)], kind)[0]


@pytest.fixture
def browser() -> str:
    try:
        return picture.found()
    except PictureError:
        pytest.skip("no Chrome, Chromium or Edge on this machine")


def stand_in(folder, script: str) -> str:
    """A program that behaves as told when it is started as a browser."""
    path = folder / "browser"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def chunks(png: bytes) -> bytes:
    """The rows of a picture as they are packed, each after the number of its filter."""
    at, found = 8, b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found += png[at + 8 : at + 8 + length] if png[at + 4 : at + 8] == b"IDAT" else b""
        at += length + 12
    return zlib.decompress(found)


def pixels(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and the first row of a picture with four channels."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (depth, kind) == (8, 6)
    raw = chunks(png)
    # There is no row above the first: the filters differ only in how much of the pixel to the left they leave out.
    part = {0: 0.0, 1: 1.0, 2: 0.0, 3: 0.5, 4: 1.0}[raw[0]]
    row = bytearray(raw[1 : 1 + 4 * width])
    for place in range(4, len(row)):
        row[place] = (row[place] + int(row[place - 4] * part)) % 256
    return width, height, [bytes(row[place : place + 4]) for place in range(0, len(row), 4)]


def test_png_is_twice_the_width_on_paper(browser):
    made = made_as("png", bars(), **ABOUT, legend=[("Ким", STYLE.voice(1))], width=600)
    width, height, row = pixels(made)
    assert width == 1200
    assert height > 400
    assert row[0] == row[-1] == b"\xff\xff\xff\xff"
    assert len(set(chunks(made))) > 50


def test_svg_has_its_words_paper_legend_and_faces(browser):
    made = made_as("svg", bars(), **ABOUT, legend=[("Ким", STYLE.voice(1))]).decode("utf-8")
    assert made.startswith("<svg")
    for said in ("Уран — 8 упоминаний", "пять статей", "Корпус abc · 15.01.2026", "Ким", "нефть"):
        assert f">{said}</t" in made, said
    assert re.search(rf'<rect [^>]*fill="{STYLE.paper}"', made)
    assert "data:font/woff2" in made
    assert 'width="1200"' in made


def test_a_long_title_is_wrapped(browser):
    about = ABOUT | {"title": "Чаще всего говорят о том, что добыча и переработка растут " * 3}
    made = made_as("svg", bars(), **about).decode("utf-8")
    lines = [part.partition("</text>")[0].rpartition(">")[2] for part in made.split('font-size="23"')[1:]]
    assert len(lines) > 2
    assert " ".join(lines).replace("\u00a0", " ") == about["title"].strip()
    assert not any(line.endswith((" о", " и")) for line in lines)


def test_several_pictures_come_in_their_order(browser):
    asked = [picture.Picture(bars(), title, "", "", STYLE) for title in ("первая", "вторая")]
    assert ["первая" in one.decode() for one in picture.pictures(asked, "svg")] == [True, False]


def test_no_pictures_need_no_browser(monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    assert picture.pictures([], "png") == []


@pytest.fixture
def deck(seeds):
    """A chart that office programs draw, and two that they do not."""
    items = [Item(str(n), "chart", key) for n, key in enumerate(["overview.resources", "words.cloud", "themes.network"])]
    return slides.deck(seeds, Briefing("b", "Доклад", tuple(items)), words("ru"), date(2026, 1, 15))


def test_an_album_has_what_office_programs_do_not_draw(browser, deck):
    found = picture.album(deck)
    bars, cloud, network = (found(slide.exhibit) for slide in deck.slides)
    assert bars is None
    assert cloud.startswith(b"\x89PNG")
    assert cloud != network
    assert picture.pictures([picture.bare(deck.slides[1].exhibit, deck.style)], "png")[0].startswith(b"\x89PNG")


def test_without_a_browser_an_album_is_empty(deck, monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    found = picture.album(deck)
    assert [found(slide.exhibit) for slide in deck.slides] == [None] * 3


def test_a_whole_picture_has_the_finding_as_its_title(deck):
    shown = deck.slides[1].exhibit
    made = picture.whole(shown, "Корпус abc", STYLE)
    assert (made.title, made.source) == (shown.finding or shown.title, "Корпус abc")
    assert shown.subtitle in made.subtitle


@posix
def test_a_browser_that_hangs_is_ended_with_all_it_started(monkeypatch, tmp_path):
    child = tmp_path / "child"
    monkeypatch.setenv("BROWSER_PATH", stand_in(tmp_path, f"sleep 60 & echo $! > {child}; wait"))
    monkeypatch.setattr(picture, "LIMIT", 1.0)
    begun = time.monotonic()
    with pytest.raises(PictureError, match=r"within 1 seconds.*Install Chrome"):
        made_as("png", bars(), **ABOUT)
    assert time.monotonic() - begun < 10
    assert _gone(int(child.read_text()))


def _gone(process: int) -> bool:
    """Whether a process has ended, at the latest in two seconds; one that nobody has collected yet has."""
    for _ in range(20):
        state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False).stdout.strip()
        if not state or state.startswith("Z"):
            return True
        time.sleep(0.1)
    return False


@posix
def test_a_browser_that_says_nothing_is_an_error(monkeypatch, tmp_path):
    monkeypatch.setenv("BROWSER_PATH", stand_in(tmp_path, "exit 1"))
    with pytest.raises(PictureError, match="could not draw"):
        made_as("svg", bars(), **ABOUT)


@posix
def test_the_picture_is_what_the_browser_says(monkeypatch, tmp_path):
    said = base64.b64encode(b"picture").decode()
    monkeypatch.setenv("BROWSER_PATH", stand_in(tmp_path, f"echo '<html><pre id=\"pictures\">{said}</pre></html>'"))
    assert made_as("png", bars(), **ABOUT) == b"picture"


def test_no_browser_is_said_with_what_to_do(monkeypatch):
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(picture, "PLACES", ())
    with pytest.raises(PictureError, match=r"no Chrome, Chromium or Edge.*Install"):
        made_as("png", bars(), **ABOUT)


def test_the_module_starts_and_imports_no_renderer():
    asked = "import sys, svodka.export.picture; print([name for name in sys.modules if name.startswith(('kaleido', 'choreographer'))])"
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
