"""Room, as the facilitator uses it."""

from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Limits, Rating
from pages.components import scene
from tests.pages.conftest import Visit
from tests.pages.words import press, text

EVENING = (datetime.now(UTC) + timedelta(days=1)).replace(hour=18, minute=0, second=0, microsecond=0, tzinfo=None)


@pytest.fixture
def study_id(store: Store) -> str:
    """Give the id of a study that can be launched."""
    return store.add_study(demo_study()).id


def test_opening_the_first_round_launches_the_study(facilitate: Visit, store: Store, study_id: str) -> None:
    """One click opens the round and shows its link and join code."""
    page = press(facilitate("room.py", study=study_id), "Open round 1")
    (wave,) = store.waves(study_id)
    assert store.study(study_id).status == "launched"
    assert f"/r/{wave.rate_key}" in text(page)
    assert f"{wave.join_code[:3]} {wave.join_code[3:]}" in text(page)
    assert page.image[0].proto.imgs[0].alt == "QR code with the link of the form"


def test_a_study_that_lacks_something_cannot_be_opened(facilitate: Visit, store: Store) -> None:
    """The room of a study without outcomes says what is missing."""
    page = facilitate("room.py", study=store.add_study(Study(title="Empty", job="Do nothing")).id)
    assert "Add at least one outcome" in text(page)
    assert page.button == []


def test_the_room_counts_its_people(facilitate: Visit, store: Store, study_id: str) -> None:
    """Joined, rated and finished are counted apart."""
    wave = store.open_wave(study_id)
    store.save(wave.id, "a" * 22, Answers(profile={"solution": "vinyl"}))
    first = demo_study().outcomes[0].id
    store.save(wave.id, "b" * 22, Answers(ratings=(Rating(outcome=first, experience=2),), is_finished=True))
    shown = text(facilitate("room.py", study=study_id))
    assert all(part in shown for part in ("Joined 2", "Rated 1", "Finished 1"))


def test_a_round_is_paused_and_resumed(facilitate: Visit, store: Store, study_id: str) -> None:
    """Pause and resume change the round."""
    wave = store.open_wave(study_id)
    page = press(facilitate("room.py", study=study_id), "Pause")
    assert store.wave(wave.id).status == "paused"
    press(page, "Resume")
    assert store.wave(wave.id).status == "open"


def test_a_round_can_end_by_itself(facilitate: Visit, store: Store, study_id: str) -> None:
    """Cap and closing time are chosen when it is opened, and can be moved; a press right after typing takes both."""
    page = facilitate("room.py", study=study_id)
    page.number_input[0].set_value(40)
    page.datetime_input[0].set_value(EVENING)
    page = press(page, "Open round 1")
    (wave,) = store.waves(study_id)
    assert wave.limits == Limits(cap=40, closes_at=EVENING)
    next(box for box in page.number_input if box.label == "Most people").set_value(60)
    press(page, "Keep")
    assert store.wave(wave.id).limits == Limits(cap=60, closes_at=EVENING)


def test_the_room_says_what_codes_do(facilitate: Visit, store: Store, study_id: str) -> None:
    """Looking at the codes makes none; once there are some, the room says that it asks for one."""
    wave = store.open_wave(study_id)
    shown = text(facilitate("room.py", study=study_id))
    assert "Each code lets one person begin" in shown
    assert "This round asks for a code" not in shown
    assert not store.wave(wave.id).asks_code
    store.add_codes(wave.id, 1)
    assert "This round asks for a code" in text(facilitate("room.py", study=study_id))


def test_a_round_is_revealed(facilitate: Visit, store: Store, study_id: str) -> None:
    """One press reveals the answers so far; another moves the moment."""
    wave = store.open_wave(study_id)
    page = press(facilitate("room.py", study=study_id), "Reveal")
    first = store.wave(wave.id).revealed_at
    assert first is not None
    press(page, "Reveal again")
    assert store.wave(wave.id).revealed_at != first


def test_a_closed_round_makes_way_for_the_next(facilitate: Visit, store: Store, study_id: str) -> None:
    """Closing offers the next round."""
    wave = store.open_wave(study_id)
    page = press(facilitate("room.py", study=study_id), "Close for good")
    assert store.wave(wave.id).status == "closed"
    press(page, "Open round 2")
    assert [one.status for one in store.waves(study_id)] == ["open", "closed"]


def test_fewer_than_five_people_are_not_shown(facilitate: Visit, store: Store, study_id: str) -> None:
    """With four people there is no chart, and the room says why."""
    wave = store.open_wave(study_id)
    first = demo_study().outcomes[0].id
    rating = Answers(ratings=(Rating(outcome=first, importance=5, experience=2),))
    for i in range(4):
        store.save(wave.id, f"{i}" * 22, rating)
    store.reveal(wave.id)
    page = facilitate("room.py", study=study_id)
    assert "when 5 people have rated" in text(page)
    assert page.get("vega_lite_chart") == []
    store.save(wave.id, "e" * 22, rating)
    store.reveal(wave.id)
    assert len(facilitate("room.py", study=study_id).get("vega_lite_chart")) == 1


def rate_all(store: Store, wave_id: str, people: int) -> None:
    """Let people rate all outcomes of the demo study, each in a way of their own."""
    for person in range(people):
        ratings = tuple(
            Rating(outcome=one.id, importance=1 + (person + n) % 5, experience=5 if (person + n) % 2 else 1)
            for n, one in enumerate(demo_study().outcomes)
        )
        store.save(wave_id, f"{person:022}", Answers(ratings=ratings, is_finished=True))


def test_the_remote_shows_no_averages_before_the_reveal(facilitate: Visit, store: Store, study_id: str) -> None:
    """Progress by job step is there from the start, charts and scores only after the reveal."""
    wave = store.open_wave(study_id)
    rate_all(store, wave.id, 12)
    page = facilitate("room.py", study=study_id)
    assert page.get("vega_lite_chart") == []
    assert "opportunity" not in text(page).lower()
    press(page, "Reveal")
    assert store.wave(wave.id).revealed_at is not None
    shown = text(facilitate("room.py", study=study_id))
    assert "12 people answered" in shown
    assert "more people would" in shown
    assert "two camps of 12 people" in shown


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


def test_who_came_late_is_counted(
    facilitate: Visit, store: Store, study_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The badge counts who joined after the rating was under way, and is not there before anybody did."""
    monkeypatch.setattr(scene, "LATE", timedelta())  # nobody waits two minutes for a test
    wave = store.open_wave(study_id)
    rate_all(store, wave.id, 3)
    store.begin(wave.id)
    assert "came late" not in text(facilitate("room.py", study=study_id))
    rate_all(store, wave.id, 5)
    assert "2 came late" in text(facilitate("room.py", study=study_id))


def test_a_trial_has_a_display_of_its_own(facilitate: Visit, store: Store, study_id: str) -> None:
    """Beside the trial's form stands the link of its display."""
    trial = store.open_trial(study_id)
    assert f"/display?key={trial.display_key}" in text(facilitate("room.py", study=study_id))


def test_a_round_is_extended(facilitate: Visit, store: Store, study_id: str) -> None:
    """Five minutes more move the closing time."""
    wave = store.open_wave(study_id, Limits(closes_at=EVENING))
    press(facilitate("room.py", study=study_id), "5 more minutes")
    assert store.wave(wave.id).limits.closes_at == EVENING + timedelta(minutes=5)


def test_a_note_is_pinned_and_read_in_the_results(facilitate: Visit, store: Store, study_id: str) -> None:
    """A note stands under its outcome with its author, on the remote and in the facilitator's results."""
    wave = store.open_wave(study_id)
    rate_all(store, wave.id, 5)
    page = facilitate("room.py", study=study_id)
    assert "A note needs a text and a name" in press(page, "Pin it").toast[0].value
    page.text_input(key="note-author").set_value("Ann")
    page.text_area(key="note-text").set_value("Try *lockers*")
    page = press(page, "Pin it")
    (note,) = store.notes(wave.id)
    assert (note.author, note.text, note.outcome) == ("Ann", "Try *lockers*", demo_study().outcomes[0].id)
    assert "Note: Try *lockers*" in text(page)
    store.reveal(wave.id)
    assert "Note: Try *lockers*" in text(facilitate("results.py", study=study_id))
    press(facilitate("room.py", study=study_id), "Delete")
    assert store.notes(wave.id) == []


def test_a_note_is_changed_by_a_press_right_after_typing(facilitate: Visit, store: Store, study_id: str) -> None:
    """What is kept is what stands in the box, known to the page before or not."""
    wave = store.open_wave(study_id)
    store.add_note(wave.id, demo_study().outcomes[0].id, "note", "Ann", "Try lockers")
    page = facilitate("room.py", study=study_id)
    next(box for box in page.text_area if box.label == "Text").set_value("Try lockers in May")
    next(button for button in page.button if (button.key or "").startswith("keep-")).click().run()
    assert [(note.author, note.text) for note in store.notes(wave.id)] == [("Ann", "Try lockers in May")]


def test_notes_are_not_for_stakeholders(visit: Visit, store: Store, study_id: str) -> None:
    """The results link shows none of what the room said."""
    wave = store.open_wave(study_id)
    store.add_note(wave.id, demo_study().outcomes[0].id, "note", "Ann", "Between us")
    assert "Between us" not in text(visit("results.py", key=store.study(study_id).results_key))
