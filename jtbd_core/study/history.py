"""What can be undone and redone of the changes to a draft."""

from jtbd_core.study.value import Value

LONGEST_HISTORY = 50
"""The most changes that can be undone; older ones are dropped. Each is kept as the whole draft before it: 30 kB."""


class History(Value, frozen=True, kw_only=True):
    """What each change to a draft did, in words: those that can be undone and redone, the next one last."""

    past: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
