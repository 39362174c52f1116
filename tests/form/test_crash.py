"""A power failure while people answer."""

from tests.bench.kills import kill


def test_a_kill_costs_no_acknowledged_answer() -> None:
    """However the server ends, what it acknowledged is stored; `python -m tests.bench.kills` does so 100 times."""
    cost = kill(times=3)
    assert cost.acknowledged > 0
    assert cost.lost == 0
