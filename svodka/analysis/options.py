"""What each filter offers."""

import pandas as pd

from svodka.analysis.selection import ALL, NAMED, answer, named
from svodka.frames.store import Corpus

ARTICLES = """
offered AS (
    SELECT article_id AS id, coalesce(title, article_id) AS label_ru, label_ru AS label_en, outlet, published, words AS n FROM articles
)
SELECT * FROM offered ORDER BY published NULLS LAST, id
"""

VOICES = """
offered AS (
    SELECT voice_id AS id, name AS label_ru, name AS label_en, short, role, rank, words AS n FROM voices
)
SELECT * FROM offered ORDER BY n DESC, id
"""

ROLES = """
offered AS (
    SELECT role AS id, count(*) AS n FROM voices GROUP BY role
)
SELECT * FROM offered ORDER BY n DESC, id
"""

CONCEPTS = """
counted AS (
    SELECT concept, count(DISTINCT (article_id, passage)) AS n FROM named GROUP BY concept
)
SELECT concept AS id, label_ru, label_en, parent, generic, n
FROM counted JOIN concepts USING (concept)
ORDER BY n DESC, id
"""

LEXICON = """
WITH counted AS (
    SELECT concept, count(*) AS mentions FROM mentions GROUP BY concept
)
SELECT concept, kind, parent, label_ru, label_en, coalesce(mentions, 0) AS mentions
FROM concepts LEFT JOIN counted USING (concept)
ORDER BY mentions DESC, kind, concept
"""


def articles(corpus: Corpus) -> pd.DataFrame:
    """One row an article in the order of publication: `id, label_ru, label_en` (its title, else its id), `outlet, published, n` words."""
    return answer(corpus, ALL, ARTICLES)


def voices(corpus: Corpus) -> pd.DataFrame:
    """One row a voice, the one with most words first: `id, label_ru, label_en, short, role, rank, n` words."""
    return answer(corpus, ALL, VOICES)


def roles(corpus: Corpus) -> pd.DataFrame:
    """One row a role, the most frequent first: `id, n` voices; its name is display text."""
    return answer(corpus, ALL, ROLES)


def themes(corpus: Corpus) -> pd.DataFrame:
    """One row a theme named, the most frequent first: `id, label_ru, label_en, parent, generic, n` passages that name it."""
    return answer(corpus, ALL, NAMED, CONCEPTS, **named(corpus, ["theme"], generic=True, deep=True))


def resources(corpus: Corpus) -> pd.DataFrame:
    """The same for resources, generic ones among them; passages that name what lies below count."""
    return answer(corpus, ALL, NAMED, CONCEPTS, **named(corpus, ["resource"], generic=True, deep=True))


def countries(corpus: Corpus) -> pd.DataFrame:
    """The same for countries; a city or another name of a country stands below it."""
    return answer(corpus, ALL, NAMED, CONCEPTS, **named(corpus, ["place"]))


def lexicon(corpus: Corpus) -> pd.DataFrame:
    """One row an entry of the lexicon as built: `concept, kind, parent, label_ru, label_en, mentions` by anyone, the most named first."""
    return corpus.query(LEXICON)
