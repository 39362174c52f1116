"""What is said of solutions: only what their intervals allow."""

import pytest

from jtbd_core.scoring.standing_sentences import (
    UNCLEAR,
    Circumstance,
    mix_sentences,
    sides,
    standing_headline,
    standing_lines,
)
from tests.scoring.standings_of import standing_of

NAMES = {"a": "App", "b": "Booklet", "c": "Clinic", "d": "Diary"}
TOGETHER = "“At home” with “At work”"
PLACE = {"place": Circumstance("Where are you", {"home": "At home", "work": "At work", "away": "Away"})}


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        (
            {"a": (7.0, 3.0), "b": (3.0, 7.0)},
            "“App” is more effective than average, but less efficient. "
            "“Booklet” is more efficient, but less effective.",
        ),
        ({"a": (7.0, 7.0), "b": (7.0, 6.0)}, "“App” and “Booklet” are more effective and more efficient than average."),
        (
            {"a": (7.0, 5.2), "b": (3.0, 3.0)},
            "“App” is more effective than average. “Booklet” is less effective and less efficient.",
        ),
        (
            {"a": (5.2, 7.0), "b": (4.8, 3.0)},
            "“App” is more efficient than average. “Booklet” is less efficient.",
        ),
        ({"a": (5.2, 5.1), "b": (4.8, 4.9)}, UNCLEAR),
    ],
)
def test_words_stand_only_where_the_interval_clears_the_line(scores: dict[str, tuple[float, float]], said: str) -> None:
    """A solution whose interval takes in everybody's score is called neither."""
    assert standing_headline(standing_of(scores), NAMES) == said


def test_at_most_three_sentences_are_said() -> None:
    """The best are said first."""
    found = standing_of({"a": (7, 7), "b": (7, 3), "c": (3, 7), "d": (3, 3)})
    assert sides(found) == {"a": (1, 1), "b": (1, -1), "c": (-1, 1), "d": (-1, -1)}
    assert standing_headline(found, NAMES).count(".") == 3
    assert "Diary" not in standing_headline(found, NAMES)


def test_the_two_leaders_are_told_apart_or_not() -> None:
    """By the interval of their difference, whichever of them comes first."""
    lines = standing_lines(standing_of({"b": (6.0, 5.0), "a": (6.5, 8.0)}), NAMES)
    assert lines == [
        "Which is more effective, “App” or “Booklet”, the answers cannot tell: "
        "+0.5 points (95 % interval −0.5 to +1.5).",
        "“App” is more efficient than “Booklet”: +3.0 points (95 % interval +2.0 to +4.0).",
    ]
    assert standing_lines(standing_of({"a": (6.5, 8.0)}), NAMES) == []


def test_words_go_by_the_printed_figures() -> None:
    """A limit that is printed as 0.0, or as everybody's score, tells nothing: no words contradict the figures."""
    found = standing_of({"a": (6.04, 5.52), "b": (5.0, 5.0)})
    assert standing_lines(found, NAMES)[0].startswith("Which is more effective, “App” or “Booklet”, the answers cannot")
    assert sides(found)["a"] == (1, 0)


def test_what_is_held_equal_is_said() -> None:
    """With what was taken together, or that nothing could be held equal."""
    two = {"a": (6.0, 5.0), "b": (6.5, 8.0)}
    equal = "Circumstances are held equal: each score is that at everybody's mix of “Where are you”. “Measured” is not."
    assert mix_sentences(standing_of(two), NAMES, PLACE) == [equal]
    assert mix_sentences(standing_of(two, merged="place: home + work"), NAMES, PLACE) == [
        equal,
        f"“App”: {TOGETHER}.",
        f"“Booklet”: {TOGETHER}.",
    ]
    assert mix_sentences(standing_of(two, merged="place: home + work + away"), NAMES, PLACE) == [
        "Circumstances are not held equal: too few of each solution's people are in some of them."
    ]
    assert mix_sentences(standing_of(two), NAMES, {}) == []
