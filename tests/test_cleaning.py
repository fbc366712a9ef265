"""What leaves a text and what stays."""

from pathlib import Path

import pytest

from svodka.corpus import cleaning
from svodka.errors import KnowledgeError

SEEDS = Path(__file__).parent.parent / "seeds"
BODY = "Порт открыли в мае.\nСуда идут каждый день."

GONE = [
    "Фото: пресс-служба порта",
    "Фото: port.example",
    "Фото: А. Ким",
    "ФОТО: Анна Ли.",
    "Изображение создано ИИ",
    "Иллюстрация сгенерирована нейросетью",
    "РЕКОМЕНДУЙ ДРУЗЬЯМ:\n\n\n17\n\n",
    "Поделиться: 17",
    "Просмотров: 1 204",
    "Подписывайтесь на Telegram-канал «Порт» и первыми получайте новости!",
    "Любое использование материалов допускается только при наличии гиперссылки на port.example.",
    "При цитировании материалов ссылка на сайт обязательна.",
    "Сообщение Порт открыт: что это значит появились сначала на port.example.",
    "Сообщение Порт открыт появилось сначала на port.example.",
    "© 2025 Порт Медиа",
    "Все права защищены.",
    "Читайте также: Кто строит порт",
    "Теги: порт, Каспий",
    "https://port.example/news/1",
    "Нашли ошибку? Выделите её мышью.",
    "Перевод: Анна Ли",
    "Подготовил Пётр Цой",
    "Беседовала Анна Ли",
    "Автор: Анна Ли",
    "Автор: Анна ЛИ, политолог",
    "Авторы: Анна Ли и Пётр Цой // Специально для Port.Example",
    "Опубликовано: 19.12.2025, 14:30",
]

STAYS = [
    "Фото, сделанное в порту, обошло все газеты.",
    "Фотографии порта: их было две. Обе пропали.",
    "Фото нужны были срочно, и редактор поехал сам.",
    "Изображение создано художником в 1913 году и висит в музее.",
    "Поделиться опытом решили и соседи.",
    "Подписывайтесь под каждым словом, сказал он.",
    "Любое использование воды здесь запрещено законом.",
    "Источник воды один: река.",
    "Источник: река. Других нет, и не будет.",
    "Сообщение о пожаре появилось сначала утром.",
    "Автор: тот, кто отвечает за слова.",
    "Текст: закон и толкование",
    "Авторы закона ждут ответа.",
    "Читайте договор внимательно, просит юрист.",
    "*ОПР – официальная помощь развитию",
    "- Энергетика: модернизация станции увеличила мощность.",
    "• Транспорт: строительство дорог",
    "2025",
    "40 000",
    "Мы в порту с утра.",
    "Все права защищены законом, напомнил юрист, и спорить тут не о чем. Он прав.",
    "Реклама двигает торговлю.",
    "Подготовили к сдаче два причала.",
    "Комментарии эксперта: рынок растёт.",
    "Нравится это кому-то или нет, порт откроют.",
]


@pytest.mark.parametrize("line", GONE)
@pytest.mark.parametrize("place", ["before", "after", "between"])
def test_what_the_page_added_leaves(line, place):
    first, second = BODY.split("\n")
    text = {"before": f"{line}\n{BODY}", "after": f"{BODY}\n\n{line}\n", "between": f"{first}\n{line}\n{second}"}[place]
    assert cleaning.clean(text).text == BODY


@pytest.mark.parametrize("line", STAYS)
def test_the_articles_own_lines_stay(line):
    first, second = BODY.split("\n")
    assert cleaning.clean(f"{first}\n{line}\n{second}").text == f"{first}\n{line}\n{second}"


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Автор: Анна ЛИ", {"authors": ("Анна ЛИ",)}),
        ("Автор: Анна Ли, директор порта", {"authors": ("Анна Ли",), "post": ("директор порта",)}),
        ("Авторы: Анна Ли и Пётр Цой // Специально для Port.Example", {"authors": ("Анна Ли и Пётр Цой",), "outlet": ("Port.Example",)}),
        ("Беседовала Анна Ли", {"interviewers": ("Анна Ли",)}),
        ("Сообщение Порт открыт появились сначала на port.example.", {"outlet": ("port.example",)}),
        ("Опубликовано: 19.12.2025", {"date": ("19.12.2025",)}),
        ("Фото: Анна Ли", {}),
    ],
)
def test_credits_are_remembered(line, credits):
    assert cleaning.clean(f"{BODY}\n{line}").credits == credits


def test_a_signature_is_a_credit():
    assert cleaning.clean(f"Порт\nАнна Петрова\n{BODY}") == (f"Порт\n{BODY}", {"authors": ("Анна Петрова",)})
    assert cleaning.clean(f"Порт\n{BODY}\nАнна Петрова").credits == {"authors": ("Анна Петрова",)}
    assert cleaning.clean(f"Порт\nНовый Шёлковый\n{BODY}").credits == {}


def test_letters_and_spaces_are_normalised():
    text = "\u200bПоры\r\n\r\n  в  ма\u00adе\u00a0\r\n\u00a0стоят 40\u00a0судо\u0301в\u2028и ждут"
    assert cleaning.clean(text).text == "Поры\nв мае\nстоят 40\u00a0судов\nи ждут"


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        (
            "badamov",
            ["Сообщение Почему Япония сделала ставку на Токаева и что это значит для Тюркского мира появились сначала на 365info.kz."],
        ),
        ("kasenov", []),
        (
            "kurbanov-guseynov",
            [
                "Изображение создано ИИ",
                "Авторы: Собир Курбанов и Эльданиз Гусейнов // Специально для Cronos.Asia",
                "Любое использование материалов допускается только при наличии гиперссылки на cronos.asia.",
                "Подписывайтесь на Telegram-канал Central Asia Cronos и первыми получайте актуальную информацию!",
            ],
        ),
        ("velizade", ["Автор: Ильгар ВЕЛИЗАДЕ", "РЕКОМЕНДУЙ ДРУЗЬЯМ:", "55"]),
        ("yolchuev", ["Фото: STEM Analytical Center"]),
    ],
)
def test_of_the_five_articles_nothing_else_leaves(name, gone):
    lines = cleaning.normalised((SEEDS / f"{name}.txt").read_text(encoding="utf-8"))
    kept = cleaning.clean("\n".join(lines)).text.split("\n")
    assert [line for line in lines if line not in kept] == gone


def test_a_bad_rule_is_named(tmp_path, monkeypatch):
    (tmp_path / "boilerplate.csv").write_text("kind,pattern,example\nphoto,Фото: .+,Снимок: порт\n", encoding="utf-8")
    monkeypatch.setattr(cleaning, "DATA", tmp_path)
    cleaning.rules.cache_clear()
    with pytest.raises(KnowledgeError, match="line 2: the pattern does not match its own example"):
        cleaning.rules()
    monkeypatch.undo()
    cleaning.rules.cache_clear()
