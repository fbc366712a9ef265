"""What the page of claims says in words: the headline, what may be said aloud, what a claim is not to be taken for."""

from typing import Any, NamedTuple

import pandas as pd

from svodka.analysis import claims as analysis
from svodka.charts import investment as drawn
from svodka.charts.style import Style
from svodka.frames.store import Corpus
from svodka.views.picks import Behind
from svodka.views.show import sentences
from svodka.wording import Words, capital

MOST = 5


class Card(NamedTuple):
    """A claim: the sentences behind it, what may be said aloud and what it is not to be taken for."""

    behind: Behind
    safe: list[str]
    others: list[str]


def headline(listed: pd.DataFrame, words: Words) -> tuple[str, str]:
    """How many claims have more than one source as the title; how many places they are made of as the lead."""
    if listed.empty:
        return words("claims.title.none"), words("empty.do")
    verdicts = listed["verdict"].value_counts()
    told = [words(f"claims.lead.{verdict}", n=int(verdicts[verdict])) for verdict in ("disputed", "incomparable") if verdict in verdicts]
    lead = words("claims.lead", claims=len(listed), mentions=int(listed["mentions"].sum()))
    return words("claims.title", n=int((listed["sources"] > 1).sum()), of=len(listed)), " ".join([lead, *told])


def card(corpus: Corpus, claim: dict[str, Any], alike: pd.DataFrame, style: Style, of: int) -> Card:
    """A claim in words; `alike` is the answer of analysis.claims.incomparable about it, `of` the number of articles."""
    found = analysis.evidence_of(corpus, claim["claim_id"], limit=sentences("claims"))
    words = style.words
    counts = words("claims.counts", mentions=int(claim["mentions"]), voices=int(claim["voices"]), sources=int(claim["sources"]))
    behind = Behind(found, titled(claim, style), f"{counts} · {words('verdict.' + claim['verdict'])}")
    others = [
        words("claims.confuse", told=titled(other, style), field=words(f"field.{other['field']}"))
        for other in alike.head(MOST).to_dict("records")
    ]
    return Card(behind, [safe(claim, style, of)], others)


def chosen(listed: pd.DataFrame, picked: str | None) -> dict[str, Any]:
    """The picked claim as a record, else the one with most sources, the largest of equals."""
    rows = listed[listed["claim_id"] == picked]
    return (rows if len(rows) else listed.sort_values("sources", ascending=False, kind="stable")).iloc[0].to_dict()


def titled(claim: dict[str, Any], style: Style) -> str:
    """«Япония → Казахстан: около 9 млрд $ (вложено)»."""
    status = f" ({style.words('status.' + claim['status'])})" if isinstance(claim["status"], str) else ""
    return f"{drawn.label(claim, style)}: {drawn.stated(claim, style)}{status}"


def safe(claim: dict[str, Any], style: Style, of: int) -> str:
    """A sentence that may be said aloud, with its caveats; where the basis is too thin, that, and how to cite it instead."""
    words = style.words
    told = spoken(claim, style)
    if claim["verdict"] == "disputed":
        return words("claims.safe.disputed", told=told, names=claim["short"])
    if claim["sources"] < 2:
        return words("claims.safe.single", told=told, names=claim["short"])
    missing = [words(f"claims.missing.{name}") for name, known in _known(claim).items() if not known]
    caveat = words("claims.safe.caveat", missing=", ".join(missing)) if missing else ""
    return f"{words('claims.safe', n=int(claim['articles']), of=of, told=told, sources=int(claim['sources']))} {caveat}".strip()


def spoken(claim: dict[str, Any], style: Style) -> str:
    """«около 9 млрд $ (вложено), инвестиции; кто платит — Япония, кому — Казахстан»: a claim without signs that cannot be read aloud."""
    words = style.words
    status = f" ({words('status.' + claim['status'])})" if isinstance(claim["status"], str) else ""
    measure = f", {words('measure.' + claim['measure'])}" if isinstance(claim["measure"], str) else ""
    named = {field: claim[f"{field}_{words.language}"] for field in ("payer", "recipient", "place", "resource")}
    parties = [words("claims.party", field=words(f"field.{field}"), name=name) for field, name in named.items() if isinstance(name, str)]
    return "; ".join(part for part in (f"{drawn.stated(claim, style)}{status}{measure}", ", ".join(parties)) if part)


def safe_title(claim: dict[str, Any], words: Words) -> str:
    """The title above the sentence: that it may be said, or that the basis is too thin."""
    return words("claims.thin.card" if claim["verdict"] == "disputed" or claim["sources"] < 2 else "claims.safe.card")


def disagreements(pairs: pd.DataFrame, style: Style) -> list[str]:
    """Each disagreement as a sentence: what is told, by whom, and how far apart."""
    words = style.words
    return [
        words(
            "claims.disagree",
            label=drawn.label(pair, style),
            low=words.amount(pair["lower_low"], pair["lower_high"], pair["lower_shape"], pair["unit"], pair["lower_scale"]),
            low_names=pair["lower_short"],
            high=words.amount(pair["low"], pair["high"], pair["shape"], pair["unit"], pair["scale"]),
            high_names=pair["short"],
            times=float(pair["times"]),
        )
        for pair in pairs.head(MOST).to_dict("records")
    ]


def subtitle(listed: pd.DataFrame, words: Words) -> str:
    """How many claims there are and how many places assert them."""
    return capital(words("claims.subtitle", claims=len(listed), mentions=int(listed["mentions"].sum())))


def _known(claim: dict[str, Any]) -> dict[str, bool]:
    """What a careful speaker would want to know besides the number, and whether it is stated."""
    stated = {name: isinstance(claim[name], str) for name in ("payer", "recipient", "place", "status")}
    return {
        "parties": stated["payer"] or stated["recipient"] or stated["place"],
        "status": stated["status"],
        "period": not (pd.isna(claim["period_from"]) and pd.isna(claim["period_to"])),
    }
