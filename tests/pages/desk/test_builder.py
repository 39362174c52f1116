"""The builder: a study made question by question."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import Outcome, Step, Study
from jtbd_core.study.wording import problems
from pages.desk.pasting import pasted_lists
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT, typed
from tests.pages.words import press, text

ANSWERED = "questions answered"
NEW = Study(title="Dinner", job="Host a dinner party")
WRONG = Outcome(id="easy", statement="The dinner is easily cooked", dimension="functional")


@pytest.fixture(autouse=True)
def no_list() -> Iterator[None]:
    """No answers wait from another test."""
    pasted_lists().clear()
    yield
    pasted_lists().clear()


def said(page: AppTest, words: str, key: str = "builder-answer") -> AppTest:
    """Answer the question that is asked, and go on."""
    page.text_area(key=key).set_value(words)
    return press(page, "Add and go on")


def added(page: AppTest) -> str:
    """Return what is told of the outcomes added last."""
    return next(one.value for one in page.caption if one.value.startswith("Added:"))


def progress(page: AppTest) -> str:
    """Return how far the questions are answered."""
    return str(page.get("progress")[0].proto.text)


def test_a_study_is_made_from_nothing_but_the_answers(facilitate: Visit, store: Store) -> None:
    """Each answer brings the next question by itself, up to the launch; the study is an ordinary one."""
    record = store.add_study(NEW)
    page = facilitate("define.py", study=record.id)
    assert "1 of 12 questions answered, and one more for each job step" in progress(page)
    page.text_input(key="builder-executor").set_value("A host")
    press(page, "Add and go on")
    said(page, "Plan the menu\nHost the guests", "builder-parts")
    press(page, "Host the guests")
    assert "After hosting a dinner party, what do you want to have happened?" in text(page)
    assert "now: what should happen" in progress(page)
    for answer in (
        "Every guest has eaten",
        "No guest gets sick",
        "proud",
        "lonely",
        "My friends think I am kind",
        "My friends do not think I am stingy",
        "time it takes to agree on dishes",
        "Minimize the likelihood that a guest is forgotten",
    ):
        said(page, answer)
    said(page, "A cookbook\nA caterer", "builder-parts")
    page.text_input(key="builder-question").set_value("How often do you do it?")
    said(page, "Every week\nOnce a year", "builder-options")
    said(page, "We choose what to change.", "builder-purpose")
    assert "All questions are answered" in text(page)
    assert "Go on to the launch" in text(page)
    study = store.study(record.id).study
    assert "Read the 8 outcomes once" in page.expander[0].label
    assert all(one.statement in text(page) for one in study.outcomes)
    assert (study.executor, study.purpose) == ("A host", "We choose what to change.")
    assert [(one.step or one.dimension, one.polarity, one.statement) for one in study.outcomes][2:8] == [
        ("emotional", "wanted", "I feel proud"),
        ("emotional", "avoid", "I do not feel lonely"),
        ("social", "wanted", "My friends think I am kind"),
        ("social", "avoid", "My friends do not think I am stingy"),
        ("plan-the-menu", "wanted", "Minimize the time it takes to agree on dishes"),
        ("host-the-guests", "wanted", "Minimize the likelihood that a guest is forgotten"),
    ]
    assert (len(study.outcomes), len(study.solutions), len(study.circumstances)) == (8, 2, 1)


def test_what_is_in_doubt_is_looked_at_before_it_is_added(facilitate: Visit, store: Store) -> None:
    """The sound answers are added at once; the others stand below their question, and then the next one comes."""
    record = store.add_study(NEW)
    page = facilitate("define.py", study=record.id, ask="functional-avoid")
    said(page, "No guest gets sick\nthe soup is salty\nthe bus misses the stop")
    assert [one.statement for one in store.study(record.id).study.outcomes] == ["No guest gets sick"]
    assert "It was reworded to answer the question" in text(page)
    assert "You wrote: “the bus misses the stop”" in text(page)
    assert "#### After hosting a dinner party, what should not have happened?" in text(page)
    assert "2 lines of your answer to look at" in text(page)
    assert "2 of 12" in progress(page)
    assert "a look at: what should not happen" in progress(page)
    assert page.selectbox(key="builder-choice").value == "functional-avoid"
    assert "reach or keep" not in text(page)
    press(page, "Add 2 outcomes")
    assert [one.statement for one in store.study(record.id).study.outcomes][1:] == [
        "The soup is not salty",
        "The bus does not miss the stop",
    ]
    assert "reach or keep" in text(page)


def test_an_error_among_the_answers_is_said_where_they_are_added(facilitate: Visit, store: Store) -> None:
    """The line is added all the same, if its reader wants so; once it is corrected, nothing is said."""
    record = store.add_study(NEW)
    page = facilitate("define.py", study=record.id, ask="functional")
    said(page, "The table is easily laid\nNobody leaves hungry")
    assert "1 of them has an error: it can be added, and corrected later." in text(page)
    page.text_input(key="pasted-0-statement").set_value("The table is laid").run()
    assert "has an error" not in text(page.run())


def test_a_note_on_what_was_typed_is_gone_once_it_is_changed(facilitate: Visit, store: Store) -> None:
    """It was about the words before."""
    page = facilitate("define.py", study=store.add_study(NEW).id, ask="functional")
    said(page, "No chair is missing")
    assert "so it is marked as avoid" in text(page)
    page.text_input(key="pasted-0-statement").set_value("Each guest has a chair").run()
    assert "Not sure" not in text(page.run())


def test_an_answer_in_doubt_alone_counts_as_answered(facilitate: Visit, store: Store) -> None:
    """While it is looked at, the answer does not look lost."""
    page = facilitate("define.py", study=store.add_study(NEW).id, ask="functional-avoid")
    assert "1 of 12" in progress(page)
    assert "2 of 12" in progress(said(page, "the bus misses the stop"))
    assert "reach or keep" in text(press(page, "Go on without them"))


def test_what_no_statement_is_made_of_is_not_ticked(facilitate: Visit, store: Store) -> None:
    """It stays as it was typed, and is ticked once it is reworded by hand."""
    record = store.add_study(replace(NEW, steps=(Step(id="lay", name="Lay the table", is_core=True),)))
    page = facilitate("define.py", study=record.id, ask="step.lay")
    said(page, "stressful")
    assert "No statement could be made of it" in text(page)
    assert not page.checkbox(key="pasted-0-add").value
    page.text_input(key="pasted-0-statement").set_value("Minimize the time it takes to fold the napkins").run()
    press(page, "Add 1 outcome")
    assert [one.step for one in store.study(record.id).study.outcomes] == ["lay"]


def test_a_polarity_that_is_set_by_hand_is_not_asked_about_again(facilitate: Visit, store: Store) -> None:
    """Neither in the list nor once it is added."""
    record = store.add_study(NEW)
    page = facilitate("define.py", study=record.id, ask="functional")
    said(page, "Nobody does the dishes alone")
    assert "so it is marked as avoid" in text(page)
    page.selectbox(key="pasted-0-polarity").set_value("wanted").run()
    assert "so it is marked as avoid" not in text(page)
    assert "marked as wanted" not in text(page)
    press(page, "Add 1 outcome")
    (added,) = store.study(record.id).study.outcomes
    assert (added.polarity, problems(store.study(record.id).study)) == ("wanted", ())


def test_questions_can_be_skipped_and_come_back_at_the_end(facilitate: Visit, store: Store) -> None:
    """The end names what has no answer, and what has an error; each leads to its question."""
    record = store.add_study(replace(NEW, outcomes=(WRONG,)))
    page = facilitate("define.py", study=record.id, ask="emotional")
    for _ in range(7):
        press(page, "Skip for now")
    assert "These have no answer yet" in text(page)
    press(page, "Correct “The dinner is easily cooked”")
    assert "what do you want to have happened?" in text(page)
    typed(page, "field-outcome-easy", "The dinner is cooked")
    assert store.study(record.id).study.outcomes[0].statement == "The dinner is cooked"
    press(page, "Undo")
    assert store.study(record.id).study.outcomes == (WRONG,)
    press(page.run(), "Back to the launch")
    press(page, "Correct “The dinner is easily cooked”")
    press(page, "Delete")
    assert store.study(record.id).study.outcomes == ()


def test_the_builder_opens_by_itself_for_each_study_without_outcomes(facilitate: Visit, store: Store) -> None:
    """It can be left, and asks on from what is missing; the next study begins with the questions again."""
    page = facilitate("define.py", study=store.add_study(NEW).id)
    assert ANSWERED in progress(page)
    press(page, "See the outline")
    assert not page.get("progress")
    assert "Who gets the job done" in text(press(page, "Next question"))
    assert ANSWERED in progress(facilitate("define.py", study=store.add_study(replace(NEW, title="Lunch")).id))
    assert not facilitate("define.py", study=store.add_study(demo_study()).id).get("progress")


def test_any_question_can_be_chosen(facilitate: Visit, store: Store) -> None:
    """The address keeps it."""
    page = facilitate("define.py", study=store.add_study(DRAFT).id, ask="steps")
    page.selectbox(key="builder-choice").set_value("step.wrap").run()
    assert "While you wrap, what takes too long" in text(page)
    assert page.query_params["ask"] == "step.wrap"


def test_a_refused_answer_stays(facilitate: Visit, store: Store) -> None:
    """A question needs two options; what was typed is not lost."""
    page = facilitate("define.py", study=store.add_study(NEW).id, ask="circumstances")
    page.text_input(key="builder-question").set_value("How often do you do it?")
    said(page, "Every week", "builder-options")
    assert "at least two options" in text(page)
    assert page.text_area(key="builder-options").value == "Every week"


def test_eight_steps_are_proposed_and_asked_about(facilitate: Visit, store: Store) -> None:
    """They stand below to be reworded; an empty box goes on, and the core step is known."""
    record = store.add_study(NEW)
    page = facilitate("define.py", study=record.id, ask="steps")
    press(page, "Propose eight job steps")
    assert "Which things, people and information are found or gathered?" in text(page)
    assert "what do you want to have happened?" in text(press(page, "Add and go on"))
    assert len(store.study(record.id).study.steps) == 8


def test_what_was_added_is_told_beside_the_next_question(facilitate: Visit, store: Store) -> None:
    """With what was typed where that was reworded; what is deleted meanwhile is told no more."""
    record = store.add_study(replace(DRAFT, outcomes=()))
    page = facilitate("define.py", study=record.id, ask="emotional")
    said(page, "proud")
    assert "“I feel proud” \\(you wrote “proud”" in added(page)
    said(page, "rushed")
    assert "“I do not feel rushed” \\(you wrote “rushed”" in added(page)
    assert "I feel proud" not in added(page)


def test_an_answer_about_what_should_not_happen_is_not_turned_into_a_wish(facilitate: Visit, store: Store) -> None:
    """Its question has settled the polarity: what is asked for is another wording."""
    record = store.add_study(replace(DRAFT, outcomes=()))
    page = facilitate("define.py", study=record.id, ask="functional-avoid")
    said(page, "Fights at the tables")
    assert "Say it as not happening" in text(page)
    assert "mark as wanted" not in text(page)
