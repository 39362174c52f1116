"""What six sources export of one survey comes in without a move by hand."""

import pytest

from jtbd_core.exchange.ratings_file import read_ratings
from tests.exchange.exports import EXPORTS, IMPORTANCE, SATISFACTION, STATEMENTS


@pytest.mark.parametrize("tool", EXPORTS)
def test_an_export_is_read_as_it_is(tool: str) -> None:
    """All people, the outcomes by their statements where the file has these, and the same ratings."""
    read = read_ratings(EXPORTS[tool])
    assert len(read.respondents) == 3
    names = ("SQ001", "SQ002", "SQ003") if tool.startswith("LimeSurvey") and "texts" not in tool else STATEMENTS
    assert read.outcomes == names
    for kind, given in (("importance", IMPORTANCE), ("experience", SATISFACTION)):
        rated = read.ratings[kind].astype(object).where(read.ratings[kind].notna(), None)
        assert rated.tolist() == [rating for person in given for rating in person]
    assert read.assignment.asks == "satisfaction"
