"""Value targets on the results page: set, tested by a later round, changed and deleted."""

from datetime import date

import pytest
from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.wave import Answers, Rating, Wave
from jtbd_core.wave.target import Aim
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import press, text
from tests.store.studies import PARCEL

TAB = "Over time"
AIM = Aim(outcomes=("on-time",), at_most=95, owner="Ann", due=date(2026, 12, 31), text="Two couriers more")


def asked(store: Store, study_id: str) -> Wave:
    """Return a closed round of 12 people, for half of whom one outcome falls short."""
    wave = store.open_wave(study_id)
    for number in range(12):
        rating = Rating(outcome="on-time", importance=5, experience=1 if number % 2 else 5)
        store.save(wave.id, f"{wave.id}{number:06}", Answers(ratings=(rating,)))
    return store.set_status(wave.id, "closed")


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give the first round."""
    return asked(store, store.add_study(PARCEL).id)


def told(page: AppTest) -> str:
    """Return what the chart of targets says to those who cannot see it."""
    return page.get("vega_lite_chart")[-1].proto.alt


def test_the_facilitator_sets_changes_and_deletes_a_target(facilitate: Visit, store: Store, wave: Wave) -> None:
    """Outcomes, share, owner and day are kept with the round; without an owner it is refused."""
    page = facilitate("results.py", study=wave.study_id, part=TAB)
    next(box for box in page.multiselect if box.label == "Outcomes").set_value(list(AIM.outcomes)).run()
    assert "Now it is 50 % (24–76 %) of the 12 people who rated them." in text(page)
    page = press(page, "Add it")
    assert "somebody who answers" in text(page)
    next(field for field in page.text_input if field.label == "Who answers for it").set_value("Ann")
    page = press(page, "Add it")
    (target,) = store.targets(wave.study_id)
    assert (target.wave_id, target.aim.outcomes, target.aim.owner) == (wave.id, AIM.outcomes, "Ann")
    page.number_input(key=f"target-{target.id}-at-most").set_value(25)
    page = press(page, "Save")
    assert store.targets(wave.study_id)[0].aim.at_most == 25
    press(page, "Delete")
    assert store.targets(wave.study_id) == []


def test_a_later_round_tells_whether_targets_are_met(visit: Visit, store: Store, wave: Wave) -> None:
    """Stakeholders read each target, its owner and what the owner will do; before a later round it waits."""
    key = results_key(store, wave.study_id)
    for at_most in (95, 0):
        store.add_target(wave.id, replace(AIM, at_most=at_most))
    page = visit("results.py", key=key, part=TAB)
    assert told(page).count("not asked again yet") == 2
    assert "Mark and bar" not in text(page)
    assert "Ann\n: Two couriers more" in text(page)
    assert "Add it" not in [button.label for button in page.button]
    asked(store, wave.study_id)
    first, second = told(visit("results.py", key=key, part=TAB)).split("; ")
    assert "at most 95 %: " in first
    assert first.endswith("%), met")
    assert "at most 0 %: " in second
    assert second.endswith("%), not met.")


def test_a_target_says_when_it_was_asked_again(facilitate: Visit, store: Store, wave: Wave) -> None:
    """A round after the day a target was due is no contradiction: both have their dates."""
    store.add_target(wave.id, AIM)
    later = asked(store, wave.study_id)
    page = facilitate("results.py", study=wave.study_id, part=TAB)
    assert (
        f"Mark and bar: judged by round 2, {later.opened_at:%B %Y}, begun before the due date; 95 % interval"
        in text(page)
    )
    page.session_state["targets"] = True
    (row,) = page.run().dataframe[-1].value.to_dict("records")
    assert (row["Owner"], row["Judged by"]) == (
        "Ann · due 31 Dec 2026",
        f"round 2, {later.opened_at:%B %Y}, begun before the due date",
    )
