"""The texts of the form, a table for each language."""

from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from babel import Locale
from babel.numbers import format_decimal

from jtbd_core.form.texts.de import SCALES_DE, TEXTS_DE
from jtbd_core.form.texts.en import SCALES_EN, TEXTS_EN
from jtbd_core.form.texts.es import SCALES_ES, TEXTS_ES
from jtbd_core.form.texts.fr import SCALES_FR, TEXTS_FR
from jtbd_core.form.texts.pt import SCALES_PT, TEXTS_PT
from jtbd_core.form.texts.table import ScaleWords, TextTable

TEXTS: Mapping[str, TextTable] = {"en": TEXTS_EN, "de": TEXTS_DE, "fr": TEXTS_FR, "es": TEXTS_ES, "pt": TEXTS_PT}
SCALE_WORDS: Mapping[str, Mapping[str, ScaleWords]] = {
    "en": SCALES_EN,
    "de": SCALES_DE,
    "fr": SCALES_FR,
    "es": SCALES_ES,
    "pt": SCALES_PT,
}


def text(language: str, key: str, **values: object) -> str:
    """Return one text with its values formatted in; numbers and plurals as in the language."""
    entry = TEXTS[language][key]
    if not isinstance(entry, str):
        category = Locale(language).plural_form(cast(int, values["all"]))
        entry = entry.get(category, entry["other"])
    if not values:
        return entry
    return entry.format(
        **{name: _number(value, language) if isinstance(value, int) else value for name, value in values.items()}
    )


@lru_cache(maxsize=1024)
def _number(value: int, language: str) -> str:
    return str(format_decimal(value, locale=language))
