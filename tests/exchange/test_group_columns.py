"""The columns of a ratings file that say who belongs to which group."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.group_columns import read_groups

LONG = b"respondent,outcome,importance,experience,Used,home\na,x,5,2,app,big\na,y,4,2,app,big\nb,x,5,1,,small\n"


def test_a_long_file_names_each_respondent_once() -> None:
    """Empty cells are no option."""
    groups = read_groups(LONG, ["used", "home"])
    assert groups.to_numpy().tolist() == [["a", "Used", "app"], ["a", "home", "big"], ["b", "home", "small"]]


def test_respondents_without_names_are_numbered() -> None:
    """As `read_ratings` numbers them."""
    groups = read_groups(b"imp_x,sat_x,home\n5,2,big\n4,1,small\n", ["home"])
    assert groups["respondent"].tolist() == ["1", "2"]


def test_columns_that_hold_no_groups_are_refused() -> None:
    """The message names the column and the respondent."""
    with pytest.raises(UnreadableFile, match="no column mood"):
        read_groups(LONG, ["mood"])
    with pytest.raises(UnreadableFile, match="Column home: respondent a has more than one option"):
        read_groups(LONG.replace(b"a,y,4,2,app,big", b"a,y,4,2,app,small"), ["home"])
