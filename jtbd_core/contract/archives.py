"""The verbs for archives: all of one study, read as of one moment, and added again as a copy."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from jtbd_core.contract.archive_columns import Part
from jtbd_core.contract.backups import Progress, no_progress
from jtbd_core.study import Study, StudyRecord, StudyStatus

Rows = list[tuple[Any, ...]]


class ArchivedStudy(NamedTuple):
    """A study, its status, the number of its saves, and its parts: `chunks` reads the rows of one, thousands at a time.

    A row has the columns of `Part.whole`. Part by part of `PARTS` they come in the order of the rounds, and within one
    in that of `Part.order`.
    """

    study: Study
    status: StudyStatus
    saves: int
    chunks: Callable[[Part], Iterator[Rows]]


class Archives(Protocol):
    """Archives of single studies."""

    def archived(self, study_id: str) -> AbstractContextManager[ArchivedStudy]:
        """Return all of a study as of one moment, but for keys, receipts, codes and the trial; others go on saving.

        Respondents are named by the keys of their weights, remarks by nobody, and saves by their place in the log.
        """
        ...

    def add_copy(self, archived: ArchivedStudy, progress: Progress = no_progress) -> StudyRecord:
        """Add a study that was archived, as one of its own; until it is whole, nobody sees it.

        Rounds, responses, remarks, notes and targets have new ids and keys, so that no personal link, receipt or code
        opens the copy. The keys of weights stay, so every score is the same to the last digit; and so does the ledger,
        so that what viewers see of both tells no more than what they see of one: of the copy they see what had been
        released of the first, and never more, as both would release other sets of the same people. Rounds are closed,
        and remarks that were not released cannot be.
        `progress` is called with the saves added so far.
        """
        ...
