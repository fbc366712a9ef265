"""What a voice stresses against the others and what it passes over: a description of these texts, no inference about people."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from svodka.analysis import evidence, statistics
from svodka.analysis.selection import NAMED, Selection, answer, named
from svodka.analysis.words import CONTENT, stopwords
from svodka.frames.store import Corpus

EXPECTED = 3
QUOTED_WORDS = 100
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

SIZES = """
sizes AS (
    SELECT
        coalesce(sum(words) FILTER (voice_id IN $target), 0)::BIGINT AS words,
        coalesce(sum(words) FILTER (voice_id NOT IN $target), 0)::BIGINT AS other_words
    FROM spoken
)"""

CONCEPTS = """
counted AS (
    SELECT
        concept AS item, coalesce(sum(mentions) FILTER (voice_id IN $target), 0)::BIGINT AS mentions,
        coalesce(sum(mentions) FILTER (voice_id NOT IN $target), 0)::BIGINT AS other_mentions,
        count(DISTINCT voice_id) FILTER (voice_id NOT IN $target) AS other_voices,
        count(DISTINCT (article_id, passage)) FILTER (voice_id IN $target) AS passages
    FROM named GROUP BY concept
),
lengths AS (
    SELECT count(DISTINCT (article_id, passage)) AS length FROM kept_passages WHERE voice_id IN $target
)
SELECT item, label_ru, label_en, mentions, words, other_mentions, other_words, other_voices, passages, length
FROM counted JOIN concepts ON concepts.concept = item CROSS JOIN sizes CROSS JOIN lengths
"""

LEMMAS = """
counted AS (
    SELECT lemma AS item, count(*) FILTER (voice_id IN $target) AS mentions, count(*) FILTER (voice_id NOT IN $target) AS other_mentions
    FROM kept_words WHERE pos IN $content GROUP BY lemma
)
SELECT item, item AS label_ru, item AS label_en, mentions, words, other_mentions, other_words
FROM counted CROSS JOIN sizes
WHERE length(item) > 1 AND mentions + other_mentions >= $least AND item NOT IN (SELECT unnest($stopwords))
"""

SPREAD = """
listed AS (
    SELECT unnest($lemmas) AS lemma
),
counted AS (
    SELECT
        lemma, count(DISTINCT voice_id) FILTER (voice_id NOT IN $target) AS other_voices,
        count(DISTINCT hash(article_id, passage)) FILTER (voice_id IN $target) AS passages
    FROM kept_words SEMI JOIN listed USING (lemma) WHERE pos IN $content
    GROUP BY lemma
)
SELECT lemma AS item, other_voices, passages, length
FROM counted CROSS JOIN (SELECT count(DISTINCT (article_id, passage)) AS length FROM kept_passages WHERE voice_id IN $target)
"""

# A paragraph is a number here, the same in both answers.
PARTS = """
parts AS (
    SELECT article_id, passage, hash(article_id, passage) AS part, count(*) AS words FROM kept_words GROUP BY article_id, passage
)
SELECT part, words FROM parts ORDER BY article_id, passage
"""

HITS = """
hits AS (
    SELECT hash(article_id, passage) AS part, concept, sum(mentions)::BIGINT AS hits FROM named
    GROUP BY article_id, passage, concept
)
SELECT part, concept, label_ru, label_en, hits FROM hits JOIN concepts USING (concept)
"""

TELLING = """
terms AS (
    SELECT unnest($lemmas) AS lemma, unnest($weights) AS weight
),
carried AS (
    SELECT DISTINCT article_id, sentence, lemma, weight FROM kept_words JOIN terms USING (lemma)
),
weighed AS (
    SELECT article_id, sentence, sum(weight) AS weight, count(*) AS terms FROM carried GROUP BY article_id, sentence
)
SELECT article_id, sentence, weight AS score, terms
FROM weighed JOIN sentences USING (article_id, sentence) JOIN turns USING (article_id, turn)
WHERE turns.kind <> 'heading'
ORDER BY score DESC, sentences.stop - sentences.start, article_id, sentence LIMIT $limit
"""

PROFILE = [
    "item", "label_ru", "label_en", "mentions", "words", "rate", "other_mentions", "other_words", "other_rate", "other_voices",
    "passages", "length", "delta", "lo", "hi", "z", "distinct", "log_ratio", "lrc",
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
    - `log_ratio, lrc`: the size of the difference and its conservative bound, held for all rows at once.

    Columns: `item, label_ru, label_en, mentions, words, rate, other_mentions, other_words, other_rate, other_voices, passages, length,
    delta, lo, hi, z, distinct, log_ratio, lrc`.
    """
    counted = answer(corpus, _widened(selection, target, against), SIZES, NAMED, CONCEPTS, target=list(target), **named(corpus, [kind]))
    return _compared(counted, virtual)[PROFILE]


def words(
    corpus: Corpus,
    selection: Selection,
    target: Sequence[str],
    against: Sequence[str] = (),
    limit: int = 30,
    virtual: float = statistics.VIRTUAL_WORDS,
) -> pd.DataFrame:
    """The same for lemmas of content words: the `limit` most stressed and the `limit` least, those met once in all left out."""
    wide = _widened(selection, target, against)
    asked = {"target": list(target), "content": list(CONTENT)}
    counted = _compared(answer(corpus, wide, SIZES, LEMMAS, stopwords=list(stopwords()), least=2, **asked), virtual)
    ends = pd.concat([counted.head(limit), counted.tail(limit)]).drop_duplicates("item")
    spread = answer(corpus, wide, SPREAD, lemmas=ends["item"].to_list(), **asked)
    return ends.merge(spread, on="item")[PROFILE]


def silent(corpus: Corpus, selection: Selection, target: Sequence[str], against: Sequence[str] = (), kind: str = "theme") -> pd.DataFrame:
    """One row per concept that the others name and the target does not, or clearly less; what was to be expected most first.

    `expected` mentions at the rate of the others; `enough` is false where fewer than three were to be expected: too little text to judge.
    Columns: those of `profile`, `expected, enough`.
    """
    return passed_over(profile(corpus, selection, target, against, kind))


def passed_over(compared: pd.DataFrame) -> pd.DataFrame:
    """The rows of a `profile` that `silent` answers."""
    expected = compared["words"] * compared["other_rate"] / 1_000
    passed = (compared["other_mentions"] > 0) & ((compared["mentions"] == 0) | (compared["hi"] < 0))
    listed = compared.assign(expected=expected, enough=expected >= EXPECTED)[passed]
    return listed.sort_values(["expected", "item"], ascending=[False, True], ignore_index=True)


def dispersion(corpus: Corpus, selection: Selection, target: Sequence[str], kind: str = "theme") -> pd.DataFrame:
    """One row per concept the target names, the most named first: in how many of its paragraphs, and how evenly.

    `dp, dpnorm` are 0 when even; `lo, hi` bound the rate when whole paragraphs are drawn anew, nan under ten paragraphs.
    Columns: `item, label_ru, label_en, mentions, words, rate, lo, hi, passages, length, dp, dpnorm`.
    """
    own = selection._replace(voices=tuple(target))
    parts = answer(corpus, own, PARTS)
    hits = answer(corpus, own, NAMED, HITS, **named(corpus, [kind]))
    items = hits.groupby("concept", sort=True).agg(
        label_ru=("label_ru", "first"), label_en=("label_en", "first"), mentions=("hits", "sum"), passages=("hits", "size")
    )
    matrix = np.zeros((len(parts), len(items)))
    matrix[pd.Index(parts["part"]).get_indexer(hits["part"]), items.index.get_indexer(hits["concept"])] = hits["hits"]
    even, bounds = statistics.dispersion(matrix, parts["words"]), statistics.bootstrap(matrix, parts["words"])
    total = int(parts["words"].sum())
    found = items.reset_index(names="item").assign(
        words=total,
        rate=statistics.rate(items["mentions"].to_numpy(), total),
        lo=bounds.lo,
        hi=bounds.hi,
        length=len(parts),
        dp=even.dp,
        dpnorm=even.dpnorm,
    )
    columns = ["item", "label_ru", "label_en", "mentions", "words", "rate", "lo", "hi", "passages", "length", "dp", "dpnorm"]
    return found[columns].sort_values(["mentions", "item"], ascending=[False, True], ignore_index=True)


def quotes(corpus: Corpus, selection: Selection, target: Sequence[str], against: Sequence[str] = (), limit: int = 5) -> pd.DataFrame:
    """The most telling sentences of the target: those that carry most of the words it stresses, the shorter of equals.

    A word counts when it stands in two paragraphs or more and is surely more frequent than with the others (the exact interval of the ratio
    of rates, which judges words the others never use better than the prior does). Columns: those of the rows of `evidence`, the words
    marked, `score` (the sum of z over the different words carried) and `terms` (their number); the highest score first.
    """
    listed = words(corpus, selection, target, against, limit=QUOTED_WORDS)
    surely = statistics.log_ratio_interval(*(listed[name] for name in COUNTED)).lo > 0
    stressed = listed[surely & (listed["passages"] > 1) & listed["z"].notna()]
    lemmas, own = stressed["item"].to_list(), selection._replace(voices=tuple(target))
    telling = answer(corpus, own, TELLING, lemmas=lemmas, weights=stressed["z"].to_list(), limit=limit)
    places = list(telling[["article_id", "sentence"]].itertuples(index=False, name=None))
    found = evidence.of_terms(corpus, own, places, lemmas, limit).rows
    return telling.merge(found, on=["article_id", "sentence"])[[*found.columns, "score", "terms"]]


def _widened(selection: Selection, target: Sequence[str], against: Sequence[str]) -> Selection:
    """The selection with the voices to be compared: those asked for, else its own, else all when it holds the target alone."""
    others = tuple(against) or tuple(voice for voice in selection.voices if voice not in target)
    return selection._replace(voices=(*target, *others) if others else ())


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
    )
    return found.sort_values(["z", "item"], ascending=[False, True], ignore_index=True)
