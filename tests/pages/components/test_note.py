"""Notes."""

import re

import pytest

from pages.components.note import NOTE
from tests.test_theme import THEME, channels, contrast


@pytest.mark.parametrize(("place", "mode"), [(0, "light"), (1, "dark")])
def test_a_note_can_be_read_without_effort(place: int, mode: str) -> None:
    """What it says matters: its contrast is that of WCAG 2.2 level AAA."""
    colour = re.findall("#[0-9a-f]{6}", NOTE)[place]
    assert contrast(channels(colour), channels(THEME[mode]["backgroundColor"])) >= 7
