"""What both layouts of a report place."""

import pytest

from jtbd_core.report.layout import typeset


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("of the job “لا أشعر 3”, 6 job steps", "of the job “⟨لا أشعر 3⟩”, 6 job steps"),
        ("أين تعيش؟ · matters", "⟨أين تعيش؟⟩ · matters"),
        ("no more than تطبيق, 56 of them", "no more than ⟨تطبيق⟩, 56 of them"),
        ("لا أشعر، 3", "لا أشعر، 3"),
        ("“I walk”, 6 of 9", "“I walk”, 6 of 9"),
    ],
)
def test_what_is_read_from_right_to_left_is_set_apart(text: str, placed: str) -> None:
    """Within a sentence of ours, so that the commas and figures beside it stay there; alone it needs nothing."""
    assert typeset(text) == placed.replace("⟨", "\u2068").replace("⟩", "\u2069")


def test_figures_do_not_wrap() -> None:
    """A figure keeps its unit, and an interval its ends."""
    assert typeset("49 % (36–63)") == "49\u00a0%\u00a0(36\u2060–\u206063)"
