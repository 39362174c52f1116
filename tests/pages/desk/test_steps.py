"""The job steps of the outline."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import Step, StudyRecord
from tests.pages.desk.draft import opened, typed
from tests.pages.words import press, text


def test_a_step_is_renamed_in_place(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A new name keeps the id of the step, and so its outcomes."""
    typed(opened(page, "step.wrap"), "field-step-wrap", "Pack")
    assert store.study(record.id).study.steps == (Step(id="wrap", name="Pack", is_core=True),)


def test_job_steps_are_added_and_one_is_the_core(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A step is typed and added with Enter; its menu makes it the core step."""
    typed(page, "desk-new-step", "Hand over")
    page.menu_button(key="step-hand-over").click("Make it the core step").run()
    steps = store.study(record.id).study.steps
    assert [(step.name, step.is_core) for step in steps] == [("Wrap", False), ("Hand over", True)]


def test_a_study_without_steps_is_offered_eight(page: AppTest, store: Store, record: StudyRecord) -> None:
    """One click proposes the stages of a job, each with the question it answers; one with steps has no such button."""
    assert "Propose eight job steps" not in [button.label for button in page.button]
    opened(page, "step.wrap").menu_button(key="step-wrap").click("Delete the step").run()
    press(page, "Propose eight job steps")
    steps = store.study(record.id).study.steps
    assert [step.name for step in steps if step.is_core] == ["Send a package"]
    assert len(steps) == 8
    opened(page, "step.monitor")
    assert "What is watched while it goes on?" in text(page)
    typed(page, "field-step-monitor", "Follow the package")
    assert store.study(record.id).study.steps[5].name == "Follow the package"
