"""From the picked mark of a chart to what the drawer shows; a pick that no longer exists falls back to the first row."""

from typing import Any, NamedTuple

import pandas as pd

from svodka.analysis import authors as emphasis
from svodka.analysis import evidence
from svodka.analysis.evidence import Evidence
from svodka.analysis.selection import Selection
from svodka.frames.store import Corpus
from svodka.views.show import sentences
from svodka.wording import Words, capital


class Behind(NamedTuple):
    """The sentences behind a mark, what they are, and (when nothing was picked) that they are only the first."""

    found: Evidence
    title: str
    hint: str = ""


def of_amount(
    corpus: Corpus, amounts: pd.DataFrame, picked: str | None, words: Words, page: str, groups: pd.DataFrame | None = None
) -> Behind:
    """The sentences of the picked amount, of the amounts of a picked group («group» ids are the keys), else of the largest amount."""
    told = dict(zip(amounts["quantity_id"], amounts["told_ids"], strict=True))
    chosen, known = list(told)[:1], picked in told
    if known:
        chosen = [picked]
    elif groups is not None and picked is not None and len(group := groups.loc[groups["key"].fillna("") == picked, "ids"]):
        chosen, known = list(group.iloc[0]), True
    ids = [id_ for one in chosen for id_ in told[one]]
    found = evidence.of_quantities(corpus, ids, limit=sentences(page))
    return Behind(found, words("evidence.title"), "" if known else words("evidence.default"))


def of_concept(
    corpus: Corpus,
    selection: Selection,
    counts: pd.DataFrame,
    picked: str | None,
    words: Words,
    page: str,
    pairs: pd.DataFrame | None = None,
) -> Behind:
    """The sentences behind «concept|voice_id» of `counts` or «first|second» of `pairs`, else behind the concept named most."""
    left, _, right = (picked or "").partition("|")
    limit = sentences(page)
    if pairs is not None and right and (names := together(pairs, left, right, words)):
        return Behind(evidence.of_together(corpus, selection, left, right, limit=limit), words("evidence.together", names=names))
    known = left in set(counts["concept"])
    named = concept(counts, picked)
    voice = right if known and right in set(counts["voice_id"]) else None
    found = evidence.of_mentions(corpus, selection, [named or "—"], [voice] if voice else [], limit=limit)
    title = words("evidence.named", label=capital(label(counts, named, words))) if named else words("evidence.title")
    return Behind(found, title, "" if known else words("evidence.default"))


def of_author(
    corpus: Corpus,
    selection: Selection,
    profile: pd.DataFrame,
    amounts: pd.DataFrame,
    picked: dict[str, str | None],
    words: Words,
    page: str,
) -> Behind:
    """The sentences behind a theme, a word or an amount of one voice; with nothing picked, its most telling sentences."""
    limit = sentences(page)
    voice = selection.voices
    if (theme := picked["theme"]) in set(profile["item"]):
        found = evidence.of_mentions(corpus, selection, [theme], limit=limit)
        return Behind(found, words("evidence.named", label=capital(label(profile.rename(columns={"item": "concept"}), theme, words))))
    if word := picked["word"]:
        return Behind(evidence.of_words(corpus, selection, word, limit=limit), words("evidence.named", label=capital(word)))
    if picked["amount"] in set(amounts["quantity_id"]):
        return of_amount(corpus, amounts, picked["amount"], words, page)
    telling = emphasis.quotes(corpus, selection._replace(voices=()), list(voice), limit=limit)
    found = Evidence(telling, len(telling), len(telling), telling["passage"].nunique(), telling["article_id"].nunique())
    return Behind(found, words("authors.telling"), words("authors.telling.hint"))


def of_overview(
    corpus: Corpus,
    selection: Selection,
    facts: pd.DataFrame,
    amounts: pd.DataFrame,
    named: pd.DataFrame,
    grid: pd.DataFrame,
    picked: dict[str, Any],
    words: Words,
) -> Behind:
    """The sentences behind a finding or a mark of one of the three charts; with nothing picked, behind the first finding."""
    page = "overview"
    if picked["amount"]:
        return of_amount(corpus, amounts, picked["amount"], words, page)
    if picked["resource"]:
        return of_concept(corpus, selection, named.assign(voice_id=""), picked["resource"], words, page)
    if picked["theme"] or facts.empty:
        return of_concept(corpus, selection, grid, picked["theme"], words, page)
    fact = facts.iloc[picked["finding"] or 0].to_dict()
    hint = "" if picked["finding"] is not None else words("evidence.default.finding")
    if isinstance(fact["quantity_id"], str):
        behind = Behind(evidence.of_quantities(corpus, [fact["quantity_id"]], limit=sentences(page)), words("evidence.title"))
    else:
        voices = [fact["voice_id"]] if isinstance(fact["voice_id"], str) else []
        found = evidence.of_mentions(corpus, selection, [fact["concept"]], voices, limit=sentences(page))
        behind = Behind(found, words("evidence.named", label=capital(words.label(fact))))
    return behind._replace(hint=hint)


def concept(counts: pd.DataFrame, picked: str | None) -> str | None:
    """The concept of a picked mark, else the one named most, None when none is named."""
    left = (picked or "").partition("|")[0]
    return left if left in set(counts["concept"]) else next(iter(counts["concept"]), None)


def label(listed: pd.DataFrame, concept: str | None, words: Words) -> str:
    """The label of a concept in an answer that has it; a dash when there is none."""
    found = listed.loc[listed["concept"] == concept, f"label_{words.language}"]
    return found.iloc[0] if len(found) else "—"


def together(pairs: pd.DataFrame, left: str, right: str, words: Words) -> str:
    """«уран + Узбекистан»: the names of two concepts that an answer about pairs holds, or nothing."""
    sides = ("first", "second") if "first" in pairs else ("concept", "other")
    ends = {}
    for side in sides:
        name = f"{'label' if side == 'concept' else side}_{words.language}"
        ends |= dict(zip(pairs[side], pairs[name] if name in pairs else pairs[side], strict=True))
    return f"{ends[left]} + {ends[right]}" if left in ends and right in ends else ""
