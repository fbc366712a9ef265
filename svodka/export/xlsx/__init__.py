"""A briefing as a workbook: the data of every item, amounts, claims, evidence and sources, linked with each other."""

from svodka.export.xlsx.sheets import workbook

__all__ = ["workbook"]
