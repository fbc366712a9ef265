"""A corpus small enough to count by hand: 3 articles, 4 voices, 12 paragraphs; what is found is marked in the text.

«[нефть|oil]» is a mention, «[3 млрд долларов|m1]» an amount of AMOUNTS, «{ministry|«…»}» a quotation with a voice of its own.
"""

import re
from collections import Counter
from datetime import datetime
from typing import Any

import pandas as pd
import pyarrow as pa

from svodka.analysis.evidence import Quote
from svodka.frames.schema import TABLES
from svodka.frames.store import Corpus

VOICES = {  # name, role, country
    "expert": ("Эксперт", "expert", "KZ"),
    "author": ("Автор", "author", None),
    "ministry": ("Министерство", "quoted", "JP"),
    "reporter": ("Журналист", "interviewer", None),
}
CONCEPTS = [  # concept, kind, parent, label_ru, label_en, iso, generic
    ("uranium", "resource", None, "уран", "uranium", None, False),
    ("oil", "resource", None, "нефть", "oil", None, False),
    ("coal", "resource", "raw_materials", "уголь", "coal", None, False),
    ("hydrogen", "resource", None, "водород", "hydrogen", None, False),
    ("green_hydrogen", "resource", "hydrogen", "зелёный водород", "green hydrogen", None, False),
    ("raw_materials", "resource", None, "сырьё", "raw materials", None, True),
    ("energy", "theme", None, "энергетика", "energy", None, False),
    ("transport", "theme", None, "транспорт", "transport", None, False),
    ("finance", "theme", None, "финансы", "finance", None, False),
    ("central_asia", "place", None, "Центральная Азия", "Central Asia", None, False),
    ("kz", "place", "central_asia", "Казахстан", "Kazakhstan", "KZ", False),
    ("jp", "place", None, "Япония", "Japan", "JP", False),
    ("tokyo", "place", "jp", "Токио", "Tokyo", None, False),
    ("jbic", "organisation", "jp", "JBIC", "JBIC", None, False),
]
ARTICLES = {
    "interview": [
        ("reporter", "question", "Хватит ли региону [нефти|oil] и [угля|coal]?"),
        (
            "expert",
            "answer",
            "[Казахстан|kz] добывает [уран|uranium] и [нефть|oil]. "
            "На [урановый|uranium] рудник [JBIC|jbic] даёт [свыше 3 млрд долларов|m1].",
        ),
        ("expert", "answer", "[Порт|transport] нужен всем. Без [железной дороги|transport] порт пуст."),
        ("reporter", "question", "А что [энергетика|energy]?"),
        (
            "expert",
            "answer",
            "[Энергетика|energy] растёт на [40 %|p1]. [Зелёный водород|green_hydrogen] дорог, [сырьё|raw_materials] дешевле.",
        ),
    ],
    "column": [
        ("author", "heading", "Водород и ветер"),
        (
            "author",
            "body",
            "[Япония|jp] обещает [Казахстану|kz] [до 3 трлн иен|m2], это [порядка 20 млрд долларов|m3]. Обещание не договор.",
        ),
        ("author", "body", "Министерство напоминает: {ministry|«[Казахстан|kz] продаёт [уран|uranium] [Японии|jp]».} Так было не всегда."),
        ("author", "body", "[Водород|hydrogen] ждёт [энергетика|energy]. На него уйдут [миллиарды долларов|m4]."),
        ("author", "body", "[Уголь|coal] продают по [100 тенге|m5]. [Токио|tokyo] его не берёт."),
    ],
    "news": [
        ("author", "lead", "[Казахстан|kz] и [Япония|jp] подписали бумаги на [4 млрд долларов|m6]."),
        ("author", "body", "[Порт|transport] ждёт груз. [Нефть|oil] идёт через [порт|transport]."),
    ],
}
KNOWN = {
    "interview": ("Беседа", "Вестник", None),
    "column": ("Колонка", None, datetime(2025, 12, 1)),
    "news": ("Заметка", "Вестник", datetime(2025, 12, 20)),
}
AMOUNTS = {
    "m1": {
        "low": 3e9,
        "shape": "more",
        "unit": "USD",
        "status": "allocated",
        "measure": "investment",
        "recipient": "kz",
        "resource": "uranium",
    },
    "m2": {"high": 3e12, "shape": "up_to", "unit": "JPY", "status": "pledged", "measure": "investment", "payer": "jp", "recipient": "kz"},
    "m3": {"low": 20e9, "high": 20e9, "shape": "about", "unit": "USD", "same_as": "m2"},
    "m4": {"shape": "vague", "scale": 1e9, "unit": "USD"},
    "m5": {"low": 100.0, "high": 100.0, "shape": "exact", "unit": "KZT", "measure": "price", "resource": "coal"},
    "m6": {
        "low": 4e9,
        "high": 4e9,
        "shape": "exact",
        "unit": "USD",
        "status": "signed",
        "payer": "jp",
        "recipient": "kz",
        "usd_low": 4e9,
        "usd_high": 4e9,
    },
    "p1": {"kind": "percent", "low": 40.0, "high": 40.0, "shape": "exact", "unit": "%"},
}
LEMMAS = {"нефти": "нефть", "угля": "уголь"}
PART = re.compile(r"\{(\w+)\|([^}]+)\}|([^{]+)")
MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")
SENTENCE = re.compile(r"[^\s.?][^.?]*[.?]?»?\.?")

Rows = dict[str, list[tuple]]


def tables() -> dict[str, pa.Table]:
    """The corpus as Arrow tables by name."""
    found: Rows = {name: [] for name in TABLES}
    for article_id, paragraphs in ARTICLES.items():
        _add(found, article_id, paragraphs)
    found["concepts"] = CONCEPTS
    spoken = Counter(row[6] for row in found["words"])
    for rank, (voice_id, (name, role, country)) in enumerate(VOICES.items()):
        found["voices"].append((voice_id, name, name, role, None, country, spoken[voice_id], rank))
    return {name: TABLES[name].table(listed) for name, listed in found.items()}


def _add(found: Rows, article_id: str, paragraphs: list[tuple[str, str, str]]) -> None:
    """The rows of one article, the text put together from its marked paragraphs."""
    text, words, turn, sentence = "", 0, 0, 0
    for passage, (main, kind, marked) in enumerate(paragraphs):
        start, first, said, marks, turns, voices = len(text), turn, 0, [], [], []
        for quoted, quote, plain in PART.findall(marked):
            begin, voice_id = len(text), quoted or main
            for piece in re.split(r"(\[[^\]]+\])", quote or plain):
                mark = MARK.fullmatch(piece)
                if mark:
                    marks.append((len(text), mark[1], mark[2]))
                text += mark[1] if mark else piece
            turns.append((begin, len(text), turn))
            voices.append((begin, len(text), voice_id))
            found["turns"].append((article_id, begin, len(text), turn, voice_id, "quote" if quoted else kind, None, None, True))
            turn += 1
        spans = [(start + match.start(), start + match.end(), sentence + n) for n, match in enumerate(SENTENCE.finditer(text[start:]))]
        sentence += len(spans)
        for begin, stop, number in spans:
            found["sentences"].append((article_id, begin, stop, number, passage, _holding(turns, begin), main))
        for match in re.finditer(r"[А-Яа-яЁё]+", text[start:]):
            form, begin = match.group(), start + match.start()
            lemma, pos = LEMMAS.get(form.lower(), form.lower()), "NOUN" if len(form) > 3 else "PREP"
            place = (_holding(voices, begin), passage, _holding(spans, begin))
            found["words"].append((article_id, begin, begin + len(form), form, lemma, pos, *place))
            said += 1
        for begin, form, what in marks:
            place = (_holding(voices, begin), passage, _holding(spans, begin))
            _add_found(found, (article_id, begin, begin + len(form)), form, what, place)
        found["passages"].append((article_id, start, len(text), passage, first, main, said))
        text, words = text + "\n", words + said
    title, outlet, published = KNOWN[article_id]
    found["articles"].append((article_id, title, outlet, None, published, None, article_id, words, text, "", f"{article_id}.txt"))


def _add_found(found: Rows, span: tuple[str, int, int], form: str, what: str, place: tuple[str, int, int]) -> None:
    if what in AMOUNTS:
        names = ("article_id", "start", "stop", "voice_id", "passage", "sentence")
        known = dict(zip(names, (*span, *place), strict=True)) | {"quantity_id": what, "text": form, "kind": "money"} | AMOUNTS[what]
        found["quantities"].append(tuple(known.get(column) for column in TABLES["quantities"].columns))
    else:
        kind = next(kind for concept, kind, *_ in CONCEPTS if concept == what)
        found["mentions"].append((*span, what, kind, what == "tokyo", *place))


def _holding(spans: list[tuple], at: int) -> Any:
    """What the span that holds a place says last."""
    return next(what for start, stop, what in spans if start <= at < stop)


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple]:
    """The rows of an answer, cut to some columns, for comparison."""
    return list(frame[list(columns)].itertuples(index=False, name=None))


def corpus() -> Corpus:
    """The corpus, ready to be asked."""
    return Corpus.of(tables())


def spoken(themes: dict[str, list[str]], **said: list[str]) -> Corpus:
    """A corpus of voices, each with an article of its own: a list of paragraphs, each a string of lemmas; some lemmas name themes."""
    found: Rows = {name: [] for name in TABLES}
    concepts = sorted({theme for named in themes.values() for theme in named})
    found["concepts"] = [(concept, "theme", None, concept, concept, None, False) for concept in concepts]
    for rank, (voice, paragraphs) in enumerate(said.items()):
        text, words = "", 0
        for number, paragraph in enumerate(paragraphs):
            start = len(text)
            for word in paragraph.split():
                span = (voice, len(text), len(text) + len(word))
                found["words"].append((*span, word, word, "NOUN" if len(word) > 2 else "PREP", voice, number, number))
                found["mentions"] += [(*span, theme, "theme", False, voice, number, number) for theme in themes.get(word, ())]
                text += f"{word} "
            words += len(paragraph.split())
            found["passages"].append((voice, start, len(text), number, number, voice, len(paragraph.split())))
            found["sentences"].append((voice, start, len(text), number, number, number, voice))
            found["turns"].append((voice, start, len(text), number, voice, "body", None, None, True))
        found["articles"].append((voice, None, None, None, None, None, "column", words, text, "", ""))
        found["voices"].append((voice, voice, voice, "author", None, None, words, rank))
    return Corpus.of({name: TABLES[name].table(listed) for name, listed in found.items()})


def quote(text: str, marks: tuple[tuple[int, int], ...] = (), **known: Any) -> Quote:
    """A sentence of evidence, made by hand."""
    made = {
        "article_id": "a1", "title": None, "outlet": None, "published": None, "genre": "news", "voice_id": "v", "voice": "Голос",
        "short": "Голос", "role": "author", "rank": 1, "affiliation": None, "turn": 0, "turn_kind": "body", "passage": 1, "passages": 1,
        "sentence": 0, "start": 0, "stop": len(text), "before": None, "after": None,
    }  # fmt: skip
    return Quote(**made | {"text": text, "marks": marks} | known)
