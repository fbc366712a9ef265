"""What voices say: their words, the amounts of money they name, what they assert, their most telling sentences."""

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from svodka.analysis import evidence, investment, quotes
from svodka.analysis import words as lemmas
from svodka.charts import authors as charts
from svodka.charts import cloud as clouds
from svodka.exhibits import behind, claims, emphasis
from svodka.exhibits.exhibit import Asked, Behind, Exhibit
from svodka.exhibits.group import Group, group, heard
from svodka.exhibits.investment import of_amounts
from svodka.exhibits.naming import joined
from svodka.wording import inline

CLOUD, BARS = 60, 12
# Times that the first word is said, and words named, in a sentence about words.
FEWEST, NAMES = 3, 3


def cloud(asked: Asked, voices: str = "") -> Exhibit:
    """The words of voices, sized by frequency."""
    who = group(asked, voices)
    used = lemmas.frequencies(asked.corpus, heard(asked, who).selection, limit=CLOUD)
    subtitle = asked.words("authors.cloud.subtitle", n=int(used["n"].sum()), words=who.words)
    shown = _of_words(asked, who, used, "authors.cloud", subtitle, lambda: clouds.words(used, asked.style, who.colour))
    return shown._replace(sheet=lambda: charts.words_sheet(used, asked.style)._replace(kind="picture"))


def bars(asked: Asked, voices: str = "") -> Exhibit:
    """The most frequent words of voices as bars; the table has those of the cloud."""
    who = group(asked, voices)
    used = lemmas.frequencies(asked.corpus, heard(asked, who).selection, limit=CLOUD)
    subtitle = asked.words("authors.words.subtitle")
    shown = _of_words(asked, who, used, "authors.words", subtitle, lambda: charts.words_used(used.head(BARS), asked.style, who.colour))
    return shown._replace(sheet=lambda: charts.words_sheet(used.head(BARS), asked.style))


def amounts(asked: Asked, voices: str = "") -> Exhibit:
    """The amounts of money that voices name."""
    who = group(asked, voices)
    own = heard(asked, who)
    shown = of_amounts(own, investment.amounts(own.corpus, own.selection), "authors.amounts", "authors.amounts.card")
    said = asked.words("authors.finding", name=who.name, said=inline(shown.finding)) if shown.finding else ""
    return shown._replace(finding=said, nothing=asked.words("authors.amounts.none"))


def ledger(asked: Asked, voices: str = "") -> Exhibit:
    """What voices assert about money, with how well each claim is founded in all articles."""
    who = group(asked, voices)
    shown = claims.ledger(heard(asked, who))
    listed = shown.table
    said = asked.words("authors.claims.finding", n=len(listed), shared=int((listed["sources"] > 1).sum())) if len(listed) else ""
    return shown._replace(
        key="authors.claims",
        title=asked.words("authors.claims.card"),
        finding=asked.words("authors.finding", name=who.name, said=said) if said else "",
        nothing=asked.words("authors.amounts.none"),
    )


def telling(asked: Asked, voices: str, against: str = "") -> Callable[[int], Behind]:
    """What stands in the drawer when no mark is picked: the most telling sentences."""
    who = group(asked, voices)
    rivals = against.split(",") if against else ()

    def sentences(limit: int) -> Behind:
        found = quotes.quotes(asked.corpus, asked.selection, who.ids, rivals, limit=limit)
        if not found.quotes:
            own = evidence.of_mentions(asked.corpus, heard(asked, who).selection, limit=limit)
            return Behind(own, asked.words("authors.sentences"), asked.words("authors.telling.none"))
        return Behind(found, asked.words("authors.telling"), asked.words("authors.telling.hint"))

    return sentences


def _of_words(asked: Asked, who: Group, used: pd.DataFrame, key: str, subtitle: str, draw: Callable[[], go.Figure]) -> Exhibit:
    known = dict(zip(used["lemma"], used["word"], strict=True))
    top = [asked.words("authors.quoted", word=word) for word in used["word"].head(NAMES)]
    said = asked.words("authors.words.finding", words=joined(top, asked.words)) if len(used) and used["n"].iloc[0] >= FEWEST else ""

    def sentences(mark: str, limit: int) -> Behind | None:
        return behind.of_word(heard(asked, who), mark, known[mark], limit) if mark in known else None

    return Exhibit(
        key=key,
        title=asked.words(f"{key}.card"),
        subtitle=subtitle,
        table=used,
        draw=draw,
        marks=list(known),
        behind=sentences,
        finding=asked.words("authors.finding", name=who.name, said=said) if said else "",
    )


MAKERS = {
    "authors.profile": emphasis.profile,
    "authors.pair": emphasis.pair,
    "authors.silent": emphasis.silent,
    "authors.cloud": cloud,
    "authors.words": bars,
    "authors.amounts": amounts,
    "authors.claims": ledger,
}
