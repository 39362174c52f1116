"""The waves of a store, and how far they have come."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, Protocol

from jtbd_core.wave import NO_LIMITS, Limits, Progress, Version, Wave, WaveStatus

if TYPE_CHECKING:
    import pandas as pd


class Waves(Protocol):
    """The waves of a store, and how far they have come."""

    def open_wave(self, study_id: str, limits: Limits = NO_LIMITS) -> Wave:
        """Open the next wave; the first one launches the study, which freezes it.

        Past its closing time a wave is closed, for good, whatever the clock says later.

        Raises:
            Refused: the study lacks something, or a wave of it is still open or paused.
        """
        ...

    def import_wave(
        self,
        study_id: str,
        ratings: "pd.DataFrame",
        profiles: Mapping[str, Mapping[str, str]] | None = None,
        status: WaveStatus = "closed",
    ) -> Wave:
        """Keep answers collected elsewhere as the next wave, all or nothing; launches the study.

        `ratings` has columns respondent, outcome, importance, experience (1–5 or missing) and not_applicable;
        `profiles` maps a respondent to question id → option id.

        Raises:
            Refused: an outcome, question or option is not one of the study, or a value is outside 1–5.
        """
        ...

    def wave(self, wave_id: str) -> Wave:
        """Return one wave."""
        ...

    def wave_by_key(self, role: Literal["rate", "display", "join"], key: str) -> Wave:
        """Return the wave that this rate key, display key or join code opens."""
        ...

    def waves(self, study_id: str) -> list[Wave]:
        """Return the waves of a study, the latest first."""
        ...

    def set_status(self, wave_id: str, status: WaveStatus) -> Wave:
        """Pause, reopen or close a wave; a closed wave stays closed (`Refused`)."""
        ...

    def set_limits(self, wave_id: str, limits: Limits) -> Wave:
        """Let a wave end earlier or later, or with more or fewer people; a closed wave stays closed (`Refused`)."""
        ...

    def reveal(self, wave_id: str) -> Wave:
        """Let everybody see all answers so far, in a wave of any status; revealing again moves the moment."""
        ...

    def add_codes(self, wave_id: str, count: int) -> list[str]:
        """Make single-use codes for a wave, which from then on takes no newcomer without one; tell them this once.

        Raises:
            Refused: the wave is closed, or so many are not made at once.
        """
        ...

    def use_code(self, wave_id: str, code: str, token: str) -> None:
        """Let whoever holds this token begin with a code; harmless when repeated with the same token.

        Which code a response began with is not kept.

        Raises:
            NotFound: the wave has no such code.
            CodeUsed: somebody else has begun with it.
        """
        ...

    def may_begin(self, wave_id: str, token: str) -> bool:
        """Whether whoever holds this token may begin: the wave asks for no code, or one was used."""
        ...

    def is_full(self, wave_id: str) -> bool:
        """Whether as many people have begun as the wave takes."""
        ...

    def version(self, wave_id: str) -> Version:
        """Return the version signal of a wave: cheap, and another whenever a rating was saved or deleted.

        It moves as well when the wave is revealed or closed, since more answers may then be shown.
        """
        ...

    def progress(self, wave_id: str) -> Progress:
        """Return how many people have joined, rated and finished."""
        ...
