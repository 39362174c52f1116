"""What a single cell says."""

import pytest

from jtbd_core.exchange.cells import Said, read_cell
from jtbd_core.form.texts import TEXTS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("4", Said("number", 4.0)),
        ("4,00", Said("number", 4.0)),
        ("−1", Said("number", -1.0)),
        ("4 - Very important", Said("label", 4.0, "very important")),
        ("(4) Very important", Said("label", 4.0, "very important")),
        ("4 = very important.", Said("label", 4.0, "very important")),
        ("Very important (4)", Said("label", 4.0, "very important")),
        ("A4", Said("label", 4.0, "a")),
        ("Sehr\u00a0wichtig", Said("label", None, "sehr wichtig")),
        ("99 - don’t know", Said("missing", 99.0, "don't know")),
        ("often", Said("unknown", None, "often")),
        ("1_000", Said("unknown", None, "1_000")),
        ("2026-10-01", Said("unknown", None, "2026-10-01")),
    ],
)
def test_numbers_and_labels(text: str, said: Said) -> None:
    """A cell is a number, a label with or without one, or neither."""
    assert read_cell(text) == said


@pytest.mark.parametrize(
    "text", ["N/A", "#N/A", "#NV", "NA", "n.a.", "-", "–", ".", "?", "NULL", "null", "NaN", "Don't know", "don’t know"]
)
def test_words_for_a_missing_rating(text: str) -> None:
    """However surveys, databases and spreadsheets say that there is no answer, it is missing."""
    assert read_cell(text).meaning == "missing"


@pytest.mark.parametrize("language", TEXTS)
def test_the_words_of_the_form_are_known(language: str) -> None:
    """What somebody can tap instead of a rating, in each language of the form."""
    texts = TEXTS[language]
    assert read_cell(str(texts["rather_not"])).meaning == "missing"
    assert read_cell(str(texts["not_applicable"])).meaning == "does not apply"
