"""How every chart looks: inks, papers, the colours of the voices, and the empty figure all charts start from."""

from html import escape
from typing import NamedTuple

import plotly.graph_objects as go

from svodka.wording import Words

FONT = "PT Sans, sans-serif"
SERIF = "PT Serif, serif"
# Eight hues told apart by the three common kinds of colour blindness; a voice keeps the hue of its rank by words spoken.
VOICES_LIGHT = ("#1f5a7a", "#b0532a", "#6b7f2a", "#74478a", "#2b8c83", "#b8860b", "#a8466a", "#55606e")
VOICES_DARK = ("#6fb0d6", "#e08a5f", "#a9bf5c", "#b58ace", "#5fc4b8", "#dbb04d", "#dd86a6", "#a3afbd")


class Style(NamedTuple):
    """Everything a chart must know besides its data."""

    words: Words
    dark: bool
    narrow: bool
    paper: str
    ink: str
    muted: str
    line: str
    wash: str
    neutral: str
    accent: str
    voices: tuple[str, ...]

    def voice(self, rank: int | None) -> str:
        """The colour of the voice with this rank (1 is the one who speaks most); grey beyond the palette and for no voice."""
        return self.voices[rank - 1] if rank is not None and 1 <= rank <= len(self.voices) else self.neutral


def light(words: Words, narrow: bool = False) -> Style:
    """The style on white paper: screen by day, print and slides; `narrow` for the screen of a phone."""
    return Style(words, False, narrow, "#ffffff", "#22262b", "#6b675d", "#e4e0d6", "#f4f2ec", "#a9a497", "#1f5a7a", VOICES_LIGHT)


def dark(words: Words, narrow: bool = False) -> Style:
    """The style on dark paper."""
    return Style(words, True, narrow, "#15181c", "#e9e5db", "#a8a498", "#2e333a", "#20252b", "#77746b", "#7db4d3", VOICES_DARK)


def faded(colour: str, strength: float) -> str:
    """A `#rrggbb` colour as rgba of the given strength (0 to 1)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength:g})"


def mixed(colour: str, paper: str, strength: float) -> str:
    """A colour of the given strength laid on a paper, as one opaque `#rrggbb` colour: a grid behind it does not shine through."""
    parts = ((int(colour[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(strength * over + (1 - strength) * under):02x}" for over, under in parts)


def plain(text: str) -> str:
    """A text of an article or a user, safe as a Plotly label: what looks like a tag shows as characters."""
    return escape(text, quote=False)


def shortened(text: str, length: int) -> str:
    """A text of at most so many characters, cut at a word, with an ellipsis where it was cut."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"


def figure(style: Style, height: int) -> go.Figure:
    """An empty figure in the house style: no grid, no legend, nothing that moves by accident."""
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "fixedrange": True,
        "tickfont": {"color": style.muted, "size": 12},
        "title": None,
    }
    return go.Figure(
        layout={
            "height": height,
            "margin": {"l": 0, "r": 0, "t": 4, "b": 24},
            "font": {"family": FONT, "size": 14, "color": style.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": False,
            "dragmode": False,
            "clickmode": "event+select",
            "hoverlabel": {
                "bgcolor": style.paper,
                "bordercolor": style.line,
                "font": {"family": FONT, "size": 13, "color": style.ink},
                "align": "left",
            },
            "xaxis": axis,
            "yaxis": axis | {"showticklabels": False},
            "bargap": 0,
            "separators": ",\u00a0" if style.words.language == "ru" else ".,",
        }
    )
