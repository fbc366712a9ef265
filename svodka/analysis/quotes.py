"""The sentences of voices that tell most of what they stress."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from svodka.analysis import authors, evidence, statistics
from svodka.analysis.evidence import Evidence
from svodka.analysis.selection import Selection, answer
from svodka.analysis.tree import tree
from svodka.frames.store import Corpus

LISTED = 100
# A country is a word as well.
KINDS = ("theme", "resource")
# Words of a sentence that says something by itself and can still be read aloud.
SHORTEST, LONGEST = 6, 45
# Candidates for each sentence asked for.
CANDIDATES = 10
SIDES = ("mentions", "words", "other_mentions", "other_words")

# A sentence is theirs when most of its words are: a quotation of another voice may stand in it, or it in another's sentence.
# Sentences of one length that carry the same are one, printed again.
TELLING = """
lemmas AS (
    SELECT unnest($lemmas) AS lemma, unnest($lemma_weights) AS weight
),
concepts_ AS (
    SELECT unnest($concepts) AS concept, unnest($terms) AS term, unnest($concept_weights) AS weight
),
carried AS MATERIALIZED (
    SELECT article_id, sentence, start, stop, lemma AS term, weight FROM kept_words JOIN lemmas USING (lemma)
    UNION ALL
    SELECT article_id, sentence, start, stop, term, weight FROM kept_mentions JOIN concepts_ USING (concept)
),
weighed AS (
    SELECT article_id, sentence, sum(weight) AS score, list(term ORDER BY term) AS terms
    FROM (SELECT DISTINCT article_id, sentence, term, weight FROM carried) GROUP BY article_id, sentence
),
answering AS (
    SELECT article_id, sentence, score, terms, sentences.stop, sentences.stop - sentences.start AS length
    FROM weighed JOIN sentences USING (article_id, sentence) JOIN turns USING (article_id, turn)
    WHERE turns.kind NOT IN ('heading', 'question')
),
once AS (
    SELECT arg_min((article_id, sentence, stop), (article_id, sentence)) AS place, any_value(score) AS score, length
    FROM answering GROUP BY terms, length
),
candidates AS MATERIALIZED (
    SELECT articles.article_id, place[2] AS sentence, score
    FROM once JOIN articles ON articles.article_id = place[1]
    WHERE text[place[3]] <> '?'
    ORDER BY score DESC, length, articles.article_id, sentence LIMIT $limit
),
sizes AS (
    SELECT article_id, sentence, count(*) AS words, count(*) FILTER (voice_id IN $target) AS own, list(DISTINCT lemma) AS lemmas
    FROM words SEMI JOIN candidates USING (article_id, sentence) GROUP BY article_id, sentence
)
SELECT
    article_id, sentence, any_value(score) AS score, list(DISTINCT term ORDER BY term) AS terms,
    list(DISTINCT (start, stop) ORDER BY (start, stop)) AS spans, any_value(lemmas) AS lemmas
FROM candidates JOIN carried USING (article_id, sentence) JOIN sizes USING (article_id, sentence)
WHERE 2 * own > words AND words BETWEEN $shortest AND $longest
GROUP BY article_id, sentence
ORDER BY score DESC, article_id, sentence
"""


def quotes(corpus: Corpus, selection: Selection, target: Sequence[str], against: Sequence[str] = (), limit: int = 5) -> Evidence:
    """The most telling sentences of the target: those that carry most of the words, themes and resources it stresses.

    A word or concept counts when it stands in two paragraphs or more and is surely more frequent than with the others (the exact interval
    of the ratio of rates, which judges what the others never name better than the prior does). It weighs as much as it stands out (z), and
    half as much each time that a sentence before has carried it. No headings, no questions, nothing that is mostly another's words.
    The most telling comes first; what it carries is marked.
    """
    words = _stressed(authors.words(corpus, selection, target, against, limit=LISTED))
    concepts = _stressed(authors.concepts(corpus, selection, target, against, KINDS))
    own = selection._replace(voices=tuple(target))
    below = [(concept, item, z) for item, z in concepts.items() for concept in tree(corpus).below([item])]
    listed = answer(
        corpus, own, TELLING, lemmas=list(words), lemma_weights=list(words.values()), concepts=[concept for concept, _, _ in below],
        terms=[item for _, item, _ in below], concept_weights=[z for _, _, z in below], target=list(target), limit=CANDIDATES * limit,
        shortest=SHORTEST, longest=LONGEST,
    )  # fmt: skip
    chosen = _varied(listed.to_dict("records"), words | concepts, limit)
    return _found(corpus, own, chosen)


def _stressed(compared: pd.DataFrame) -> dict[str, float]:
    """What is surely more frequent with the target, with its z."""
    surely = statistics.log_ratio_interval(*(compared[name] for name in SIDES)).lo > 0
    kept = compared[surely & (compared["passages"] > 1) & compared["z"].notna()]
    return dict(zip(kept["item"], kept["z"], strict=True))


def _varied(candidates: list[dict[str, Any]], weights: dict[str, float], limit: int) -> list[dict[str, Any]]:
    """The best candidate, then the best of the rest, what has been said weighing half; each with its `score`."""
    left, weight, chosen = list(candidates), dict(weights), []
    while left and len(chosen) < limit:
        scores = [sum(weight[term] for term in candidate["terms"]) for candidate in left]
        best = max(range(len(left)), key=scores.__getitem__)
        chosen.append(left.pop(best) | {"score": scores[best]})
        weight |= {term: weight[term] / 2 for term in chosen[-1]["terms"]}
    return chosen


def _found(corpus: Corpus, own: Selection, chosen: list[dict[str, Any]]) -> Evidence:
    """The chosen sentences as evidence, in their order, everything they carry marked."""
    order = {(one["article_id"], int(one["sentence"])): at for at, one in enumerate(chosen)}
    lemmas = sorted({lemma for one in chosen for lemma in one["lemmas"]})
    found = evidence.of_terms(corpus, own, list(order), lemmas, limit=max(len(order), 1))
    told = [(order[quote.article_id, quote.sentence], quote) for quote in found.quotes]
    marked = [
        quote._replace(marks=tuple((start - quote.start, stop - quote.start) for start, stop in chosen[at]["spans"]))
        for at, quote in sorted(told, key=lambda pair: pair[0])
    ]
    return found._replace(quotes=tuple(marked), places=sum(len(quote.marks) for quote in marked))
