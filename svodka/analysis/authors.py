"""What voices stress against the others and what they pass over: a description of these texts, no inference about people."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from svodka.analysis import statistics
from svodka.analysis.selection import NAMED, Selection, answer, named
from svodka.analysis.words import CONTENT, WRITTEN
from svodka.frames.store import Corpus
from svodka.text.stopwords import stopwords

# Mentions to be expected before silence says anything.
EXPECTED = 3
# Words of either end of a comparison; what is said once in all is no habit of anybody.
LIMIT, LEAST = 30, 2
COUNTED = ("mentions", "words", "other_mentions", "other_words")

VOICES = """
present AS (
    SELECT voice_id, count(DISTINCT article_id) AS articles, count(*) AS passages FROM kept_passages GROUP BY voice_id
),
mentioning AS (
    SELECT voice_id, count(*) AS mentions FROM kept_mentions GROUP BY voice_id
),
stating AS (
    SELECT voice_id, count(*) AS amounts FROM kept_quantities
    WHERE kind = 'money' AND (same_as IS NULL OR same_as NOT IN (SELECT quantity_id FROM kept_quantities))
    GROUP BY voice_id
)
SELECT
    voice_id, voices.name AS voice, short, role, rank, affiliation, country, articles, passages, spoken.words,
    coalesce(mentions, 0) AS mentions, coalesce(amounts, 0) AS amounts
FROM present
JOIN voices USING (voice_id)
JOIN spoken USING (voice_id)
LEFT JOIN mentioning USING (voice_id)
LEFT JOIN stating USING (voice_id)
ORDER BY rank, voice_id
"""

# Whose side a voice is on is asked once a voice, not once a word.
SIDES = """
sided AS MATERIALIZED (
    SELECT voice_id, voice_id IN $target AS own FROM kept_voices
),
sizes AS (
    SELECT coalesce(sum(words) FILTER (own), 0)::BIGINT AS words, coalesce(sum(words) FILTER (NOT own), 0)::BIGINT AS other_words
    FROM spoken JOIN sided USING (voice_id)
),
lengths AS (
    SELECT count(DISTINCT (article_id, passage)) AS length FROM kept_passages JOIN sided USING (voice_id) WHERE own
)"""

CONCEPTS = """
counted AS (
    SELECT
        concept AS item, coalesce(sum(mentions) FILTER (own), 0)::BIGINT AS mentions,
        coalesce(sum(mentions) FILTER (NOT own), 0)::BIGINT AS other_mentions,
        count(DISTINCT voice_id) FILTER (NOT own) AS other_voices,
        count(DISTINCT hash(article_id, passage)) FILTER (own) AS passages
    FROM named JOIN sided USING (voice_id) GROUP BY concept
)
SELECT item, label_ru, label_en, mentions, words, other_mentions, other_words, other_voices, passages, length
FROM counted JOIN concepts ON concepts.concept = item CROSS JOIN sizes CROSS JOIN lengths
"""

SAID_WORDS = """
said AS NOT MATERIALIZED (
    SELECT lemma AS item, form, pos, article_id, passage, voice_id FROM kept_words WHERE pos IN $content
)"""

# A phrase belongs to the selection with its first word.
SAID_PHRASES = """
said AS NOT MATERIALIZED (
    SELECT phrase AS item, label, phrases.article_id, phrases.passage, phrases.voice_id
    FROM phrases SEMI JOIN kept_words USING (article_id, start)
)"""

SAYINGS = """
counted AS (
    SELECT item, count(*) FILTER (own) AS mentions, count(*) FILTER (NOT own) AS other_mentions
    FROM said JOIN sided USING (voice_id) GROUP BY item
)
SELECT item, mentions, words, other_mentions, other_words
FROM counted CROSS JOIN sizes
WHERE length(item) > 1 AND mentions + other_mentions >= $least AND item NOT IN (SELECT unnest($stopwords))
"""

SPREAD = """
listed AS (
    SELECT unnest($listed::VARCHAR[]) AS item
),
counted AS (
    SELECT
        item AS lemma, count(DISTINCT voice_id) FILTER (NOT own) AS other_voices,
        count(DISTINCT hash(article_id, passage)) FILTER (own) AS passages, {written}
    FROM said SEMI JOIN listed USING (item) JOIN sided USING (voice_id) GROUP BY item
)
SELECT lemma AS item, {word}, other_voices, passages, length FROM counted CROSS JOIN lengths
"""

CAPITALS = (
    "avg((form = upper(form) AND length(form) > 1)::INT) AS shouted, avg((form[1] = upper(form[1]) AND pos <> 'ADJF')::INT) AS capital"
)
SPREAD_WORDS = SPREAD.format(written=CAPITALS, word=WRITTEN)
SPREAD_PHRASES = SPREAD.format(written="any_value(label) AS word", word="word")

PROFILE = [
    "item", "label_ru", "label_en", "mentions", "words", "rate", "other_mentions", "other_words", "other_rate", "other_voices",
    "passages", "length", "delta", "lo", "hi", "z", "distinct", "log_ratio", "lrc", "g2",
]  # fmt: skip


def voices(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """One row per voice that speaks in the selection, by rank.

    Columns: `voice_id, voice, short, role, rank, affiliation, country, articles, passages, words, mentions, amounts` (of money).
    """
    return answer(corpus, selection, VOICES)


def profile(
    corpus: Corpus,
    selection: Selection,
    target: Sequence[str],
    against: Sequence[str] = (),
    kind: str = "theme",
    virtual: float = statistics.VIRTUAL_WORDS,
) -> pd.DataFrame:
    """One row per concept of a kind that the target or the others name, the most distinctive of the target (by z) first.

    The others are the voices `against`, or all other selected ones; when the selection holds the target alone, all others there are.
    - `rate, other_rate` per 1 000 words; `passages` of `length`: paragraphs of the target that name it; `other_voices` that name it;
    - `delta, lo, hi, z`: weighted log-odds with its 95 % interval, the prior weighing as much as `virtual` words; `distinct` where the
      interval excludes 0; nan where there are no others;
    - `log_ratio, lrc`: the size of the difference and its conservative bound, held for all rows at once;
    - `g2`: log-likelihood ratio of four cells, how much speaks for a difference of any size.

    Columns: `item, label_ru, label_en, mentions, words, rate, other_mentions, other_words, other_rate, other_voices, passages, length,
    delta, lo, hi, z, distinct, log_ratio, lrc, g2`.
    """
    return concepts(corpus, selection, target, against, [kind], virtual)


def concepts(
    corpus: Corpus,
    selection: Selection,
    target: Sequence[str],
    against: Sequence[str],
    kinds: Sequence[str],
    virtual: float = statistics.VIRTUAL_WORDS,
) -> pd.DataFrame:
    """The same for several kinds at once."""
    counted = answer(corpus, _widened(selection, target, against), SIDES, NAMED, CONCEPTS, target=list(target), **named(corpus, kinds))
    return _compared(counted, virtual)[PROFILE]


def words(
    corpus: Corpus,
    selection: Selection,
    target: Sequence[str],
    against: Sequence[str] = (),
    limit: int = LIMIT,
    virtual: float = statistics.VIRTUAL_WORDS,
) -> pd.DataFrame:
    """The same for lemmas of content words: the `limit` most stressed and the `limit` least, those met once in all left out."""
    wide, asked = _widened(selection, target, against), {"target": list(target), "content": list(CONTENT)}
    counted = answer(corpus, wide, SIDES, SAID_WORDS, SAYINGS, stopwords=list(stopwords()), least=LEAST, **asked)
    ends = _ends(counted, limit, virtual)
    return _written(ends, answer(corpus, wide, SIDES, SAID_WORDS, SPREAD_WORDS, listed=ends["item"].to_list(), **asked))


def phrases(
    corpus: Corpus,
    selection: Selection,
    target: Sequence[str],
    against: Sequence[str] = (),
    limit: int = LIMIT,
    virtual: float = statistics.VIRTUAL_WORDS,
) -> pd.DataFrame:
    """The same for recurring phrases."""
    wide, asked = _widened(selection, target, against), {"target": list(target)}
    counted = answer(corpus, wide, SIDES, SAID_PHRASES, SAYINGS, stopwords=[], least=LEAST, **asked)
    ends = _ends(counted, limit, virtual)
    return _written(ends, answer(corpus, wide, SIDES, SAID_PHRASES, SPREAD_PHRASES, listed=ends["item"].to_list(), **asked))


def passed_over(compared: pd.DataFrame) -> pd.DataFrame:
    """The rows of a `profile` that the others name and the target does not, or clearly less; what was to be expected most first.

    `expected` mentions at the rate of the others; `enough` is false where fewer than three were to be expected: too little text to judge.
    Columns: those of `profile`, `expected, enough`.
    """
    expected = compared["words"] * compared["other_rate"] / 1_000
    passed = (compared["other_mentions"] > 0) & ((compared["mentions"] == 0) | (compared["hi"] < 0))
    listed = compared.assign(expected=expected, enough=expected >= EXPECTED)[passed]
    return listed.sort_values(["expected", "item"], ascending=[False, True], ignore_index=True)


def _widened(selection: Selection, target: Sequence[str], against: Sequence[str]) -> Selection:
    """The selection with the voices to be compared: those asked for, else its own, else all when it holds the target alone."""
    others = tuple(against) or tuple(voice for voice in selection.voices if voice not in target)
    return selection._replace(voices=(*target, *others) if others else ())


def _ends(counted: pd.DataFrame, limit: int, virtual: float) -> pd.DataFrame:
    compared = _compared(counted, virtual)
    return pd.concat([compared.head(limit), compared.tail(limit)]).drop_duplicates("item")


def _written(ends: pd.DataFrame, spread: pd.DataFrame) -> pd.DataFrame:
    return ends.merge(spread.assign(label_ru=spread["word"], label_en=spread["word"]), on="item")[PROFILE]


def _compared(counted: pd.DataFrame, virtual: float) -> pd.DataFrame:
    sides = [counted[name].to_numpy(float) for name in COUNTED]
    y1, n1, y2, n2 = sides
    odds = statistics.log_odds(*sides, statistics.prior(y1 + y2, n1 + n2, virtual), virtual)
    alone = n2 == 0
    found = counted.assign(
        rate=statistics.rate(y1, n1),
        other_rate=statistics.rate(y2, n2),
        **{name: np.where(alone, np.nan, cells) for name, cells in odds._asdict().items()},
    )
    found = found.assign(
        distinct=(found["lo"] > 0) | (found["hi"] < 0),
        log_ratio=np.where(alone, np.nan, statistics.log_ratio(*sides)),
        lrc=np.where(alone, np.nan, statistics.lrc(*sides, items=max(len(counted), 1))),
        g2=np.where(alone, np.nan, statistics.g2(*sides)),
    )
    return found.sort_values(["z", "item"], ascending=[False, True], ignore_index=True)
