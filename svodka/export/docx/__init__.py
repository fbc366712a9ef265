"""A briefing as a memo: quotations, claims, small tables and a list of sources."""

from svodka.export.docx.pages import memo

__all__ = ["memo"]
