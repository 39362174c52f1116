"""The define page of a launched study, and its results."""

import pytest
from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study.sections import Section
from jtbd_core.study.translation import texts
from tests.pages.conftest import Visit
from tests.pages.words import press, text

STUDY = demo_study()
FIRST = STUDY.outcomes[0]
TYPO = f"{FIRST.statement}s"
OTHER = "I know at once which song this is"
CALM = "I feel calm while the music plays"
MUTED = "Minimize the time it takes to mute the sound"


@pytest.fixture
def launched(store: Store) -> str:
    """Give the id of a launched study."""
    return store.open_wave(store.add_study(STUDY).id).study_id


def correct(page: AppTest, statement: str) -> AppTest:
    """Choose the first statement and type another."""
    next(box for box in page.selectbox if box.label == "Text").set_value(f"outcome.{FIRST.id}").run()
    next(box for box in page.text_input if box.label == "Corrected text").set_value(statement).run()
    return page


def add(page: AppTest, statement: str) -> AppTest:
    """Type a statement and press *Add*."""
    next(box for box in page.text_input if box.label == "Statement").set_value(statement)
    return press(page, "Add")


def statements(store: Store, study_id: str) -> dict[str, str]:
    """Return what a study asks, by outcome id."""
    return {one.id: one.statement for one in store.study(study_id).study.without_retired().outcomes}


def test_a_typo_is_corrected_and_logged(facilitate: Visit, store: Store, launched: str) -> None:
    """A corrected statement keeps its id, and stands with its old words in the list of changes."""
    page = press(correct(facilitate("define.py", study=launched), TYPO), "Correct")
    assert statements(store, launched) == statements(store, launched) | {FIRST.id: TYPO}
    shown = text(page)
    assert "1 change since round 1" in shown
    assert " · Statement · since round 1" in shown
    assert f"Before]  {FIRST.statement}" in shown
    assert f"After]  {TYPO}" in shown


def test_a_correction_waits_for_nothing(facilitate: Visit, store: Store, launched: str) -> None:
    """It takes the press that comes right after typing, and without a change it does nothing."""
    page = facilitate("define.py", study=launched)
    assert not next(button for button in page.button if button.label == "Correct").disabled
    press(page, "Correct")
    assert store.amendments(launched) == []


def test_a_new_meaning_is_offered_as_a_new_outcome(facilitate: Visit, store: Store, launched: str) -> None:
    """A large change is questioned; taken as a new outcome, the old one is retired with its words."""
    page = correct(facilitate("define.py", study=launched), OTHER)
    assert "more than a typo" in text(page)
    press(page, "Retire it and add this as a new outcome")
    asked = statements(store, launched)
    assert FIRST.id not in asked
    assert OTHER in asked.values()
    assert next(one for one in store.study(launched).study.outcomes if one.is_retired) == replace(
        FIRST, is_retired=True
    )


def test_a_large_change_can_be_made_all_the_same(facilitate: Visit, store: Store, launched: str) -> None:
    """The facilitator has the last word."""
    press(correct(facilitate("define.py", study=launched), OTHER), "Correct all the same")
    assert statements(store, launched)[FIRST.id] == OTHER


def test_an_outcome_is_added_for_later_waves(facilitate: Visit, store: Store, launched: str) -> None:
    """A statement becomes an outcome with an id of its own, and nothing else changes."""
    page = facilitate("define.py", study=launched)
    next(box for box in page.selectbox if box.label == "Belongs to").set_value(Section(dimension="emotional"))
    add(page, CALM)
    *before, new = store.study(launched).study.outcomes
    assert tuple(before) == STUDY.outcomes
    assert (new.statement, new.dimension) == (CALM, "emotional")


def test_the_wording_of_a_new_outcome_is_checked(facilitate: Visit, store: Store, launched: str) -> None:
    """What the desk would find is said before it is added, and the facilitator has the last word."""
    page = add(facilitate("define.py", study=launched), "Good care and fast help")
    assert "**Error**" in text(page)
    assert store.study(launched).study == STUDY
    press(page, "Add all the same")
    assert store.study(launched).study.outcomes[-1].statement == "Good care and fast help"


def test_a_new_outcome_is_undone_until_somebody_is_asked_it(facilitate: Visit, store: Store, launched: str) -> None:
    """Then it can only be retired."""
    page = press(add(facilitate("define.py", study=launched), MUTED), "Undo")
    assert (store.study(launched).study, store.amendments(launched)) == (STUDY, [])
    add(page, MUTED)
    store.restart(store.waves(launched)[0].id)
    assert "Undo" not in [button.label for button in facilitate("define.py", study=launched).button]


def test_an_outcome_that_is_there_is_refused(facilitate: Visit, store: Store, launched: str) -> None:
    """The same statement twice is named, and nothing changes."""
    page = facilitate("define.py", study=launched)
    next(box for box in page.text_input if box.label == "Statement").set_value(FIRST.statement)
    press(page, "Add")
    assert "twice" in text(page)
    assert store.study(launched).study == STUDY


def test_an_outcome_is_retired_and_restored(facilitate: Visit, store: Store, launched: str) -> None:
    """What is retired stands apart with a way back."""
    page = facilitate("define.py", study=launched)
    next(box for box in page.selectbox if box.label == "Outcome").set_value(FIRST.id).run()
    page = press(page, "Retire")
    assert "Retired: not asked in later rounds" in text(page).replace("**", "")
    assert FIRST.id not in statements(store, launched)
    press(page, "Restore")
    assert store.study(launched).study == STUDY


def test_a_launched_study_is_shown_frozen(facilitate: Visit, store: Store) -> None:
    """After the launch no field of the desk is left, and all that is asked can still be read, as text."""
    study = replace(demo_study(), translations={"de": {"title": "Musik"}})
    record = store.add_study(study)
    store.open_wave(record.id)
    page = facilitate("define.py", study=record.id)
    shown = text(page)
    assert "frozen" in shown
    for one in (*(one.name for one in study.solutions), study.circumstances[0].question, "expectations met from 3"):
        assert one in shown
    assert f"Deutsch: {len(texts(study)) - 1} texts of {len(texts(study))} missing, not offered" in shown
    assert not [field for field in page.text_input if str(field.key).startswith("field-")]
