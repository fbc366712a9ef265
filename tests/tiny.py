"""A corpus small enough to count by hand: 3 articles, 4 voices, 12 paragraphs; what is found is marked in the text.

«[нефть|oil]» is a mention, «[3 млрд долларов|m1]» an amount of AMOUNTS, «{ministry|«…»}» a quotation with a voice of its own.
"""

import re
from collections import Counter
from datetime import datetime

import pyarrow as pa

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
]
ARTICLES = {
    "interview": [
        ("reporter", "question", "Хватит ли региону [нефти|oil] и [угля|coal]?"),
        ("expert", "answer", "[Казахстан|kz] добывает [уран|uranium] и [нефть|oil]. На [урановый|uranium] рудник дали [свыше 3 млрд долларов|m1]."),
        ("expert", "answer", "[Порт|transport] нужен всем. Без [железной дороги|transport] порт пуст."),
        ("reporter", "question", "А что [энергетика|energy]?"),
        ("expert", "answer", "[Энергетика|energy] растёт на [40 %|p1]. [Зелёный водород|green_hydrogen] дорог, [сырьё|raw_materials] дешевле."),
    ],
    "column": [
        ("author", "heading", "Водород и ветер"),
        ("author", "body", "[Япония|jp] обещает [Казахстану|kz] [до 3 трлн иен|m2], это [порядка 20 млрд долларов|m3]. Обещание не договор."),
        ("author", "body", "Министерство напоминает: {ministry|«[Казахстан|kz] продаёт [уран|uranium] [Японии|jp]».} Так было не всегда."),
        ("author", "body", "[Водород|hydrogen] ждёт [энергетика|energy]. На него уйдут [миллиарды долларов|m4]."),
        ("author", "body", "[Уголь|coal] продают по [100 тенге|m5]. [Токио|tokyo] его не берёт."),
    ],
    "news": [
        ("author", "lead", "[Казахстан|kz] и [Япония|jp] подписали бумаги на [4 млрд долларов|m6]."),
        ("author", "body", "[Порт|transport] ждёт груз. [Нефть|oil] идёт через [порт|transport]."),
    ],
}
KNOWN = {"interview": ("Беседа", "Вестник", None), "column": ("Колонка", None, datetime(2025, 12, 1)), "news": ("Заметка", "Вестник", datetime(2025, 12, 20))}
AMOUNTS = {
    "m1": dict(low=3e9, shape="more", unit="USD", status="allocated", measure="investment", recipient="kz", resource="uranium"),
    "m2": dict(high=3e12, shape="up_to", unit="JPY", status="pledged", measure="investment", payer="jp", recipient="kz"),
    "m3": dict(low=20e9, high=20e9, shape="about", unit="USD", same_as="m2"),
    "m4": dict(shape="vague", scale=1e9, unit="USD"),
    "m5": dict(low=100.0, high=100.0, shape="exact", unit="KZT", measure="price", resource="coal"),
    "m6": dict(low=4e9, high=4e9, shape="exact", unit="USD", status="signed", payer="jp", recipient="kz", usd_low=4e9, usd_high=4e9),
    "p1": dict(kind="percent", low=40.0, high=40.0, shape="exact", unit="%"),
}
LEMMAS = {"нефти": "нефть", "угля": "уголь", "порту": "порт"}
MARK = re.compile(r"\[(?P<text>[^|\]]+)\|(?P<what>\w+)\]|\{(?P<voice>\w+)\|(?P<quote>[^}]+)\}")


def tables() -> dict[str, pa.Table]:
    """The corpus as Arrow tables by name."""
    rows = {name: [] for name in TABLES}
    rows["concepts"] = CONCEPTS
    kinds = {concept: kind for concept, kind, *_ in CONCEPTS}
    spoken = Counter()
    for article_id, paragraphs in ARTICLES.items():
        text, turns, sentences = "", [], []
        for passage, (voice, turn_kind, marked) in enumerate(paragraphs):
            start, plain, found, quotes = len(text), "", [], []
            for part in re.split(r"(\{[^}]+\})", marked):
                quoted = MARK.fullmatch(part) if part.startswith("{") else None
                inside = quoted["voice"] if quoted else voice
                begin = start + len(plain)
                for piece in re.split(r"(\[[^\]]+\])", quoted["quote"] if quoted else part):
                    mark = MARK.fullmatch(piece)
                    if mark:
                        found.append((start + len(plain), start + len(plain) + len(mark["text"]), mark["what"], mark["text"], inside))
                    plain += mark["text"] if mark else piece
                if quoted:
                    quotes.append((begin, start + len(plain), inside))
            stop = start + len(plain)
            text += plain + "\n"
            cuts = [start, *(edge for begin, end, _ in quotes for edge in (begin, end)), stop]
            for begin, end in zip(cuts, cuts[1:], strict=False):
                inside = next((who for left, right, who in quotes if left <= begin < right), None)
                turns.append((article_id, begin, end, len(turns), inside or voice, "quote" if inside else turn_kind, None, None, True))
            for match in re.finditer(r"[^.?]+[.?]?»?\.?", plain):
                begin = start + match.end() - len(match.group().lstrip())
                end = start + match.end()
                turn = next(turn for _, left, right, turn, *_ in reversed(turns) if left <= begin < right)
                sentences.append((article_id, begin, end, len(sentences), passage, turn, voice))
            words = list(re.finditer(r"[А-Яа-яЁё]+", plain))
            first = next(turn for _, begin, _, turn, *_ in turns if begin == start)
            rows["passages"].append((article_id, start, stop, passage, first, voice, len(words)))

            def at(place: int) -> tuple:
                sentence = next(number for _, left, right, number, *_ in sentences if left <= place < right)
                who = next(who for _, left, right, _, who, *_ in turns if left <= place < right)
                return who, passage, sentence

            for word in words:
                form, begin = word.group(), start + word.start()
                lemma = LEMMAS.get(form.lower(), form.lower())
                who, *place = at(begin)
                spoken[who] += 1
                rows["words"].append((article_id, begin, start + word.end(), form, lemma, "NOUN" if len(form) > 3 else "PREP", who, *place))
            for begin, end, what, shown, who in found:
                place = at(begin)[1:]
                if what in kinds:
                    rows["mentions"].append((article_id, begin, end, what, kinds[what], what == "tokyo", who, *place))
                else:
                    known = {"quantity_id": what, "article_id": article_id, "start": begin, "stop": end, "text": shown, "voice_id": who}
                    known |= {"passage": place[0], "sentence": place[1], "kind": "money"} | AMOUNTS[what]
                    rows["quantities"].append(tuple(known.get(column) for column in TABLES["quantities"].columns))
        title, outlet, published = KNOWN[article_id]
        count = sum(row[-1] for row in rows["passages"] if row[0] == article_id)
        rows["articles"].append((article_id, title, outlet, None, published, None, article_id, count, text, "", article_id + ".txt"))
        rows["turns"] += turns
        rows["sentences"] += sentences
    for rank, (voice_id, (name, role, country)) in enumerate(VOICES.items()):
        rows["voices"].append((voice_id, name, name, role, None, country, spoken[voice_id], rank))
    return {name: TABLES[name].table(found) for name, found in rows.items()}


def corpus() -> Corpus:
    """The corpus, ready to be asked."""
    return Corpus.of(tables())
