"""Words that tell what an amount of money is: what it is for, how far it has come, who gives and who gets it."""

from functools import cache
from typing import NamedTuple

from svodka.knowledge import DATA, rows

# act — an action with money; say — money promised, planned, wanted or guessed; be — «составил»; sum — what the money is;
# kind — an adjective that makes a carrier a sum («инвестиционный портфель»); carrier — «объём», «сумма»; body — whose
# country pays («правительство Японии»); firm — before a name; role — «инвестор»; treasury — «в экономику Казахстана»;
# manner — «в виде гранта»; deed — «выделение гранта»; land — «в экономику стран …»;
# not — «отказался выделить»: no money comes; owe — «должна банку 5 млн», no verb behind it;
# is — «это грант»; against — a date after it is of something else («против 3 млн в 2020 году»).
KINDS = (
    "act",
    "say",
    "be",
    "sum",
    "kind",
    "carrier",
    "body",
    "firm",
    "role",
    "treasury",
    "manner",
    "deed",
    "land",
    "is",
    "against",
    "not",
    "owe",
)
MEASURES = ("investment", "loan", "aid", "trade", "price", "revenue", "budget", "debt", "other")
STATUSES = ("announced", "pledged", "signed", "allocated", "invested", "disbursed", "estimated")


class Cue(NamedTuple):
    """What one lemma tells; measure, status and subject (what the subject of the verb is: payer, recipient) may be empty."""

    kind: str
    measure: str
    status: str
    subject: str


@cache
def cues() -> dict[str, dict[str, Cue]]:
    """Lemma → kind → cue, from data/money_cues.csv."""
    known = {"kind": KINDS, "measure": ("", *MEASURES), "status": ("", *STATUSES), "subject": ("", "payer", "recipient")}
    found: dict[str, dict[str, Cue]] = {}
    for row in rows(DATA / "money_cues.csv", ("lemma", "kind", "measure", "status", "subject", "example")):
        for column, values in known.items():
            if row[column] not in values:
                raise row.error(f"unknown {column} «{row[column]}»; known: {', '.join(filter(None, values))}")
        found.setdefault(row["lemma"], {})[row["kind"]] = Cue(row["kind"], row["measure"], row["status"], row["subject"])
    return found
