"""What may be said aloud of a claim, in both languages, and what may not."""

import pytest

from svodka import wording
from svodka.charts.style import light
from svodka.exhibits import claims

CLAIM = {
    "low": 2.4e9, "high": None, "shape": "more", "scale": 1e9, "unit": "EUR", "usd_low": None, "usd_high": None, "usd_by": None,
    "measure": "loan", "status": "signed", "payer_ru": "Германия", "payer_en": "Germany", "payer": "germany", "recipient": None,
    "recipient_ru": None, "recipient_en": None, "place": None, "place_ru": None, "place_en": None, "resource_ru": None, "resource_en": None,
    "period_from": None, "period_to": None, "short": "Ким; Цой", "sources": 2, "articles": 3, "verdict": "confirmed",
}  # fmt: skip


@pytest.mark.parametrize(("language", "changed", "sentence"), [
    ("ru", {}, "«По 3 статьям из 9: свыше 2,4 млрд € (подписано), кредит; кто платит — Германия». Независимых источников: 2. "
               "Не сказано: за какое время."),
    ("en", {}, "“According to 3 of 9 articles: over €2.4bn (signed), loan; payer: Germany.” Independent sources: 2. "
               "Not stated: over what time."),
    ("ru", {"sources": 1, "verdict": "single"}, "Источник один, как факт повторять нельзя. "
               "Можно: «Ким; Цой: свыше 2,4 млрд € (подписано), кредит; кто платит — Германия»."),
    ("en", {"verdict": "disputed"}, "Sources disagree: give both numbers and whose they are. "
               "This one: “Ким; Цой: over €2.4bn (signed), loan; payer: Germany.”"),
])  # fmt: skip
def test_safe(language, changed, sentence):
    said = claims.safe(CLAIM | changed, light(wording.words(language)), 9)
    assert said.replace(wording.NBSP, " ") == sentence
