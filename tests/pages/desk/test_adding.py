"""Outcomes typed or pasted as a list."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import StudyRecord
from tests.pages.desk.draft import DRAFT, statements
from tests.pages.words import press, text


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
    press(page, "Add").run()
    assert "The package arrives whole" in text(page)
    assert page.text_area(key="list").value == "My boss trusts me\nThe package arrives whole"
    assert len(statements(store, record)) == 2
