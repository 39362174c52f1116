"""The application of suggestions to a text that may have changed."""

import pytest
from msgspec.structs import replace

from jtbd_core.errors import StudyChanged
from jtbd_core.study.wording import applied
from tests.study.wording.one_statement import said, study


def test_the_suggestion_of_an_outdated_problem_is_refused() -> None:
    """It is refused if its text has changed since, or its outcome is gone."""
    before = study("Reduce the cost of a repair")
    for after in (study("Cut the cost of a repair"), replace(before, outcomes=())):
        with pytest.raises(StudyChanged):
            applied(after, said(before, "L16"))
