"""Amendments of a launched study: corrected texts, added outcomes, and retired ones."""

from collections.abc import Callable

import duckdb
import psycopg
import pytest
from pandas.testing import assert_frame_equal

from jtbd_core.contract import Store
from jtbd_core.errors import InvalidStudy, NotFound, Refused
from jtbd_core.study import Circumstance, Option, Outcome, Solution, Study
from jtbd_core.wave import Answers, Rating, Wave, asked_study
from tests.store.studies import PARCEL

TOKEN = "t" * 22
RATED = Answers(ratings=(Rating(outcome="on-time", importance=5, experience=2),))
INTACT = Outcome(id="intact", statement="The seal is intact", dimension="functional")


def asked(store: Store, wave: Wave) -> list[str]:
    """Return the ids of the outcomes that a wave asks."""
    return [one.id for one in asked_study(store.study(wave.study_id).study, store.wave(wave.id)).outcomes]


def next_wave(store: Store, wave: Wave) -> Wave:
    """Close a wave and open the next."""
    store.set_status(wave.id, "closed")
    return store.open_wave(wave.study_id)


def ids(study: Study) -> list[str]:
    """Return the ids of all outcomes of a study."""
    return [one.id for one in study.outcomes]


def test_a_typo_is_corrected_at_once(store: Store, wave: Wave) -> None:
    """The open wave asks the corrected statement under the same id, and the log has both with their time."""
    store.correct(wave.study_id, "outcome.on-time", "The parcel is delivered on time")
    study = store.study(wave.study_id).study
    assert {one.id: one.statement for one in study.outcomes}["on-time"] == "The parcel is delivered on time"
    (amendment,) = store.amendments(wave.study_id)
    assert (amendment.what, amendment.name, amendment.since) == ("mended", "outcome.on-time", 1)
    assert (amendment.before, amendment.after) == (
        "The package is delivered on time",
        "The parcel is delivered on time",
    )
    assert amendment.changed_at >= wave.opened_at


def test_a_corrected_statement_keeps_its_answers(store: Store, wave: Wave) -> None:
    """Counts, ratings and ids are the same before and after."""
    store.save(wave.id, TOKEN, RATED)
    ratings, study = store.ratings(wave.id), store.study(wave.study_id).study
    store.correct(wave.study_id, "outcome.on-time", "The parcel is delivered on time")
    assert_frame_equal(store.ratings(wave.id), ratings)
    assert ids(store.study(wave.study_id).study) == ids(study)


@pytest.mark.parametrize(
    "name",
    ["title", "job", "purpose", "step.hand-over", "solution.post", "circumstance.haste", "option.haste.low"],
)
def test_every_text_can_be_corrected(store: Store, wave: Wave, name: str) -> None:
    """All texts that respondents read can be corrected, and the log has the text before and after."""
    store.correct(wave.study_id, name, "Corrected")
    store.correct(wave.study_id, name, "Corrected again")
    assert [(one.name, one.before, one.after) for one in store.amendments(wave.study_id)][1:] == [
        (name, "Corrected", "Corrected again")
    ]


def test_a_translation_is_corrected_alone(store: Store, wave: Wave) -> None:
    """With a language the statement stays and its translation changes."""
    record = store.correct(wave.study_id, "outcome.on-time", "Das Paket kommt pünktlich", "de")
    assert record.study.translations["de"] == {"outcome.on-time": "Das Paket kommt pünktlich"}
    assert record.study.outcomes == PARCEL.outcomes
    assert store.amendments(wave.study_id)[0].language == "de"


def test_nothing_to_correct_is_not_logged(store: Store, wave: Wave) -> None:
    """The same words again change nothing."""
    record = store.study(wave.study_id)
    assert store.correct(wave.study_id, "title", f" {PARCEL.title} ") == record
    assert store.amendments(wave.study_id) == []


def test_a_correction_that_breaks_a_rule_changes_nothing(store: Store, wave: Wave) -> None:
    """A statement that stands there already, an empty one and an unknown id are refused."""
    for name, text, error in (
        ("outcome.on-time", "The package is not damaged upon arrival", InvalidStudy),
        ("outcome.on-time", " ", InvalidStudy),
        ("outcome.nothing", "Something", NotFound),
    ):
        with pytest.raises(error):
            store.correct(wave.study_id, name, text)
    assert store.study(wave.study_id).study == PARCEL
    assert store.amendments(wave.study_id) == []


def test_a_draft_is_edited_instead(store: Store) -> None:
    """Before the launch there is nothing to correct, add or retire."""
    record = store.add_study(PARCEL)
    for amend in (
        lambda: store.correct(record.id, "title", "Other"),
        lambda: store.add_outcome(record.id, INTACT),
        lambda: store.retire(record.id, "time"),
    ):
        with pytest.raises(Refused, match="not been launched"):
            amend()


def test_a_new_outcome_is_asked_from_the_next_wave_on(store: Store, wave: Wave) -> None:
    """The wave before does not ask it and refuses answers to it; the next one takes them."""
    store.add_outcome(wave.study_id, INTACT)
    rating = Answers(ratings=(Rating(outcome="intact", experience=3),))
    assert "intact" not in asked(store, wave)
    with pytest.raises(Refused, match="no outcome"):
        store.save(wave.id, TOKEN, rating)
    later = next_wave(store, wave)
    store.save(later.id, TOKEN[::-1] + "x", rating)
    assert asked(store, later) == [*ids(PARCEL), "intact"]
    assert asked(store, wave) == ids(PARCEL)


def test_a_retired_outcome_is_not_asked_in_later_waves(store: Store, wave: Wave) -> None:
    """The wave going on asks it to its end, the next one does not, and its answers are kept."""
    store.save(wave.id, TOKEN, RATED)
    store.retire(wave.study_id, "on-time")
    assert "on-time" in asked(store, wave)
    assert "on-time" not in asked(store, next_wave(store, wave))
    assert list(store.ratings(wave.id)["outcome"]) == ["on-time"]


def test_retiring_can_be_taken_back(store: Store, wave: Wave) -> None:
    """Taken back, it is asked again in later waves, while the wave between stays without it."""
    store.retire(wave.study_id, "on-time")
    between = next_wave(store, wave)
    store.retire(wave.study_id, "on-time", is_retired=False)
    assert "on-time" in asked(store, next_wave(store, between))
    assert "on-time" not in asked(store, between)
    assert [(one.what, one.since) for one in store.amendments(wave.study_id)] == [("retired", 2), ("taken back", 3)]


def test_the_last_outcome_cannot_be_retired(store: Store, wave: Wave) -> None:
    """A form without a card is none."""
    for name in ("time", "on-time"):
        store.retire(wave.study_id, name)
    with pytest.raises(Refused, match="last outcome"):
        store.retire(wave.study_id, "undamaged")


def test_waves_of_an_older_headway_asked_what_there_was(address: str, opened: Callable[[], Store]) -> None:
    """A wave whose outcomes were not written down does not claim to have asked a later one."""
    store = opened()
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.close()
    raw = psycopg.connect(address, autocommit=True) if address.startswith("postgresql") else duckdb.connect(address)
    raw.execute("UPDATE wave SET asked = NULL")
    raw.close()
    store = opened()
    store.add_outcome(wave.study_id, INTACT)
    assert asked(store, wave) == ids(PARCEL)


def test_a_deleted_study_takes_its_log_with_it(store: Store, wave: Wave) -> None:
    """Nothing of what was changed is left."""
    store.correct(wave.study_id, "title", "Other")
    store.delete_study(wave.study_id)
    assert store.amendments(wave.study_id) == []


def test_an_added_outcome_is_taken_out_until_a_wave_asks_it(store: Store, wave: Wave) -> None:
    """Nothing of it is left, not in the log either; afterwards, and for outcomes of the launch, it is refused."""
    before = store.study(wave.study_id).study
    store.add_outcome(wave.study_id, INTACT)
    assert store.take_out(wave.study_id, "outcome.intact").study == before
    assert store.amendments(wave.study_id) == []
    store.add_outcome(wave.study_id, INTACT)
    next_wave(store, wave)
    for name in ("outcome.intact", "outcome.on-time"):
        with pytest.raises(Refused, match="nobody has been asked"):
            store.take_out(wave.study_id, name)


def test_what_is_offered_later_is_not_offered_by_earlier_waves(store: Store, wave: Wave) -> None:
    """The wave going on refuses a new solution, option and question; the next one takes them, and the log has them."""
    store.add_solution(wave.study_id, Solution(id="drone", name="Drone"))
    store.add_option(wave.study_id, "haste", Option(id="some", label="Somewhat urgent"))
    options = (Option(id="no", label="No"), Option(id="yes", label="Yes"))
    store.add_question(wave.study_id, Circumstance(id="abroad", question="Did it go abroad?", options=options))
    assert asked_study(store.study(wave.study_id).study, store.wave(wave.id)) == PARCEL
    given = {"solution": "drone", "haste": "some", "abroad": "yes"}
    for question, option in given.items():
        with pytest.raises(Refused, match="is not an answer"):
            store.save(wave.id, TOKEN, Answers(profile={question: option}))
    later = next_wave(store, wave)
    for question, option in given.items():
        store.save(later.id, "u" * 22, Answers(profile={question: option}))
    assert len(store.profiles(later.id)) == 3
    assert [(one.what, one.name, one.since) for one in store.amendments(wave.study_id)] == [
        ("added", "solution.drone", 2),
        ("added", "option.haste.some", 2),
        ("added", "circumstance.abroad", 2),
    ]


def test_what_nobody_was_offered_is_taken_out(store: Store, wave: Wave) -> None:
    """A solution that was added by mistake leaves nothing, and one that a wave has offered stays."""
    before = store.study(wave.study_id).study
    for _ in range(2):
        store.add_solution(wave.study_id, Solution(id="drone", name="Drone"))
        assert store.take_out(wave.study_id, "solution.drone").study == before
    store.add_solution(wave.study_id, Solution(id="drone", name="Drone"))
    next_wave(store, wave)
    with pytest.raises(Refused, match="nobody has been asked"):
        store.take_out(wave.study_id, "solution.drone")
