"""A study as it is stored: its value, where it is kept, and the key of its results."""

from datetime import datetime
from typing import Literal

from jtbd_core.study.study import Study
from jtbd_core.study.value import Value

StudyStatus = Literal["draft", "launched"]
Shelf = Literal["desk", "archive", "bin"]
"""Where a study is kept: at hand, put away, or in the bin, from which it is deleted for good after a while."""

DAYS_IN_BIN = 30


class StudyRecord(Value, frozen=True, kw_only=True):
    """A stored study: its value, its life, and the key that opens its results.

    `shelved_at` is when it was put on its `shelf`, None if it was never moved.
    `revision` counts the saves; give it back with the next save, so that nobody's work is overwritten unseen.
    """

    id: str
    study: Study
    status: StudyStatus
    revision: int
    results_key: str
    updated_at: datetime
    shelf: Shelf = "desk"
    shelved_at: datetime | None = None
