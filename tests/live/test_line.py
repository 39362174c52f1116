"""The line of threads that wait for their turn."""

from concurrent.futures import ThreadPoolExecutor
from math import inf
from threading import Event

from jtbd_core.live.line import Line

SECONDS_TO_COME = 30.0


def test_the_least_rank_goes_first() -> None:
    """Of two who wait for another to make it time, the one who came last but has the lesser rank begins first."""
    line, times, began = Line(), [inf], list[int]()
    came = {rank: Event() for rank in (2, 1)}

    def wait(rank: int) -> bool:
        def due_at() -> float:
            came[rank].set()
            return times[-1]

        return line.wait(rank, SECONDS_TO_COME, due_at, lambda _: began.append(rank))

    with ThreadPoolExecutor(len(came)) as waiting:
        for rank, is_first in came.items():
            waiting.submit(wait, rank)
            assert is_first.wait(SECONDS_TO_COME)
        assert line.wait(0, 0, lambda: 0.0, lambda _: times.append(0.0))
    assert began == [1, 2]


def test_who_waited_in_vain_leaves_the_line() -> None:
    """After their patience they are told so, and the next one begins."""
    line = Line()
    assert not line.wait(1, 0, lambda: inf, lambda _: None)
    assert line.wait(2, 0, lambda: 0.0, lambda _: None)
