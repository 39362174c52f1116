"""What the form says, one table for each language."""

from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from babel import Locale
from babel.numbers import format_decimal

from jtbd_core.form.texts import de, en, es, fr, pt
from jtbd_core.form.texts.table import Asked, Texts

TEXTS: Mapping[str, Texts] = {"en": en.TEXTS, "de": de.TEXTS, "fr": fr.TEXTS, "es": es.TEXTS, "pt": pt.TEXTS}
ASKED: Mapping[str, Mapping[str, Asked]] = {
    "en": en.ASKED,
    "de": de.ASKED,
    "fr": fr.ASKED,
    "es": es.ASKED,
    "pt": pt.ASKED,
}


def text(language: str, key: str, **values: object) -> str:
    """Return one text with its values put in, numbers as the language writes them."""
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
