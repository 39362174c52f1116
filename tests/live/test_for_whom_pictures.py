"""The pictures of how groups differ."""

import json

import pytest
import vl_convert

from jtbd_core.live.for_whom import ForWhom
from jtbd_core.live.for_whom_pictures import MOST_OUTCOMES, Choice, pictured
from tests.live.compared import KEY, SUCCESS


@pytest.mark.parametrize("is_narrow", [True, False])
def test_pictures_are_charts_with_words(found: ForWhom, is_narrow: bool) -> None:
    """Both can be drawn; their descriptions say what the headline does, and name the largest difference."""
    matrix, differences = pictured(found, Choice(SUCCESS, "unmet", "solution", "score", is_narrow))
    assert differences is not None
    for picture in (matrix, differences):
        assert vl_convert.vegalite_to_svg(json.dumps(picture.spec | {"width": 360 if is_narrow else 1120}))
    assert found.sentence(SUCCESS, "unmet", "solution") in matrix.text
    assert "My listening habits are not passed on to others, Streaming service" in differences.text
    assert "▲ more, ▼ less: differs beyond noise" in matrix.key
    assert "the difference to expect when asked again, 95 % interval. It leans towards 0" in differences.key


def test_the_key_says_how_groups_overlap_and_no_more_than_is_drawn(found: ForWhom) -> None:
    """All groups are the same people anew at each question; marks are explained where there are any."""
    every, _ = pictured(found, Choice(SUCCESS, "unmet", "", "score", False))
    assert "Each question divides the same people anew." in every.key
    one, none = pictured(found, Choice(SUCCESS, "unmet", "frequency", "score", False))
    assert none is None
    assert "divides" not in one.key
    assert "▲" not in one.key
    more, _ = pictured(
        found._replace(people=found.people + 1, key="one more"), Choice(SUCCESS, "unmet", "", "score", False)
    )
    assert "counts under Everybody alone" in more.key


def test_the_largest_difference_can_come_first(found: ForWhom) -> None:
    """Else the highest score does, whichever is shown."""
    firsts = {}
    for order in ("score", "differences"):
        matrix, _ = pictured(found, Choice(SUCCESS, "unmet", "", order, False))
        firsts[order] = matrix.scores["outcome"].iloc[0]
    of_kind = found.everybody[found.everybody["kind"] == SUCCESS].set_index("outcome")
    assert firsts["score"] == of_kind["unmet"].idxmax()
    assert firsts["differences"] == found.marked(SUCCESS, "unmet")["outcome"].iloc[0]


def test_a_long_matrix_is_cut_but_for_marks(found: ForWhom) -> None:
    """It has the first outcomes and all that differ; a question without differences has no list of them."""
    matrix, differences = pictured(found, Choice(KEY, "unmet", "frequency", "score", False))
    marked = found.marked(KEY, "unmet", "frequency")
    assert len(matrix.scores) <= MOST_OUTCOMES + len(marked)
    assert (differences is None) == marked.empty


def test_a_choice_is_drawn_once_for_all(found: ForWhom) -> None:
    """Whoever has a link can ask for it without end, of the one process that computes what all look at."""
    choice = Choice(SUCCESS, "unmet", "solution", "score", False)
    assert pictured(found, choice) is pictured(found, choice)


def test_the_rows_stand_in_the_order_of_the_score_that_is_shown(found: ForWhom) -> None:
    """Also where another one orders the findings; all are shown where that was chosen."""
    matrix, _ = pictured(found, Choice(KEY, "share_short", "", "score", False, is_whole=True))
    assert matrix.scores["share_short"].is_monotonic_decreasing
    assert len(matrix.scores) == (found.everybody["kind"] == KEY).sum()
