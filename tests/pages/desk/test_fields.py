"""Fields of the draft, edited in place."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import StudyRecord
from tests.pages.desk.draft import DRAFT, statements, typed
from tests.pages.words import text


def test_what_is_typed_is_kept_at_once(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A statement is edited in place, without a button to save, and the page says that it is kept."""
    typed(page, "field-outcome-whole", "The package arrives undamaged ")
    assert statements(store, record)[1] == "The package arrives undamaged"
    assert "All changes saved" in text(page)


def test_what_cannot_be_kept_stays_in_its_field(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A duplicate statement is refused with its reason; the field keeps it to be corrected."""
    typed(page, "field-outcome-whole", "The package is delivered on time")
    assert "appears twice" in text(page)
    assert "All changes saved" not in text(page)
    assert page.text_input(key="field-outcome-whole").value == "The package is delivered on time"
    assert statements(store, record) == [one.statement for one in DRAFT.outcomes]
