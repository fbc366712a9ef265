"""What is asserted about money, how well each claim is founded, where claims contradict each other or only look alike.

A claim is kept when one of its quantities is selected; how well it is founded is counted over all articles, since a filter makes no
source fall silent.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from svodka.analysis import evidence, parties
from svodka.analysis.evidence import PAGE, Evidence
from svodka.analysis.selection import ALL, Selection, answer
from svodka.frames.likeness import COURSES
from svodka.frames.store import Corpus

CLAIMED = f"""
asserting AS (
    SELECT claim_id, quantity_id, quantities.article_id, start, quantities.text, unit, short, rank
    FROM claim_quantities JOIN quantities USING (quantity_id) JOIN voices USING (voice_id)
),
backing AS (
    SELECT claim_id, list(quantity_id ORDER BY article_id, start) AS ids, list(DISTINCT article_id ORDER BY article_id) AS article_ids,
        list(DISTINCT text ORDER BY text) AS texts, list(DISTINCT short ORDER BY short) AS shorts, arg_min(rank, rank) AS rank,
        bool_or(unit = 'USD') AS in_dollars
    FROM asserting GROUP BY claim_id
),
claimed AS (
    SELECT
        claim_id, claim_id AS quantity_id, array_to_string(texts, '», «') AS text, array_to_string(shorts, '; ') AS short, rank,
        mentions, voices, len(article_ids) AS articles, sources, verdict,
        low, high, shape, scale, unit, usd_low, usd_high,
        CASE
            WHEN usd_low IS NULL AND usd_high IS NULL THEN NULL WHEN unit = 'USD' THEN 'own' WHEN in_dollars THEN 'stated' ELSE 'rate'
        END AS usd_by,
        CASE
            WHEN low IS NULL AND high IS NULL THEN 'vague' WHEN usd_low IS NULL AND usd_high IS NULL THEN 'no_rate'
            WHEN measure = 'price' THEN 'price'
        END AS reason,
        coalesce(usd_high, usd_low) AS value, measure, status, rhythm,
        {parties.COLUMNS},
        period_from, period_to, slot, ids, article_ids,
        claim_id IN (SELECT claim_id FROM claim_quantities SEMI JOIN kept_quantities USING (quantity_id)) AS kept
    FROM claims
    JOIN backing USING (claim_id)
    {parties.JOINS}
)"""

LISTED = """
SELECT * EXCLUDE (kept) FROM claimed WHERE kept ORDER BY value DESC NULLS LAST, claim_id
"""

DISAGREEMENTS = """
SELECT
    higher.usd_low - lower.usd_high AS gap, higher.low / lower.high AS times, lower.claim_id AS lower_id, lower.low AS lower_low,
    lower.high AS lower_high, lower.shape AS lower_shape, lower.scale AS lower_scale, lower.short AS lower_short, higher.* EXCLUDE (kept)
FROM claimed AS higher JOIN claimed AS lower USING (slot)
WHERE higher.verdict = 'disputed' AND lower.verdict = 'disputed' AND lower.high < higher.low AND (higher.kept OR lower.kept)
    AND NOT list_has_any(higher.article_ids, lower.article_ids)
ORDER BY gap DESC NULLS LAST, times DESC, higher.claim_id, lower.claim_id
"""

# A round number says nothing unless the two have a party in common, as in frames/verdicts.py.
INCOMPARABLE = """
compared AS (
    SELECT claimed.*, coalesce(list_extract(map_extract(map($statuses, $courses), status), 1), status) AS course,
        coalesce(countries.concept, place) AS country, coalesce(high, low) AS upper, coalesce(low, high) AS lower
    FROM claimed
    LEFT JOIN concepts AS places ON places.concept = place AND places.iso IS NULL
    LEFT JOIN concepts AS countries ON countries.concept = places.parent AND countries.iso IS NOT NULL
),
pairs AS (
    SELECT one.claim_id AS first,
        CASE
            WHEN one.payer <> other.payer THEN 'payer' WHEN one.recipient <> other.recipient THEN 'recipient'
            WHEN one.country <> other.country THEN 'place' WHEN one.resource <> other.resource THEN 'resource'
            WHEN one.measure <> other.measure THEN 'measure' WHEN one.course <> other.course THEN 'status'
            WHEN one.rhythm <> other.rhythm THEN 'rhythm'
        END AS field,
        other.* EXCLUDE (kept, course, country, upper, lower)
    FROM compared AS one JOIN compared AS other
        ON one.unit = other.unit AND one.lower = other.lower AND one.upper = other.upper AND one.claim_id <> other.claim_id
    WHERE one.kept AND (len($only) = 0 OR one.claim_id IN $only) AND (
        round(one.upper / pow(10, floor(log10(one.upper))), 9) % 1 <> 0
        OR one.payer = other.payer OR one.recipient = other.recipient OR one.country = other.country
    )
)
SELECT * FROM pairs WHERE field IS NOT NULL ORDER BY first, claim_id
"""


def claims(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """One row per claim, the largest in dollars first.

    - `quantity_id`: the same as `claim_id`, which is the id of the first quantity that asserts it;
    - `text`, `short`: all wordings and all who say it, in one string; `rank` of the first of them;
    - `mentions, voices, articles, sources` (independent ones), `verdict` (confirmed, single, disputed, incomparable);
    - `usd_by, reason, value` as in investment.amounts; `rhythm`: annual, monthly, cumulative or null;
    - `ids, article_ids`: lists of the quantities that assert it and of the articles that carry it.

    Columns: `claim_id, quantity_id, text, short, rank, mentions, voices, articles, sources, verdict, low, high, shape, scale, unit,
    usd_low, usd_high, usd_by, reason, value, measure, status, rhythm, payer, payer_ru, payer_en, recipient, …, resource, …, place, …,
    period_from, period_to, slot, ids, article_ids`.
    """
    return _asked(corpus, selection, CLAIMED + LISTED)


def disagreements(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """One row per two claims that give numbers for the same slot and exclude each other, the widest gap first.

    Columns: `gap` (dollars, where both are known), `times`, of the lower claim `lower_id, lower_low, lower_high, lower_shape, lower_scale,
    lower_short`, and of the higher one all columns of `claims`.
    """
    return _asked(corpus, selection, CLAIMED + DISAGREEMENTS)


def incomparable(corpus: Corpus, selection: Selection, only: Sequence[str] = ()) -> pd.DataFrame:
    """One row per selected claim (`first`) and other claim with the same number that states a field otherwise; `only` these claims.

    Columns: `first`, `field` (the first of payer, recipient, place, resource, measure, status, rhythm that differs), and of the other
    claim all columns of `claims`.
    """
    return _asked(corpus, selection, CLAIMED, INCOMPARABLE, only=list(only), statuses=list(COURSES), courses=list(COURSES.values()))


def quantities_of(corpus: Corpus, claim_id: str) -> list[str]:
    """The ids of the quantities that assert a claim."""
    known = answer(
        corpus, ALL, "\nchosen AS (SELECT quantity_id FROM claim_quantities WHERE claim_id = $claim)\nFROM chosen", claim=claim_id
    )
    return list(known["quantity_id"])


def evidence_of(corpus: Corpus, claim_id: str, limit: int = PAGE, offset: int = 0) -> Evidence:
    """Every sentence that carries a claim."""
    return evidence.of_quantities(corpus, quantities_of(corpus, claim_id), limit, offset)


def _asked(corpus: Corpus, selection: Selection, *steps: str, **parameters: Any) -> pd.DataFrame:
    found = answer(corpus, selection, *steps, **parameters)
    return found.assign(ids=found["ids"].map(list), article_ids=found["article_ids"].map(list))
