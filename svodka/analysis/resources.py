"""Which resources are named, by whom and together with what.

A place in the text counts once for a concept and once for each concept above it: «зелёный водород» is one mention of
green_hydrogen and one of hydrogen. Rates are per 1 000 words of the voice in the selected passages.
"""

from collections.abc import Sequence

import pandas as pd

from svodka.analysis import together
from svodka.analysis.selection import NAMED, Selection, answer, named
from svodka.analysis.tree import tree
from svodka.frames.store import Corpus

BY_VOICE = """
counted AS (
    SELECT voice_id, concept, sum(mentions)::BIGINT AS mentions, count(*) AS passages, count(DISTINCT article_id) AS articles
    FROM named GROUP BY voice_id, concept
),
totals AS (
    SELECT concept, sum(mentions)::BIGINT AS total FROM counted GROUP BY concept
)
SELECT
    voice_id, voices.name AS voice, short, role, rank, concept, label_ru, label_en, mentions, spoken.words,
    1000 * mentions / spoken.words AS rate, passages, articles, total
FROM counted
JOIN totals USING (concept)
JOIN spoken USING (voice_id)
JOIN voices USING (voice_id)
JOIN concepts USING (concept)
ORDER BY total DESC, concept, mentions DESC, rank, voice_id
"""

TOTALS = """
counted AS (
    SELECT
        concept, sum(mentions)::BIGINT AS mentions, count(DISTINCT (article_id, passage)) AS passages,
        count(DISTINCT article_id) AS articles, count(DISTINCT voice_id) AS voices
    FROM named GROUP BY concept
),
said AS (
    SELECT sum(words)::BIGINT AS words FROM spoken
)
SELECT
    concept, label_ru, label_en, parent, generic, mentions, words, 1000 * mentions / words AS rate,
    passages, articles, voices
FROM counted JOIN concepts USING (concept) CROSS JOIN said
ORDER BY mentions DESC, concept
"""


def by_voice(
    corpus: Corpus, selection: Selection, concepts: Sequence[str] = (), generic: bool = False, kind: str = "resource"
) -> pd.DataFrame:
    """One row per voice and resource it names, the most named resource first: mentions, rate per 1 000 words, passages, articles.

    The resources are the given ones, or the topmost. `total`: the mentions of the resource by all voices.
    Columns: `voice_id, voice, short, role, rank, concept, label_ru, label_en, mentions, words, rate, passages, articles, total`.
    """
    return answer(corpus, selection, NAMED, BY_VOICE, **named(corpus, [kind], concepts, bool(concepts), generic))


def totals(corpus: Corpus, selection: Selection, generic: bool = False, kind: str = "resource") -> pd.DataFrame:
    """One row per resource named, whatever its height in the tree, the most named first; `top` marks those that add up.

    Columns: `concept, label_ru, label_en, parent, generic, top, mentions, words, rate, passages, articles, voices`.
    """
    found = answer(corpus, selection, NAMED, TOTALS, **named(corpus, [kind], generic=generic, deep=True))
    found.insert(found.columns.get_loc("generic") + 1, "top", found["concept"].isin(tree(corpus).shown))
    return found


def named_with(
    corpus: Corpus, selection: Selection, concepts: Sequence[str] = (), kinds: Sequence[str] = ("place", "theme")
) -> pd.DataFrame:
    """One row per resource and what is named in the same passage; the resources are the given ones, or the topmost.

    Concepts of the kinds may be given as well as resources: which resources are named with a country.
    Columns: `concept, other, other_kind, other_ru, other_en, passages, articles`, by concept, the most frequent company first.
    """
    found = together.pairs(corpus, selection, ["resource", *kinds], concepts, [] if concepts else ["resource"])
    ways = pd.concat([_oriented(found, "first", "second"), _oriented(found, "second", "first")], ignore_index=True)
    ours = ways["concept"].isin(concepts) if concepts else ways["kind"] == "resource"
    listed = ways[ours & ways["other_kind"].isin(kinds)].drop(columns="kind")
    return listed.sort_values(["concept", "passages", "other"], ascending=[True, False, True], ignore_index=True)


def by_country(corpus: Corpus, selection: Selection, generic: bool = False) -> pd.DataFrame:
    """One row per resource (the first) and country (the second) named in the same passage, the most frequent pair first.

    The columns are those of `together.compared`.
    """
    pairs = together.pairs(corpus, selection, ["resource", "place"], (), ["resource"], generic=generic)
    return together.compared(pairs[pairs["second_kind"] == "place"].reset_index(drop=True))


def _oriented(found: pd.DataFrame, one: str, other: str) -> pd.DataFrame:
    names = {
        one: "concept",
        f"{one}_kind": "kind",
        other: "other",
        f"{other}_kind": "other_kind",
        f"{other}_ru": "other_ru",
        f"{other}_en": "other_en",
    }
    names |= {"observed": "passages", "articles": "articles"}
    return found[list(names)].rename(columns=names)
