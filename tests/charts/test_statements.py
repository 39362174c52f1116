"""Statements cut to the room that a chart has."""

from jtbd_core.charts.statements import short_statements, wrapped


def test_direction_of_a_key_outcome_becomes_an_arrow() -> None:
    """The opening words that all key outcomes share give way to those that tell them apart."""
    assert short_statements("Minimize the time it takes to find songs")[0] == "↓ time to find songs"
    assert short_statements("Increase the likelihood that it plays")[0] == "↑ likelihood that it plays"


def test_wrapping_marks_what_it_cuts() -> None:
    """A statement too long for its lines ends in an ellipsis; one that fits is left whole."""
    assert wrapped("one two three four five six", 10) == "one two\nthree …"
    assert wrapped("one two three", 10) == "one two\nthree"
