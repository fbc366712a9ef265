"""What each line of an article looks like: dashed, labelled, bold, a heading; how much it resembles a question."""

import re
from functools import cache
from typing import NamedTuple

from svodka.knowledge import DATA, rows
from svodka.text import morphology
from svodka.text.sentences import paragraphs

DASH = re.compile(r"[-–—―−‒]\s*(?=[^\W\d_]|[«\"“„(*])")
BOLD = re.compile(r"(\*\*|__)(?P<inner>.+?)\1\s*$")
# «Вопрос:», «Пётр Цой:», «П.Ц.:», «**Корр.:**», «Port.Example:», «ЦОЙ:»
# «Пётр Цой, директор порта:»
LABEL = re.compile(
    r"[*_]{0,3}(?P<label>[«\"]?[^\W\d_][\w.’'&+ \u00a0-]{0,48}?[»\"]?)(?P<post>,[^:.!?\n]{3,140})?[*_]{0,3}\s*:(?!//)[*_]{0,3}(?=\s|$)"
)
# «В. Когда?», «П.Ц. — В мае»
SHORT_LABEL = re.compile(
    r"[*_]{0,3}(?P<label>(?:В|О|Q|A)(?=\.\s+[А-ЯЁA-Z«])|[А-ЯЁ]\.\s?[А-ЯЁ](?=\.[*_]{0,3}\s*(?:[-–—]\s*)?[А-ЯЁA-Z«]))\.[*_]{0,3}\s*(?:[-–—]\s*)?"
)
# «Пётр Цой (П.Ц.) – Добрый день!»
INTRODUCED = re.compile(
    r"[*_]{0,3}[А-ЯЁ][\w’'-]+(?: [А-ЯЁ][\w’'-]+){1,2} \((?P<label>[А-ЯЁ]\.\s?[А-ЯЁ])\.?\)[*_]{0,3}\s*[-–—:][*_]{0,3}\s*"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
FINAL = re.compile(r"[.!?…:;,»)\]\"”*_]+$")
HEADING = 120  # characters
VOCATIVE = re.compile(r"\W{0,3}(?:[А-ЯЁ][а-яё-]+ )?[А-ЯЁ][а-яё-]+ ?[а-яё]*(?:ович|евич|ич|овна|евна|ична),")
KINDS = ("question", "answer", "address", "reply", "talk", "conversation", "afterword")


class Line(NamedTuple):
    """A paragraph; body is where its words begin behind dash and label, «Пётр Цой:»; titled says that an office stands in the label."""

    start: int
    stop: int
    body: int
    dashed: bool
    bold: bool
    label: str | None
    titled: bool


@cache
def cues() -> dict[str, frozenset[str]]:
    """The words of `data/interview_cues.csv` by what they tell."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for row in rows(DATA / "interview_cues.csv", ("cue", "kind")):
        if row["kind"] not in found:
            raise row.error(f"kind is one of {', '.join(KINDS)}")
        found[row["kind"]].add(row["cue"].lower())
    return {kind: frozenset(words) for kind, words in found.items()}


def read(text: str) -> list[Line]:
    """The lines of a text with the marks they begin with."""
    lines = []
    for span in paragraphs(text):
        dash = DASH.match(text, span.start, span.stop)
        body = dash.end() if dash else span.start
        match = next(filter(None, (label.match(text, body, span.stop) for label in (INTRODUCED, SHORT_LABEL, LABEL))), None)
        label = match.group("label").strip(' *_«»"') if match else None
        bold = BOLD.match(text, body, span.stop)
        titled = bool(match and match.groupdict().get("post"))
        lines.append(Line(span.start, span.stop, match.end() if match else body, bool(dash), bool(bold), label, titled))
    return lines


def ends_as_question(text: str, line: Line) -> bool:
    """Whether the line's last mark is a question's."""
    return "?" in FINAL.search(text[line.start : line.stop]).group() if FINAL.search(text[line.start : line.stop]) else False


def is_heading(text: str, line: Line) -> bool:
    """Whether a line is short and ends with no mark of a sentence: «От романтики к прагматизму»; a question may be one too."""
    content = text[line.start : line.stop]
    if line.dashed or len(content) > HEADING or not WORD.search(content) or content[0].islower() or content.startswith(("*", "•", "[")):
        return False
    final = FINAL.search(content)
    marks = final.group() if final else ""
    return not set(marks) & set(".!…:;,") and (not marks.strip('»)"”*_') or marks.strip('»)"”*_') == "?")


def resemblance(text: str, line: Line) -> float:
    """How much a line reads like an interviewer's: above 0 more like a question, below like an answer."""
    content = text[line.body : line.stop]
    words = [word.lower() for word in WORD.findall(content)]
    score = 2.5 if ends_as_question(text, line) else -0.5
    score += 0.7 if "?" in content and score < 0 else 0.0
    score += min(2.0, 0.9 * sum(word in cues()["address"] for word in words[:80]))
    score += 1.0 if VOCATIVE.match(text, line.body, line.stop) else 0.0
    if words and words[0] in cues()["reply"]:
        thanks = any(morphology.read(word).lemma in cues()["talk"] for word in words[1:6])  # «Спасибо за беседу»
        score += 1.5 if thanks else -1.5
    return score - min(2.5, len(content) / 400)
