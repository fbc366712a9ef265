"""What a reader chose to look at, and the steps of SQL by which every answer keeps the rows that belong to it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from svodka.analysis.tree import tree
from svodka.frames.store import Corpus


class Selection(NamedTuple):
    """The filters of all pages: ids, and nothing chosen means all.

    Rows are kept by their article and voice, and by their passage: a theme, resource or country keeps the passages
    that name it or anything below it in the tree. Several values of one filter widen it, several filters narrow it.
    With no role chosen everyone counts but the interviewers: a journalist's question is not the expert's emphasis.
    """

    articles: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


ALL = Selection()


NAMING = ("themes", "resources", "countries")

NAMES = """
    SELECT article_id, passage FROM mentions WHERE concept IN ${filter}
"""

KEPT = """
kept_{table} AS NOT MATERIALIZED (
    SELECT * FROM {source} WHERE {condition}
)"""

SPEAKING = """
speaking AS (
    SELECT article_id, passage, voice_id FROM passages
    UNION ALL
    SELECT DISTINCT passages.article_id, passages.passage, turns.voice_id
    FROM turns JOIN passages ON passages.article_id = turns.article_id AND passages.start < turns.stop AND turns.start < passages.stop
    WHERE turns.voice_id <> passages.voice_id
)"""

SPOKEN = """
spoken AS (
    SELECT voice_id, words
    FROM (SELECT voice_id, count(*) AS words FROM words WHERE {condition} GROUP BY voice_id)
    WHERE voice_id IN (SELECT voice_id FROM kept_voices)
)"""

# The kind is filtered before the join: of all mentions few are of resources.
NAMED = """
charted AS MATERIALIZED (
    SELECT unnest($charted::VARCHAR[]) AS concept, unnest($ancestors::VARCHAR[]) AS ancestor
),
named AS (
    SELECT article_id, passage, voice_id, ancestor AS concept, count(*) AS mentions
    FROM kept_mentions JOIN charted USING (concept)
    WHERE kind IN $kinds
    GROUP BY article_id, passage, voice_id, ancestor
)"""


def steps(selection: Selection) -> str:
    """The `WITH` that opens every answer, up to its own first step.

    - `kept_voices`, `kept_articles`, `kept_words`, `kept_mentions`, `kept_quantities`, `kept_dates`, `kept_sentences`: selected rows;
    - `kept_passages`: one row a selected passage and voice that speaks in it, whole or in a quotation;
    - `spoken`: the selected words of each voice.
    """
    by_voice = "role IN $roles" if selection.roles else "role <> 'interviewer'"
    if selection.voices:
        by_voice += " AND voice_id IN $voices"
    by_article = "article_id IN $articles" if selection.articles else "true"
    naming = [NAMES.format(filter=name) for name in NAMING if getattr(selection, name)]
    by_passage = "(article_id, passage) IN (FROM kept_naming)" if naming else "true"
    by_place = f"{by_article} AND {by_passage}"
    by_row = f"voice_id IN (SELECT voice_id FROM kept_voices) AND {by_place}"
    conditions = {"voices": by_voice, "articles": by_article} | dict.fromkeys(
        ("words", "mentions", "quantities", "dates", "sentences"), by_row
    )
    return "WITH" + ",".join(
        [
            *(["\nkept_naming AS MATERIALIZED (" + "    INTERSECT".join(naming) + ")"] if naming else []),
            *(KEPT.format(table=table, source=table, condition=condition) for table, condition in conditions.items()),
            SPEAKING,
            KEPT.format(table="passages", source="speaking", condition=by_row),
            SPOKEN.format(condition=by_place + (" AND voice_id IN $voices" if selection.voices else "")),
        ]
    )


def named(
    corpus: Corpus, kinds: Sequence[str], concepts: Sequence[str] = (), only: bool = False, generic: bool = False, deep: bool = False
) -> dict[str, Any]:
    """The parameters of the steps `NAMED`, which an answer may begin with.

    `charted`: each concept of the kinds under those of its ancestors that are to be counted: the given ones and, unless these `only`, the
    shown ones (with `deep` all, with `generic` the generic too). `named`: one row a selected passage, voice and charted concept, with
    its mentions: one of «зелёный водород» is one of green_hydrogen and one of hydrogen.
    """
    grown = tree(corpus)
    kept = {concept for concept in grown.kinds if (deep or concept in grown.shown) and (generic or concept not in grown.generic)}
    counted = {*concepts} if only else kept.union(concepts)
    pairs = [
        (concept, above) for concept, kind in grown.kinds.items() if kind in kinds for above in grown.above(concept) if above in counted
    ]
    return {"kinds": list(kinds), "charted": [concept for concept, _ in pairs], "ancestors": [above for _, above in pairs]}


def answer(corpus: Corpus, selection: Selection, *sql: str, **parameters: Any) -> pd.DataFrame:
    """The answer to `sql`, named steps of which the last ends in a select; they may read from the tables and from what `steps` keeps.

    Text that is not known is None, a number NaN.
    """
    chosen = {name: list(ids) for name, ids in selection._asdict().items() if ids}
    chosen |= {name: tree(corpus).below(chosen[name]) for name in NAMING if name in chosen}
    found = corpus.query(",".join([steps(selection), *sql]), chosen | parameters)
    texts = {
        name: cells.astype(object).where(cells.notna(), None) for name, cells in found.items() if cells.dtype == "str" and cells.hasnans
    }
    return found.assign(**texts)
