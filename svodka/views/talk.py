"""The door through which a browser gets a talk: a page of its own beside Streamlit's."""

from datetime import datetime
from functools import cache
from html import escape

from plotly.offline import get_plotlyjs
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from svodka import wording
from svodka.briefing import slides
from svodka.errors import SvodkaError
from svodka.export import talk
from svodka.views import briefings, tables


def show(request: Request) -> Response:
    """The talk of a briefing, made from the corpus as it is now; `lang`, `theme` and `ratio` are taken from the address."""
    asked = request.query_params
    words = wording.words(asked["lang"] if asked.get("lang") in wording.LANGUAGES else "ru")
    try:
        found = briefings.store().read(request.path_params["briefing_id"])
        if found is None:
            return _sorry(words("talk.none"), 404)
        deck = slides.deck(tables.opened(), found, words, datetime.now().date(), asked.get("theme") == "dark")
    except SvodkaError as error:
        return _sorry(str(error), 503)
    return HTMLResponse(talk.page(deck, asked.get("ratio", "16:9")))


def drawing(request: Request) -> Response:
    """The drawing library, the same as the charts on the pages are made for."""
    return Response(_plotly(), media_type="text/javascript", headers={"Cache-Control": "max-age=86400"})


@cache
def _plotly() -> str:
    return get_plotlyjs()


def _sorry(why: str, status: int) -> Response:
    return HTMLResponse(f"<!doctype html><meta charset=utf-8><p>{escape(why)}</p>", status_code=status)


ROUTES = [Route("/talk/plotly.js", drawing), Route("/talk/{briefing_id}", show)]
