"""What a search finds: every place with its context, and how often who says it.

A query is read by queries.py. Places belong to the voice, sentence and paragraph in which they start; the filters decide whose count.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from svodka.analysis import evidence
from svodka.analysis.evidence import Evidence
from svodka.analysis.queries import Query
from svodka.analysis.selection import Selection, answer
from svodka.frames.store import Corpus

# Places of one query that are looked at: an expression like «.» finds every letter.
MOST = 100_000
# Letters on either side of what is found.
CONTEXT = 60

# A paragraph is a line of a text: what is found lies in one, and its place is counted from there.
LINES = """
split AS (
    SELECT article_id, unnest(string_split(text, chr(10))) AS line, generate_subscripts(string_split(text, chr(10)), 1) AS number
    FROM kept_articles
),
lines AS MATERIALIZED (
    SELECT article_id, line, (sum(length(line) + 1) OVER (PARTITION BY article_id ORDER BY number) - length(line) - 1)::BIGINT AS start
    FROM split
)"""

# Three lists that alternate: what stands between the finds, each find with the sign before it, each find alone.
MATCHES = """
matched_{n} AS (
    SELECT
        article_id, line, start AS line_start, string_split_regex(line, $pattern_{n}) AS gaps,
        regexp_extract_all(line, $pattern_{n}, 0) AS found, regexp_extract_all(line, $pattern_{n}, 1) AS words
    FROM lines WHERE regexp_matches(line, $pattern_{n})
),
numbered_{n} AS (
    SELECT *, unnest(range(1, len(words) + 1)) AS i FROM matched_{n}
),
cut_{n} AS (
    SELECT
        article_id, line, line_start, length(words[i]) AS size, words[i] AS word,
        (length(array_to_string(gaps[1:i], '')) + length(array_to_string(found[1:i], '')) - length(words[i]))::BIGINT AS began
    FROM numbered_{n}
),
whole_{n} AS (
    SELECT article_id, line_start + began AS start, line_start + began + size AS stop FROM cut_{n}
    WHERE size > 0 AND substr(line, began + 1, size) = word
        AND NOT ($whole_{n} AND regexp_matches(substr(line, began + size + 1, 1), '[\\pL\\pN_]'))
),
found_{n} AS (
    SELECT {n} AS query, place.article_id, place.start, place.stop, sentences.passage, sentences.sentence, turns.voice_id
    FROM whole_{n} AS place
    ASOF JOIN turns ON place.article_id = turns.article_id AND place.start >= turns.start
    ASOF JOIN sentences ON place.article_id = sentences.article_id AND place.start >= sentences.start
    SEMI JOIN kept_passages AS kept
        ON kept.article_id = place.article_id AND kept.passage = sentences.passage AND kept.voice_id = turns.voice_id
    WHERE NOT $inside_{n} OR place.stop <= sentences.stop
    LIMIT $most
)"""

MENTIONS = """
found_{n} AS (
    SELECT {n} AS query, article_id, start, max(stop) AS stop, any_value(passage) AS passage, any_value(sentence) AS sentence,
        any_value(voice_id) AS voice_id
    FROM kept_mentions WHERE concept IN $concepts_{n}
    GROUP BY article_id, start
)"""

FOUND = """
found AS MATERIALIZED (
    {parts}
)"""

NONE = (
    "SELECT 0 AS query, '' AS article_id, 0::BIGINT AS start, 0::BIGINT AS stop, 0::BIGINT AS passage, 0::BIGINT AS sentence, "
    "'' AS voice_id WHERE false"
)

COUNTS = """
counted AS (
    SELECT
        query, voice_id, count(*) AS hits, count(DISTINCT hash(article_id, passage)) AS passages,
        count(DISTINCT article_id) AS articles, count(DISTINCT voice_id) AS voices
    FROM found GROUP BY GROUPING SETS ((query), (query, voice_id))
)
SELECT
    query, voice_id, voices.name AS voice, short, role, rank, hits, 1000 * hits / spoken.words AS rate, passages, articles, counted.voices
FROM counted LEFT JOIN voices USING (voice_id) LEFT JOIN spoken USING (voice_id)
ORDER BY query, hits DESC, rank
"""

# What the lines are sorted by, and the step that knows it; the words before a find are read from it outwards.
ORDERS = {
    "place": ("chosen", "published NULLS LAST, article_id, start, query"),
    "left": ("worded", "outwards, onwards, article_id, start, query"),
    "right": ("worded", "onwards, outwards, article_id, start, query"),
    "voice": ("chosen", "rank, published NULLS LAST, article_id, start, query"),
    "article": ("crowded", "in_article DESC, article_id, start, query"),
}

HITS = """
chosen AS (
    SELECT * FROM found WHERE len($spoken_by) = 0 OR voice_id IN $spoken_by
),
crowded AS (
    SELECT *, count(*) OVER (PARTITION BY article_id) AS in_article FROM chosen
),
worded AS (
    SELECT
        chosen.*,
        array_to_string(list_reverse(regexp_extract_all(
            lower(replace(right(substr(line, 1, chosen.start - lines.start), 60), 'ё', 'е')), '[\\pL\\pN]+')), ' ') AS outwards,
        array_to_string(regexp_extract_all(
            lower(replace(substr(line, chosen.stop - lines.start + 1, 60), 'ё', 'е')), '[\\pL\\pN]+'), ' ') AS onwards
    FROM chosen ASOF JOIN lines ON chosen.article_id = lines.article_id AND chosen.start >= lines.start
),
page AS MATERIALIZED (
    SELECT
        query, article_id, start, stop, passage, sentence, voice_id, title, outlet, published, voices.name AS voice, short, role, rank,
        row_number() OVER (ORDER BY {order}) AS number
    FROM {source} JOIN articles USING (article_id) JOIN voices USING (voice_id)
    ORDER BY number LIMIT $limit
),
framed AS (
    SELECT
        page.*, turns.kind AS turn_kind, line, page.start - lines.start AS began, page.stop - lines.start AS ended,
        sentences.start - lines.start AS opened, sentences.stop - lines.start AS closed
    FROM page
    JOIN sentences USING (article_id, sentence)
    ASOF JOIN lines ON page.article_id = lines.article_id AND page.start >= lines.start
    ASOF JOIN turns ON page.article_id = turns.article_id AND page.start >= turns.start
),
lengths AS (
    SELECT article_id, max(passage) + 1 AS passages FROM passages WHERE article_id IN (SELECT article_id FROM page) GROUP BY article_id
)
SELECT
    query, article_id, title, outlet, published, start, stop, passage + 1 AS passage, passages, sentence,
    voice_id, voice, short, role, rank, turn_kind,
    CASE
        WHEN $sentences THEN substr(line, opened + 1, greatest(began - opened, 0))
        WHEN began <= $context THEN substr(line, 1, began)
        ELSE '…' || regexp_replace(substr(line, began - $context + 1, $context), '^[^\\s\\pZ]*[\\s\\pZ]+', '')
    END AS before,
    substr(line, began + 1, stop - start) AS keyword,
    CASE
        WHEN $sentences THEN substr(line, ended + 1, greatest(closed - ended, 0))
        WHEN ended + $context >= length(line) THEN substr(line, ended + 1)
        ELSE regexp_replace(substr(line, ended + 1, $context), '[\\s\\pZ]+[^\\s\\pZ]*$', '') || '…'
    END AS after
FROM framed JOIN lengths USING (article_id)
ORDER BY number
"""


class Counts(NamedTuple):
    """How often: `totals`, one row a query, and `by_voice`, one row a query and voice that has it, most hits first.

    - `totals`: query, hits, passages, articles, voices; a query without hits has zeros;
    - `by_voice`: query, voice_id, voice, short, role, rank, hits, rate (per 1 000 of its words), passages, articles.
    """

    totals: pd.DataFrame
    by_voice: pd.DataFrame


def counts(corpus: Corpus, selection: Selection, queries: Sequence[Query]) -> Counts:
    """How often each query is met, by whom, in how many paragraphs and articles; queries are counted from 0."""
    return Counts(*(rows.copy() for rows in _counted(corpus, selection, tuple(queries))))


@lru_cache(maxsize=16)
def _counted(corpus: Corpus, selection: Selection, queries: tuple[Query, ...]) -> Counts:
    """Kept here, since a frequent word of a large corpus has more voices than the store keeps rows of an answer."""
    rows = answer(corpus, selection, *_found(queries), COUNTS, **_parameters(queries))
    total = rows["voice_id"].isna()
    totals = rows.loc[total, ["query", "hits", "passages", "articles", "voices"]].set_index("query")
    totals = totals.reindex(pd.RangeIndex(len(queries), name="query"), fill_value=0).reset_index()
    return Counts(totals, rows[~total].drop(columns="voices").astype({"rank": "int64"}).reset_index(drop=True))


def hits(
    corpus: Corpus,
    selection: Selection,
    queries: Sequence[Query],
    sort: str = "place",
    context: int | None = CONTEXT,
    voices: Sequence[str] = (),
    limit: int | None = None,
) -> pd.DataFrame:
    """One row a place found, with so many letters of its paragraph on either side, or with its whole sentence where `context` is None.

    `sort` is a key of ORDERS: left and right by the words beside the find, the nearest first; article by how much is found in it.
    Columns: `query` (from 0), `article_id, title, outlet, published, start, stop, passage` (from 1), `passages` (of the article),
    `sentence, voice_id, voice, short, role, rank, turn_kind, before, keyword, after`.
    """
    shown = {"sentences": context is None, "context": context or 0, "spoken_by": list(voices), "limit": MOST if limit is None else limit}
    source, order = ORDERS[sort]
    return answer(corpus, selection, *_found(queries), HITS.format(source=source, order=order), **shown, **_parameters(queries))


def sentences(corpus: Corpus, selection: Selection, queries: Sequence[Query], voices: Sequence[str] = (), limit: int = 20) -> Evidence:
    """The sentences in which any of the queries is found, of any voice or of these."""
    chosen = selection._replace(voices=tuple(voices)) if voices else selection
    return evidence.page(corpus, chosen, limit, 0, *_found(queries), **_parameters(queries))


def _found(queries: Sequence[Query]) -> list[str]:
    """The steps up to `found`: one row a place of a query."""
    parts = [(MENTIONS if query.concepts else MATCHES).format(n=n) for n, query in enumerate(queries)]
    return [LINES, *parts, FOUND.format(parts="\n    UNION ALL ".join([NONE, *(f"FROM found_{n}" for n in range(len(queries)))]))]


def _parameters(queries: Sequence[Query]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for n, query in enumerate(queries):
        if query.concepts:
            given[f"concepts_{n}"] = list(query.concepts)
        else:
            given |= {f"pattern_{n}": query.pattern, f"whole_{n}": query.whole, f"inside_{n}": query.inside, "most": MOST}
    return given
