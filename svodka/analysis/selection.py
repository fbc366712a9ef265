"""What a reader chose to look at, and the steps of SQL by which every answer keeps the rows that belong to it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

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


TREE = """
tree AS MATERIALIZED (
    SELECT concept, kind, concept AS ancestor FROM concepts
    UNION
    SELECT tree.concept, tree.kind, above.concept
    FROM tree JOIN concepts AS below ON below.concept = tree.ancestor JOIN concepts AS above ON above.concept = below.parent
    WHERE above.kind = tree.kind
),
shown AS (
    SELECT concept FROM concepts WHERE kind <> 'place' OR iso IS NOT NULL
    EXCEPT
    SELECT tree.concept FROM tree JOIN concepts AS above ON above.concept = tree.ancestor
    WHERE tree.concept <> tree.ancestor AND NOT above.generic AND (above.kind <> 'place' OR above.iso IS NOT NULL)
)"""

NAMES = """
    SELECT article_id, passage FROM mentions WHERE concept IN (SELECT concept FROM tree WHERE ancestor IN ${filter})
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
    SELECT tree.concept, tree.kind, ancestor
    FROM tree JOIN concepts ON concepts.concept = ancestor
    WHERE tree.kind IN $kinds
        AND (ancestor IN $concepts OR NOT $only AND ($generic OR NOT generic) AND ($deep OR ancestor IN (FROM shown)))
),
named AS (
    SELECT article_id, passage, voice_id, ancestor AS concept, count(*) AS mentions
    FROM kept_mentions JOIN charted USING (concept)
    WHERE kept_mentions.kind IN $kinds
    GROUP BY article_id, passage, voice_id, ancestor
)"""


def steps(selection: Selection) -> str:
    """The `WITH` that opens every answer, up to its own first step.

    - `tree`: every concept under itself and under each of its ancestors of the same kind: a city under its country, a company not;
    - `shown`: the concepts that charts speak of: countries among the places, else the topmost that is not generic;
    - `kept_voices`, `kept_articles`, `kept_words`, `kept_mentions`, `kept_quantities`, `kept_dates`, `kept_sentences`: selected rows;
    - `kept_passages`: one row a selected passage and voice that speaks in it, whole or in a quotation;
    - `spoken`: the selected words of each voice.
    """
    by_voice = "role IN $roles" if selection.roles else "role <> 'interviewer'"
    if selection.voices:
        by_voice += " AND voice_id IN $voices"
    by_article = "article_id IN $articles" if selection.articles else "true"
    naming = [NAMES.format(filter=name) for name in ("themes", "resources", "countries") if getattr(selection, name)]
    by_passage = "(article_id, passage) IN (FROM kept_naming)" if naming else "true"
    by_place = f"{by_article} AND {by_passage}"
    by_row = f"voice_id IN (SELECT voice_id FROM kept_voices) AND {by_place}"
    conditions = {"voices": by_voice, "articles": by_article} | dict.fromkeys(
        ("words", "mentions", "quantities", "dates", "sentences"), by_row
    )
    return "WITH RECURSIVE " + ",".join(
        [
            TREE,
            *(["\nkept_naming AS MATERIALIZED (" + "    INTERSECT".join(naming) + ")"] if naming else []),
            *(KEPT.format(table=table, source=table, condition=condition) for table, condition in conditions.items()),
            SPEAKING,
            KEPT.format(table="passages", source="speaking", condition=by_row),
            SPOKEN.format(condition=by_place + (" AND voice_id IN $voices" if selection.voices else "")),
        ]
    )


def named(
    kinds: Sequence[str], concepts: Sequence[str] = (), only: bool = False, generic: bool = False, deep: bool = False
) -> dict[str, Any]:
    """The parameters of the steps `NAMED`, which an answer may begin with.

    `charted`: each concept of the kinds under those of its ancestors that are to be counted: the `shown` ones (with `deep` all, with
    `generic` the generic too) and the given ones, or these `only`. `named`: one row a selected passage, voice and charted concept, with
    its mentions: one of «зелёный водород» is one of green_hydrogen and one of hydrogen.
    """
    return {"kinds": list(kinds), "concepts": list(concepts), "only": only, "generic": generic, "deep": deep}


def answer(corpus: Corpus, selection: Selection, *sql: str, **parameters: Any) -> pd.DataFrame:
    """The answer to `sql`, named steps of which the last ends in a select; they may read from the tables and from what `steps` keeps.

    Text that is not known is None, a number NaN.
    """
    chosen = {name: list(ids) for name, ids in selection._asdict().items() if ids}
    found = corpus.query(",".join([steps(selection), *sql]), chosen | parameters)
    texts = {name: cells.astype(object).where(cells.notna(), None) for name, cells in found.items() if cells.dtype == "str"}
    return found.assign(**texts)
