"""What a launched study offers later."""

import pytest
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from tests.pages.conftest import Visit
from tests.pages.words import press, text

STUDY = demo_study()


@pytest.fixture
def launched(store: Store) -> str:
    """Give the id of a launched study."""
    return store.open_wave(store.add_study(STUDY).id).study_id


def fill(page: AppTest, label: str, words: str) -> None:
    """Type into the field of this label."""
    next(field for field in page.text_input if field.label.startswith(label)).set_value(words)


def test_a_solution_an_option_and_a_question_are_added_and_undone(
    facilitate: Visit, store: Store, launched: str
) -> None:
    """Each is part of the study at once and waits for the next round; until then it can be taken out again."""
    page = facilitate("define.py", study=launched)
    fill(page, "One more solution", "Radio")
    page = press(page, "Add the solution")
    fill(page, "One more option of", "On a train")
    page = press(page, "Add the option")
    fill(page, "One more question", "With whom?")
    fill(page, "Its options", "Alone; With friends")
    page = press(page, "Add the question")
    study = store.study(launched).study
    assert study.solutions[-1].name == "Radio"
    assert study.circumstances[0].options[-1].label == "On a train"
    assert [option.label for option in study.circumstances[-1].options] == ["Alone", "With friends"]
    assert text(page).count("Not offered yet") == 3
    for _ in range(3):
        page = press(page, "Undo")
    assert store.study(launched).study == STUDY


def test_a_solution_of_the_same_name_is_refused(facilitate: Visit, store: Store, launched: str) -> None:
    """It is said, and nothing changes."""
    page = facilitate("define.py", study=launched)
    fill(page, "One more solution", STUDY.solutions[0].name)
    assert "twice" in text(press(page, "Add the solution"))
    assert store.study(launched).study == STUDY
