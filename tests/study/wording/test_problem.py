"""The application of suggestions to a text that may have changed."""

import pytest
from msgspec.structs import replace

from jtbd_core.errors import StudyChanged
from jtbd_core.study.wording import applied
from tests.study.wording.one_statement import said, study


def test_a_problem_of_yesterday_changes_nothing_today() -> None:
    """A suggestion for a text that has changed since, or is gone, is refused."""
    before = study("Reduce the cost of a repair")
    for after in (study("Cut the cost of a repair"), replace(before, outcomes=())):
        with pytest.raises(StudyChanged):
            applied(after, said(before, "L05"))
