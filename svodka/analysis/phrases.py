"""Recurring phrases, answered like words (words.py): the steps that stand in the place of those for words."""

# A phrase belongs to the selection with its first word.
SAID = """
said AS NOT MATERIALIZED (
    SELECT phrase AS item, phrases.article_id, phrases.voice_id FROM phrases SEMI JOIN kept_words USING (article_id, start)
)"""

NAMED = """
listed AS (
    SELECT unnest($listed::VARCHAR[]) AS phrase
)
SELECT phrase AS item, any_value(label) AS word, count(DISTINCT phrases.article_id) AS articles
FROM phrases SEMI JOIN listed USING (phrase) SEMI JOIN kept_words USING (article_id, start)
GROUP BY phrase
"""
