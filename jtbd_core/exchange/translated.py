"""The translations of a study as a table that a person edits, and back."""

from collections.abc import Sequence

from msgspec.structs import replace

from jtbd_core.exchange.outline import Row
from jtbd_core.study import Study
from jtbd_core.translation import texts


def translation_rows(study: Study, language: str) -> list[dict[str, object]]:
    """Return a row per text of the study: its id, the text, its translation or an empty text."""
    said = study.translations.get(language, {})
    return [{"id": name, "text": text, language: said.get(name, "")} for name, text in texts(study).items()]


def with_translation_rows(study: Study, language: str, rows: Sequence[Row]) -> Study:
    """Return the study with the translation of a table; a language without any text is left out."""
    said = {str(row["id"]): str(row[language]).strip() for row in rows if str(row[language] or "").strip()}
    others = {code: texts for code, texts in study.translations.items() if code != language}
    return replace(study, translations=others | ({language: said} if said else {}))


def with_translation(study: Study, language: str, name: str, text: str) -> Study:
    """Return the study with one text translated, or not any more where `text` is empty."""
    rows = translation_rows(study, language)
    return with_translation_rows(
        study, language, [row | {language: text} if row["id"] == name else row for row in rows]
    )
