"""An event loop whose clock jumps to what is due next: what takes hours is done at once."""

import asyncio
from collections.abc import Coroutine
from selectors import DefaultSelector, SelectorKey
from typing import TypeVar

Result = TypeVar("Result")


class _Jumping(DefaultSelector):
    """Never waits; what it would have waited is added to `now`."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        assert timeout is not None, "nothing is due any more"
        self.now += max(timeout, 0)
        return super().select(0)


class _VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.now


def run_virtually(story: Coroutine[object, object, Result]) -> Result:
    """Run a story under the clock that jumps, and return what it returns."""
    with asyncio.Runner(loop_factory=_VirtualLoop) as runner:
        return runner.run(story)
