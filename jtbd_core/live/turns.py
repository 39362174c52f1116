"""Turns of page runs that viewers ask for: a link lets anybody ask for hundreds a second, the form needs the server."""

from jtbd_core.live.line import Line
from jtbd_core.live.pace import Pace

PATIENCE = 4.0
"""Seconds for which a run waits for its turn; its thread waits, so that its session asks for no other meanwhile."""


def pace_of_viewer() -> Pace:
    """Return the pace of one viewer: more tabs and groups in a row than a person opens, then one in three seconds."""
    return Pace(12, 1 / 3)


class Turns:
    """Gives viewers their turns, each at their own pace and all at one pace."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._line = Line()

    def take(self, viewer: Pace) -> bool:
        """Wait for at most `PATIENCE` until it is a viewer's turn, and return whether it is.

        Who has asked for fewer runs lately is before the others.
        """

        def begin(now: float) -> None:
            viewer.count(now)
            self._pace.count(now)

        return self._line.wait(viewer.due_at, PATIENCE, lambda: max(viewer.due_at, self._pace.due_at), begin)


turns = Turns(Pace(80, 8))
"""The turns of this server: 480 people open a page within a minute, 80 of them at once."""
