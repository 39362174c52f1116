"""Who answered, in words."""

import pytest

from jtbd_core.live.careless import CarelessView
from jtbd_core.scoring.quality import FLAGS
from pages.board.response_words import FLAGGED, apart_in_each, people_lines


def test_every_flag_has_plain_words() -> None:
    """A flag that is counted can be said."""
    assert list(FLAGGED) == list(FLAGS)


FEW = "2 answered exactly as somebody before"


@pytest.mark.parametrize(("is_shared", "few"), [(False, [FEW]), (True, [])])
def test_flags_are_counted_one_by_one(*, is_shared: bool, few: list[str]) -> None:
    """The most frequent first; stakeholders are not told of few that there are any."""
    found = CarelessView("", 40, 8, {"duplicate": 2, "same_pair": 8, "straight_line": 5}, {})
    first, *flags = people_lines(found, is_shared=is_shared, is_left_out=False)
    several = "Their signs, of which one person can show several:"
    said = "8 of 40 people answered in a way that looks careless."
    assert first == f"{said} They are counted unless you leave them out. {several}"
    left_out, *_ = people_lines(found, is_shared=is_shared, is_left_out=True)
    assert left_out == f"{said} They are left out now. {several}"
    same = "8 gave the same two answers throughout", "5 answered one question alike throughout"
    assert flags == [*same, *few]


def test_rounds_together_tell_no_more_than_each() -> None:
    """Of the first two did not finish: less the second, both would say so."""
    first, second = ({"Joined": 20, "Rated": 20, "Finished": many} for many in (18, 10))
    assert apart_in_each([second]) == second
    assert apart_in_each([first, second]) == {"Joined": 40, "Rated": 40}
