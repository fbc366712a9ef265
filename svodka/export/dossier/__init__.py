"""A briefing as one HTML file that opens anywhere without a network."""

from svodka.export.dossier.file import page

__all__ = ["page"]
