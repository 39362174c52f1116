"""The studies of a store."""

from typing import Protocol

from jtbd_core.study import Study
from jtbd_core.wave import Shelf, StudyRecord


class Studies(Protocol):
    """The studies of a store."""

    def studies(self, shelf: Shelf = "desk") -> list[StudyRecord]:
        """Return the studies of a shelf, the one changed last first.

        First deletes for good what has been in the bin for `DAYS_IN_BIN` days.
        """
        ...

    def study(self, study_id: str) -> StudyRecord:
        """Return one study."""
        ...

    def study_by_results_key(self, key: str) -> StudyRecord:
        """Return the study whose results this key opens."""
        ...

    def add_study(self, study: Study) -> StudyRecord:
        """Keep a new study as a draft, without its retired outcomes: nobody was asked them here."""
        ...

    def save_study(self, study_id: str, study: Study, revision: int) -> StudyRecord:
        """Replace a draft; `revision` is the one it was read with.

        Raises:
            StudyFrozen: it has been launched.
            StudyChanged: it was saved by somebody else since `revision`.
        """
        ...

    def shelve_study(self, study_id: str, shelf: Shelf) -> StudyRecord:
        """Put a study at hand, away, or into the bin, with all it has; in the bin it takes no answers."""
        ...

    def delete_study(self, study_id: str) -> None:
        """Delete a study with its waves and answers, for good."""
        ...
