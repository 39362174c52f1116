"""The status line of the desk: undo and redo."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import StudyRecord
from tests.pages.desk.draft import statements, typed
from tests.pages.words import press


def test_changes_are_undone_and_redone(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Undo restores what is kept and what the field shows; redo makes it again."""
    typed(page, "field-outcome-whole", "It comes")
    press(page, "Undo").run()
    assert statements(store, record)[1] == "The package arrives whole"
    assert page.text_input(key="field-outcome-whole").value == "The package arrives whole"
    press(page, "Redo").run()
    assert page.text_input(key="field-outcome-whole").value == "It comes"
