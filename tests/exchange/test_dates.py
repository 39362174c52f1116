"""The days of field work."""

from datetime import datetime

import pytest

from jtbd_core.exchange.dates import period_of


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["2026-10-02", "2026-10-03"], datetime(2026, 10, 2)),
        (["2026-10-02T23:30:00Z", "2026-10-03 01:00:00"], datetime(2026, 10, 2, 23, 30)),
        (["2026/10/02 1:00:00 AM GMT+2"], datetime(2026, 10, 1, 23)),
        (["2026-10-02T01:00:00-05:30"], datetime(2026, 10, 2, 6, 30)),
        (["02.10.2026 08:15"], datetime(2026, 10, 2, 8, 15)),
        (["10/02/2026 08:15:00 PM"], datetime(2026, 10, 2, 20, 15)),
        (["2/10/2026", "13/10/2026"], datetime(2026, 10, 2)),
    ],
)
def test_a_date_is_read_as_tools_write_it(texts: list[str], first: datetime) -> None:
    """With a zone or without, the day before or behind the month where others leave no doubt."""
    period = period_of(texts)
    assert period is not None
    assert period[0] == first


@pytest.mark.parametrize("texts", [[], ["2/10/2026"], ["2026-10-02", "soon"], ["2026-13-02"], ["45931"]])
def test_what_can_be_read_in_two_ways_or_none_is_no_date(texts: list[str]) -> None:
    """A day that may be wrong is not guessed."""
    assert period_of(texts) is None
