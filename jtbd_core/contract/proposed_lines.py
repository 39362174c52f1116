"""Lines that an assistant proposes for a draft: they wait until a facilitator looks at them, and are not outcomes."""

from typing import Protocol

MOST_PROPOSED = 60_000
"""The most characters that wait for a study: 300 outcomes of 200."""


class ProposedLines(Protocol):
    """The proposed lines of studies, as the texts of lists that `study.wording.pasted` reads."""

    def proposed_lines(self, study_id: str) -> tuple[str, ...]:
        """Return the lists that wait for the facilitator of a study, the oldest first."""
        ...

    def propose_lines(self, study_id: str, text: str) -> None:
        """Let a list wait for the facilitator of a draft.

        Raises:
            StudyFrozen: the study has been launched.
            Refused: it is not on the desk, or more than `MOST_PROPOSED` characters would wait.
        """
        ...

    def take_proposed_lines(self, study_id: str) -> tuple[str, ...]:
        """Return the lists that wait for the facilitator of a study, which then wait no longer."""
        ...
