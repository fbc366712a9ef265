"""The hand-kept lexicon: every row resolves, every term is found as what it is filed under, every country has its code."""

import re
from importlib.resources import files
from itertools import groupby

import pytest

from svodka.knowledge import DATA, rows
from svodka.text import glossary
from svodka.text.glossary import KINDS
from svodka.text.lexicon import Lexicon
from svodka.text.morphology import read
from svodka.text.terms import QUOTES

FOLDER = DATA / "lexicon"
TERMS = glossary.read(FOLDER).terms
RESOURCES = """
uranium rare_earths dysprosium neodymium yttrium scandium rare_metals lithium cobalt nickel copper tungsten gold silver gallium
germanium antimony titanium aluminium iron_ore steel chromium zinc lead manganese molybdenum graphite phosphates oil natural_gas coal
hydrogen green_hydrogen blue_hydrogen solar wind hydropower water grain cotton critical_minerals ore raw_materials
"""
THEMES = """
energy nuclear hydrogen_energy critical_minerals_theme transport digital industry education ecology geopolitics diplomacy finance
supply_chains culture
"""
MEMBERS = """
AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU
CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI
KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW
PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR
TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW PS VA
"""


@pytest.fixture(scope="module")
def known() -> Lexicon:
    return Lexicon.load()


@pytest.mark.parametrize("file", KINDS)
def test_rows_are_sorted_and_written_once(file):
    concepts = [row["concept"] for row in rows(FOLDER / f"{file}.csv", glossary.columns(file))]
    assert concepts == sorted(set(concepts))
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", concept) for concept in concepts)


def test_promised_concepts(known):
    kinds = {kind: [name for name, it in known.concepts.items() if it.kind == kind] for kind in ("resource", "theme")}
    assert set(kinds["resource"]) >= set(RESOURCES.split())
    assert sorted(kinds["theme"]) == sorted(THEMES.split())
    assert {name for name, it in known.concepts.items() if it.generic} >= {"critical_minerals", "ore", "raw_materials"}
    assert known.concepts["dysprosium"].parent == "rare_earths"
    assert known.concepts["green_hydrogen"].parent == "hydrogen"


def test_parents_make_a_tree(known):
    for concept in known.concepts.values():
        line = [concept.concept]
        while (above := known.concepts[line[-1]].parent) is not None:
            assert above not in line, line
            line.append(above)


def test_countries_have_iso_codes(known):
    codes = [line.split("\t")[0] for line in files("tzdata").joinpath("zoneinfo/iso3166.tab").read_text().splitlines() if line[0] != "#"]
    places = [it for it in known.concepts.values() if it.iso]
    assert all(it.kind == "place" for it in places)
    assert len({it.iso for it in places}) == len(places)
    assert {it.iso for it in places} - set(codes) == {"XK"}  # Kosovo has no code of its own in the standard


def test_members_of_the_united_nations_are_there(known):
    """All of them by code, Palestine and the Holy See, which observe, too."""
    members = MEMBERS.split()
    assert len(members) == 195
    assert set(members) <= {it.iso for it in known.concepts.values()}


def test_cities_lead_to_a_country(known):
    """Whatever is in a country leads to it by its parents: the parent of a place is never of another kind."""
    for concept in known.concepts.values():
        if concept.kind == "place" and concept.parent:
            assert known.concepts[concept.parent].kind == "place", concept


def test_terms_belong_to_one_kind():
    """A term filed under two kinds would always be read as the first of them."""
    entities = sorted((term.text.replace("ё", "е"), term.kind, term.concept) for term in TERMS if term.kind != "theme" and not term.denial)
    for text, same in groupby(entities, key=lambda it: it[0]):
        assert len({kind for _, kind, _ in same}) == 1, text


def test_terms_are_written_once():
    for (concept, text), same in groupby(sorted((term.concept, term.text) for term in TERMS)):
        assert len(list(same)) == 1, (concept, text)


@pytest.mark.parametrize("kind", KINDS.values())
def test_every_term_is_found(known, kind):
    """In the middle of a sentence each term, as it is listed, is a mention of its concept and spans the whole term."""
    lost = []
    for term in TERMS:
        if term.kind == kind and not term.denial:
            said = term.text.replace("!", "")
            text = f"и вот {said}, а потом" if not said.endswith("-") else f"и вот {said} и"
            found = {text[it.start : it.stop].strip("«»") for it in known.find(text) if it.concept == term.concept}
            if said.strip("«»") not in found:
                lost.append((term.concept, term.text))
    assert lost == []


def test_denials_deny(known):
    """Each denied phrase would be a mention of its concept, and is none."""
    source = glossary.read(FOLDER)
    credulous = Lexicon(source._replace(terms=[term for term in source.terms if not term.denial]))
    denials = [(term.concept, f"и вот {term.text.replace('!', '')}, а потом") for term in TERMS if term.denial]
    assert [it for it in denials if it[0] not in {mention.concept for mention in credulous.find(it[1])}] == []
    assert [it for it in denials if it[0] in {mention.concept for mention in known.find(it[1])}] == []


def test_words_of_clouds(known):
    """Stop words are lemmas as the words table has them, sorted, and none of them is a term."""
    stop = [row["lemma"] for row in rows(DATA / "stopwords.csv", ("lemma", "group"))]
    assert stop == sorted(set(stop))
    assert [lemma for lemma in stop if read(lemma).lemma != lemma] == []
    assert [lemma for lemma in stop if known.find(lemma)] == []


def test_quotes_come_in_pairs():
    for term in TERMS:
        assert sum(sign in QUOTES - {"'", "’"} for sign in term.text) % 2 == 0, term
