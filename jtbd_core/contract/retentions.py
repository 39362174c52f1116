"""Until when answers are kept, and their end: anonymised one-way, or deleted."""

from typing import Protocol

from jtbd_core.wave import Wave
from jtbd_core.wave.retention import Retention


class Retentions(Protocol):
    """The retention of answers, round by round."""

    def retention(self, study_id: str) -> Retention | None:
        """Return the retention that further rounds of a study get, None where their answers are kept for good."""
        ...

    def set_retention(self, study_id: str, retention: Retention | None) -> None:
        """Set the retention of all rounds of a study that are not anonymised yet, and of further ones.

        Raises:
            Refused: it would end in fewer than `DAYS_OF_NOTICE` days.
        """
        ...

    def set_wave_retention(self, wave_id: str, retention: Retention | None) -> Wave:
        """Set the retention of one round; `Refused` as above, and for one that is anonymised already, or a trial."""
        ...

    def end_retention(self) -> list[Wave]:
        """Anonymise or delete the closed rounds whose last day is over, and return them as they were.

        Of a round that is anonymised every respondent gets a new random id, and no receipt, token or single-use code
        opens anything; times are cut to the day; remarks that are not released are deleted, and the others are under
        respondents chosen at random. What was released of it holds. It can be broken off, and is then done again.
        """
        ...
