"""Headway's core: studies, ratings and scores, without any user interface.

`from jtbd_core import score` gives the scores of a frame of ratings; pandas is loaded at that moment and not
before, so that importing a part such as `jtbd_core.study` stays cheap.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jtbd_core.scoring import score

__all__ = ["score"]


def __getattr__(name: str) -> object:
    """Return `score`, loading the scoring package when it is first asked for."""
    if name != "score":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from jtbd_core.scoring import score

    return score
