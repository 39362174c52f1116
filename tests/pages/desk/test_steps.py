"""The job and its steps, edited in place."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import Step, StudyRecord
from tests.pages.desk.draft import typed


def test_job_and_step_are_edited_in_place(page: AppTest, store: Store, record: StudyRecord) -> None:
    """So are the job and the names of its steps; outcomes keep their step."""
    typed(page, "field-job", "Send a parcel")
    typed(page, "field-step-wrap", "Pack")
    study = store.study(record.id).study
    assert (study.job, study.steps[0]) == ("Send a parcel", Step(id="wrap", name="Pack", is_core=True))


def test_job_steps_are_added_and_one_is_the_core(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A step is typed and added with Enter; its menu makes it the core step."""
    typed(page, "desk-new-step", "Hand over")
    page.menu_button(key="step-hand-over").click("Make it the core step").run()
    steps = store.study(record.id).study.steps
    assert [(step.name, step.is_core) for step in steps] == [("Wrap", False), ("Hand over", True)]
