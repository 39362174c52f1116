"""The scene of a wave: the state that the display draws, read from the store or from the frozen snapshot."""

from datetime import UTC, datetime
from typing import Literal, NamedTuple

import streamlit as st
from msgspec.structs import replace

from jtbd_core.live.findings import SECONDS_SHARED, Findings, findings
from jtbd_core.scoring.progress import section_progress
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from jtbd_core.wave.stage import LATE, Counts, Stage
from pages.components.store import the_store

View = Literal["lobby", "rating", "paused", "reveal", "closed"]


class Scene(NamedTuple):
    """The state that the display draws; `found` is None until the wave is revealed."""

    wave: Wave
    stage: Stage
    counts: Counts
    found: Findings | None

    @property
    def view(self) -> View:
        """The view that the display shows in this state."""
        if self.wave.revealed_at:
            return "reveal"
        if self.wave.status != "open":
            return self.wave.status
        return "rating" if self.stage.begun_at else "lobby"

    @property
    def subject(self) -> tuple[object, ...]:
        """The state whose change redraws the whole page; all else is redrawn within its fragment."""
        return self.view, self.stage.frozen, self.wave.status, self.found and self.found.stamp

    @property
    def minutes(self) -> int:
        """Whole minutes since the rating began, at least 0; constant while the display is frozen or the wave closed."""
        if self.stage.begun_at is None:
            return 0
        frozen_at = self.stage.frozen and self.stage.frozen.at
        until = frozen_at or self.wave.closed_at or datetime.now(UTC).replace(tzinfo=None)
        return max(int((until - self.stage.begun_at).total_seconds()) // 60, 0)


def scene(study: Study, wave_id: str) -> Scene:
    """Return the scene of a wave as of now or, while the display is frozen, of the moment it was frozen."""
    wave, stage = the_store().wave(wave_id), the_store().stage(wave_id)
    frozen = stage.frozen
    if frozen:
        wave = replace(wave, status=frozen.status, revealed_at=frozen.revealed_at)
        stage = replace(stage, opened=frozen.opened)
    counts = frozen.counts if frozen else live_counts(study, wave_id)
    found = findings(the_store(), study, wave, log=frozen and frozen.log) if wave.revealed_at else None
    return Scene(wave, stage, counts, found)


def live_counts(study: Study, wave_id: str) -> Counts:
    """Return the progress of a wave as of now, frozen or not; cached for all viewers for `SECONDS_SHARED`."""
    return _counts(study, wave_id, the_store().stage(wave_id).begun_at)


@st.cache_data(ttl=SECONDS_SHARED, show_spinner=False)
def _counts(_study: Study, wave_id: str, begun_at: datetime | None) -> Counts:
    store = the_store()
    done = section_progress(_study, store.ratings(wave_id), store.assignments(wave_id))
    late = store.joined_since(wave_id, begun_at + LATE) if begun_at else 0
    return Counts(store.progress(wave_id), done, late)
