"""Tell questions, answers and items of lists apart when all of them begin with a dash."""

from svodka.corpus import lines as layout
from svodka.corpus.lines import Line


def alternation(text: str, found: list[Line], dashed: list[int]) -> list[str]:
    """The likeliest run of questions, answers and list items over dashed lines (Viterbi): turns alternate, lists follow a colon."""
    states = ("question", "answer", "item")
    moves = {
        ("question", "question"): -2.0, ("question", "answer"): 1.0, ("question", "item"): -4.0,
        ("answer", "question"): 1.0, ("answer", "answer"): -1.8, ("answer", "item"): -1.0,
        ("item", "question"): 0.5, ("item", "answer"): -2.0, ("item", "item"): 1.0,
    }  # fmt: skip
    best: dict[str, tuple[float, list[str]]] = {}
    for number, place in enumerate(dashed):
        line = found[place]
        likeness = layout.resemblance(text, line)
        long = number + 1 < len(dashed) and dashed[number + 1] > place + 1  # paragraphs follow that go on
        listed = _is_item(text, found, place)
        emission = {
            "question": likeness - (1.0 if long else 0.0) - (2.0 if listed else 0.0),
            "answer": -likeness + (0.7 if long else 0.0) - (1.0 if listed else 0.0),
            "item": 2.5 if listed else -3.0,
        }
        if not number:
            best = {state: (emission[state] + {"question": 1.5, "answer": -1.5, "item": -2.0}[state], [state]) for state in states}
            continue
        best = {
            state: max((score + moves[former, state] + emission[state], [*path, state]) for former, (score, path) in best.items())
            for state in states
        }
    return max(best.values())[1]


def _is_item(text: str, found: list[Line], place: int) -> bool:
    """Whether a dashed line is an item of a list: in small letters, closed by a semicolon, behind a colon or behind such an item."""
    line = found[place]
    if text[line.body].islower() or text[line.stop - 1] == ";":
        return True
    if layout.resemblance(text, line) > 2.5 or not place:
        return False
    end = text[found[place - 1].stop - 1]
    if end in ":;":
        return True
    # after «…: / — Одно. / — Другое.» the list goes on, after «…; / — и третье.» it is closed
    closed = place > 1 and text[found[place - 2].stop - 1] == ";"
    return found[place - 1].dashed and not closed and _is_item(text, found, place - 1)
