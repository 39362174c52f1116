"""Solutions and circumstances, edited at the desk."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import StudyRecord
from tests.pages.desk.draft import section, typed
from tests.pages.words import press, text


def test_solutions_and_questions_are_added_and_deleted(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Both are typed, edited in place and deleted."""
    section(page, "People")
    typed(page, "desk-new-solution", "Post office")
    page.text_input(key="desk-new-question").set_value("Where?")
    page.text_input(key="desk-new-options").set_value("At home; On the move")
    press(page, "Add question")
    typed(page, "field-question-where", "Where are you?")
    typed(page, "desk-new-solution", "Post office")
    assert "appears twice among the names of solutions" in text(page)
    study = store.study(record.id).study
    assert [one.name for one in study.solutions] == ["Post office"]
    assert [(one.question, [o.label for o in one.options]) for one in study.circumstances] == [
        ("Where are you?", ["At home", "On the move"])
    ]
    page.button(key="delete-solution-post-office").click().run()
    assert store.study(record.id).study.solutions == ()
