"""What a voice stresses, passes over and says in which words."""

import numpy as np
import pytest
import tiny
from tiny import rows

from svodka.analysis import authors, words
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
    assert not authors.profile(loud, Selection(), ["first"], virtual=1e9)["distinct"].any()


def test_the_others_never_contain_the_target(loud):
    alone = authors.profile(loud, Selection(voices=("first",)), ["first"])
    assert rows(alone, "item", "mentions", "other_mentions") == [("oil", 12, 0), ("wind", 0, 32)]  # all others there are
    two = authors.profile(loud, Selection(voices=("second", "brief")), ["first"])
    assert rows(two, "item", "mentions", "other_mentions") == [("oil", 12, 0), ("wind", 0, 12)]


def test_no_others_no_difference(loud):
    found = authors.profile(loud, Selection(articles=("first",)), ["first"])
    assert rows(found, "item", "mentions", "distinct") == [("oil", 12, False)]
    assert found[["delta", "lo", "hi", "z", "log_ratio", "lrc", "other_rate"]].isna().all(axis=None)


def test_words(loud):
    found = authors.words(loud, Selection(), ["first"])
    assert rows(found, "item", "mentions", "other_mentions", "other_voices", "passages", "length") == [
        ("нефть", 12, 0, 0, 12, 20), ("рынок", 12, 33, 3, 12, 20), ("ветер", 0, 32, 2, 0, 20),
    ]  # fmt: skip
    assert list(found["distinct"]) == [True, False, True]
    assert list(found) == list(authors.profile(loud, Selection(), ["first"]))
    assert list(authors.words(loud, Selection(), ["first"], limit=1)["item"]) == ["нефть", "ветер"]


def test_silent_needs_enough_text(loud):
    missed = authors.silent(loud, Selection(), ["first"])
    assert rows(missed, "item", "mentions", "enough") == [("wind", 0, True)]
    assert missed["expected"][0] == pytest.approx(missed["words"][0] * 32 / missed["other_words"][0])
    brief = authors.silent(loud, Selection(), ["brief"])
    assert rows(brief, "item", "enough") == [("wind", False), ("oil", False)]
    assert rows(authors.silent(loud, Selection(), ["third"]), "item", "enough") == [("oil", True)]  # wind it does raise


def test_dispersion(corpus, loud):
    found = authors.dispersion(loud, Selection(), ["third"])
    assert rows(found, "item", "mentions", "passages", "length") == [("wind", 20, 20, 20)]
    assert found["dp"][0] == pytest.approx(0)
    assert found["lo"][0] == pytest.approx(found["rate"][0])
    few = authors.dispersion(corpus, Selection(), ["author"], kind="place")
    assert rows(few, "item", "mentions", "words", "passages", "length") == [("jp", 3, 53, 3, 7), ("kz", 2, 53, 2, 7)]
    # words by paragraph 3, 13, 6, 8, 8, 8, 7; Japan stands in the second, the fifth and the sixth
    assert few["dp"][0] == pytest.approx(sum(abs(1 / 3 - n / 53) for n in (13, 8, 8)) / 2 + (3 + 6 + 8 + 7) / 53 / 2)
    assert np.isnan(few["lo"]).all()
    assert authors.dispersion(corpus, NONE, ["author"]).empty


def test_quotes(loud):
    found = authors.quotes(loud, Selection(), ["first"], limit=3)
    assert rows(found, "voice_id", "sentence", "terms") == [("first", 0, 1), ("first", 1, 1), ("first", 2, 1)]
    assert [[row.text[start:stop] for start, stop in row.marks] for row in found.itertuples()] == [["нефть"]] * 3
    assert authors.quotes(loud, Selection(articles=("first",)), ["first"]).empty


def test_frequencies(corpus, monkeypatch):
    monkeypatch.setattr(words, "stopwords", lambda: ("млрд", "долларов"))
    found = words.frequencies(corpus, Selection(), limit=3)
    assert rows(found, "lemma", "n", "articles") == [("порт", 4, 2), ("водород", 3, 2), ("казахстан", 3, 3)]
    assert list(found["rate"]) == pytest.approx([4000 / 85, 3000 / 85, 3000 / 85])
    assert words.frequencies(corpus, NONE).empty
