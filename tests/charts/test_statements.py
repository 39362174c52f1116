"""Statements cut to the room that a chart has."""

from jtbd_core.charts.statements import wrapped


def test_wrapping_marks_what_it_cuts() -> None:
    """A statement too long for its lines ends in an ellipsis; one that fits is left whole."""
    assert wrapped("one two three four five six", 10) == "one two\nthree …"
    assert wrapped("one two three", 10) == "one two\nthree"
    assert wrapped("", 10) == ""


def test_long_words_are_broken_with_a_hyphen() -> None:
    """And cut where they end the last line, so that it is not left empty."""
    assert wrapped("Versicherungsvergleichsportal", 11, 3) == "Versicheru-\nngsverglei-\nchsportal"
    assert wrapped("Wir vertrauen Versicherungsvergleichsportalen", 14) == "Wir vertrauen\nVersicherungs…"


def test_wide_characters_take_the_room_of_two() -> None:
    """Without blanks too a line of Chinese is as wide as one of English."""
    assert wrapped("一二三四五六七八九十一二三四五六", 16) == "一二三四五六七八\n九十一二三四五六"
