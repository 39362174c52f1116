"""The activities of a job step."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import Activity, StudyRecord
from tests.pages.desk.draft import opened, tick, typed


def test_activities_are_named_and_outcomes_moved_to_one(page: AppTest, store: Store, record: StudyRecord) -> None:
    """The step's menu opens the field of its first activity; ticked outcomes move to it and stand below its name."""
    assert not [one for one in page.text_input if one.key == "desk-new-activity-wrap"]
    opened(page, "step.wrap").menu_button(key="step-wrap").click("Name its activities").run()
    typed(page, "desk-new-activity-wrap", "Find a box")
    assert store.study(record.id).study.steps[0].activities == (Activity(id="find-a-box", name="Find a box"),)
    tick(opened(page, "functional"), "whole")
    page.menu_button(key="desk-move").click("Wrap › Find a box").run()
    whole = store.study(record.id).study.outcomes[1]
    assert (whole.step, whole.activity) == ("wrap", "find-a-box")
    assert "Find a box" in [caption.value for caption in opened(page.run(), "step.wrap").caption]


def test_an_activity_is_renamed_and_deleted(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A new name is saved in place; the button beside it takes the activity away."""
    opened(page, "step.wrap").menu_button(key="step-wrap").click("Name its activities").run()
    typed(page, "desk-new-activity-wrap", "Find a box")
    typed(page, "field-activity-wrap-find-a-box", "Look for a box")
    assert store.study(record.id).study.steps[0].activities[0].name == "Look for a box"
    page.button(key="delete-activity-wrap-find-a-box").click().run()
    assert store.study(record.id).study.steps[0].activities == ()
