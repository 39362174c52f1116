"""A stored study: its value, status and shelf."""

from datetime import datetime
from typing import Literal

from jtbd_core.study.study import Study
from jtbd_core.study.value import Value

StudyStatus = Literal["draft", "launched"]
Shelf = Literal["desk", "archive", "bin"]
"""The list that a study is in: active, archived, or in the bin, which is emptied after `DAYS_IN_BIN` days."""

DAYS_IN_BIN = 30


class StudyRecord(Value, frozen=True, kw_only=True):
    """A stored study: its value, status and shelf.

    `revision` counts the saves; the next save passes it back and is refused if another one came between (optimistic
    locking). `shelved_at` is when it was moved to its `shelf`, None if it was never moved; times are in UTC.
    """

    id: str
    study: Study
    status: StudyStatus
    revision: int
    updated_at: datetime
    shelf: Shelf = "desk"
    shelved_at: datetime | None = None
