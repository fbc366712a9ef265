"""What is shown of words and phrases: a cloud of them, and the same as bars."""

import pandas as pd

from svodka.analysis import evidence, overview
from svodka.analysis import words as used
from svodka.charts import cloud as clouds
from svodka.charts import words as charts
from svodka.exhibits import behind
from svodka.exhibits.exhibit import ROWS, Asked, Behind, Exhibit, capped
from svodka.text.stopwords import FILE, stopwords
from svodka.wording import Words, capital

LIMIT = 60
# Words that a headline names, and times that the first of them is said at least.
NAMED, ENOUGH = 3, 3


def cloud(asked: Asked, measure: str = "frequency", items: str = "words") -> Exhibit:
    """The words or phrases as a cloud, with the voices whose colours they have."""
    listed = _listed(asked, measure, items)
    words = asked.words
    credited = listed[listed["distinct"]].rename(columns={"voice": "short"})
    return _exhibit(asked, listed, "words.cloud", measure, items)._replace(
        title=words(f"words.cloud.{items}"),
        subtitle=words(f"words.cloud.subtitle.{measure}"),
        draw=lambda: clouds.stressed(listed, asked.style, measure),
        voices=credited if len(credited) else None,
        remark=words("words.remark"),
        sheet=lambda: charts.sheet(listed, asked.style, measure)._replace(kind="picture"),
    )


def bars(asked: Asked, measure: str = "frequency", items: str = "words") -> Exhibit:
    """The first of the same words or phrases as bars, their numbers beside them."""
    listed = _listed(asked, measure, items)
    words = asked.words
    return _exhibit(asked, listed, "words.bars", measure, items)._replace(
        title=words(f"words.bars.{measure}.{items}"),
        subtitle=capped(words(f"words.bars.subtitle.{measure}"), len(listed), words),
        draw=lambda: charts.stressed(listed.head(ROWS), asked.style, measure),
        sheet=lambda: charts.sheet(listed.head(ROWS), asked.style, measure),
    )


def headline(shown: Exhibit, asked: Asked) -> tuple[str, str]:
    """The finding as the title; what counts as a word or phrase, and in how much text, as the lead."""
    words = asked.words
    counts = overview.counts(asked.corpus, asked.selection)
    if not counts["words"]:
        return words("words.title.none"), words("empty.do")
    lead = words(f"words.lead.{shown.options['items']}", words=counts["words"], articles=counts["articles"])
    return shown.finding or words(f"words.title.{shown.options['measure']}"), lead


def stop_list(words: Words) -> str:
    """What the list of stop words is, where it lies and how it is changed."""
    return words("words.stop", n=len(stopwords()), file=f"{FILE.parent.name}/{FILE.name}", command="python -m svodka build")


def stop_file() -> bytes:
    """The list as it lies there, for a spreadsheet too."""
    return FILE.read_text(encoding="utf-8-sig").encode("utf-8-sig")


def _listed(asked: Asked, measure: str, items: str) -> pd.DataFrame:
    return used.stressed(asked.corpus, asked.selection, measure, items, LIMIT)


def _exhibit(asked: Asked, listed: pd.DataFrame, key: str, measure: str, items: str) -> Exhibit:
    """What the cloud and the bars have in common."""
    words = asked.words
    written = dict(zip(listed["item"], listed["word"], strict=True))

    def sentences(mark: str, limit: int) -> Behind | None:
        if mark not in written:
            return None
        if items == "words":
            return behind.of_word(asked, mark, written[mark], limit)
        found = evidence.of_phrases(asked.corpus, asked.selection, mark, limit=limit)
        return Behind(found, words("evidence.named", label=capital(written[mark])), name=written[mark])

    return Exhibit(
        key=key,
        title="",
        subtitle="",
        table=listed,
        draw=None,
        marks=list(written),
        behind=sentences,
        finding=_finding(listed, words, measure, items),
        nothing=words(f"words.nothing.{measure}.{items}"),
    )


def _finding(listed: pd.DataFrame, words: Words, measure: str, items: str) -> str:
    """Which are the most frequent, or which one sets a voice apart most."""
    if measure == "frequency":
        if len(listed) < NAMED or listed["n"].iloc[0] < ENOUGH:
            return ""
        first, second, third = listed["word"].head(NAMED)
        return words(f"words.finding.frequency.{items}", first=first, second=second, third=third)
    sure = listed[listed["distinct"]]
    if sure.empty:
        return ""
    top = sure.iloc[0]
    numbers = {"n": int(top["n"]), "own": int(top["own"])}
    return words(f"words.finding.distinctiveness.{items}", word=top["word"], voice=top["voice"], **numbers)


MAKERS = {"words.cloud": cloud, "words.bars": bars}
