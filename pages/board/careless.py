"""Views without careless answers, where these may be left out."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from jtbd_core.live.careless import without_careless
from jtbd_core.live.insights import insight
from jtbd_core.live.snapshot import Snapshot
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.wave.groups import CAREFUL
from pages.board.board import Board
from pages.components.note import draw_note
from pages.components.store import the_store

Found = TypeVar("Found")

COUNTED = (
    "This view holds everybody’s answers, careless ones included: without them a group would be of fewer "
    f"than {THRESHOLD} people, or tell of so few."
)


def compared(
    board: Board,
    analyse: Callable[[Study, Snapshot], Found],
    is_less: Callable[[Found, Found], bool] = lambda *_: False,
) -> Found | None:
    """Return what an analysis finds in the board's answers, None while nothing may be shown yet.

    Where careless answers are to be left out and may not be, or what is found then is less than in everybody's answers,
    these are shown, and a line says so.
    """
    found, is_left_out = counted(board, analyse, is_less)
    if board.group == CAREFUL and found is not None and not is_left_out:
        draw_note(COUNTED)
    return found


def counted(
    board: Board,
    analyse: Callable[[Study, Snapshot], Found],
    is_less: Callable[[Found, Found], bool] = lambda *_: False,
) -> tuple[Found | None, bool]:
    """Return what `compared` does, and whether careless answers are left out of it."""
    found_of = partial(insight, the_store(), board.study, board.waves, with_unreleased=not board.is_shared)
    everybody = found_of(analyse)
    if board.group == CAREFUL and everybody is not None and (apart := found_of(partial(without_careless, analyse))):
        (found,) = apart
        if found is not None and not is_less(found, everybody):
            return found, True
    return everybody, False
