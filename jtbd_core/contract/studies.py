"""The studies of a store."""

from typing import Protocol

from jtbd_core.study import Study
from jtbd_core.wave import StudyRecord


class Studies(Protocol):
    """The studies of a store."""

    def studies(self) -> list[StudyRecord]:
        """Return all studies, the one changed last first."""
        ...

    def study(self, study_id: str) -> StudyRecord:
        """Return one study."""
        ...

    def study_by_results_key(self, key: str) -> StudyRecord:
        """Return the study whose results this key opens."""
        ...

    def add_study(self, study: Study) -> StudyRecord:
        """Keep a new study as a draft."""
        ...

    def save_study(self, study_id: str, study: Study, revision: int) -> StudyRecord:
        """Replace a draft; `revision` is the one it was read with.

        Raises:
            StudyFrozen: it has been launched.
            StudyChanged: it was saved by somebody else since `revision`.
        """
        ...

    def delete_study(self, study_id: str) -> None:
        """Delete a study with its waves and answers, for good."""
        ...
