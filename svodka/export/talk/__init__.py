"""A briefing as a talk: one page of the browser that fills the screen."""

from svodka.export.talk.screens import page

__all__ = ["page"]
