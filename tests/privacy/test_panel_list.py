"""The list of a panel as it may leave."""

import pytest

from jtbd_core.privacy.panel_list import panel_list
from jtbd_core.wave.panel import Listed, Standing


def people(**counts: int) -> list[Listed]:
    """Return a list with so many people of each standing."""
    standings: list[Standing] = ["started", "completed", "screened", "quota"]
    return [Listed({"pid": f"{one}{n}"}, one) for one in standings for n in range(counts.get(one, 0))]


@pytest.mark.parametrize(("started", "completed"), [(1, 40), (4, 40), (30, 2), (1, 1)])
def test_few_who_stopped_are_not_told_apart(started: int, completed: int) -> None:
    """Where few answers are unfinished, or finished, nobody is told to have left just these."""
    rows = panel_list(people(started=started, completed=completed, screened=1))
    assert [row.said for row in rows] == ["took part"] * (started + completed) + ["screened out"]


@pytest.mark.parametrize(("started", "completed"), [(5, 40), (0, 2), (3, 0), (9, 5)])
def test_others_are_told_by_how_far_they_came(started: int, completed: int) -> None:
    """Where at least five stopped, or nobody did, it says who finished; who left no answers is always told."""
    rows = panel_list(people(started=started, completed=completed, quota=2))
    assert [row.said for row in rows] == ["started"] * started + ["completed"] * completed + ["quota full"] * 2
