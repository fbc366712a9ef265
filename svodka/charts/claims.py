"""The ledger of claims: one row a claim, drawn as its amount, with how well it is founded behind its name."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from svodka.charts import investment
from svodka.charts.style import Style


def ledger(listed: pd.DataFrame, style: Style, logarithmic: bool = True) -> go.Figure:
    """One row a claim, largest first, in the colour of the first voice that makes it; `listed` is the answer of analysis.claims.claims."""
    return investment.amounts(listed, style, logarithmic, founded)


def founded(claim: dict[str, Any], style: Style) -> str:
    """«подписано · подтверждается»: the status, where it is stated, and the verdict."""
    words = style.words
    status = [words(f"status.{claim['status']}")] if isinstance(claim["status"], str) else []
    return " · ".join([*status, words(f"verdict.{claim['verdict']}")])
