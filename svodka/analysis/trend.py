"""How often themes and resources are named in the course of publication."""

from typing import Literal, NamedTuple

import pandas as pd

from svodka.analysis.evidence import PAGE, Evidence, of_mentions
from svodka.analysis.selection import NAMED, Selection, answer, named
from svodka.frames.store import Corpus

Grain = Literal["day", "month", "quarter", "year"]

# The finest grain that leaves no more than about forty periods: days of a grain's longest span.
LONGEST: dict[Grain, float] = {"day": 45, "month": 3.2 * 366, "quarter": 10 * 366, "year": float("inf")}
# A period as an id: 2025-12-19, 2025-12, 2025-q4, 2025.
PERIOD: dict[Grain, str] = {
    "day": "strftime(published, '%Y-%m-%d')",
    "month": "strftime(published, '%Y-%m')",
    "quarter": "strftime(published, '%Y-q') || quarter(published)",
    "year": "strftime(published, '%Y')",
}

SPAN = """
heard AS (
    SELECT DISTINCT article_id FROM kept_passages
)
SELECT count(published) AS dated, count(*) - count(published) AS undated, min(published) AS first, max(published) AS last
FROM articles SEMI JOIN heard USING (article_id)
"""

TREND = """
dated AS (
    SELECT article_id, {period} AS period, date_trunc('{grain}', published)::TIMESTAMP AS since FROM articles WHERE published IS NOT NULL
),
lengths AS (
    SELECT article_id, count(*) AS words FROM kept_words GROUP BY article_id
),
periods AS (
    SELECT period, since, count(*) AS articles, sum(words)::BIGINT AS words FROM lengths JOIN dated USING (article_id) GROUP BY ALL
),
counted AS (
    SELECT period, concept, sum(mentions)::BIGINT AS mentions FROM named JOIN dated USING (article_id) GROUP BY ALL
),
totals AS (
    SELECT concept, sum(mentions)::BIGINT AS total FROM counted GROUP BY concept
)
SELECT
    concept, label_ru, label_en, period, since, coalesce(mentions, 0) AS mentions, words, 1000 * coalesce(mentions, 0) / words AS rate,
    articles, total
FROM totals
CROSS JOIN periods
JOIN concepts USING (concept)
LEFT JOIN counted USING (concept, period)
ORDER BY total DESC, concept, since
"""

WITHIN = """
dated AS (
    SELECT article_id, {period} AS period FROM articles WHERE published IS NOT NULL
)
SELECT DISTINCT article_id FROM kept_mentions JOIN dated USING (article_id) WHERE period = $wanted ORDER BY article_id
"""


class Span(NamedTuple):
    """Articles with and without a publication date, the first and the last date (None without any), and the grain that suits them."""

    dated: int
    undated: int
    first: pd.Timestamp | None
    last: pd.Timestamp | None
    grain: Grain


def span(corpus: Corpus, selection: Selection) -> Span:
    """Over which time the selected articles were published."""
    found = answer(corpus, selection, SPAN).iloc[0]
    if not found["dated"]:
        return Span(0, int(found["undated"]), None, None, "year")
    days = (found["last"] - found["first"]).days
    grain = next(grain for grain, longest in LONGEST.items() if days <= longest)
    return Span(int(found["dated"]), int(found["undated"]), found["first"], found["last"], grain)


def mentions(corpus: Corpus, selection: Selection, kind: str, grain: Grain) -> pd.DataFrame:
    """One row per concept of a kind and period with words, the most named concept first; periods without an article are not there.

    `words` are those of the selected voices in the dated articles of the period, `rate` mentions per 1 000 of them, `total` all dated
    mentions of the concept. Columns: `concept, label_ru, label_en, period, since, mentions, words, rate, articles, total`.
    """
    return answer(corpus, selection, NAMED, TREND.format(period=PERIOD[grain], grain=grain), **named(corpus, [kind]))


def behind(corpus: Corpus, selection: Selection, concept: str, period: str, grain: Grain, limit: int = PAGE) -> Evidence:
    """Sentences that name a concept or anything below it, in the articles published in a period."""
    articles = answer(corpus, selection, WITHIN.format(period=PERIOD[grain]), wanted=period)["article_id"]
    return of_mentions(corpus, selection._replace(articles=tuple(articles) or ("—",)), [concept], limit=limit)
