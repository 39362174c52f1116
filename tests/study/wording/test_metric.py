"""Rules about key outcomes, and their mechanical rewrites."""

import pytest

from jtbd_core.study import Study
from tests.study.wording.one_statement import corrected, study


@pytest.mark.parametrize(
    ("before", "rule", "after"),
    [
        (study("Reduce the cost of a repair"), "L05", "Minimize the cost of a repair"),
        (study("Minimize delays"), "L05", "Minimize the number of delays"),
        (
            study("Minimize the likelihood that the package does not arrive"),
            "L10",
            "Increase the likelihood that the package arrives",
        ),
        (
            study("Minimize the likelihood that the door isn’t locked"),
            "L10",
            "Increase the likelihood that the door is locked",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_one_click_rewrites(before: Study, rule: str, after: str) -> None:
    """A mechanical rewrite says what the author meant, and keeps the id."""
    assert (corrected(before, rule).id, corrected(before, rule).statement) == ("one", after)
