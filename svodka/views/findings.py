"""What is new to know: a sentence a fact, each with the button that shows its evidence."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from svodka.charts import investment
from svodka.charts.style import Style
from svodka.views import frame
from svodka.wording import Words, capital, inline

PICK = "overview.pick"
MOST = 8


def told(facts: pd.DataFrame) -> pd.DataFrame:
    """The facts worth a sentence: an amount whose status nobody states is in the chart, not among the news."""
    return facts[(facts["fact"] != "largest_amount") | facts["status"].notna()].head(MOST).reset_index(drop=True)


def show(facts: pd.DataFrame, amounts: pd.DataFrame, words: Words) -> int | None:
    """The facts of analysis.overview.facts as sentences; the number of the one whose evidence is asked for.

    `amounts` is the answer of analysis.investment.amounts, which knows who pays whom.
    """
    if facts.empty:
        return None
    style = frame.style()
    known = {amount["quantity_id"]: amount for amount in amounts.to_dict("records")}
    with st.container(border=True, key="findings", gap="small"):
        st.html(f'<div class="sv-card"><h2>{escape(words("findings.card"))}</h2></div>')
        for number, fact in enumerate(facts.to_dict("records")):
            colour = style.voice(int(fact["rank"])) if fact["rank"] == fact["rank"] and fact["rank"] is not None else style.accent
            told, source = st.columns([0.8, 0.2], vertical_alignment="center", gap="small")
            told.html(f'<p class="sv-finding" style="--voice:{colour}">{escape(sentence(fact, known, style))}</p>')
            source.button(words("findings.evidence"), key=f"overview.finding.{number}", type="tertiary", on_click=_ask, args=(number,))
    kind, _, number = (st.session_state.get(PICK) or "").partition(":")
    return int(number) if kind == "finding" and number.isdigit() and int(number) < len(facts) else None


def sentence(fact: dict[str, Any], amounts: dict[str, dict[str, Any]], style: Style) -> str:
    """One fact in words."""
    words = style.words
    values = {name: int(fact[name]) for name in ("n", "voices", "of", "articles") if fact[name] == fact[name] and fact[name] is not None}
    key = f"finding.{fact['fact']}"
    if fact["fact"] == "largest_amount":
        amount = amounts[fact["quantity_id"]]
        key += ".one" if values["n"] == 1 else ""
        values |= {
            "status": capital(words(f"status.{fact['status']}")),
            "stated": investment.stated(amount, style),
            "label": investment.parties(amount, style) or words("investment.parties.none"),
        }
    else:
        values["label"] = inline(words.label(fact))
    return words(key, name=fact["short"], **values)


def _ask(number: int) -> None:
    st.session_state[PICK] = f"finding:{number}"
