"""What is shown of amounts of money: the amounts themselves on one axis, and how many of them state what."""

import pandas as pd

from svodka.analysis import investment
from svodka.charts import investment as charts
from svodka.exhibits import behind, claims
from svodka.exhibits.exhibit import ROWS, Asked, Behind, Exhibit, capped
from svodka.wording import Words, capital


def amounts(asked: Asked, scale: str = "log") -> Exhibit:
    """All amounts, the largest first."""
    listed = investment.amounts(asked.corpus, asked.selection)
    left_out = investment.left_out(asked.corpus, asked.selection)
    return of_amounts(asked, listed, "investment.amounts", "investment.card", scale)._replace(remark=_remark(left_out, asked.words))


def of_amounts(asked: Asked, listed: pd.DataFrame, key: str, title: str, scale: str = "log") -> Exhibit:
    """Some rows of analysis.investment.amounts as an exhibit; every mark is an amount and stands for all that restate it."""
    words = asked.words
    told = dict(zip(listed["quantity_id"], listed["told_ids"], strict=True))

    def sentences(mark: str, limit: int) -> Behind | None:
        return behind.of_quantities(asked, told[mark], limit) if mark in told else None

    return Exhibit(
        key=key,
        title=words(title),
        subtitle=subtitle(listed, words, scale),
        table=listed,
        draw=lambda: charts.amounts(listed.head(ROWS), asked.style, scale == "log"),
        marks=list(told),
        behind=sentences,
        finding=_finding(listed, asked),
        remark=words("investment.remark"),
        sheet=lambda: charts.sheet(listed.head(ROWS), asked.style, scale == "log"),
        safe=lambda mark: claims.safe_amount(asked, mark),
    )


def groups(asked: Asked, by: str = "status") -> Exhibit:
    """How many amounts state which value of a field, and the largest of each."""
    words = asked.words
    counted = investment.by(asked.corpus, asked.selection, by)
    known = {group["key"] if isinstance(group["key"], str) else "": group for group in counted.to_dict("records")}
    told = investment.amounts(asked.corpus, asked.selection).set_index("quantity_id")["told_ids"]

    def sentences(mark: str, limit: int) -> Behind | None:
        if mark not in known:
            return None
        ids = [id_ for one in known[mark]["ids"] for id_ in told[one]]
        return behind.of_quantities(asked, ids, limit, charts.group_name(known[mark], asked.style, by))

    return Exhibit(
        key="investment.groups",
        title=words("investment.by.card", field=words(f"field.{by}")),
        subtitle=words("investment.by.subtitle"),
        table=counted,
        draw=lambda: charts.groups(counted.head(ROWS), asked.style, by),
        marks=list(known),
        behind=sentences,
        sheet=lambda: charts.groups_sheet(counted.head(ROWS), asked.style, by),
    )


def headline(shown: Exhibit, asked: Asked) -> tuple[str, str]:
    """The largest amount as the title; what it is, and the warning not to add, as the lead."""
    words = asked.words
    if not shown.finding:
        return words("investment.title.none"), words("empty.do") if shown.table.empty else words("investment.remark")
    top = _placed(shown.table).iloc[0].to_dict()
    stated = isinstance(top["status"], str)
    lead = words(
        "investment.lead" if stated else "investment.lead.plain",
        label=charts.label(top, asked.style),
        **({"status": capital(words(f"status.{top['status']}"))} if stated else {}),
    )
    return shown.finding, lead


def subtitle(listed: pd.DataFrame, words: Words, scale: str) -> str:
    """How many amounts by how many voices, and on which scale."""
    said = words(
        "investment.subtitle",
        amounts=len(listed),
        voices=listed["told_by"].explode().nunique(),
        articles=listed["told_in"].explode().nunique(),
        scale=words(f"investment.scale.{scale}.long"),
    )
    return capped(said, len(listed), words)


def _finding(listed: pd.DataFrame, asked: Asked) -> str:
    placed = _placed(listed)
    return "" if placed.empty else asked.words("investment.title", stated=charts.stated(placed.iloc[0].to_dict(), asked.style))


def _placed(listed: pd.DataFrame) -> pd.DataFrame:
    return listed[listed["reason"].isna() & listed["value"].notna()]


def _remark(left_out: pd.DataFrame, words: Words) -> str:
    """How to read the marks, and what is not on the axis and why."""
    said = [words(f"investment.left.{row.reason}", n=int(row.amounts)) for row in left_out.itertuples()]
    return " ".join([words("investment.remark"), *said])


MAKERS = {"investment.amounts": amounts, "investment.groups": groups}
