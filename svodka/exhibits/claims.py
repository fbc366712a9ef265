"""The ledger of claims: what is asserted, what may be said aloud, what a claim is not to be taken for, where sources disagree."""

from typing import Any

import pandas as pd

from svodka.analysis import claims as analysis
from svodka.analysis import options
from svodka.analysis.selection import ALL
from svodka.charts import claims as charts
from svodka.charts import investment as drawn
from svodka.charts.style import Style
from svodka.exhibits import behind
from svodka.exhibits.exhibit import ROWS, Asked, Behind, Exhibit, Told, capped
from svodka.wording import Words, capital

MOST = 5


def ledger(asked: Asked, show: str = "all") -> Exhibit:
    """The claims with a verdict, or all: one row a claim, the largest first."""
    corpus, selection, words, style = asked
    listed = analysis.claims(corpus, selection)
    kept = listed if show == "all" else listed[listed["verdict"] == show]
    known = {claim["claim_id"]: claim for claim in kept.to_dict("records")}

    def sentences(mark: str, limit: int) -> Behind | None:
        return of_claim(asked, known[mark], limit) if mark in known else None

    return Exhibit(
        key="claims.ledger",
        title=words("claims.card"),
        subtitle=capped(subtitle(kept, words), len(kept), words),
        table=kept,
        draw=lambda: charts.ledger(kept.head(ROWS), style),
        marks=list(kept.sort_values("sources", ascending=False, kind="stable")["claim_id"]),
        behind=sentences,
        finding=_finding(listed, words),
        remark=words("claims.remark"),
        nothing=words("claims.none") if len(listed) else "",
        sheet=lambda: drawn.sheet(kept.head(ROWS), style),
        safe=lambda mark: safe(known[mark], style, len(options.articles(corpus))),
    )


def disagreements(asked: Asked) -> Exhibit:
    """Where sources disagree: each pair as a sentence, the widest gap first."""
    corpus, selection, words, style = asked
    pairs = analysis.disagreements(corpus, selection)
    records = {f"{pair['lower_id']}|{pair['claim_id']}": pair for pair in pairs.head(MOST).to_dict("records")}

    def sentences(mark: str, limit: int) -> Behind | None:
        if mark not in records:
            return None
        ids = [id_ for claim in mark.split("|") for id_ in analysis.quantities_of(corpus, claim)]
        return behind.of_quantities(asked, ids, limit)

    return Exhibit(
        key="claims.disagreements",
        title=words("claims.disagree.card"),
        subtitle="",
        table=pairs,
        draw=None,
        marks=list(records),
        behind=sentences,
        told=[Told(mark, _disagreement(pair, style)) for mark, pair in records.items()],
    )


def alike(asked: Asked, shown: Exhibit, picked: str | None) -> list[str]:
    """What the picked claim of a ledger, or its first, is not to be taken for: the claims with the same number about something else."""
    claim = picked if picked in shown.marks else next(iter(shown.marks), None)
    others = analysis.incomparable(asked.corpus, asked.selection, [claim]).head(MOST).to_dict("records") if claim else []
    return [
        asked.words("claims.confuse", told=titled(other, asked.style), field=asked.words(f"field.{other['field']}")) for other in others
    ]


def of_claim(asked: Asked, claim: dict[str, Any], limit: int) -> Behind:
    """Every sentence that carries a claim, titled by it, with how well it is founded."""
    words = asked.words
    counts = words("claims.counts", mentions=int(claim["mentions"]), voices=int(claim["voices"]), sources=int(claim["sources"]))
    found = analysis.evidence_of(asked.corpus, claim["claim_id"], limit=limit)
    return Behind(found, titled(claim, asked.style), f"{counts} · {words('verdict.' + claim['verdict'])}")


def headline(shown: Exhibit, asked: Asked) -> tuple[str, str]:
    """How many claims have more than one source as the title; how many places they are made of as the lead."""
    words, listed = asked.words, analysis.claims(asked.corpus, asked.selection)
    if listed.empty:
        return words("claims.title.none"), words("empty.do")
    verdicts = listed["verdict"].value_counts()
    told = [words(f"claims.lead.{verdict}", n=int(verdicts[verdict])) for verdict in ("disputed", "incomparable") if verdict in verdicts]
    lead = words("claims.lead", claims=len(listed), mentions=int(listed["mentions"].sum()))
    return shown.finding, " ".join([lead, *told])


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


def safe_amount(asked: Asked, quantity_id: str) -> str:
    """What may be said aloud of an amount: what may be said of the claim it asserts."""
    claims = analysis.claims(asked.corpus, ALL)
    found = claims[claims["ids"].map(lambda ids: quantity_id in ids)].to_dict("records")
    return safe(found[0], asked.style, len(options.articles(asked.corpus))) if found else asked.words("safe.nothing")


def spoken(claim: dict[str, Any], style: Style) -> str:
    """«около 9 млрд $ (вложено), инвестиции; кто платит — Япония, кому — Казахстан»: a claim without signs that cannot be read aloud."""
    words = style.words
    status = f" ({words('status.' + claim['status'])})" if isinstance(claim["status"], str) else ""
    measure = f", {words('measure.' + claim['measure'])}" if isinstance(claim["measure"], str) else ""
    named = {field: claim[f"{field}_{words.language}"] for field in ("payer", "recipient", "place", "resource")}
    parties = [words("claims.party", field=words(f"field.{field}"), name=name) for field, name in named.items() if isinstance(name, str)]
    return "; ".join(part for part in (f"{drawn.stated(claim, style)}{status}{measure}", ", ".join(parties)) if part)


def _disagreement(pair: dict[str, Any], style: Style) -> str:
    """What is told, by whom, and how far apart."""
    words = style.words
    return words(
        "claims.disagree",
        label=drawn.label(pair, style),
        low=words.amount(pair["lower_low"], pair["lower_high"], pair["lower_shape"], pair["unit"], pair["lower_scale"]),
        low_names=pair["lower_short"],
        high=words.amount(pair["low"], pair["high"], pair["shape"], pair["unit"], pair["scale"]),
        high_names=pair["short"],
        times=float(pair["times"]),
    )


def _finding(listed: pd.DataFrame, words: Words) -> str:
    return words("claims.title", n=int((listed["sources"] > 1).sum()), of=len(listed)) if len(listed) else ""


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


MAKERS = {"claims.ledger": ledger, "claims.disagreements": disagreements}
