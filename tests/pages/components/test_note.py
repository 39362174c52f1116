"""Notes."""

import pytest

from pages.components.note import SHARE
from tests.test_theme import THEME, channels, contrast


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_note_can_be_read_without_effort(mode: str) -> None:
    """What it says matters: its contrast is that of WCAG 2.2 level AAA."""
    ground, words = (channels(THEME[mode][f"{one}Color"]) for one in ("background", "text"))
    mixed = [SHARE * word + (1 - SHARE) * under for word, under in zip(words, ground, strict=True)]
    assert contrast(mixed, ground) >= 7
