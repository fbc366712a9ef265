"""Which words and phrases are used and by whom, and which do not count: form words and words of no subject."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from svodka.analysis import phrases, statistics
from svodka.analysis.selection import Selection, answer
from svodka.frames.store import Corpus
from svodka.text.stopwords import stopwords

# Nouns, adjectives, and words the dictionary does not know, foreign names among them.
CONTENT = ("NOUN", "ADJF", "UNKN")
# A word said once tells nothing of a voice, said twice not enough to be sure of; of a large corpus so many words are compared.
LEAST, ENOUGH, MOST = 2, 3, 5_000
# Editors and journalists are credited with words only where their role is asked for.
SPEAKERS = ("author", "expert", "quoted")

# Grouped before the stop words are left out: a few thousand lemmas are compared instead of a million words.
COUNTED = """
counted AS (
    SELECT
        lemma, count(*) AS n, count(DISTINCT article_id) AS articles, avg((form = upper(form) AND length(form) > 1)::INT) AS shouted,
        avg((form[1] = upper(form[1]) AND pos <> 'ADJF')::INT) AS capital
    FROM kept_words WHERE pos IN $content GROUP BY lemma
)"""

WRITTEN = """
    CASE
        WHEN shouted > 0.5 THEN upper(lemma)
        WHEN capital > 0.8 THEN array_to_string([concat(upper(part[1]), part[2:]) FOR part IN string_split(lemma, '-')], '-')
        ELSE lemma
    END AS word"""

FREQUENCIES = f"""
SELECT lemma, {WRITTEN}, n, 1000 * n / (SELECT sum(words) FROM spoken) AS rate, articles
FROM counted
WHERE length(lemma) > 1 AND lemma NOT IN (SELECT unnest($stopwords))
ORDER BY n DESC, lemma LIMIT $limit
"""

SAID = """
said AS NOT MATERIALIZED (
    SELECT lemma AS item, article_id, voice_id FROM kept_words WHERE pos IN $content
)"""

# Forms are looked at once each, however often they stand.
NAMED = f"""
listed AS (
    SELECT unnest($listed::VARCHAR[]) AS lemma
),
used AS MATERIALIZED (
    SELECT lemma, form, article_id, pos = 'ADJF' AS adjective, count(*) AS times
    FROM kept_words SEMI JOIN listed USING (lemma) WHERE pos IN $content GROUP BY ALL
),
counted AS (
    SELECT
        lemma, count(DISTINCT article_id) AS articles, sum(times * (form = upper(form) AND length(form) > 1)::INT) / sum(times) AS shouted,
        sum(times * (form[1] = upper(form[1]) AND NOT adjective)::INT) / sum(times) AS capital
    FROM used GROUP BY lemma
)
SELECT lemma AS item, {WRITTEN}, articles FROM counted
"""

# One row an item and voice that says it more than once; items that no voice says so often have one row without a voice.
SHARES = """
shares AS MATERIALIZED (
    SELECT item, voice_id, count(*) AS own FROM said GROUP BY item, voice_id
),
frequent AS (
    SELECT item, sum(own)::BIGINT AS n FROM shares
    WHERE length(item) > 1 AND item NOT IN (SELECT unnest($stopwords))
    GROUP BY item HAVING sum(own) >= $least ORDER BY n DESC, item LIMIT $most
),
often AS (
    SELECT item, voice_id, short, rank, own, spoken.words
    FROM shares SEMI JOIN frequent USING (item) JOIN spoken USING (voice_id) JOIN voices USING (voice_id)
    WHERE own > 1 AND role IN $credited
)
SELECT item, n, (SELECT coalesce(sum(words), 0)::BIGINT FROM spoken) AS total, voice_id, short, rank, own, words
FROM frequent LEFT JOIN often USING (item)
ORDER BY n DESC, item, voice_id
"""

STRESSED = ["item", "word", "n", "rate", "articles", "voice_id", "voice", "rank", "own", "z", "lo", "distinct"]


def frequencies(corpus: Corpus, selection: Selection, limit: int = 100) -> pd.DataFrame:
    """One row per lemma of the most frequent content words; for one voice, select it.

    `word` is the lemma with the capitals that its forms mostly have: «Япония», «ЦА», «регион».
    Columns: `lemma, word, n, rate` (per 1 000 words), `articles`.
    """
    return answer(corpus, selection, COUNTED, FREQUENCIES, content=list(CONTENT), stopwords=list(stopwords()), limit=limit)


def stressed(
    corpus: Corpus,
    selection: Selection,
    measure: str = "frequency",
    items: str = "words",
    limit: int = 60,
    virtual: float = statistics.VIRTUAL_WORDS,
) -> pd.DataFrame:
    """One row per word or phrase (`items`), each with the voice that stresses it most: the most frequent or, by the measure
    «distinctiveness», the most stressed (by z) first, those that nobody stresses left out.

    - `item` is a lemma or the lemmas of a phrase, `word` how it is written; `n` times in all, `rate` per 1 000 words, in `articles`;
    - `voice_id, voice, rank`: who says it more than once and most above the others, by the weighted log-odds with a prior that weighs as
      much as `virtual` words; `own` times by that voice, `z` standard errors above 0, `lo` the lower bound of the 95 % interval;
    - `distinct`: said three times or more and `lo` above 0. Where there is no such voice at all they are None, nan and False.

    Columns: `item, word, n, rate, articles, voice_id, voice, rank, own, z, lo, distinct`.
    """
    frequent = measure == "frequency"
    said, named = (SAID, NAMED) if items == "words" else (phrases.SAID, phrases.NAMED)
    kept: Mapping[str, list[str]] = {"content": list(CONTENT)} if items == "words" else {}
    counted = answer(
        corpus, selection, said, SHARES, stopwords=list(stopwords()), credited=list(selection.roles or SPEAKERS),
        least=1 if frequent else LEAST, most=limit if frequent else MOST, **kept,
    )  # fmt: skip
    best = _best(counted, virtual)
    if not frequent:
        best = best[best["voice_id"].notna()].sort_values(["z", "item"], ascending=[False, True])
    best = best.head(limit)
    written = answer(corpus, selection, named, listed=best["item"].to_list(), **kept)
    return best.merge(written, on="item", how="left")[STRESSED]


def _best(counted: pd.DataFrame, virtual: float) -> pd.DataFrame:
    """One row an item, in the same order: the voice with the highest z above 0."""
    own, words, n, total = (counted[name].to_numpy(float) for name in ("own", "words", "n", "total"))
    odds = statistics.log_odds(own, words, n - own, total - words, statistics.prior(n, total, virtual), virtual)
    above = (odds.z > 0) & (total > words)
    judged = counted.assign(
        at=counted["item"].factorize()[0],
        rate=statistics.rate(n, total),
        z=np.where(above, odds.z, np.nan),
        lo=np.where(above, odds.lo, np.nan),
        own=np.where(above, own, np.nan),
        rank=np.where(above, counted["rank"].to_numpy(float, na_value=np.nan), np.nan),
        distinct=above & (odds.lo > 0) & (own >= ENOUGH),
        **{name: counted[source].astype(object).where(above, None) for name, source in (("voice_id", "voice_id"), ("voice", "short"))},
    )
    return judged.sort_values(["at", "z", "voice_id"], ascending=[True, False, True]).drop_duplicates("item")
