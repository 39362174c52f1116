"""What the display shows of a wave before its reveal."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import Study
from jtbd_core.study.sections import asked_sections
from jtbd_core.wave import Answers, Progress, Rating, Wave
from jtbd_core.wave.stage import Counts, SectionProgress
from pages.components.scene import Scene, scene
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import text


def rings(visit: Visit, wave: Wave) -> list[str]:
    """Return what the rings of the display say to those who do not see them."""
    page = visit("display.py", key=wave.display_key)
    return [said for part in page.get("html") for said in re.findall('aria-label="([^"]*)"', part.proto.body)]


def test_the_lobby_counts_who_joined(visit: Visit, store: Store, wave: Wave) -> None:
    """The display shows the address, the join code and how many have joined, and no results."""
    rate_all(store, wave.id, 3)
    page = visit("display.py", key=wave.display_key)
    shown = text(page)
    assert not page.get("vega_lite_chart")
    assert re.search(r"3\s+joined", shown)
    assert f"/join  ·  {wave.join_code[:3]} {wave.join_code[3:]}" in shown


def test_a_trial_is_marked_in_every_view(visit: Visit, store: Store, wave: Wave) -> None:
    """The display of a trial says that it never counts; that of a wave does not."""
    trial = store.open_trial(wave.study_id)
    assert "Trial: these answers never count" in text(visit("display.py", key=trial.display_key))
    store.begin(trial.id)
    assert "Trial: these answers never count" in text(visit("display.py", key=trial.display_key))
    assert "Trial" not in text(visit("display.py", key=wave.display_key))


def test_the_rating_shows_rings_and_no_averages(visit: Visit, store: Store, wave: Wave) -> None:
    """A ring per job step and dimension says how many finished; the code stays for those who come late."""
    store.begin(wave.id)
    rate_all(store, wave.id, 12)
    assert len(rings(visit, wave)) > 3
    assert all(ring.endswith(": 12 of 12 finished") for ring in rings(visit, wave))
    shown = text(visit("display.py", key=wave.display_key))
    assert f"{wave.join_code[:3]} {wave.join_code[3:]}" in shown
    assert "opportunity" not in shown.lower()


def test_the_rating_says_which_step_is_open(visit: Visit, store: Store, wave: Wave) -> None:
    """Where all go step by step, the display says for which, and while frozen for which it was."""

    def says(step: str) -> bool:
        return step in text(visit("display.py", key=wave.display_key))

    store.begin(wave.id)
    rate_all(store, wave.id, 2)
    study = demo_study()
    counted = tuple(SectionProgress(one.id, one.name(study), 2) for one in asked_sections(study))
    first, second = (one.name for one in counted[:2])
    assert not says("Now:")
    store.set_pace(wave.id, 0)
    assert says("Your form opens the first step soon")
    store.set_pace(wave.id, 1)
    assert says(f"Now: {first}")
    store.freeze(wave.id, Counts(Progress(2, 2, 2), counted, late=0))
    store.set_pace(wave.id, 2)
    assert says(f"Now: {first}")
    store.unfreeze(wave.id)
    assert says(f"Now: {second}")


@pytest.mark.parametrize(
    ("status", "says"),
    [
        ("paused", ["Paused", "2 of 3 have finished", "All answers are saved, and each form says so"]),
        ("closed", ["Thank you", "3 people took part", "This round is closed", "Next come the results"]),
    ],
)
def test_the_display_says_when_no_answers_are_taken(
    visit: Visit, store: Store, wave: Wave, status: str, says: list[str]
) -> None:
    """A pause says how far the room is and that nothing is lost, the end thanks and says what comes next."""
    rate_all(store, wave.id, 2)
    first = demo_study().outcomes[0].id
    store.save(wave.id, "x" * 22, Answers(ratings=(Rating(outcome=first, importance=5, experience=2),)))
    store.set_status(wave.id, status)
    shown = text(visit("display.py", key=wave.display_key))
    assert [one for one in says if one not in shown] == []


def test_a_pause_before_anybody_came_counts_nobody(visit: Visit, store: Store, wave: Wave) -> None:
    """None of none is no progress."""
    store.set_status(wave.id, "paused")
    assert "Nobody has joined yet" in text(visit("display.py", key=wave.display_key))


def draw_alone(study: "Study", shown: "Scene") -> None:
    """Draw the view of a display that was opened before, as Streamlit does when it runs the fragment alone."""
    import streamlit as st

    from pages.components.views import follow_view

    if st.session_state.get("was drawn"):
        st.title("The whole page")
        return
    st.session_state["was drawn"] = True
    follow_view(study, shown)


@pytest.mark.parametrize("is_binned", [False, True])
def test_a_display_left_open_ends_with_its_study(store: Store, wave: Wave, is_binned: bool) -> None:
    """Whoever asks for the view alone has the page run anew, which says that the study was withdrawn."""
    study = store.study(wave.study_id).study
    shown = scene(study, wave.id)
    if is_binned:
        store.shelve_study(wave.study_id, "bin")
    seen = text(AppTest.from_function(draw_alone, args=(study, shown)).run())
    assert ("joined" in seen, "The whole page" in seen) == (not is_binned, is_binned)
