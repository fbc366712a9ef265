"""The colours of figures drawn in the light style as the dark style has them: a file is read by day and by night."""

import re
from collections.abc import Iterator

from svodka.charts.style import Style

COLOUR = re.compile(r"#[0-9a-f]{6}\b|rgba?\(\d+, ?\d+, ?\d+", re.IGNORECASE)
INKS = ("paper", "ink", "muted", "line", "wash", "neutral", "accent")
# Steps of a channel that rounding may have changed.
ROUNDED = 3

Channels = tuple[float, float, float]


def counterparts(written: str, light: Style, dark: Style) -> dict[str, str]:
    """Each colour found in a text (`#rrggbb`, or `rgba(r,g,b` without its strength) and what stands for it in the dark.

    A colour of the light style becomes that of the dark style; one mixed from it and the paper becomes the same mixture; any other stays.
    """
    inks = [(getattr(light, name), getattr(dark, name)) for name in INKS]
    pairs = {_channels(day): _channels(night) for day, night in [*inks, *zip(light.voices, dark.voices, strict=True)]}
    papers = _channels(light.paper), _channels(dark.paper)
    found = {colour: _night(_channels(colour), pairs, *papers) for colour in sorted(set(COLOUR.findall(written)))}
    return {colour: _written(night, colour) for colour, night in found.items() if night}


def _night(colour: Channels, pairs: dict[Channels, Channels], paper: Channels, dark_paper: Channels) -> Channels | None:
    if colour in pairs:
        return pairs[colour]
    nearest = min(_mixtures(colour, pairs, paper), default=None)
    if nearest is None:
        return None
    _, _, strength, night = nearest
    return tuple(strength * over + (1 - strength) * under for over, under in zip(night, dark_paper, strict=True))


def _mixtures(colour: Channels, pairs: dict[Channels, Channels], paper: Channels) -> Iterator[tuple[float, int, float, Channels]]:
    """How far off a mixture of a known colour with the paper is, the number of that colour, its strength and its counterpart."""
    away = [one - under for one, under in zip(colour, paper, strict=True)]
    for number, (day, night) in enumerate(pairs.items()):
        way = [over - under for over, under in zip(day, paper, strict=True)]
        length = sum(step * step for step in way)
        strength = sum(one * step for one, step in zip(away, way, strict=True)) / length if length else 0.0
        miss = max(abs(one - strength * step) for one, step in zip(away, way, strict=True))
        if 0 < strength < 1 and miss <= ROUNDED:
            yield round(miss), number, strength, night


def _channels(colour: str) -> Channels:
    if colour.startswith("#"):
        return tuple(float(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return tuple(float(part) for part in re.findall(r"\d+", colour))


def _written(channels: Channels, like: str) -> str:
    rounded = [round(channel) for channel in channels]
    if like.startswith("#"):
        return "#" + "".join(f"{channel:02x}" for channel in rounded)
    return f"{like.partition('(')[0]}({','.join(map(str, rounded))}"
