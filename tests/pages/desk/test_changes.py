"""Changes to a draft: saved at once, and never over another window's."""

from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import StudyRecord, editing
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT, statements, typed
from tests.pages.words import press, text


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


def test_a_third_window_asks_before_it_overwrites(
    page: AppTest, facilitate: Visit, store: Store, record: StudyRecord
) -> None:
    """What waits in one window and is shown in another is not saved with what is typed there."""
    newer = editing.with_statement(DRAFT, "whole", "It is not damaged")
    store.save_study(record.id, newer, record.revision)
    typed(page, "field-outcome-whole", "It comes")
    third = typed(facilitate("define.py", study=record.id), "field-job", "Send a parcel")
    assert store.study(record.id).study == newer
    assert "2 changes not saved" in text(third)
    press(third, "Apply my changes on top")
    assert (statements(store, record)[1], store.study(record.id).study.job) == ("It comes", "Send a parcel")


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
    assert not [button for button in page.button if button.label.startswith("Undo")]
