"""Margins: shares that a whole can have."""

import pytest

from jtbd_core.errors import Refused
from jtbd_core.wave.margin import Margin


def test_shares_add_up_to_a_whole() -> None:
    """Rounded ones may miss it by a hundredth."""
    assert Margin(question="place", shares=(("home", 333), ("work", 333), ("move", 333))).total == 999
    with pytest.raises(Refused, match="add up to 90 %, not to 100 %"):
        Margin(question="place", shares=(("home", 600), ("work", 300)))


@pytest.mark.parametrize("shares", [(("home", 1000),), (("home", 500), ("home", 500)), (("home", 1000), ("work", 0))])
def test_impossible_shares_are_refused(shares: tuple[tuple[str, int], ...]) -> None:
    """One answer alone, one twice, and one that nobody gives."""
    with pytest.raises(Refused):
        Margin(question="place", shares=shares)
