"""How sure the top of a list is, in words."""

import pytest

from jtbd_core.scoring.sureness import Sureness


@pytest.mark.parametrize(
    ("expected", "then"),
    [
        ({0: 3.4, 10: 4.0, 30: 4.3, 100: 4.7}, "4.0 with 10 more people, 4.3 with 30 more people"),
        ({0: 4.74, 10: 4.8, 30: 4.9, 100: 5.0}, "30 more people would hardly change that"),
    ],
    ids=["worth asking", "hardly"],
)
def test_how_sure_the_top_is_at_a_glance(expected: dict[int, float], then: str) -> None:
    """As it stands and with as many more people as a room could ask, unless they would hardly add to it."""
    glance = Sureness(top=5, expected=expected, stays={"gap": 5}).glance()
    assert glance == f"About {expected[0]:.1f} of the top 5 belong there; {then}."
