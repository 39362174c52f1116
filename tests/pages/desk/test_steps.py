"""The job steps of the outline."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import Step, StudyRecord
from tests.pages.desk.draft import typed


def test_a_step_is_renamed_in_place(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A new name keeps the id of the step, and so its outcomes."""
    typed(page, "field-step-wrap", "Pack")
    assert store.study(record.id).study.steps == (Step(id="wrap", name="Pack", is_core=True),)


def test_job_steps_are_added_and_one_is_the_core(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A step is typed and added with Enter; its menu makes it the core step."""
    typed(page, "desk-new-step", "Hand over")
    page.menu_button(key="step-hand-over").click("Make it the core step").run()
    steps = store.study(record.id).study.steps
    assert [(step.name, step.is_core) for step in steps] == [("Wrap", False), ("Hand over", True)]
