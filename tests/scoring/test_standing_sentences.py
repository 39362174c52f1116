"""What is said of solutions: only what their intervals allow."""

import pytest

from jtbd_core.scoring.standing_sentences import (
    Circumstance,
    mix_sentences,
    sides,
    standing_details,
    standing_headline,
    standing_lines,
)
from tests.scoring.standings_of import standing_of

NAMES = {"a": "App", "b": "Booklet", "c": "Clinic", "d": "Diary"}
TOGETHER = "“At home” with “At work”"
PLACE = {"place": Circumstance("Where are you", {"home": "At home", "work": "At work", "away": "Away"})}


AVERAGE = "than the average of everybody"
NONE = f"None of the two solutions is surely both more effective and more efficient {AVERAGE}."


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ({"a": (7.0, 3.0), "b": (3.0, 7.0)}, f"{NONE} More effective: “App”. More efficient: “Booklet”."),
        (
            {"a": (7.0, 7.0), "b": (7.0, 6.0)},
            f"“App” and “Booklet” are both more effective and more efficient {AVERAGE}.",
        ),
        (
            {"a": (7.0, 7.0), "b": (7.0, 3.0)},
            f"“App” is both more effective and more efficient {AVERAGE}, and it alone. More effective: “Booklet”.",
        ),
        ({"a": (5.2, 7.0), "b": (4.8, 3.0)}, f"{NONE} More efficient: “App”."),
        ({"a": (5.2, 3.0), "b": (4.8, 3.0)}, f"{NONE} Less efficient: “App” and “Booklet”."),
        (
            {"a": (5.2, 5.1), "b": (4.8, 4.9)},
            "The answers cannot tell whether any of the two solutions is more or less effective or more or less "
            f"efficient {AVERAGE}.",
        ),
        (
            {"a": (5.2, 5.1)},
            "The answers cannot tell whether the solution is more or less effective or more or less efficient "
            f"{AVERAGE}.",
        ),
    ],
)
def test_words_stand_only_where_the_interval_clears_the_line(scores: dict[str, tuple[float, float]], said: str) -> None:
    """A solution whose interval takes in everybody's score is called neither."""
    assert standing_headline(standing_of(scores), NAMES) == said


def test_of_every_solution_it_is_said_what_can_be_told() -> None:
    """Those that are better in both ways are said first; by which score one cannot be told stands in brackets."""
    found = standing_of({"a": (7, 3), "b": (7, 7), "c": (3, 5.2), "d": (5.1, 4.9)})
    assert sides(found) == {"a": (1, -1), "b": (1, 1), "c": (-1, 0), "d": (0, 0)}
    assert standing_details(found, NAMES) == (
        "“Booklet” is more effective and more efficient. “App” is more effective, but less efficient. "
        "“Clinic” is less effective (efficiency: cannot tell). “Diary” cannot be told from the average."
    )


def test_of_one_kind_nothing_is_said_of_the_other() -> None:
    """Where success outcomes alone were asked nobody wonders about efficiency."""
    found = standing_of({"a": (7, 3), "b": (3, 7), "c": (5, 5)})
    alone = found._replace(table=found.table[found.table["kind"] == "effectiveness"])
    assert standing_headline(alone, NAMES) == f"More effective {AVERAGE}: “App”."
    assert standing_details(alone, NAMES) == ""


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
    assert ": +0.6 points" in standing_lines(standing_of({"a": (7.55, 6.0), "b": (7.04, 5.0)}), NAMES)[0]
    assert standing_lines(found, NAMES)[0].startswith("Which is more effective, “App” or “Booklet”, the answers cannot")
    assert sides(found)["a"] == (1, 0)


def test_what_is_held_equal_is_said() -> None:
    """With what was taken together, or that nothing could be held equal."""
    two = {"a": (6.0, 5.0), "b": (6.5, 8.0)}
    equal = (
        "Circumstances are held equal: each solution is scored as if its users had everybody's mix of “Where are "
        "you”. “Measured”: with the mix that they have."
    )
    assert mix_sentences(standing_of(two), NAMES, PLACE) == [equal]
    assert mix_sentences(standing_of(two, merged="place: home + work"), NAMES, PLACE) == [
        equal.replace("held equal:", "held equal where enough people allow it:"),
        f"“App”: {TOGETHER}.",
        f"“Booklet”: {TOGETHER}.",
    ]
    assert mix_sentences(standing_of(two, merged="place: home + work + away"), NAMES, PLACE) == [
        "Circumstances are not held equal: too few of each solution's people are in some of them."
    ]
    assert mix_sentences(standing_of(two), NAMES, {}) == []
    both = PLACE | {"often": Circumstance("How often", {"daily": "Daily", "seldom": "Seldom"})}
    (said,) = mix_sentences(standing_of(two)._replace(questions=("place", "often")), NAMES, both)
    assert "“Where are you” and “How often”. Each by itself: where answers to them go together, what they " in said
