"""Stated amounts of money: what each is as said and in dollars, what it is for, and what cannot be drawn.

Selected amounts that assert one claim (frames/claims.py) are one row: that of the amount which gives the claim's own number. Amounts
are never added up here: a pledge, a signed package and a stock are not parts of one sum.
"""

import pandas as pd

from svodka.analysis import parties
from svodka.analysis.selection import Selection, answer
from svodka.frames.store import Corpus

# up to 3 trn yen, about 20 bn dollars: «до» stays, the stated number of dollars takes the place of a rate
AMOUNTS = f"""
money AS (
    SELECT * FROM kept_quantities WHERE kind = 'money'
),
restatements AS (
    SELECT money.same_as AS quantity_id,
        list(money.text ORDER BY money.start) AS restated, list(money.quantity_id ORDER BY money.start) AS restated_ids,
        arg_min(coalesce(low, high), start) FILTER (unit = 'USD') AS stated_low,
        arg_min(coalesce(high, low), start) FILTER (unit = 'USD') AS stated_high
    FROM money WHERE same_as IS NOT NULL GROUP BY money.same_as
),
valued AS (
    SELECT money.*, coalesce(restated, []) AS restated, coalesce(restated_ids, []) AS restated_ids,
        CASE
            WHEN unit = 'USD' THEN low
            WHEN stated_low IS NULL THEN usd_low
            WHEN low IS NULL AND high IS NOT NULL THEN NULL
            ELSE stated_low
        END AS dollars_low,
        CASE
            WHEN unit = 'USD' THEN high
            WHEN stated_high IS NULL THEN usd_high
            WHEN high IS NULL AND low IS NOT NULL THEN NULL
            ELSE stated_high
        END AS dollars_high,
        CASE
            WHEN low IS NULL AND high IS NULL THEN NULL
            WHEN unit = 'USD' THEN 'own'
            WHEN stated_low IS NOT NULL THEN 'stated'
            WHEN usd_low IS NOT NULL OR usd_high IS NOT NULL THEN 'rate'
        END AS dollars_by
    FROM money LEFT JOIN restatements USING (quantity_id)
    WHERE same_as IS NULL OR same_as NOT IN (SELECT quantity_id FROM money)
),
told AS (
    SELECT coalesce(claim_id, quantity_id) AS claim_id, list(valued.quantity_id ORDER BY article_id, start) AS told_ids,
        arg_min(valued.quantity_id, (claims.shape IS DISTINCT FROM valued.shape, article_id, start)) AS quantity_id,
        count(DISTINCT article_id) AS told, list(DISTINCT article_id ORDER BY article_id) AS told_in,
        list(DISTINCT voice_id ORDER BY voice_id) AS told_by
    FROM valued LEFT JOIN claim_quantities USING (quantity_id) LEFT JOIN claims USING (claim_id)
    GROUP BY ALL
),
amounts AS (
    SELECT
        quantity_id, valued.article_id, title, outlet, published, valued.start, valued.stop, valued.text, restated, restated_ids,
        voice_id, voices.name AS voice, short, role, rank, valued.passage + 1 AS passage, sentence,
        low, high, shape, scale, unit, dollars_low AS usd_low, dollars_high AS usd_high, dollars_by AS usd_by, rate_note,
        CASE
            WHEN low IS NULL AND high IS NULL THEN 'vague'
            WHEN dollars_low IS NULL AND dollars_high IS NULL THEN 'no_rate'
            WHEN measure = 'price' THEN 'price'
        END AS reason,
        coalesce(dollars_high, dollars_low) AS value, measure, status,
        {parties.COLUMNS},
        period_from, period_to, claim_id, told, told_in, told_by, told_ids
    FROM valued
    JOIN told USING (quantity_id)
    JOIN articles USING (article_id)
    JOIN voices USING (voice_id)
    {parties.JOINS}
)"""

LISTED = """
SELECT * FROM amounts ORDER BY value DESC NULLS LAST, article_id, start
"""

LEFT_OUT = """
SELECT reason, count(*) AS amounts, list(quantity_id ORDER BY article_id, start) AS ids
FROM amounts WHERE reason IS NOT NULL GROUP BY reason ORDER BY amounts DESC, reason
"""

COUNTED = """
keyed AS (
    SELECT
        CASE $field
            WHEN 'status' THEN status WHEN 'measure' THEN measure WHEN 'payer' THEN payer WHEN 'recipient' THEN recipient
            WHEN 'resource' THEN resource WHEN 'place' THEN place WHEN 'unit' THEN unit WHEN 'voice' THEN voice_id
        END AS key,
        CASE $field
            WHEN 'payer' THEN payer_ru WHEN 'recipient' THEN recipient_ru WHEN 'resource' THEN resource_ru
            WHEN 'place' THEN place_ru WHEN 'voice' THEN short
        END AS label_ru,
        CASE $field
            WHEN 'payer' THEN payer_en WHEN 'recipient' THEN recipient_en WHEN 'resource' THEN resource_en
            WHEN 'place' THEN place_en WHEN 'voice' THEN short
        END AS label_en,
        amounts.*
    FROM amounts
)
SELECT
    key, label_ru, label_en, count(*) AS amounts, count(DISTINCT voice_id) AS voices, count(DISTINCT article_id) AS articles,
    max(value) AS largest, arg_max(quantity_id, value) AS largest_id,
    list(quantity_id ORDER BY value DESC NULLS LAST, article_id, start) AS ids
FROM keyed GROUP BY key, label_ru, label_en
ORDER BY key IS NULL, amounts DESC, largest DESC NULLS LAST, key
"""


def amounts(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """One row per stated amount of money, the largest in dollars first; what restates it or asserts the same is folded into it.

    - `restated, restated_ids`: lists of the texts and ids folded in;
    - `usd_low, usd_high`: dollars, `usd_by` telling whose: own (stated in dollars), stated (in the article), rate (`rate_note`), or null;
    - `reason` why it cannot stand among the others on an axis of dollars: vague (no number), no_rate, price (of a unit), or null;
    - `value`: dollars to sort by;
    - `claim_id`: the claim it asserts (its own id where it asserts none), `told`: the number of articles that assert it, `told_in, told_by,
      told_ids`: lists of these articles, of the voices and of the amounts, itself included.

    Columns: `quantity_id, article_id, title, outlet, published, start, stop, text, restated, restated_ids, voice_id, voice, short, role,
    rank, passage (from 1), sentence, low, high, shape, scale, unit, usd_low, usd_high, usd_by, rate_note, reason, value, measure, status,
    payer, payer_ru, payer_en, recipient, …, resource, …, place, …, period_from, period_to, claim_id, told, told_in, told_by, told_ids`.
    """
    return _with_lists(answer(corpus, selection, AMOUNTS + LISTED), "restated", "restated_ids", "told_in", "told_by", "told_ids")


def by(corpus: Corpus, selection: Selection, field: str) -> pd.DataFrame:
    """One row per value of a field and one with a null key for the amounts that do not state it: how many, and the largest, never a sum.

    Fields: status, measure, payer, recipient, resource, place, unit, voice.
    Columns: `key, label_ru, label_en, amounts, voices, articles, largest` (dollars), `largest_id, ids`.
    """
    return _with_lists(answer(corpus, selection, AMOUNTS, COUNTED, field=field), "ids")


def left_out(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """One row per reason for which amounts cannot stand on an axis of dollars: `reason` (as in `amounts`), `amounts`, `ids`."""
    return _with_lists(answer(corpus, selection, AMOUNTS + LEFT_OUT), "ids")


def _with_lists(found: pd.DataFrame, *columns: str) -> pd.DataFrame:
    return found.assign(**{column: found[column].map(list) for column in columns})
