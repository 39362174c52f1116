"""Studies: drafts and launched ones, on their shelves."""

from typing import Protocol

from jtbd_core.study import Shelf, Study, StudyRecord


class Studies(Protocol):
    """Studies: drafts and launched ones, on their shelves."""

    def studies(self, shelf: Shelf = "desk") -> list[StudyRecord]:
        """Return the studies of a shelf, the one changed last first.

        First deletes for good what has been in the bin for `DAYS_IN_BIN` days.
        """
        ...

    def study(self, study_id: str) -> StudyRecord:
        """Return the study of this id."""
        ...

    def add_study(self, study: Study) -> StudyRecord:
        """Add a study as a draft, without its retired outcomes: no wave here has asked them."""
        ...

    def shelve_study(self, study_id: str, shelf: Shelf) -> StudyRecord:
        """Move a study with its waves to the desk, the archive or the bin; in the bin it takes no answers."""
        ...

    def delete_study(self, study_id: str) -> None:
        """Delete a study with its waves and answers, for good."""
        ...
