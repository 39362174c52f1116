"""Define, as the facilitator uses it."""

import pytest
from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.readiness import readiness
from jtbd_core.study import Outcome, Step
from jtbd_core.wave import StudyRecord
from jtbd_core.wording import findings
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT, statements, tick, typed
from tests.pages.words import press, text


def test_what_is_typed_is_kept_at_once(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A statement is edited in place, without a button to save, and the page says that it is kept."""
    typed(page, "field-outcome-whole", "The package arrives undamaged ")
    assert statements(store, record)[1] == "The package arrives undamaged"
    assert "All changes saved" in text(page)


def test_job_and_step_are_edited_in_place(page: AppTest, store: Store, record: StudyRecord) -> None:
    """So are the job and the names of its steps; outcomes keep their step."""
    typed(page, "field-job", "Send a parcel")
    typed(page, "field-step-wrap", "Pack")
    study = store.study(record.id).study
    assert (study.job, study.steps[0]) == ("Send a parcel", Step(id="wrap", name="Pack", is_core=True))


def test_changes_are_taken_back_and_made_again(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Undo restores what is kept and what the field shows; redo makes it again."""
    typed(page, "field-outcome-whole", "It comes")
    press(page, "Undo")
    assert statements(store, record)[1] == "The package arrives whole"
    assert page.text_input(key="field-outcome-whole").value == "The package arrives whole"
    press(page, "Redo")
    assert page.text_input(key="field-outcome-whole").value == "It comes"


def test_what_cannot_be_kept_stays_in_its_field(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A statement that is there already is refused in words; the field keeps it to be mended."""
    typed(page, "field-outcome-whole", "The package is delivered on time")
    assert "appears twice" in text(page)
    assert "All changes saved" not in text(page)
    assert page.text_input(key="field-outcome-whole").value == "The package is delivered on time"
    assert statements(store, record) == [one.statement for one in DRAFT.outcomes]


def test_a_list_that_cannot_be_kept_says_so_beside_the_page(page: AppTest, store: Store, record: StudyRecord) -> None:
    """The box lies far below the top of the page: what is wrong is also told where every place shows it, once."""
    page.button(key="add-step.wrap").click().run()
    page.text_area(key="list").set_value("It is dry\nIt is dry")
    press(page, "Add")
    assert "appears twice" in page.toast[0].value
    assert not page.run().toast
    assert "appears twice" in text(page)
    assert statements(store, record) == [one.statement for one in DRAFT.outcomes]


def test_a_pasted_list_becomes_outcomes(page: AppTest, store: Store, record: StudyRecord) -> None:
    """One line is one statement of the chosen place, without its bullet or number; avoid is told by the wording."""
    page.button(key="add-step.wrap").click().run()
    page.text_area(key="list").set_value("1. Minimize the time it takes to wrap\n• The wrap is not torn\n\n")
    press(page, "Add")
    added = store.study(record.id).study.outcomes[2:]
    assert [(one.statement, one.step, one.polarity) for one in added] == [
        ("Minimize the time it takes to wrap", "wrap", "wanted"),
        ("The wrap is not torn", "wrap", "avoid"),
    ]


def test_a_list_with_a_line_that_is_there_already_stays(page: AppTest, store: Store, record: StudyRecord) -> None:
    """The line is named, nothing is added, and nothing that was typed is lost."""
    page.button(key="add-social").click().run()
    page.text_area(key="list").set_value("My boss trusts me\nThe package arrives whole")
    press(page, "Add")
    assert "The package arrives whole" in text(page)
    assert page.text_area(key="list").value == "My boss trusts me\nThe package arrives whole"
    assert len(statements(store, record)) == 2


@pytest.mark.parametrize(
    ("button", "after"),
    [
        ("Up", ["whole", "on-time"]),
        ("Down", ["on-time", "whole"]),
        ("Delete", ["on-time"]),
        ("Copy", ["on-time", "whole", "the-package-arrives-whole"]),
    ],
)
def test_ticked_outcomes_are_worked_on(
    page: AppTest, store: Store, record: StudyRecord, button: str, after: list[str]
) -> None:
    """What is ticked is moved, copied or deleted."""
    tick(page, "whole")
    press(page, button)
    assert [one.id for one in store.study(record.id).study.outcomes] == after


def test_ticked_outcomes_change_place_and_polarity(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Another step or dimension, another polarity: one choice for all that are ticked."""
    tick(page, "whole")
    page.menu_button(key="desk-move").click("Wrap").run()
    page.menu_button(key="desk-polarity").click("avoid").run()
    whole = store.study(record.id).study.outcomes[1]
    assert (whole.step, whole.dimension, whole.polarity) == ("wrap", None, "avoid")


def test_job_steps_are_added_and_one_is_the_core(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A step is typed and added with Enter; its menu makes it the core step."""
    typed(page, "desk-new-step", "Hand over")
    page.menu_button(key="step-hand-over").click("Make it the core step").run()
    steps = store.study(record.id).study.steps
    assert [(step.name, step.is_core) for step in steps] == [("Wrap", False), ("Hand over", True)]


def test_another_window_is_not_overwritten(page: AppTest, store: Store, record: StudyRecord) -> None:
    """What this window adds waits, is said to wait, and is made on top of the other window's state when told so."""
    store.save_study(record.id, replace(DRAFT, title="Newer"), record.revision)
    typed(page, "field-outcome-whole", "It comes")
    assert "Another window has changed this study" in text(page)
    assert "1 change not saved" in text(page)
    assert page.text_input(key="field-outcome-whole").value == "It comes"
    assert statements(store, record)[1] == "The package arrives whole"
    press(page, "Apply my changes on top")
    assert store.study(record.id).study.title == "Newer"
    assert statements(store, record)[1] == "It comes"
    assert "All changes saved" in text(page)


def test_what_waits_survives_a_reload(page: AppTest, facilitate: Visit, store: Store, record: StudyRecord) -> None:
    """A window that is loaded anew shows what was typed before, says that it is not saved, and can save it."""
    store.save_study(record.id, replace(DRAFT, title="Newer"), record.revision)
    typed(page, "field-outcome-whole", "It comes")
    again = facilitate("define.py", study=record.id)
    assert again.text_input(key="field-outcome-whole").value == "It comes"
    assert "1 change not saved" in text(again)
    press(again, "Apply my changes on top")
    assert store.study(record.id).study.title == "Newer"
    assert statements(store, record)[1] == "It comes"
    assert "not saved" not in text(facilitate("define.py", study=record.id))


def test_the_other_windows_state_can_be_taken(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Then this window shows it, and what waited is gone."""
    store.save_study(record.id, replace(DRAFT, job="Newer"), record.revision)
    typed(page, "field-outcome-whole", "It comes")
    press(page, "Take the other window’s state")
    assert page.text_input(key="field-outcome-whole").value == "The package arrives whole"
    assert page.text_input(key="field-job").value == "Newer"


def test_a_window_without_changes_follows_the_other(page: AppTest, store: Store, record: StudyRecord) -> None:
    """The other window's state is shown and told, and undo does not lead back over it."""
    typed(page, "field-title", "Mine")
    store.save_study(record.id, replace(DRAFT, job="Newer"), record.revision + 1)
    page.run()
    assert page.text_input(key="field-job").value == "Newer"
    assert "Another window changed this study" in page.toast[0].value
    assert next(button for button in page.button if button.label == "Undo").disabled


def test_a_finding_is_mended_by_one_click(facilitate: Visit, store: Store) -> None:
    """What the wording checks say stands under the outcome; its suggestion is applied, and can be taken back."""
    wrong = Outcome(id="calm", statement="I feel safe", dimension="functional")
    record = store.add_study(replace(DRAFT, outcomes=(wrong,)))
    page = facilitate("define.py", study=record.id)
    assert findings(record.study)[0].why in text(page)
    press(page, "Apply: move to emotional success outcomes")
    assert store.study(record.id).study.outcomes[0].dimension == "emotional"
    press(page, "Undo")
    assert store.study(record.id).study.outcomes == (wrong,)


def test_a_draft_says_what_is_missing_for_its_launch(facilitate: Visit, store: Store) -> None:
    """A study without outcomes cannot be launched, and the page says why."""
    record = store.add_study(replace(DRAFT, outcomes=()))
    page = facilitate("define.py", study=record.id)
    assert "add at least one outcome" in text(page)
    assert not any("Launch" in button.label for button in page.button)


def test_a_sound_study_is_launched_in_the_room(facilitate: Visit, store: Store) -> None:
    """One sentence says that it is ready, another what launching freezes, and a button leads to the room."""
    page = facilitate("define.py", study=store.add_study(demo_study()).id)
    assert readiness(demo_study()).sentence.replace("\u00a0", " ") in text(page)
    assert readiness(demo_study()).freezes in text(page)
    assert "Open round 1" in text(press(page, "Launch in the room"))


def test_a_study_with_errors_can_be_launched_all_the_same(facilitate: Visit, store: Store) -> None:
    """The checks advise; the facilitator decides."""
    wrong = Outcome(id="calm", statement="I feel safe", dimension="functional")
    page = facilitate("define.py", study=store.add_study(replace(DRAFT, outcomes=(wrong,))).id)
    assert "Mend the wording of 1 outcome" in text(page)
    assert "Open round 1" in text(press(page, "Launch all the same"))


def test_a_long_study_is_shortened_by_one_click(facilitate: Visit, store: Store) -> None:
    """Above 12 minutes the page offers that each person rates a part, with its price in people."""
    many = tuple(
        Outcome(id=f"o{n}", statement=f"Minimize the time it takes to find item {n}", step="wrap") for n in range(80)
    )
    record = store.add_study(replace(DRAFT, outcomes=many))
    page = facilitate("define.py", study=record.id)
    offer = readiness(record.study).offer
    assert "too long" in text(page)
    assert offer.sentence in text(page)
    press(page, f"Let each person rate {offer.outcomes} outcomes")
    assert store.study(record.id).study.settings.rotation == offer.rotation
    assert "too long" not in text(page)


def test_a_launched_study_is_shown_frozen(facilitate: Visit, store: Store) -> None:
    """After the launch no field of the desk is left."""
    record = store.add_study(demo_study())
    store.open_wave(record.id)
    page = facilitate("define.py", study=record.id)
    assert "frozen" in text(page)
    assert not [field for field in page.text_input if str(field.key).startswith("field-")]
