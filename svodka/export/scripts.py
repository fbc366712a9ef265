"""Scripts and data inside a page that stands alone: written so that no text can end them or start another."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

from svodka.export.characters import legal
from svodka.knowledge import ROOT

LANDS = ROOT / "svodka/views/static/topojson"
# What would end a script, open a comment or break a line in it.
UNSAFE = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def clean(value: Any) -> Any:
    """A value of JSON with all its texts such as XML, and so SVG, can hold.

    >>> clean({"said": ["уран\\x0b", 1]})
    {'said': ['уран', 1]}
    """
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, Mapping):
        return {clean(name): clean(one) for name, one in value.items()}
    if isinstance(value, Sequence):
        return [clean(one) for one in value]
    return value


def literal(value: Any) -> str:
    """A value as JSON that is safe inside `<script>`.

    >>> print(literal({"said": "</script><!--"}))
    {"said":"\\u003c/script\\u003e\\u003c!--"}
    """
    return json.dumps(clean(value), ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)


def figure(drawn: go.Figure) -> dict[str, Any]:
    """A figure as plain data."""
    return json.loads(drawn.to_json())


@cache
def source(name: str) -> str:
    """The text of a file beside or below this module."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


@cache
def library() -> str:
    """plotly.js, whole."""
    return get_plotlyjs()


def geography(figures: Sequence[Mapping[str, Any]]) -> str:
    """A script with the outlines of the lands for plotly.js, which would fetch them otherwise; nothing where no figure is a map."""
    return _lands() if any("geo" in drawn["layout"] for drawn in figures) else ""


@cache
def _lands() -> str:
    lands = ",".join(f"{json.dumps(path.stem)}:{path.read_text(encoding='utf-8').strip()}" for path in sorted(LANDS.glob("*.json")))
    return f"window.PlotlyGeoAssets={{topojson:{{{lands}}}}};".translate(UNSAFE)


def fingerprint(script: str) -> str:
    """What a Content-Security-Policy names a script by: a page with it runs this script and no other."""
    return f"'sha256-{b64encode(sha256(script.encode('utf-8')).digest()).decode('ascii')}'"
