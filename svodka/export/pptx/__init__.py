"""A briefing as a deck: slides with native, editable charts and the evidence in the notes."""

from svodka.export.pptx.slides import deck

__all__ = ["deck"]
