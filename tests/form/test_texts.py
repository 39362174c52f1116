"""The texts of the form: the same in each language, and short enough."""

import re
from pathlib import Path
from string import Formatter

import pytest

from jtbd_core import form
from jtbd_core.form.texts import SCALE_WORDS, TEXTS, text
from jtbd_core.study import DIMENSIONS


def placeholders(entry: str) -> list[str]:
    """Return the names of the values that a text takes."""
    return sorted(name for _, name, _, _ in Formatter().parse(entry) if name)


@pytest.mark.parametrize("language", TEXTS)
def test_every_language_says_the_same(language: str) -> None:
    """Each table has the same keys, in the same order, with the same values to put in, and every question."""
    assert list(TEXTS[language]) == list(TEXTS["en"])
    for key, entry in TEXTS["en"].items():
        other = TEXTS[language][key]
        if isinstance(entry, str):
            assert placeholders(str(other)) == placeholders(entry)
        else:
            assert other.keys() == {"one", "other"}
            assert placeholders(other["other"]) == placeholders(entry["other"])
    assert set(DIMENSIONS) <= TEXTS[language].keys()
    assert SCALE_WORDS[language].keys() == {"importance", "expectation", "satisfaction", "pair", "expected"}
    assert all(len(set(asked.labels)) == 5 for asked in SCALE_WORDS[language].values())


@pytest.mark.parametrize("language", TEXTS)
def test_words_fit_a_small_phone(language: str) -> None:
    """No word of a scale is too long for 320 px (74 px at an end), but where it may be broken; buttons are short."""
    labels = [label for asked in SCALE_WORDS[language].values() for label in asked.labels]
    assert max(len(word) for label in labels for word in re.split("[ \u00ad]", label)) <= 10
    assert max(len(text(language, key)) for key in ("start", "continue", "back", "save", "send", "join_go")) <= 12


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "You rated the one statement."),
        ("de", 1, "Sie haben die eine Aussage bewertet."),
        ("fr", 1234, "Vous avez évalué les 1\u202f234 affirmations."),
        ("es", 2, "Ha valorado las 2 afirmaciones."),
        ("pt", 1234, "Você avaliou todas as 1.234 afirmações."),
    ],
)
def test_numbers_and_plurals_are_those_of_the_language(language: str, count: int, said: str) -> None:
    """Counts pick the wording and are written with the separators of the language."""
    assert text(language, "thanks_all", all=count) == said


FORM = Path(form.__file__).parent


def test_every_text_is_used() -> None:
    """The table of texts holds what the form says and nothing else."""
    sources = [path for path in FORM.rglob("*.*") if path.suffix in (".py", ".html") and "texts" not in path.parts]
    source = "\n".join(path.read_text() for path in sources)
    stated = {"paused", "closed", "binned", "full", "draft", "screened", "quota", "listed"}
    by_name = {f"{state}{part}" for state in stated for part in ("", "_title")} | set(DIMENSIONS)
    by_name |= {f"{asked}_{way}" for asked in ("importance", "experience", "pair") for way in ("more", "less")}
    assert {key for key in TEXTS["en"] if f'"{key}"' not in source} <= by_name
