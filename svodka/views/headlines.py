"""Sentences that say what is seen, made from the answers by the templates of each language."""

import pandas as pd

from svodka.charts import investment as drawn
from svodka.charts.style import Style
from svodka.views.show import ROWS
from svodka.views.switch import Voice
from svodka.wording import Words, inline, plural


def investment(amounts: pd.DataFrame, style: Style) -> tuple[str, str]:
    """The largest amount as the title; what it is, and the warning not to add, as the lead."""
    words = style.words
    placed = amounts[amounts["reason"].isna() & amounts["value"].notna()]
    if placed.empty:
        return words("investment.title.none"), words("empty.do") if amounts.empty else words("investment.remark")
    top = placed.iloc[0].to_dict()
    status = isinstance(top["status"], str)
    lead = words(
        "investment.lead" if status else "investment.lead.plain",
        label=drawn.label(top, style),
        **({"status": words(f"status.{top['status']}").capitalize()} if status else {}),
    )
    return words("investment.title", stated=drawn.stated(top, style)), lead


def amounts(listed: pd.DataFrame, words: Words, scale: str) -> str:
    """How many amounts by how many voices, and on which scale."""
    said = words(
        "investment.subtitle",
        amounts=len(listed),
        voices=listed["told_by"].explode().nunique(),
        articles=listed["told_in"].explode().nunique(),
        scale=words(f"investment.scale.{scale}.long"),
    )
    return capped(said, len(listed), words)


def capped(said: str, total: int, words: Words) -> str:
    """The sentence, and that the chart shows only the first rows where it does."""
    return f"{said} · {words('card.capped', shown=ROWS, total=total)}" if total > ROWS else said


def left_out(reasons: pd.DataFrame, words: Words) -> str:
    """How to read the marks, and what is not on the axis and why."""
    said = [words(f"investment.left.{row.reason}", n=int(row.amounts)) for row in reasons.itertuples()]
    return " ".join([words("investment.remark"), *said])


def resources(totals: pd.DataFrame, words: Words) -> tuple[str, str]:
    """The resource named most often as the title; how often, by how many, where, as the lead."""
    if totals.empty:
        return words("resources.title.none"), words("empty.do")
    top = totals.sort_values("mentions", ascending=False, kind="stable").iloc[0].to_dict()
    lead = words(
        "resources.lead", mentions=int(top["mentions"]), voices=int(top["voices"]), passages=int(top["passages"]), concepts=len(totals)
    )
    return words("resources.title", label=inline(words.label(top))), lead


def counted(listed: pd.DataFrame, words: Words, key: str) -> str:
    """How a chart of mentions counts, over how many of them, and whether it shows the first rows only."""
    return capped(words(key, n=int(listed["mentions"].sum())), listed["concept"].nunique(), words)


def themes(grid: pd.DataFrame, words: Words) -> tuple[str, str]:
    """The theme raised most as the title; by how many voices, and which themes are raised by one voice alone, as the lead."""
    if grid.empty:
        return words("themes.title.none"), words("empty.do")
    heads = grid.drop_duplicates("concept")
    top = heads.iloc[0].to_dict()
    lone = [inline(words.label(theme)) for theme in heads[heads["raised_by"] == 1].to_dict("records")]
    lead = words("themes.lead", mentions=int(top["total"]), voices=int(top["raised_by"]), of=grid["voice_id"].nunique())
    return words("themes.title", label=inline(words.label(top))), f"{lead} {words('themes.lone', names=', '.join(lone))}" if lone else lead


def overview(counts: dict[str, int], facts: pd.DataFrame, words: Words) -> tuple[str, str]:
    """What most voices speak of as the title; how much there is as the lead."""
    lead = words("overview.lead", **{name: counts[name] for name in ("articles", "voices", "words")})
    shared = facts[facts["fact"] == "shared_theme"]
    if shared.empty:
        return words("overview.title.none"), lead
    top = shared.iloc[0].to_dict()
    return words("overview.title", label=inline(words.label(top)), voices=int(top["voices"]), of=int(top["of"])), lead


def counts(found: dict[str, int], words: Words) -> list[tuple[str, str]]:
    """How much there is: numbers, each with the form of its noun that goes with it."""
    names = ("articles", "voices", "passages", "amounts", "mentions")
    return [(words.number(found[name]), plural(found[name], words(f"count.{name}").split("|"))) for name in names]


def author(voice: Voice, profile: pd.DataFrame, words: Words) -> tuple[str, str]:
    """«Имя: что подчёркивает» as the title; what more and what less than the others as the lead."""
    more = profile[profile["distinct"] & (profile["delta"] > 0)]
    less = profile[profile["distinct"] & (profile["delta"] < 0)]
    names = [[inline(words.label(row)) for row in side.to_dict("records")] for side in (more, less[::-1])]
    if not names[0]:
        title = words("authors.title.even", name=voice.short)
    else:
        title = words("authors.title", name=voice.short, themes=_and(names[0][:2], words))
    said = [words("authors.lead.more", themes=_and(names[0], words))] if names[0] else [words("authors.lead.even")]
    said += [words("authors.lead.less", themes=_and(names[1], words))] if names[1] else []
    who = ", ".join(part for part in (voice.name, words(f"role.{voice.role}.one"), voice.affiliation) if part)
    return title, f"{who} · {words('authors.words', n=voice.words)}. {' '.join(said)}"


def passed_over(silent: pd.DataFrame, words: Words) -> list[str]:
    """What the others raise and the voice does not, each with its numbers; where there is too little text, that."""
    told = [
        words("authors.silent", label=words.label(row), expected=row["expected"], n=int(row["mentions"]), rate=row["other_rate"])
        for row in silent[silent["enough"]].to_dict("records")
    ]
    thin = [inline(words.label(row)) for row in silent[~silent["enough"]].to_dict("records")]
    return [*told, words("authors.silent.thin", labels=", ".join(thin))] if thin else told


def _and(names: list[str], words: Words) -> str:
    """«а, б и в»; «а и б; в» where a name has an «и» of its own."""
    if any(f" {words('and')} " in name for name in names):
        return "; ".join(names)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {words('and')} {names[-1]}"
