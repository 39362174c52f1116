"""Outcomes as files on the define page."""

import pytest
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.outcomes_file import outcomes_csv
from jtbd_core.study import StudyRecord
from tests.pages.desk.draft import DRAFT, section, statements
from tests.pages.words import press, text

NEW = b"id,kind,statement\nwhole,functional,It arrives whole\n,social,My boss trusts me\n"


@pytest.fixture
def files(page: AppTest) -> AppTest:
    """Give the section of the desk where files are imported."""
    return section(page, "Files")


def upload(files: AppTest, content: bytes) -> AppTest:
    """Choose a file."""
    return files.file_uploader[0].set_value(("mine.csv", content, "text/csv")).run()


def test_a_file_is_imported_once_its_changes_were_shown(files: AppTest, store: Store, record: StudyRecord) -> None:
    """Until the button is pressed nothing changes; then the outcomes are those of the file, and undo brings back."""
    upload(files, NEW)
    labels = [expander.label for expander in files.expander]
    assert labels == ["1 outcome to add", "1 outcome to change", "1 outcome to remove"]
    assert "The package arrives whole → It arrives whole" in text(files)
    assert len(statements(store, record)) == len(DRAFT.outcomes)
    press(files, "Import")
    assert statements(store, record) == ["It arrives whole", "My boss trusts me"]
    press(files, "Undo")
    assert store.study(record.id).study == DRAFT


def test_the_same_file_changes_nothing(files: AppTest) -> None:
    """What was just saved as a file is told to be there already."""
    assert "holds these outcomes already" in text(upload(files, outcomes_csv(DRAFT)))


def test_a_bad_file_changes_nothing_and_is_named(files: AppTest, store: Store, record: StudyRecord) -> None:
    """One line names file, row and column, and there is nothing to press."""
    upload(files, b"kind,statement\nsocial,A\nlucky,B\n")
    assert "mine.csv: Row 3, column kind" in text(files)
    assert not [button for button in files.button if button.label == "Import"]
    assert store.study(record.id).study == DRAFT
