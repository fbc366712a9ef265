"""The corpus in one screen: how much there is, who speaks of what, and facts that a headline can be made of."""

import pandas as pd

from svodka.analysis import statistics
from svodka.analysis.selection import ALL, NAMED, Selection, answer, named
from svodka.frames.store import Corpus

COUNTS = """
amounts AS (
    SELECT count(*) AS n FROM kept_quantities
    WHERE kind = 'money' AND (same_as IS NULL OR same_as NOT IN (SELECT quantity_id FROM kept_quantities))
)
SELECT
    count(DISTINCT article_id) AS articles, count(DISTINCT voice_id) AS voices,
    (SELECT coalesce(sum(words), 0) FROM spoken)::BIGINT AS words,
    count(DISTINCT (article_id, passage)) AS passages, (SELECT count(*) FROM kept_mentions) AS mentions, (SELECT n FROM amounts) AS amounts
FROM kept_passages
"""

COVERAGE = """
counted AS (
    SELECT voice_id, concept, sum(mentions)::BIGINT AS mentions, count(*) AS passages FROM named GROUP BY voice_id, concept
),
totals AS (
    SELECT concept, sum(mentions)::BIGINT AS total, count(*) AS raised_by FROM counted GROUP BY concept
),
grid AS (
    SELECT voice_id, words, concept, total, raised_by
    FROM (SELECT * FROM spoken ORDER BY words DESC, voice_id LIMIT $limit) CROSS JOIN totals
)
SELECT
    voice_id, voices.name AS voice, short, role, rank, concept, label_ru, label_en, coalesce(mentions, 0) AS mentions, grid.words,
    1000 * coalesce(mentions, 0) / grid.words AS rate, coalesce(passages, 0) AS passages, total, raised_by
FROM grid
JOIN voices USING (voice_id)
JOIN concepts USING (concept)
LEFT JOIN counted USING (voice_id, concept)
ORDER BY total DESC, concept, rank, voice_id
"""


FEWEST = 3
FACTS = dict.fromkeys(("fact", "concept", "label_ru", "label_en", "voice_id", "short"), "object") | {"rank": "float64"}
FACTS |= dict.fromkeys(("quantity_id", "text", "status"), "object") | dict.fromkeys(("value", "n", "voices", "of", "articles"), "float64")


def counts(corpus: Corpus, selection: Selection = ALL) -> dict[str, int]:
    """How much there is: `articles, voices, words, passages, mentions, amounts` (of money, restatements folded)."""
    return {name: int(cells.iloc[0]) for name, cells in answer(corpus, selection, COUNTS).items()}


def coverage(corpus: Corpus, selection: Selection, limit: int = 40) -> pd.DataFrame:
    """One row per voice and theme, those not raised among them with zeros; the most raised theme first, voices by rank.

    The voices are the `limit` with most words; `total` mentions by all voices, `raised_by` so many of them.
    Columns: `voice_id, voice, short, role, rank, concept, label_ru, label_en, mentions, words, rate, passages, total, raised_by`.
    """
    return answer(corpus, selection, NAMED, COVERAGE, limit=limit, **named(corpus, ["theme"]))


def largest(amounts: pd.DataFrame, limit: int = 5) -> pd.DataFrame:
    """The largest of `investment.amounts` that can stand on an axis of dollars."""
    return amounts[amounts["reason"].isna()].head(limit)


def most_named(totals: pd.DataFrame, limit: int = 8) -> pd.DataFrame:
    """The most named of `resources.totals`, the topmost of the tree only."""
    return totals[totals["top"]].head(limit)


def facts(size: dict[str, int], grid: pd.DataFrame, totals: pd.DataFrame, amounts: pd.DataFrame) -> pd.DataFrame:
    """One row per fact that a headline may state, in the order of telling; none where the basis is thinner than three mentions.

    It is told from the answers of `counts`, `coverage`, `resources.totals` and `investment.amounts`. `n` are mentions, of a
    `largest_amount` the amounts of its status.

    - `top_resource`: the most named one (several when they tie), named by `voices` of `of`, in `articles`;
    - `largest_amount`: one for each status (or none stated): `quantity_id, text, status, value` in dollars;
    - `shared_theme`: the theme that most voices raise, `voices` of `of`;
    - `lone_theme`: raised by one voice only, in three passages or more, though three mentions would have been expected of the others;
    - `stressed_theme`: what a voice stresses most against the others, in three passages or more, where the interval is above zero.

    Columns: `fact, concept, label_ru, label_en, voice_id, short, rank, quantity_id, text, status, value, n, voices, of, articles`.
    """
    found = [
        _top_resources(totals).assign(of=size["voices"]),
        _largest_amounts(amounts),
        _shared_themes(grid).assign(of=size["voices"]),
        _lone_themes(grid, size["words"]),
        _stressed_themes(grid, size["words"]),
    ]
    told = pd.concat([part.reindex(columns=list(FACTS)) for part in found], ignore_index=True).astype(FACTS)
    return told.where(told.notna() | (told.dtypes == "float64"), None)


def _top_resources(totals: pd.DataFrame) -> pd.DataFrame:
    named = totals[totals["top"] & (totals["mentions"] >= FEWEST)]
    return named[named["mentions"] == named["mentions"].max()].rename(columns={"mentions": "n"}).assign(fact="top_resource")


def _largest_amounts(amounts: pd.DataFrame) -> pd.DataFrame:
    placed = amounts[amounts["reason"].isna()].assign(status=lambda frame: frame["status"].fillna(""))
    sizes = placed.groupby("status")["value"].transform("size")
    first = placed.assign(n=sizes).drop_duplicates("status")
    return first.assign(fact="largest_amount", status=first["status"].replace("", None))


def _shared_themes(grid: pd.DataFrame) -> pd.DataFrame:
    themes = grid.drop_duplicates("concept")
    shared = themes[(themes["raised_by"] > 1) & (themes["total"] >= FEWEST)]
    most = shared[shared["raised_by"] == shared["raised_by"].max()].head(1)
    return (
        most.drop(columns=["voice_id", "short", "rank"]).rename(columns={"total": "n", "raised_by": "voices"}).assign(fact="shared_theme")
    )


def _lone_themes(grid: pd.DataFrame, words: int) -> pd.DataFrame:
    expected = grid["rate"] * (words - grid["words"]) / 1_000
    lone = (grid["raised_by"] == 1) & (grid["passages"] >= FEWEST) & (expected >= FEWEST)
    return grid[lone].rename(columns={"mentions": "n"}).assign(fact="lone_theme")


def _stressed_themes(grid: pd.DataFrame, words: int) -> pd.DataFrame:
    share = statistics.prior(grid["total"], words)
    odds = statistics.log_odds(grid["mentions"], grid["words"], grid["total"] - grid["mentions"], words - grid["words"], share)
    stressed = grid.assign(z=odds.z)[(odds.lo > 0) & (grid["passages"] >= FEWEST) & (grid["raised_by"] > 1)]
    first = stressed.sort_values(["z", "concept"], ascending=[False, True]).drop_duplicates("voice_id")
    return first.rename(columns={"mentions": "n"}).assign(fact="stressed_theme")
