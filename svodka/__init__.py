"""Svodka: a stack of Russian-language articles as a briefing whose every number leads to its sentence."""

__version__ = "0.1.0"
