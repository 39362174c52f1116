"""Words on the wall: as large as there is room, and text as it was written."""

import pytest

from jtbd_core.wave import Progress
from jtbd_core.wave.stage import Counts, SectionProgress
from pages.components.wall import LAPTOP, PROJECTOR, Column, Screen, Words, rings


def column(letters: int, lines: int = 4) -> Column:
    """Return statements of so many letters below each other."""
    return Column([Words("x" * letters)] * lines, 40.0)


@pytest.mark.parametrize("screen", [LAPTOP, PROJECTOR], ids=["laptop", "projector"])
def test_words_are_as_large_as_there_is_room(screen: Screen) -> None:
    """The more there is to read the smaller it stands, and it ends on the screen."""
    scales = [screen.scale(column(letters), [column(letters)]) for letters in (20, 100, 300)]
    assert scales[0] > scales[1] > scales[2]
    for letters, scale in zip((20, 100, 300), scales, strict=True):
        height = column(letters).height(scale, screen.wider)
        assert max(screen.picture, height) + height <= screen.height


def test_words_are_no_markup() -> None:
    """What people wrote ends no tag and no attribute."""
    assert "<b>" not in str(Words('<b>"&'))
    drawn = rings(Counts(Progress(2, 2, 1), (SectionProgress("step.one", '"><b>', 1),), late=0))
    assert 'aria-label="&quot;&gt;&lt;b&gt;: 1 of 2 finished"' in drawn
    assert "--done: 50.0%" in drawn
