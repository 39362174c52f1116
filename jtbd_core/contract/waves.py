"""Waves: opened, paused, limited, closed, and how many people have answered."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from jtbd_core.contract.backups import Progress as Traced
from jtbd_core.contract.backups import no_progress
from jtbd_core.wave import NO_LIMITS, Limits, Mark, Progress, Version, Wave, WaveStatus

if TYPE_CHECKING:
    import pandas as pd


class Waves(Protocol):
    """Waves: opened, paused, limited, closed, and how many people have answered."""

    def open_wave(
        self, study_id: str, limits: Limits = NO_LIMITS, waits_for_reveal: bool = False, *, is_beside: bool = False
    ) -> Wave:
        """Open the next wave; the first one launches the study, which freezes it.

        Of a wave that `waits_for_reveal` nothing is shared before it, and everything then; of others it is in steps.
        A wave that `is_beside` another is opened while that one goes on, up to `MOST_OPEN` at once.

        Whichever verb first reads a wave past its closing time closes it, for good.

        Raises:
            Refused: the study lacks something, or a wave of it goes on and the new one is not meant to be beside it,
                or `MOST_OPEN` go on.
        """
        ...

    def import_wave(  # noqa: PLR0913 - the parts of a wave
        self,
        study_id: str,
        ratings: "pd.DataFrame",
        profiles: Mapping[str, Mapping[str, str]] | None = None,
        status: WaveStatus = "closed",
        *,
        remarks: Mapping[str, str] | None = None,
        weights: Mapping[str, float] | None = None,
        period: tuple[datetime, datetime] | None = None,
        asked: Collection[str] | None = None,
        progress: Traced = no_progress,
    ) -> Wave:
        """Import answers collected elsewhere as the next wave, which is there once all are; launches the study.

        They are written in parts, so that others who save meanwhile wait for one part at most. If the import is refused
        or broken off, nothing of it stays.

        `ratings` has columns respondent, outcome, importance, experience, not_applicable, of pairs expectation (codes);
        `profiles` maps a respondent to question id → option id, `remarks` to what they wrote, `weights` to a
        number above 0 on any scale. `period` is the first and the last moment (UTC) of the field work; without it, a
        closed wave is undated. `asked` has the ids of the outcomes that these people were asked, all that are not
        retired if it is not given.

        Raises:
            Refused: an outcome, question or option is not one of the study, a value is outside its scale,
                or a weight is no number from 1e-9 to 1e12.
        """
        ...

    def take_in(  # noqa: PLR0913 - the parts of a wave
        self,
        study_id: str,
        folder: Path,
        status: WaveStatus = "closed",
        *,
        period: tuple[datetime, datetime] | None = None,
        asked: Collection[str] | None = None,
        source: str = "",
        progress: Traced = no_progress,
    ) -> Wave:
        """Import answers as `import_wave` does from a folder with the files that `write_answer_files` wrote of them.

        However many they are, no more than `answer_files.PART` rows are in memory at once. What they hold was checked
        when they were written: the study must be as it was then. `source` is a digest of the file they come from.
        """
        ...

    def waves_from(self, source: str) -> list[Wave]:
        """Return the waves, of studies that are not in the bin, that were taken in from the file of this digest."""
        ...

    def wave(self, wave_id: str) -> Wave:
        """Return the wave of this id."""
        ...

    def wave_by_key(self, role: Literal["rate", "display", "join"], key: str) -> Wave:
        """Return the wave that has this rate key, display key or join code."""
        ...

    def waves(self, study_id: str) -> list[Wave]:
        """Return the waves of a study, the latest first."""
        ...

    def set_status(self, wave_id: str, status: WaveStatus) -> Wave:
        """Pause, reopen or close a wave; a closed wave stays closed (`Refused`)."""
        ...

    def set_limits(self, wave_id: str, limits: Limits) -> Wave:
        """Replace the cap and the closing time of a wave; a closed wave stays closed (`Refused`)."""
        ...

    def name_wave(self, wave_id: str, name: str) -> Wave:
        """Name a wave, or with an empty text let it go by its number; `Refused` if it is too long or not one line."""
        ...

    def reveal(self, wave_id: str) -> Wave:
        """Show everybody all answers so far, in a wave of any status; calling it again reveals those since."""
        ...

    def add_codes(self, wave_id: str, count: int) -> list[str]:
        """Add single-use codes to a wave, which then takes no newcomer without one; only digests are kept.

        Raises:
            Refused: the wave is closed, or `count` is not from 1 to `MOST_CODES`.
        """
        ...

    def use_code(self, wave_id: str, code: str, token: str) -> None:
        """Admit the holder of a token with a code; idempotent for the same token.

        Which code a response began with is not kept.

        Raises:
            NotFound: the wave has no such code, or somebody else has begun with it; which of the two is not told.
        """
        ...

    def unused_codes(self, wave_id: str, codes: Sequence[str]) -> list[str]:
        """Return those of some codes of an open or paused wave that nobody has used, in their order.

        Codes that were used leave the list in steps of at least `THRESHOLD`: which one was used between two looks would
        else tell when its holder began. Codes of another wave are left out.
        """
        ...

    def may_begin(self, wave_id: str, token: str) -> bool:
        """Whether the holder of a token may begin: the wave asks for no code, or one was used with this token."""
        ...

    def is_full(self, wave_id: str) -> bool:
        """Whether as many people have begun as the wave takes."""
        ...

    def version(self, wave_id: str) -> Version:
        """Return the version of a wave's rating log: cheap to read, and another after each save or deletion.

        It moves as well when the wave is revealed or closed, since more answers may then be shown.
        """
        ...

    def mark(self, wave_id: str) -> Mark:
        """Return of a wave's version how far it is revealed, and how many rows were deleted; costs the same always."""
        ...

    def progress(self, wave_id: str) -> Progress:
        """Return how many people have joined, rated and finished."""
        ...
