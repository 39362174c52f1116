"""Drafts as they change: each save, and the way back."""

from typing import Protocol

from jtbd_core.study import Study, StudyRecord
from jtbd_core.study.history import History


class Histories(Protocol):
    """Drafts as they change; what can be undone is kept until the launch, for all windows on a study."""

    def save_study(self, study_id: str, study: Study, revision: int, what: str = "", field: str = "") -> StudyRecord:
        """Replace a draft; `revision` is the one it was read with.

        `what` says what the change did, such as “removed “It is dry””: it can then be undone. Consecutive changes of
        the same `field` are undone together. Without `what` there is no way back over it, and the history begins anew.

        Raises:
            StudyFrozen: it has been launched.
            StudyChanged: it was saved by somebody else since `revision`.
        """
        ...

    def history(self, study_id: str) -> History:
        """Return what can be undone and redone; the last `LONGEST_HISTORY` changes at most, none after the launch."""
        ...

    def undo(self, study_id: str, revision: int) -> StudyRecord:
        """Undo the last change, or nothing if there is none; the errors of `save_study`."""
        ...

    def redo(self, study_id: str, revision: int) -> StudyRecord:
        """Redo the change that was undone last, or nothing if there is none; the errors of `save_study`."""
        ...
