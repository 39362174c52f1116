"""Statements cut to the room that a chart has."""

from jtbd_core.charts.statements import wrapped


def test_wrapping_marks_what_it_cuts() -> None:
    """A statement too long for its lines ends in an ellipsis; one that fits is left whole."""
    assert wrapped("one two three four five six", 10) == "one two\nthree …"
    assert wrapped("one two three", 10) == "one two\nthree"
