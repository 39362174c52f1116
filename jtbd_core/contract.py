"""What Headway asks of a database: the verbs of a store, without a word about engines."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, Protocol

from jtbd_core.study import Study
from jtbd_core.wave import NO_LIMITS, Answers, Group, Limits, Progress, Response, StudyRecord, Version, Wave, WaveStatus

if TYPE_CHECKING:
    import pandas as pd


class Store(Protocol):
    """Keeps studies, waves and responses; safe to share between threads.

    Every verb raises `NotFound` for an id or key it does not know, `StoreUnavailable` if the engine fails.
    """

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

    def is_full(self, wave_id: str) -> bool:
        """Whether as many people have begun as the wave takes."""
        ...

    def assigned(self, wave_id: str, token: str) -> tuple[str, ...]:
        """Return the ids of the outcomes that whoever holds this token is shown, in the order of the study.

        Where each rates a part, these are chosen when first asked for, from those shown to the fewest people so far,
        and stay: after a reload, on another device, and for any number of people who ask at once.
        """
        ...

    def save(self, wave_id: str, token: str, answers: Answers) -> None:
        """Save a part of the response that `token` opens; begins the response if this is its first save.

        Saving the same answers twice changes nothing. Returns once the answers are durable.

        Raises:
            WaveClosed: the wave is paused or closed, or full and this is a newcomer; nothing was stored.
            Refused: an outcome, question or option is not one of the study; nothing was stored.
        """
        ...

    def response(self, token: str) -> Response:
        """Return the response that this personal token opens."""
        ...

    def response_by_receipt(self, code: str) -> Response:
        """Return the response that this receipt code opens."""
        ...

    def delete_response(self, response_id: str) -> None:
        """Delete a response and all its ratings, for good; allowed at any time."""
        ...

    def version(self, wave_id: str) -> Version:
        """Return the version signal of a wave: cheap, and another whenever a rating was saved or deleted."""
        ...

    def progress(self, wave_id: str) -> Progress:
        """Return how many people have joined, rated and finished."""
        ...

    def counts(self, wave_id: str, group: Group | None = None) -> "pd.DataFrame":
        """Return how often each answer was given: columns outcome, importance, experience, not_applicable, n.

        One row per outcome and cell; importance and experience are missing where they were not given.
        """
        ...

    def ratings(self, wave_id: str, group: Group | None = None) -> "pd.DataFrame":
        """Return the latest ratings: columns respondent, outcome, importance, experience, not_applicable.

        One row per respondent and outcome; importance and experience are floats, NaN where missing.
        """
        ...

    def profiles(self, wave_id: str) -> "pd.DataFrame":
        """Return the profile answers: columns respondent, question, option."""
        ...

    def cards(self, wave_id: str) -> "pd.DataFrame":
        """Return how each card was met: columns respondent, outcome, position (in the form, from 1), seconds.

        One row per respondent and outcome that was saved; NaN where the position or the time is not known.
        """
        ...

    def assignments(self, wave_id: str) -> "pd.DataFrame":
        """Return which outcomes each respondent is shown: columns respondent, outcome; all others are *not shown*.

        Holds everybody who has begun in a wave where each rates a part; empty where everybody is shown everything.
        """
        ...

    def remarks(self, wave_id: str) -> list[str]:
        """Return what respondents wrote under "what did we miss?", in no telling order."""
        ...

    def secret(self) -> str:
        """Return the random secret of this database, with which sign-in cookies are signed."""
        ...

    def close(self) -> None:
        """Write everything out and let go of the database."""
        ...
