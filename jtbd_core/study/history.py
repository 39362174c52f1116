"""Undo and redo of the edits of a study."""

from jtbd_core.study.study import Study
from jtbd_core.study.value import Value

LONGEST_HISTORY = 100
"""The most changes that can be undone; older ones are dropped."""


class History(Value, frozen=True, kw_only=True):
    """The undo and redo stacks of a study that is edited.

    `past` and `future` have the description of each change and the study before or after it, the next one to undo or
    redo last. `field` is the input field of the last change.
    """

    now: Study
    past: tuple[tuple[str, Study], ...] = ()
    future: tuple[tuple[str, Study], ...] = ()
    field: str = ""

    def changed(self, study: Study, what: str, field: str = "") -> "History":
        """Return the history with a change added; consecutive changes of the same `field` are merged into one."""
        if study == self.now:
            return self
        goes_on = bool(field) and field == self.field and bool(self.past)
        past = self.past if goes_on else (*self.past, (what, self.now))[-LONGEST_HISTORY:]
        return History(now=study, past=past, field=field)

    def undone(self) -> "History":
        """Return the history with the last change undone."""
        what, before = self.past[-1]
        return History(now=before, past=self.past[:-1], future=(*self.future, (what, self.now)))

    def redone(self) -> "History":
        """Return the history with the last undone change redone."""
        what, after = self.future[-1]
        return History(now=after, past=(*self.past, (what, self.now)), future=self.future[:-1])
