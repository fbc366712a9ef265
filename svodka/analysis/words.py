"""Which words are used, counted by lemma, and which do not count: form words and words of no subject."""

from functools import cache

import pandas as pd

from svodka.analysis.selection import Selection, answer
from svodka.frames.store import Corpus
from svodka.knowledge import DATA, rows

# Nouns, adjectives, and words the dictionary does not know, foreign names among them.
CONTENT = ("NOUN", "ADJF", "UNKN")

# Grouped before the stop words are left out: a few thousand lemmas are compared instead of a million words.
FREQUENCIES = """
counted AS (
    SELECT
        lemma, count(*) AS n, count(DISTINCT article_id) AS articles, avg((form = upper(form) AND length(form) > 1)::INT) AS shouted,
        avg((form[1] = upper(form[1]) AND pos <> 'ADJF')::INT) AS capital
    FROM kept_words WHERE pos IN $content GROUP BY lemma
)
SELECT
    lemma,
    CASE
        WHEN shouted > 0.5 THEN upper(lemma)
        WHEN capital > 0.8 THEN array_to_string([concat(upper(part[1]), part[2:]) FOR part IN string_split(lemma, '-')], '-')
        ELSE lemma
    END AS word,
    n, 1000 * n / (SELECT sum(words) FROM spoken) AS rate, articles
FROM counted
WHERE length(lemma) > 1 AND lemma NOT IN (SELECT unnest($stopwords))
ORDER BY n DESC, lemma LIMIT $limit
"""


@cache
def stopwords() -> tuple[str, ...]:
    """The lemmas of `data/stopwords.csv`, read once a process."""
    return tuple(row["lemma"] for row in rows(DATA / "stopwords.csv", ("lemma", "group")))


def frequencies(corpus: Corpus, selection: Selection, limit: int = 100) -> pd.DataFrame:
    """One row per lemma of the most frequent content words; for one voice, select it.

    `word` is the lemma with the capitals that its forms mostly have: «Япония», «ЦА», «регион».
    Columns: `lemma, word, n, rate` (per 1 000 words), `articles`.
    """
    return answer(corpus, selection, FREQUENCIES, content=list(CONTENT), stopwords=list(stopwords()), limit=limit)
