"""A whole mixed list, pasted at once and confirmed line by line."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import StudyRecord
from pages.desk.pasting import pasted_lists
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT, statements
from tests.pages.words import press, text

LIST = """1. Minimize the time it takes to wrap
• I do not feel rushed
My aunt thinks I am kind
The parcel is dry
The package arrives whole
Check that the lid is shut
Getting promoted"""


@pytest.fixture(autouse=True)
def no_list() -> Iterator[None]:
    """No list waits from another test."""
    pasted_lists().clear()
    yield
    pasted_lists().clear()


def paste(page: AppTest, words: str) -> AppTest:
    """Paste a list, and see where its lines are proposed to belong."""
    press(page, "Paste a list")
    page.text_area(key="paste-text").set_value(words)
    return press(page, "Propose where each belongs")


def test_a_mixed_list_is_added_at_once_and_undone_at_once(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Each line goes where it belongs; what is there already or is no outcome is left out, and said."""
    paste(page, LIST)
    assert "has this statement already" in text(page)
    assert "job step rather than an outcome" in text(page)
    press(page, "Add 5 outcomes")
    added = store.study(record.id).study.outcomes[2:]
    assert [(one.step or one.dimension, one.polarity) for one in added] == [
        ("wrap", "wanted"),
        ("emotional", "avoid"),
        ("social", "wanted"),
        ("functional", "wanted"),
        ("functional", "wanted"),
    ]
    press(page, "Undo")
    assert statements(store, record) == [one.statement for one in DRAFT.outcomes]


def test_each_cell_can_be_changed(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Words, place and polarity; a line that is unticked is left out."""
    paste(page, "The parcel is dry\nMy aunt thinks I am kind")
    page.text_input(key="pasted-0-statement").set_value("The parcel is not wet").run()
    page.run().selectbox(key="pasted-0-polarity").set_value("avoid").run()
    page.run().checkbox(key="pasted-1-add").uncheck().run()
    press(page.run(), "Add 1 outcome")
    (added,) = store.study(record.id).study.outcomes[2:]
    assert (added.statement, added.dimension, added.polarity) == ("The parcel is not wet", "functional", "avoid")
    assert page.text_input(key="pasted-1-statement").value == "My aunt thinks I am kind"
    press(page, "Discard the list")
    assert "Paste a list" in text(page)


def test_a_line_without_a_place_is_given_one(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Then it is added."""
    paste(page, "Our revenue has grown")
    place = page.selectbox(key="pasted-0-section")
    assert place.value is None
    place.select_index(place.options.index("Functional")).run()
    press(page.run(), "Add 1 outcome")
    assert statements(store, record)[2:] == ["Our revenue has grown"]


def test_the_rewrite_of_a_line_is_applied_by_one_click(page: AppTest) -> None:
    """What is found is told beside the line at once, and is gone with its rewrite."""
    paste(page, "Functional\nGetting promoted")
    assert "It is something to do" in text(page)
    next(one for one in page.button if one.label.startswith("Apply")).click().run()
    assert page.run().text_input(key="pasted-0-statement").value == "I am promoted"
    assert "It is something to do" not in text(page)


def test_rows_of_a_spreadsheet_bring_their_new_step(page: AppTest, store: Store, record: StudyRecord) -> None:
    """A step that the study lacks is added with its outcomes."""
    paste(page, "Statement\tStep\tPolarity\nMinimize the number of smears\tLabel it\twanted")
    press(page, "Add 1 outcome")
    assert [step.name for step in store.study(record.id).study.steps] == ["Wrap", "Label it"]


def test_a_list_survives_a_reload(page: AppTest, facilitate: Visit, record: StudyRecord) -> None:
    """What was pasted and changed is there again."""
    paste(page, "The parcel is dry\nI feel calm")
    page.checkbox(key="pasted-1-add").uncheck().run()
    again = facilitate("define.py", study=record.id)
    assert [again.checkbox(key=f"pasted-{n}-add").value for n in range(2)] == [True, False]


def test_a_long_list_is_shown_in_parts(page: AppTest) -> None:
    """Of 45 lines 20 are drawn; what is in doubt can be shown alone."""
    paste(page, "\n".join([*(f"Parcel {n} is dry" for n in range(44)), "Get promoted"]))
    assert page.text_input(key="pasted-19-statement").value == "Parcel 19 is dry"
    assert [one for one in page.text_input if one.key == "pasted-20-statement"] == []
    page.radio(key="paste-shown").set_value("To look at").run()
    assert [one.value for one in page.text_input if one.label.startswith("Statement")] == ["Get promoted"]


def test_a_split_line_is_followed_by_its_second_half(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Both are added, in their order."""
    paste(page, "I feel calm and happy\nMy aunt thinks I am kind")
    next(one for one in page.button if one.label.startswith("Apply: split")).click().run()
    press(page.run(), "Add 3 outcomes")
    assert statements(store, record)[2:] == ["I feel calm", "I feel happy", "My aunt thinks I am kind"]


def test_a_list_that_another_window_has_discarded_is_gone(page: AppTest) -> None:
    """What is changed in it then changes nothing, and the box is there for another list."""
    paste(page, "The parcel is dry")
    pasted_lists().clear()
    page.checkbox(key="pasted-0-add").uncheck().run()
    assert "Paste a list" in text(page.run())


def test_a_line_moves_to_a_step_that_another_line_brings(page: AppTest, store: Store, record: StudyRecord) -> None:
    """The new step is among the places of every line."""
    paste(page, "Minimize the time it takes to wrap\n## Step: Label it\nMinimize the number of smears")
    place = page.selectbox(key="pasted-0-section")
    place.select_index(place.options.index("Label it (new step)")).run()
    press(page.run(), "Add 2 outcomes")
    after = store.study(record.id).study
    assert [one.step for one in after.outcomes[2:]] == [after.steps[-1].id] * 2


def test_a_short_list_is_shown_whole(page: AppTest) -> None:
    """A choice among its lines begins with six."""
    paste(page, "The parcel is dry\nI feel calm")
    assert not [one for one in page.radio if one.key == "paste-shown"]
