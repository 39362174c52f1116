"""Waves that no result counts: the trial of a study, and archived ones that went wrong."""

from typing import Protocol

from jtbd_core.wave import Wave


class Uncounted(Protocol):
    """Waves that no result counts: the trial of a study, and archived ones that went wrong."""

    def open_trial(self, study_id: str) -> Wave:
        """Open the trial wave of a draft or launched study, or return the one there is.

        It never counts: it has the number 0, is not among the `waves`, and launches nothing. It follows the draft.

        Raises:
            Refused: the study lacks something that a form needs.
        """
        ...

    def trial(self, study_id: str) -> Wave | None:
        """Return the trial wave of a study, None if there is none."""
        ...

    def wipe_trial(self, study_id: str) -> None:
        """Delete the trial wave of a study with all its answers, for good; idempotent."""
        ...

    def restart(self, wave_id: str) -> Wave:
        """Close and archive a wave and open the next one, fielded alike, in one transaction.

        Raises:
            Refused: the wave is archived already, so that a second press opens no second one; or it is a trial.
        """
        ...

    def archive_wave(self, wave_id: str, is_archived: bool = True) -> Wave:
        """Archive a closed wave, which keeps it out of the results, or restore it; `Refused` unless it is closed."""
        ...
