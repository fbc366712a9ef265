"""The corpus in one screen: what is new to know, the largest amounts, the most named resources, who raises what."""

from typing import Any

import pandas as pd

from svodka.analysis import investment, overview, resources
from svodka.charts import investment as money
from svodka.charts import resources as bars
from svodka.charts import sheet as sheets
from svodka.charts import themes
from svodka.charts.style import Style
from svodka.exhibits import behind
from svodka.exhibits.claims import safe_amount
from svodka.exhibits.exhibit import Asked, Behind, Exhibit, Told, capped
from svodka.exhibits.investment import of_amounts
from svodka.wording import Words, capital, inline, plural

MOST = 8


def findings(asked: Asked) -> Exhibit:
    """The facts worth a sentence, each with its evidence; an amount whose status nobody states is in the chart, not among them."""
    corpus, selection, words, style = asked
    counts, grid = overview.counts(corpus, selection), overview.coverage(corpus, selection)
    amounts = investment.amounts(corpus, selection)
    facts = overview.facts(counts, grid, resources.totals(corpus, selection), amounts)
    facts = facts[(facts["fact"] != "largest_amount") | facts["status"].notna()].head(MOST).reset_index(drop=True)
    known = {amount["quantity_id"]: amount for amount in amounts.to_dict("records")}
    records = facts.to_dict("records")
    told = [Told(str(number), _sentence(fact, known, style), _rank(fact)) for number, fact in enumerate(records)]

    def sentences(mark: str, limit: int) -> Behind | None:
        return _of_fact(records[int(mark)], asked, limit) if mark.isdecimal() and int(mark) < len(records) else None

    return Exhibit(
        key="overview.findings",
        title=words("findings.card"),
        subtitle="",
        table=facts,
        draw=None,
        marks=[str(number) for number in range(len(records))],
        behind=sentences,
        finding=_shared(facts, words),
        safe=lambda mark: _safe(records[int(mark)], told[int(mark)].text, asked),
        told=told,
    )


def amounts(asked: Asked) -> Exhibit:
    """The largest amounts."""
    largest = overview.largest(investment.amounts(asked.corpus, asked.selection))
    return of_amounts(asked, largest, "overview.amounts", "overview.amounts")


def named(asked: Asked) -> Exhibit:
    """The most named resources."""
    words = asked.words
    totals = overview.most_named(resources.totals(asked.corpus, asked.selection))
    labels = dict(zip(totals["concept"], totals[f"label_{words.language}"], strict=True))
    said = [words("resources.total", mentions=row.mentions, voices=row.voices) for row in totals.itertuples()]

    def sentences(mark: str, limit: int) -> Behind | None:
        return behind.of_concept(asked, mark, labels[mark], limit) if mark in labels else None

    return Exhibit(
        key="overview.resources",
        title=words("overview.resources"),
        subtitle=words("overview.resources.subtitle"),
        table=totals,
        draw=lambda: bars.totals(totals, asked.style),
        marks=list(labels),
        behind=sentences,
        sheet=lambda: sheets.bars(list(labels), list(labels.values()), totals["mentions"], said, words("column.mentions"), asked.style),
    )


def coverage(asked: Asked) -> Exhibit:
    """Themes by voice; holes are to be seen."""
    words = asked.words
    grid = overview.coverage(asked.corpus, asked.selection)
    concepts = list(grid["concept"].unique())

    return Exhibit(
        key="overview.coverage",
        title=words("themes.card"),
        subtitle=capped(words("themes.subtitle.mentions", n=int(grid["mentions"].sum())), grid["concept"].nunique(), words),
        table=grid,
        draw=lambda: themes.by_voice(grid, asked.style),
        marks=concepts,
        behind=behind.by_voice(asked, grid),
        remark=words("themes.remark"),
        sheet=lambda: sheets.stacked(grid, asked.style),
    )


def headline(found: Exhibit, asked: Asked) -> tuple[str, str]:
    """What most voices speak of as the title; how much there is as the lead."""
    counts = overview.counts(asked.corpus, asked.selection)
    lead = asked.words("overview.lead", **{name: counts[name] for name in ("articles", "voices", "words")})
    return found.finding or asked.words("overview.title.none"), lead


def counted(asked: Asked) -> list[tuple[str, str]]:
    """How much there is: numbers, each with the form of its noun that goes with it."""
    found, words = overview.counts(asked.corpus, asked.selection), asked.words
    names = ("articles", "voices", "passages", "amounts", "mentions")
    return [(words.number(found[name]), plural(found[name], words(f"count.{name}").split("|"))) for name in names]


def _shared(facts: pd.DataFrame, words: Words) -> str:
    shared = facts[facts["fact"] == "shared_theme"]
    if shared.empty:
        return ""
    top = shared.iloc[0].to_dict()
    return words("overview.title", label=inline(words.label(top)), voices=int(top["voices"]), of=int(top["of"]))


def _sentence(fact: dict[str, Any], amounts: dict[str, dict[str, Any]], style: Style) -> str:
    """One fact in words."""
    words = style.words
    values = {name: int(fact[name]) for name in ("n", "voices", "of", "articles") if fact[name] == fact[name] and fact[name] is not None}
    key = f"finding.{fact['fact']}"
    if fact["fact"] == "largest_amount":
        amount = amounts[fact["quantity_id"]]
        key += ".one" if values["n"] == 1 else ""
        values |= {
            "status": capital(words(f"status.{fact['status']}")),
            "stated": money.stated(amount, style),
            "label": money.parties(amount, style) or words("investment.parties.none"),
        }
    else:
        values["label"] = inline(words.label(fact))
    return words(key, name=fact["short"], **values)


def _rank(fact: dict[str, Any]) -> int | None:
    return int(fact["rank"]) if fact["rank"] == fact["rank"] and fact["rank"] is not None else None


def _safe(fact: dict[str, Any], text: str, asked: Asked) -> str:
    """An amount is as safe as its claim; any other fact is said with the number of texts it describes."""
    if isinstance(fact["quantity_id"], str):
        return safe_amount(asked, fact["quantity_id"])
    counts = overview.counts(asked.corpus, asked.selection)
    return asked.words("safe.chart", finding=text.rstrip("."), articles=counts["articles"], voices=counts["voices"])


def _of_fact(fact: dict[str, Any], asked: Asked, limit: int) -> Behind:
    if isinstance(fact["quantity_id"], str):
        return behind.of_quantities(asked, [fact["quantity_id"]], limit)
    voices = [fact["voice_id"]] if isinstance(fact["voice_id"], str) else []
    return behind.of_concept(asked, fact["concept"], asked.words.label(fact), limit, voices)


MAKERS = {"overview.findings": findings, "overview.amounts": amounts, "overview.resources": named, "overview.coverage": coverage}
