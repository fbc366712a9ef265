"""What may be said aloud of a chart or a mark: what it shows, on how much it rests, and what it is not."""

from svodka.analysis import overview
from svodka.exhibits.exhibit import Asked, Behind, Exhibit
from svodka.wording import capital


def of_mark(shown: Exhibit, mark: str, behind: Behind, asked: Asked) -> str:
    """One sentence or two about a picked mark; where one voice alone says it, whose words they are."""
    if shown.safe:
        return shown.safe(mark)
    found, words = behind.found, asked.words
    if not found.quotes or not behind.name:
        return words("safe.nothing")
    counts = {"places": found.places, "passages": found.passages, "articles": found.articles, "voices": found.voices}
    if found.voices == 1:
        return words("safe.one_voice", name=capital(behind.name), short=found.quotes[0].short, **counts)
    return words("safe.voices", name=capital(behind.name), **counts)


def of_exhibit(shown: Exhibit, asked: Asked) -> str:
    """What the chart as a whole shows, with the number of texts and voices it describes; a refusal in words where that is too little."""
    words = asked.words
    counts = overview.counts(asked.corpus, asked.selection)
    if not shown.finding:
        return words("safe.nothing")
    key = "safe.chart.one_text" if counts["articles"] == 1 else "safe.chart"
    return words(key, finding=shown.finding.rstrip("."), articles=counts["articles"], voices=counts["voices"])
