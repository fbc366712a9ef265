"""Everything found in one article, as rows of the declared tables."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from operator import attrgetter
from typing import NamedTuple, TypeVar

from svodka.corpus.article import Article
from svodka.frames.convert import Rates, dollars
from svodka.frames.schema import FACTS
from svodka.text import dates, money, quantities
from svodka.text.dates import Date
from svodka.text.lexicon import Lexicon, Mention
from svodka.text.money import Facts
from svodka.text.morphology import Reading, read, read_name
from svodka.text.names import Name, Namer
from svodka.text.sentences import Span, paragraphs, sentences
from svodka.text.tokens import Token, tokenize

# So many letters of a name stay the same in all its cases.
STEM = 4
Rows = dict[str, list[tuple]]

Found = TypeVar("Found", Token, Mention, Date)
START = attrgetter("start")


class Place(NamedTuple):
    """Where something stands: numbers of turn, paragraph and sentence, and whose words they are."""

    turn: int
    passage: int
    sentence: int
    voice_id: str


class Layout:
    """The turns, paragraphs and sentences of one article; whatever starts in one of them belongs to it."""

    def __init__(self, article: Article):
        self.passages = paragraphs(article.text)
        self.sentences = sentences(article.text)
        parts = [[span.start for span in spans] for spans in (article.turns, self.passages, self.sentences)]
        # One search instead of three: the place changes at an edge of any of them and nowhere else.
        self._edges = sorted({0}.union(*parts))
        self._places = []
        for edge in self._edges:
            turn, passage, sentence = (max(bisect_right(starts, edge) - 1, 0) for starts in parts)
            self._places.append(Place(turn, passage, sentence, article.turns[turn].voice_id))

    def at(self, start: int) -> Place:
        """The place of what starts there."""
        return self._places[bisect_right(self._edges, start) - 1]


def rows(article: Article, namer: Namer, rates: Rates) -> Rows:
    """Rows by table for one article, each list in the order of the text."""
    tokens = tokenize(article.text)
    layout = Layout(article)
    lexicon = namer.lexicon
    mentions = lexicon.find(article.text, tokens)
    words = _words(article, layout, [token for token in tokens if token.kind == "word"], _people(mentions, lexicon))
    dated = dates.find(article.text, tokens, article.published)
    return {
        "articles": [_article(article, len(words))],
        "turns": list(_turns(article)),
        "words": words,
        "passages": list(_passages(article, layout, words)),
        "sentences": list(_sentences(article, layout)),
        "mentions": list(_mentions(article, layout, mentions)),
        "names": list(_names(article, layout, namer.find(article.text, tokens, mentions))),
        "dates": list(_dates(article, layout, dated)),
        "quantities": list(_quantities(article, layout, rates, tokens, mentions, dated)),
    }


def _article(article: Article, words: int) -> tuple:
    return (
        article.article_id,
        article.title,
        article.outlet,
        article.url,
        _time(article.published),
        article.published_note,
        article.genre,
        words,
        article.text,
        article.sha256,
        article.file,
    )


def _turns(article: Article) -> Iterable[tuple]:
    for number, turn in enumerate(article.turns):
        yield article.article_id, turn.start, turn.stop, number, turn.voice_id, turn.kind, turn.cue_start, turn.cue_stop, turn.certain


def _words(article: Article, layout: Layout, words: list[Token], people: list[tuple[Span, str]]) -> list[tuple]:
    found, before, shouted = [], -1, False
    of_people = _lemmas_of_people(words, people)
    for start, stop, form, _ in words:
        _, passage, sentence, voice_id = layout.at(start)
        opens, before = sentence != before, sentence
        if opens:
            shouted = article.text[slice(*layout.sentences[sentence])].isupper()
        named = form[0].isupper() and not shouted and (not opens or form.isupper())
        lemma, pos = of_people.get(start) or (read_name(form) if named else read(form))
        found.append((article.article_id, start, stop, form, lemma, pos, voice_id, passage, sentence))
    return found


def _people(mentions: list[Mention], lexicon: Lexicon) -> list[tuple[Span, str]]:
    """Where people of the lexicon are named, and their names."""
    return [(Span(start, stop), lexicon.concepts[concept].label_ru) for start, stop, concept, kind, _ in mentions if kind == "person"]


def _lemmas_of_people(words: list[Token], people: list[tuple[Span, str]]) -> dict[int, Reading]:
    """Readings of the words of known people by place: the dictionary may take a surname for a common noun, the lexicon knows better."""
    return {
        token.start: Reading(name, "NOUN")
        for span, label in people
        for token in _inside(span, words)
        for name in label.lower().split()
        if token.form.lower().startswith(name[:STEM])
    }


def _passages(article: Article, layout: Layout, words: list[tuple]) -> Iterable[tuple]:
    """A paragraph belongs to the voice that has most of its words, the first of equals, and to that voice's first turn in it."""
    spoken: list[Counter[str]] = [Counter() for _ in layout.passages]
    for *_, voice_id, passage, _ in words:
        spoken[passage][voice_id] += 1
    for number, (start, stop) in enumerate(layout.passages):
        first = layout.at(start)
        voice_id = max(spoken[number], key=spoken[number].__getitem__, default=first.voice_id)
        turn = first.turn
        while article.turns[turn].voice_id != voice_id:
            turn += 1
        yield article.article_id, start, stop, number, turn, voice_id, spoken[number].total()


def _sentences(article: Article, layout: Layout) -> Iterable[tuple]:
    for number, (start, stop) in enumerate(layout.sentences):
        turn, passage, _, voice_id = layout.at(start)
        yield article.article_id, start, stop, number, passage, turn, voice_id


def _mentions(article: Article, layout: Layout, mentions: list[Mention]) -> Iterable[tuple]:
    for start, stop, concept, kind, metonym in mentions:
        _, passage, sentence, voice_id = layout.at(start)
        yield article.article_id, start, stop, concept, kind, metonym, voice_id, passage, sentence


def _names(article: Article, layout: Layout, names: list[Name]) -> Iterable[tuple]:
    for start, stop, kind, name, concept in names:
        _, passage, sentence, voice_id = layout.at(start)
        yield article.article_id, start, stop, kind, name, concept, voice_id, passage, sentence


def _dates(article: Article, layout: Layout, found: list[Date]) -> Iterable[tuple]:
    for start, stop, begin, end, grain in found:
        _, passage, sentence, voice_id = layout.at(start)
        yield (
            article.article_id,
            start,
            stop,
            article.text[start:stop],
            voice_id,
            passage,
            sentence,
            _time(begin),
            _time(end),
            grain,
        )


def _quantities(
    article: Article, layout: Layout, rates: Rates, tokens: list[Token], mentions: list[Mention], dated: list[Date]
) -> Iterable[tuple]:
    found = quantities.find(article.text, tokens)
    ids = [f"{article.article_id}:{quantity.start}-{quantity.stop}" for quantity in found]
    facts: list[Facts] = []
    for quantity, quantity_id, usd in zip(found, ids, dollars(found, article.published, rates), strict=True):
        place = layout.at(quantity.start)
        if quantity.kind != "money":
            facts.append(Facts())
        elif quantity.same_as is not None:  # «до 3 трлн иен — порядка $20 млрд»: what is said of the one holds for the other
            facts.append(facts[quantity.same_as])
        else:
            sentence = layout.sentences[place.sentence]
            nearby = (_inside(sentence, spans) for spans in (tokens, mentions, dated, found))
            facts.append(money.describe(article.text, quantity, sentence, *nearby))
        yield (
            quantity_id,
            article.article_id,
            quantity.start,
            quantity.stop,
            article.text[quantity.start : quantity.stop],
            place.voice_id,
            place.passage,
            place.sentence,
            quantity.kind,
            quantity.low,
            quantity.high,
            quantity.shape,
            quantity.scale,
            quantity.unit,
            usd.low,
            usd.high,
            usd.note,
            facts[-1].measure,
            facts[-1].status,
            facts[-1].payer,
            facts[-1].recipient,
            facts[-1].resource,
            facts[-1].place,
            _time(facts[-1].period_from),
            _time(facts[-1].period_to),
            None if quantity.same_as is None else ids[quantity.same_as],
            *(edge for fact in FACTS for edge in facts[-1].spans.get(fact, (None, None))),
        )


def _inside(sentence: Span, spans: list[Found]) -> list[Found]:
    """The spans that start in a sentence, of spans sorted by place."""
    first = bisect_left(spans, sentence.start, key=START)
    return spans[first : bisect_left(spans, sentence.stop, first, key=START)]


def _time(day: date | None) -> datetime | None:
    return day and datetime(day.year, day.month, day.day)
