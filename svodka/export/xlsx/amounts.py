"""What the workbook tells of money and other quantities: claims and quantities that the picked items rest on, as readable tables."""

from collections.abc import Callable, Sequence

import pandas as pd

from svodka.analysis import claims as asserted
from svodka.analysis import options, parties
from svodka.analysis.selection import ALL, Selection, answer
from svodka.briefing.slides import Deck
from svodka.exhibits.claims import safe
from svodka.export.table import labelled
from svodka.frames.store import Corpus
from svodka.wording import Words

QUANTITIES = f"""
listed AS (
    SELECT
        quantity_id, amounts.kind, amounts.text, low, high, shape, unit, usd_low, usd_high, measure, status, {parties.COLUMNS},
        period_from, period_to, articles.text[sentences.start + 1:sentences.stop] AS sentence, published,
        voices.name AS voice, role, outlet, coalesce(title, article_id) AS title, amounts.passage + 1 AS passage, rate_note,
        article_id, amounts.start
    FROM kept_quantities AS amounts
    JOIN articles USING (article_id)
    JOIN voices USING (voice_id)
    JOIN sentences USING (article_id, sentence)
    {parties.JOINS}
)
FROM listed
"""


def claims(deck: Deck, corpus: Corpus) -> pd.DataFrame:
    """A row a claim that the filters of any picked item keep, the largest in dollars first, with what may be said of it aloud."""
    words, articles = deck.words, len(options.articles(corpus))
    found = _any(deck, lambda selection: asserted.claims(corpus, selection), "claim_id")
    found = found.sort_values(["value", "claim_id"], ascending=[False, True], na_position="last", ignore_index=True)
    aloud = [safe(claim, deck.style, articles) for claim in found.to_dict("records")]
    return _with_period(found, words).assign(**{words("claims.safe.card"): aloud})


def quantities(deck: Deck, corpus: Corpus) -> pd.DataFrame:
    """A row a quantity that the filters of any picked item keep, money first, by article and place: as said, normalised, the sentence."""
    words = deck.words
    found = _any(deck, lambda selection: answer(corpus, selection, QUANTITIES), "quantity_id")
    found = found.assign(is_other=found["kind"] != "money").sort_values(["is_other", "article_id", "start"], ignore_index=True)
    told = _with_period(found.drop(columns="kind"), words).assign(**{words("book.sentence"): found["sentence"]})
    told.insert(0, words("book.quantity"), found["kind"].map(lambda kind: words(f"kind.{kind}")))
    return told


def selections(deck: Deck) -> Sequence[Selection]:
    """The filters of the picked exhibits, each once; no filter where no exhibit is picked."""
    return tuple(dict.fromkeys(slide.item.selection for slide in deck.slides if slide.exhibit)) or (ALL,)


def _any(deck: Deck, ask: Callable[[Selection], pd.DataFrame], key: str) -> pd.DataFrame:
    """The rows that any of the selections keeps, each once."""
    first, *others = (ask(selection) for selection in selections(deck))
    return pd.concat([first, *(other for other in others if len(other))], ignore_index=True).drop_duplicates(key) if others else first


def _with_period(found: pd.DataFrame, words: Words) -> pd.DataFrame:
    periods = {words(f"book.{end}"): found[end] for end in ("period_from", "period_to")}
    return labelled(found, words).assign(**periods)
