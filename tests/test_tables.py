"""What the tables of the five articles hold: every row in its place, every reference leading somewhere."""

import pytest

from svodka.frames.schema import FACTS, TABLES
from svodka.knowledge import ROOT


def test_every_article_is_built(seeds):
    assert seeds.manifest["refused"] == []
    assert seeds.query("SELECT article_id || '.txt' AS file FROM articles ORDER BY 1")["file"].tolist() == sorted(
        path.name for path in (ROOT / "seeds").glob("*.txt")
    )


def test_every_table_has_rows(seeds):
    assert {name: seeds.query(f"SELECT count(*) AS n FROM {name}")["n"][0] > 0 for name in TABLES} == dict.fromkeys(TABLES, True)
    assert seeds.manifest["counts"] == {name: seeds.query(f"SELECT count(*) AS n FROM {name}")["n"][0] for name in TABLES}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_keys_are_unique(seeds, table):
    keys = ", ".join(table.key)
    assert seeds.query(f"SELECT {keys} FROM {table.name} GROUP BY {keys} HAVING count(*) > 1").empty


@pytest.mark.parametrize(("table", "column"), [("words", "form"), ("quantities", "text"), ("dates", "text")])
def test_span_gives_the_text_back(seeds, table, column):
    places = f"FROM {table} t JOIN articles a USING (article_id)"
    assert seeds.query(f"SELECT t.start {places} WHERE substr(a.text, t.start + 1, t.stop - t.start) <> t.{column}").empty


@pytest.mark.parametrize("table", ["turns", "passages", "sentences", "words", "mentions", "phrases", "quantities", "dates"])
def test_span_is_trimmed_and_inside(seeds, table):
    spans = seeds.query(f"SELECT t.start, t.stop, a.text FROM {table} t JOIN articles a USING (article_id)")
    for start, stop, text in spans.itertuples(index=False):
        assert 0 <= start < stop <= len(text)
        if table != "turns":
            assert text[start:stop] == text[start:stop].strip()


@pytest.mark.parametrize("fact", FACTS)
def test_fact_has_the_span_it_was_read_from(seeds, fact):
    """In the sentence of the amount: none of the five articles says what an amount is by a pronoun, whose noun stands before."""
    value = "coalesce(period_from, period_to)" if fact == "period" else fact
    read = seeds.query(
        f"""SELECT {value} IS NOT NULL AS told, {fact}_start AS first, {fact}_stop AS past, s.start, s.stop
        FROM quantities q JOIN sentences s USING (article_id, sentence)"""
    )
    assert (read["first"].notna() == read["past"].notna()).all()
    if fact == "period":  # «в ближайшие пять лет» has a place though its days are not known
        assert (read["told"] <= read["first"].notna()).all()
    else:
        assert (read["told"] == read["first"].notna()).all()
    spans = read[read["first"].notna()]
    assert ((spans["start"] <= spans["first"]) & (spans["first"] < spans["past"]) & (spans["past"] <= spans["stop"])).all()


@pytest.mark.parametrize("fact", ["payer", "recipient", "resource", "place"])
def test_concept_was_read_from_its_mention(seeds, fact):
    told = seeds.query(f"SELECT {fact}, {fact}_start FROM quantities WHERE {fact} IN (SELECT concept FROM concepts)")
    mentioned = seeds.query(
        f"""SELECT DISTINCT quantity_id FROM quantities q JOIN mentions m USING (article_id)
        WHERE m.concept = {fact} AND m.start = {fact}_start AND m.stop = {fact}_stop"""
    )
    assert len(told) == len(mentioned) > 0


@pytest.mark.parametrize("table", ["turns", "passages", "sentences", "words", "quantities", "dates"])
def test_spans_do_not_overlap(seeds, table):
    assert seeds.query(
        f"SELECT * FROM (SELECT start, lag(stop) OVER (PARTITION BY article_id ORDER BY start) AS former FROM {table}) WHERE former > start"
    ).empty


@pytest.mark.parametrize("table", ["turns", "passages", "sentences"])
def test_every_word_is_inside(seeds, table):
    outside = seeds.query(
        f"""SELECT w.article_id, w.start, w.form FROM words w
        WHERE NOT EXISTS (SELECT * FROM {table} t WHERE t.article_id = w.article_id AND t.start <= w.start AND w.stop <= t.stop)"""
    )
    assert outside.empty


@pytest.mark.parametrize("table", ["words", "mentions", "phrases", "quantities", "dates"])
def test_rows_belong_to_the_passage_sentence_and_voice_they_start_in(seeds, table):
    rows = seeds.query(f"SELECT count(*) AS n FROM {table}")["n"][0]
    placed = seeds.query(
        f"""SELECT count(*) AS n FROM {table} x
        JOIN passages p ON p.article_id = x.article_id AND p.passage = x.passage AND x.start BETWEEN p.start AND p.stop - 1
        JOIN sentences s ON s.article_id = x.article_id AND s.sentence = x.sentence AND x.start BETWEEN s.start AND s.stop - 1
        JOIN turns t ON t.article_id = x.article_id AND t.voice_id = x.voice_id AND x.start BETWEEN t.start AND t.stop - 1"""
    )["n"][0]
    assert placed == rows


@pytest.mark.parametrize(
    ("table", "column", "of"),
    [
        *(
            (table, "voice_id", "voices")
            for table in ("turns", "passages", "sentences", "words", "mentions", "phrases", "quantities", "dates")
        ),
        *(
            (table, "article_id", "articles")
            for table in ("turns", "passages", "sentences", "words", "mentions", "phrases", "quantities", "dates")
        ),
        ("mentions", "concept", "concepts"),
        ("concepts", "parent", "concepts"),
        ("quantities", "resource", "concepts"),
        ("quantities", "same_as", "quantities"),
    ],
)
def test_references_lead_somewhere(seeds, table, column, of):
    (key,) = TABLES[of].key
    assert seeds.query(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {of})").empty


def test_word_counts_agree(seeds):
    by_voice = seeds.query("SELECT voice_id, words FROM voices WHERE words > 0 ORDER BY voice_id").to_dict("list")
    assert by_voice == seeds.query("SELECT voice_id, count(*) AS words FROM words GROUP BY voice_id ORDER BY voice_id").to_dict("list")
    by_article = seeds.query("SELECT article_id, words FROM articles ORDER BY 1").to_dict("list")
    assert by_article == seeds.query("SELECT article_id, count(*) AS words FROM words GROUP BY 1 ORDER BY 1").to_dict("list")
    assert by_article == seeds.query("SELECT article_id, sum(words)::BIGINT AS words FROM passages GROUP BY 1 ORDER BY 1").to_dict("list")


def test_speakers_are_ranked_first_and_by_words(seeds):
    ranked = seeds.query("SELECT rank, words, role IN ('author', 'expert', 'quoted') AS speaks FROM voices ORDER BY rank")
    assert ranked["rank"].tolist() == list(range(1, len(ranked) + 1))
    assert ranked["speaks"].is_monotonic_decreasing
    for _, side in ranked.groupby("speaks"):
        assert side["words"].is_monotonic_decreasing
