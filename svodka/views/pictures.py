"""The door through which a browser gets the picture of a chart: PNG of double size, or SVG."""

from collections.abc import Mapping
from html import escape
from threading import BoundedSemaphore
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from svodka import wording
from svodka.analysis.selection import Selection
from svodka.charts import style as styles
from svodka.errors import PictureError, SvodkaError
from svodka.exhibits import filters
from svodka.exhibits.catalogue import MAKERS, exhibit
from svodka.exhibits.exhibit import Asked, Exhibit
from svodka.export import picture
from svodka.views import tables

TYPES = {"png": "image/png", "svg": "image/svg+xml"}
# Browsers at work at the same time; who comes later waits, each for a bounded time.
BUSY = BoundedSemaphore(2)


def address(shown: Exhibit, selection: Selection, language: str, kind: str) -> str:
    """Where the picture of an exhibit is to be had: its key, its switches («-scale»), the filters by their ids."""
    asked = {"key": shown.key, "lang": language} | {f"-{name}": value for name, value in shown.options.items()}
    asked |= {name: list(ids) for name, ids in selection._asdict().items() if ids}
    return f"picture/{kind}?{urlencode(asked, doseq=True)}"


def show(request: Request) -> Response:
    """The picture, or a page that says why there is none and what to do."""
    asked, kind = request.query_params, request.path_params["kind"]
    words = wording.words(asked["lang"] if asked.get("lang") in wording.LANGUAGES else "ru")
    if asked.get("key") not in MAKERS or kind not in TYPES:
        return _sorry(words("picture.unknown"), 404)
    selection = Selection(**{name: tuple(asked.getlist(name)) for name in Selection._fields})
    options = {name[1:]: value for name, value in asked.items() if name.startswith("-")}
    try:
        return _drawn(asked["key"], Asked(tables.opened(), selection, words, styles.light(words)), options, kind)
    except PictureError as error:
        return _sorry(words(f"picture.{error.why}"), 503)
    except SvodkaError as error:
        return _sorry(str(error), 503)
    except (TypeError, KeyError, ValueError):  # switches that the exhibit does not have: the address was not ours
        return _sorry(words("picture.unknown"), 404)


def _drawn(key: str, asked: Asked, options: Mapping[str, str], kind: str) -> Response:
    shown, words = exhibit(key, asked, **options), asked.words
    if shown.draw is None or not shown.draw().data:
        return _sorry(words("picture.nothing"), 404)
    chosen = "; ".join(filters.named(asked)) or words("provenance.none")
    source = words("picture.source", stamp=asked.corpus.stamp[:12], filters=chosen)
    with BUSY:
        made = picture.pictures([picture.whole(shown, source, asked.style)], kind)[0]
    name = f"svodka-{key.replace('.', '-')}.{kind}"
    return Response(made, media_type=TYPES[kind], headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _sorry(why: str, status: int) -> Response:
    return HTMLResponse(f"<!doctype html><meta charset=utf-8><p>{escape(why)}</p>", status_code=status)


ROUTES = [Route("/picture/{kind}", show)]
