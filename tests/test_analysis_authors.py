"""What voices stress, pass over, spread over their paragraphs and say in which words."""

import numpy as np
import pytest
import tiny
from tiny import rows

from svodka.analysis import authors, dispersion, quotes, statistics
from svodka.analysis.selection import Selection


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


NONE = Selection(articles=("unknown",))


PLAIN = "да но на по "  # form words: they fill the text and are no content


@pytest.fixture(scope="module")
def loud():
    return tiny.spoken(
        {"нефть": ["oil"], "ветер": ["wind"]},
        first=["нефть рынок " + PLAIN * 3] * 12 + [PLAIN * 5] * 8,
        second=["ветер рынок " + PLAIN * 3] * 12 + [PLAIN * 5] * 8,
        third=[PLAIN * 5 + " рынок ветер"] * 20,
        brief=["рынок"],
    )


def test_voices(corpus):
    assert rows(authors.voices(corpus, Selection()), "voice_id", "articles", "passages", "words", "mentions", "amounts") == [
        ("expert", 1, 3, 28, 10, 1), ("author", 2, 7, 53, 11, 4), ("ministry", 1, 1, 4, 3, 0),
    ]  # fmt: skip
    assert authors.voices(corpus, NONE).empty


def test_profile_counts(corpus):
    found = authors.profile(corpus, Selection(), ["author"], kind="place")
    counted = ("item", "mentions", "words", "other_mentions", "other_words", "other_voices", "passages", "length")
    assert sorted(rows(found, *counted)) == [("jp", 3, 53, 1, 32, 1, 3, 7), ("kz", 2, 53, 2, 32, 2, 2, 7)]
    pair = authors.profile(corpus, Selection(), ["author"], ["ministry"], kind="place")
    assert sorted(rows(pair, *counted)) == [("jp", 3, 53, 1, 4, 1, 3, 7), ("kz", 2, 53, 1, 4, 1, 2, 7)]


def test_profile_finds_what_is_stressed(loud):
    found = authors.profile(loud, Selection(), ["first"])
    assert rows(found, "item", "mentions", "other_mentions", "distinct") == [("oil", 12, 0, True), ("wind", 0, 32, True)]
    assert found["delta"][0] > 0 > found["delta"][1]
    assert ((found["lo"] < found["delta"]) & (found["delta"] < found["hi"])).all()
    assert found["lrc"][0] > 0 > found["lrc"][1]
    assert found["g2"][0] == pytest.approx(statistics.g2(12, found["words"][0], 0, found["other_words"][0]))
    assert not authors.profile(loud, Selection(), ["first"], virtual=1e9)["distinct"].any()


def test_the_others_never_contain_the_target(loud):
    alone = authors.profile(loud, Selection(voices=("first",)), ["first"])
    assert rows(alone, "item", "mentions", "other_mentions") == [("oil", 12, 0), ("wind", 0, 32)]  # all others there are
    two = authors.profile(loud, Selection(voices=("second", "brief")), ["first"])
    assert rows(two, "item", "mentions", "other_mentions") == [("oil", 12, 0), ("wind", 0, 12)]


def test_no_others_no_difference(loud):
    found = authors.profile(loud, Selection(articles=("first",)), ["first"])
    assert rows(found, "item", "mentions", "distinct") == [("oil", 12, False)]
    assert found[["delta", "lo", "hi", "z", "log_ratio", "lrc", "g2", "other_rate"]].isna().all(axis=None)


def test_words(loud):
    found = authors.words(loud, Selection(), ["first"])
    assert rows(found, "item", "mentions", "other_mentions", "other_voices", "passages", "length") == [
        ("нефть", 12, 0, 0, 12, 20), ("рынок", 12, 33, 3, 12, 20), ("ветер", 0, 32, 2, 0, 20),
    ]  # fmt: skip
    assert list(found["distinct"]) == [True, False, True]
    assert list(found) == list(authors.profile(loud, Selection(), ["first"]))
    assert list(authors.words(loud, Selection(), ["first"], limit=1)["item"]) == ["нефть", "ветер"]


def test_several_voices_are_compared_as_one(loud):
    found = authors.profile(loud, Selection(), ["first", "second"])
    assert rows(found, "item", "mentions", "other_mentions", "other_voices", "passages", "length") == [
        ("oil", 12, 0, 0, 12, 40), ("wind", 12, 20, 1, 12, 40),
    ]  # fmt: skip
    both = authors.concepts(loud, Selection(), ["first"], (), ["theme", "place"])
    assert rows(both, "item", "z") == rows(authors.profile(loud, Selection(), ["first"]), "item", "z")


def test_words_are_written_with_their_capitals(corpus, monkeypatch):
    monkeypatch.setattr(authors, "stopwords", lambda: ())
    found = authors.words(corpus, Selection(), ["expert"])
    assert {"Казахстан", "порт"} <= set(found["label_ru"])  # «Порт» begins a sentence twice, not always
    assert list(found["label_ru"]) == list(found["label_en"])


def test_passed_over_needs_enough_text(loud):
    def missed(voice: str):
        return authors.passed_over(authors.profile(loud, Selection(), [voice]))

    assert rows(missed("first"), "item", "mentions", "enough") == [("wind", 0, True)]
    assert missed("first")["expected"][0] == pytest.approx(missed("first")["words"][0] * 32 / missed("first")["other_words"][0])
    assert rows(missed("brief"), "item", "enough") == [("wind", False), ("oil", False)]
    assert rows(missed("third"), "item", "enough") == [("oil", True)]  # wind it does raise


def test_dispersion(corpus, loud):
    found = dispersion.of_concepts(loud, Selection(), ["third"])
    assert rows(found, "item", "mentions", "passages", "length") == [("wind", 20, 20, 20)]
    assert found["dp"][0] == pytest.approx(0)
    assert found["rate_lo"][0] == pytest.approx(found["rate"][0])
    few = dispersion.of_concepts(corpus, Selection(), ["author"], kind="place")
    assert rows(few, "item", "mentions", "words", "passages", "length") == [("jp", 3, 53, 3, 7), ("kz", 2, 53, 2, 7)]
    # words by paragraph 3, 13, 6, 8, 8, 8, 7; Japan stands in the second, the fifth and the sixth
    assert few["dp"][0] == pytest.approx(sum(abs(1 / 3 - n / 53) for n in (13, 8, 8)) / 2 + (3 + 6 + 8 + 7) / 53 / 2)
    assert np.isnan(few["rate_lo"]).all()
    assert dispersion.of_concepts(corpus, NONE, ["author"]).empty


def test_dispersion_of_words(loud):
    found = dispersion.of_words(loud, Selection(), ["first"], ["нефть", "рынок", "ветер"])
    assert rows(found, "item", "mentions", "passages", "length") == [("нефть", 12, 12, 20), ("рынок", 12, 12, 20)]
    assert found["dp"][0] == found["dp"][1] > 0
    assert list(found) == list(dispersion.of_concepts(loud, Selection(), ["first"]))
    assert dispersion.of_words(loud, Selection(), ["first"], []).empty


def test_quotes(loud):
    found = quotes.quotes(loud, Selection(), ["first"], limit=3)
    assert rows(found.rows, "voice_id", "sentence") == [("first", 0)]  # the other eleven repeat it word for word
    assert [row.text[start:stop] for row in found.rows.itertuples() for start, stop in row.marks] == ["нефть"]
    assert quotes.quotes(loud, Selection(articles=("first",)), ["first"]).rows.empty
    assert quotes.quotes(loud, NONE, ["first"]).rows.empty


def test_quotes_do_not_say_the_same_twice():
    both, twice, other, filler = "нефть уголь ", "нефть уголь да ", "руда ", "да но на по за во "
    corpus = tiny.spoken(
        {"ветер": ["wind"]},
        first=[both + filler] * 6 + [twice + filler] * 6 + [other + filler] * 14 + [other] * 3,
        second=["ветер " + filler * 2] * 40,
    )
    found = quotes.quotes(corpus, Selection(), ["first"], limit=3).quotes
    carried = [[quote.text[start:stop] for start, stop in quote.marks] for quote in found]
    assert carried == [["нефть", "уголь"], ["руда"], ["нефть", "уголь"]]


def test_quotes_of_the_five_articles_are_their_own(seeds):
    for voice in authors.voices(seeds, Selection()).query("words > 500")["voice_id"]:
        found = quotes.quotes(seeds, Selection(), [voice]).rows
        assert len(found) == 5
        assert set(found["voice_id"]) == {voice}
        assert not set(found["turn_kind"]) & {"heading", "question"}
        assert not found["text"].str.endswith("?").any()
        assert found["text"].is_unique
        assert all(row.marks and len(row.text.split()) >= quotes.SHORTEST for row in found.itertuples())
