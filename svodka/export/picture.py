"""A chart as a picture file, PNG or SVG, made by a browser of this machine within a time limit.

The browser is started for one call, works on a page written to a folder of its own, reaches no network and is killed with all it started
when the time is up. Measured on two cores: about 2 s for the first picture of a call and 0.3 s for each further one.
"""

import os
import re
import shutil
import signal
import subprocess
from base64 import b64decode
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

import plotly.graph_objects as go

from svodka.briefing.slides import Deck
from svodka.charts.style import FONT, SERIF, Style
from svodka.errors import PictureError
from svodka.exhibits.exhibit import Exhibit
from svodka.export import fonts, scripts

# Seconds for the first picture of a call and for each further one; milliseconds of the browser's own clock, which stops while it works.
LIMIT, EACH = 20.0, 1.0
BUDGET = 15_000
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
QUIET = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
INSTEAD = (
    "Install Chrome or Chromium, or export PPTX or the HTML dossier, whose charts have buttons that save pictures in your own browser."
)
DONE = re.compile(r'<pre id="pictures">([^<]*)</pre>')
PAGE = """<!doctype html><html><head><meta charset="utf-8"><style>{fonts}</style></head><body>
<script>{library}</script>
<script>{geography}{drawing}
const asked = {asked};
(async () => {{
  const made = [];
  for (const one of asked.pictures) {{
    const svg = await drawnPicture(one.figure, one.about, asked.fonts, one.width);
    made.push(asked.kind === "svg" ? btoa(unescape(encodeURIComponent(svg))) : (await paintedPicture(svg)).split(",")[1]);
  }}
  const told = document.createElement("pre");
  told.id = "pictures";
  told.textContent = made.join(" ");
  document.documentElement.replaceChildren(told);
}})();
</script></body></html>"""


class Picture(NamedTuple):
    """What stands in a picture: a figure in the light style, its words, the voices of a legend with their colours, its nominal width."""

    figure: go.Figure
    title: str
    subtitle: str
    source: str
    style: Style
    legend: Sequence[tuple[str, str]] = ()
    width: int = 1200

    def about(self) -> dict[str, object]:
        """All but the figure, as picture.js takes it."""
        paper = {"paper": self.style.paper, "ink": self.style.ink, "muted": self.style.muted, "sans": FONT, "serif": SERIF}
        return {"title": self.title, "subtitle": self.subtitle, "source": self.source, "legend": list(self.legend), **paper}


def whole(shown: Exhibit, source: str, style: Style) -> Picture:
    """The picture of an exhibit that draws, for use anywhere: its finding as the title, its legend, a source line below."""
    subtitle = " · ".join(part for part in (shown.title if shown.finding else "", shown.subtitle) if part)
    return Picture(shown.draw(), shown.finding or shown.title, subtitle, source, style, legend(shown, style))


def bare(shown: Exhibit, style: Style) -> Picture:
    """The picture of an exhibit that draws, for a slide that says title and source itself: the legend and the plot."""
    return Picture(shown.draw(), "", "", "", style, legend(shown, style))


def album(deck: Deck) -> Callable[[Exhibit], bytes | None]:
    """The bare PNGs of all charts of a deck that no office program draws, made at once; None for those that could not be made."""
    charts = (slide.exhibit for slide in deck.slides if slide.kind == "chart" and slide.exhibit)
    drawn = [shown for shown in charts if _is_picture(shown)]
    try:
        made = pictures([bare(shown, deck.style) for shown in drawn], "png")
    except PictureError:
        return lambda shown: None
    known = {id(shown): one for shown, one in zip(drawn, made, strict=True)}
    return lambda shown: known.get(id(shown))


def _is_picture(shown: Exhibit) -> bool:
    sheet = shown.sheet() if shown.sheet else None
    return bool(shown.draw and shown.draw().data) and (sheet is None or sheet.kind == "picture")


def legend(shown: Exhibit, style: Style) -> list[tuple[str, str]]:
    """The voices of an exhibit and their colours, where it needs a legend."""
    if shown.voices is None:
        return []
    named = shown.voices.drop_duplicates("voice_id").sort_values("rank")
    return [(row.short, style.voice(int(row.rank))) for row in named.itertuples()]


def pictures(asked: Sequence[Picture], kind: Literal["png", "svg"]) -> list[bytes]:
    """Several pictures at once, which is much faster than one by one; PictureError unless all of them are made in time."""
    if not asked:
        return []
    browser = found()
    drawn = [{"figure": scripts.figure(one.figure), "about": one.about(), "width": one.width} for one in asked]
    faces = fonts.rules(repr(drawn))
    page = PAGE.format(
        fonts=faces,
        library=scripts.library(),
        geography=scripts.geography([one["figure"] for one in drawn]),
        drawing=scripts.source("picture.js"),
        asked=scripts.literal({"pictures": drawn, "fonts": faces, "kind": kind}),
    )
    # A browser installed as a snap sees no temporary files but its own.
    home = Path.home() if "/snap/" in browser else None
    with TemporaryDirectory(prefix="svodka-", dir=home, ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        told = _run(browser, file, LIMIT + EACH * (len(asked) - 1))
    made = DONE.search(told)
    if made is None:
        raise PictureError("failed", f"{browser} could not draw the chart. {INSTEAD}")
    return [b64decode(one) for one in made[1].split()]


def found() -> str:
    """The browser of this machine: the one that BROWSER_PATH names, else the first known one; PictureError where there is none."""
    named = os.environ.get("BROWSER_PATH")
    candidates = [named] if named else [path for name in NAMES if (path := shutil.which(name))] + list(PLACES)
    for path in candidates:
        if Path(path).is_file():
            return path
    raise PictureError("missing", f"A picture needs a browser, and no Chrome, Chromium or Edge was found on this machine. {INSTEAD}")


def _run(browser: str, page: Path, limit: float) -> str:
    """What the browser says of a page when it is done with it; it and whatever it has started are gone afterwards."""
    # Chromium refuses to run its sandbox as root.
    sandbox = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    profile = f"--user-data-dir={page.parent / 'profile'}"
    command = [browser, *QUIET, *sandbox, profile, f"--virtual-time-budget={BUDGET}", "--dump-dom", page.as_uri()]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        return process.communicate(timeout=limit)[0].decode("utf-8", errors="replace")
    except subprocess.TimeoutExpired:
        raise PictureError("late", f"{browser} did not draw the chart within {limit:g} seconds. {INSTEAD}") from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.communicate()
