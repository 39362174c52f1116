"""What the facilitator does to a wave."""

import pytest
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.wave import Answers
from pages.remote import controls
from tests.pages.conftest import Visit
from tests.pages.words import press


def test_a_wave_is_paused_and_resumed(facilitate: Visit, store: Store, study_id: str) -> None:
    """Pause and resume change the wave."""
    wave = store.open_wave(study_id)
    page = press(facilitate("room.py", study=study_id), "Pause")
    assert store.wave(wave.id).status == "paused"
    press(page, "Resume")
    assert store.wave(wave.id).status == "open"


def test_no_control_turns_into_another_under_the_pointer(facilitate: Visit, store: Store, study_id: str) -> None:
    """Whatever is pressed, each button keeps its place, disabled where the state does not allow it."""
    store.open_wave(study_id)
    page = facilitate("room.py", study=study_id)

    def states() -> dict[str, bool]:
        labels = [button.label.strip("*") for button in page.button]
        first, last = labels.index("Begin the rating"), labels.index("Reveal")
        return {button.label.strip("*"): button.disabled for button in page.button[first : last + 1]}

    before = states()
    assert [label for label, is_disabled in before.items() if is_disabled] == ["Resume", "Let the display go on"]
    for label in ("Begin the rating", "Pause", "Freeze the display"):
        page = press(page, label)
        assert list(states()) == list(before)
        assert states()[label]


def test_a_second_tap_opens_no_second_step(
    facilitate: Visit, store: Store, study_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button says the following step by then."""
    monkeypatch.setattr(controls, "SECONDS_BETWEEN_STEPS", 3600.0)  # the page may take longer than a second
    wave = store.open_wave(study_id)
    page = press(facilitate("room.py", study=study_id), "Step by step, all together")
    for _ in range(2):
        page = press(page, pace(page, "Next step: "))
    assert store.stage(wave.id).opened == 1


def test_a_wave_is_revealed(facilitate: Visit, store: Store, study_id: str) -> None:
    """One press reveals the answers so far; another moves the moment."""
    wave = store.open_wave(study_id)
    page = press(facilitate("room.py", study=study_id), "Reveal")
    first = store.wave(wave.id).revealed_at
    assert first is not None
    press(page, "Reveal again")
    assert store.wave(wave.id).revealed_at != first


def test_the_rating_begins_freezes_and_goes_on(facilitate: Visit, store: Store, study_id: str) -> None:
    """The remote's buttons change what the display shows."""
    wave = store.open_wave(study_id)
    page = press(press(facilitate("room.py", study=study_id), "Begin the rating"), "Freeze the display")
    stage = store.stage(wave.id)
    assert None not in (stage.begun_at, stage.frozen)
    press(page, "Let the display go on")
    assert store.stage(wave.id).frozen is None


def pace(page: AppTest, start: str) -> str:
    """Return the label that begins so."""
    labels = (button.label.strip("*") for button in page.button)
    return next(label for label in labels if label.startswith(start))


def test_the_facilitator_opens_step_by_step(facilitate: Visit, store: Store, study_id: str) -> None:
    """The next step is named; while somebody still rates, going on means to stop waiting."""
    wave = store.open_wave(study_id)
    page = press(facilitate("room.py", study=study_id), "Step by step, all together")
    page = press(page, pace(page, "Next step: "))
    assert store.stage(wave.id).opened == 1
    store.save(wave.id, "a" * 22, Answers(profile={"solution": "vinyl"}))
    page = facilitate("room.py", study=study_id)
    press(page, pace(page, "Stop waiting for 1: "))
    assert store.stage(wave.id).opened == 2
