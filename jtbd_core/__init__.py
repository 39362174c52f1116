"""Headway's core: studies, ratings and scores, without any user interface.

`from jtbd_core import score` gives the scores of a frame of ratings, `compare` the differences between groups,
`standing` how solutions stand and `drivers` which job steps success goes with; pandas is loaded at that moment and not
before, so that importing a part such as `jtbd_core.study` stays cheap.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jtbd_core.scoring import compare, drivers, score, standing

__all__ = ["compare", "drivers", "score", "standing"]


def __getattr__(name: str) -> object:
    """Return a function of the scoring package, loading that when one is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from jtbd_core import scoring

    return getattr(scoring, name)
