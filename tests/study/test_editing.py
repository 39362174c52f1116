"""Edits of a study."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import Circumstance, Option, Outcome, Step, Study, editing
from jtbd_core.study.sections import Section

STUDY = demo_study()
IDS = [one.id for one in STUDY.outcomes]
STEP = STUDY.steps[0].id
WITHIN = [one.id for one in Section(step=STEP).outcomes(STUDY)]
WRAP = Section(step="wrap")
DRAFT = Study(title="Parcels", job="Send a package", steps=(Step(id="wrap", name="Wrap", is_core=True),))
PLACE = Circumstance(
    id="place",
    question="Where are you?",
    options=(Option(id="home", label="At home; or in the garden"), Option(id="move", label="On the move")),
)


def order(study: Study, step: str = STEP) -> list[str]:
    """Return the ids of a step's outcomes in their order."""
    return [one.id for one in Section(step=step).outcomes(study)]


@given(ids=st.sets(st.sampled_from(IDS)), by=st.sampled_from([-1, 1]))
def test_moving_changes_nothing_but_the_order(ids: set[str], by: int) -> None:
    """Every outcome is still there and where it belongs."""
    after = editing.moved(STUDY, ids, by)
    assert sorted(after.outcomes, key=lambda one: one.id) == sorted(STUDY.outcomes, key=lambda one: one.id)


def test_outcomes_move_together_and_stop_at_the_end() -> None:
    """Two neighbours move up side by side until they are first."""
    first, second, third = WITHIN[:3]
    once = editing.moved(STUDY, {second, third}, -1)
    assert order(once)[:3] == [second, third, first]
    assert editing.moved(once, {second, third}, -1) == once


def test_moving_down_is_the_way_back() -> None:
    """Moving up and then down restores the order."""
    assert editing.moved(editing.moved(STUDY, {WITHIN[1]}, -1), {WITHIN[1]}, 1) == STUDY


def test_an_outcome_changes_its_section() -> None:
    """A key outcome becomes a success outcome, the last of its dimension."""
    after = editing.placed(STUDY, {WITHIN[0]}, Section(dimension="social"))
    assert Section(dimension="social").outcomes(after)[-1].id == WITHIN[0]
    assert order(after) == WITHIN[1:]


def test_words_for_an_outcome_that_is_gone_are_refused() -> None:
    """The refusal quotes what was typed."""
    with pytest.raises(InvalidStudy, match="It is quick” is no longer"):
        editing.with_statement(editing.without(STUDY, {IDS[0]}), IDS[0], "It is quick")


def test_copies_differ_from_what_they_copy() -> None:
    """A copy stands behind its original, with an id and a wording of its own, twice too."""
    after = editing.duplicated(editing.duplicated(STUDY, {WITHIN[0]}), {WITHIN[0]})
    group = Section(step=STEP).outcomes(after)
    said = group[0].statement
    assert [one.statement for one in group[:3]] == [said, f"{said} (copy 2)", f"{said} (copy)"]


def test_pasted_statements_get_neutral_ids_of_their_own() -> None:
    """They say nothing of words that will change, and no translation of a deleted outcome falls to a new one."""
    translated = replace(DRAFT, translations={"de": {"outcome.o4": "Es kommt an"}})
    study = editing.with_statements(translated, "1. The package arrives\n\n2. The package, arrives!", WRAP)
    assert [(one.id, one.step) for one in study.outcomes] == [("o5", "wrap"), ("o6", "wrap")]


def test_what_is_pasted_as_not_happening_is_to_be_avoided() -> None:
    """The checks know English alone; in another language every statement is wanted."""
    lines = "The package is not damaged\nThe package arrives"
    for language, expected in (("en", ["avoid", "wanted"]), ("de", ["wanted", "wanted"])):
        study = editing.with_statements(replace(DRAFT, language=language), lines, Section(dimension="functional"))
        assert [one.polarity for one in study.outcomes] == expected


def test_pasting_leaves_the_other_outcomes_as_they_are() -> None:
    """A retired outcome stays retired."""
    old = Outcome(id="old", statement="It is old", step="wrap", is_retired=True)
    study = editing.with_statements(replace(DRAFT, outcomes=(old,)), "It is new", WRAP)
    assert study.outcomes[0] == old


def test_statements_for_a_step_that_is_gone_are_refused() -> None:
    """The refusal names the first of them; an empty list is no change."""
    gone = Section(step="gone")
    with pytest.raises(InvalidStudy, match="Say which job step or dimension “It arrives” belongs to"):
        editing.with_statements(DRAFT, "It arrives", gone)
    assert editing.with_statements(DRAFT, "\n", gone) == DRAFT


def test_a_renamed_step_keeps_its_outcomes() -> None:
    """Its id stays when its words change."""
    renamed = editing.with_step_name(STUDY, STEP, "Pack")
    assert renamed.steps[0].name == "Pack"
    assert renamed.outcomes == STUDY.outcomes


def test_a_step_with_outcomes_stays() -> None:
    """Deleting it is refused while it has outcomes; an empty one is deleted."""
    with pytest.raises(InvalidStudy, match="move or delete them first"):
        editing.without_step(STUDY, STEP)
    empty = editing.without(STUDY, set(WITHIN))
    assert STEP not in {step.id for step in editing.without_step(empty, STEP).steps}


def test_there_is_one_core_step() -> None:
    """Making one the core step takes it from the other."""
    last = STUDY.steps[-1].id
    assert [step.id for step in editing.with_core_step(STUDY, last).steps if step.is_core] == [last]


def test_solutions_are_added_renamed_and_deleted() -> None:
    """A solution keeps its id when its name changes; the others stay."""
    study = editing.with_new_solution(editing.with_new_solution(DRAFT, "Post office"), "Courier")
    study = editing.with_solution_name(study, "courier", "Courier at the door")
    assert [(one.id, one.name) for one in study.solutions] == [
        ("post-office", "Post office"),
        ("courier", "Courier at the door"),
    ]
    assert [one.id for one in editing.without_solution(study, "post-office").solutions] == ["courier"]


def test_a_second_solution_of_the_same_name_is_refused() -> None:
    """A new and a renamed solution need a name of their own."""
    study = editing.with_new_solution(editing.with_new_solution(DRAFT, "Post office"), "Courier")
    says = "“Post office” appears twice among the names of solutions"
    with pytest.raises(InvalidStudy, match=says):
        editing.with_new_solution(study, "Post office")
    with pytest.raises(InvalidStudy, match=says):
        editing.with_solution_name(study, "courier", "Post office")


def test_a_question_is_typed_with_its_options() -> None:
    """Options are separated by semicolons; the question does not take the id that solutions have."""
    asked = editing.with_new_question(DRAFT, "Solution?", "At home;; On the move ").circumstances[0]
    assert (asked.id, asked.question) == ("solution-2", "Solution?")
    assert [(one.id, one.label) for one in asked.options] == [("at-home", "At home"), ("on-the-move", "On the move")]


@pytest.mark.parametrize(
    ("question", "options", "says"),
    [("Where?", "At home", "at least two options"), ("", "At home; On the move", "is empty")],
)
def test_a_question_that_cannot_be_asked_is_refused(question: str, options: str, says: str) -> None:
    """The refusal says what is missing."""
    with pytest.raises(InvalidStudy, match=says):
        editing.with_new_question(DRAFT, question, options)


def test_an_option_keeps_its_id_beside_new_ones() -> None:
    """Adding an option leaves the ids of the others."""
    first = STUDY.circumstances[0]
    text = "; ".join([*(one.label for one in first.options), "In the garden"])
    options = editing.with_options(STUDY, first.id, text).circumstances[0].options
    assert options[:-1] == first.options
    assert options[-1].id == "in-the-garden"


@pytest.mark.parametrize("label", ["Daily; or more", "a\\", "\\;", "C:\\x", ";;", "Daily"])
def test_an_option_may_hold_a_semicolon(label: str) -> None:
    """The line of its question keeps label and id; added to it, the others stay as they are."""
    options = (Option(id="d", label=label), Option(id="w", label="Weekly"))
    study = replace(DRAFT, circumstances=(replace(PLACE, options=options),))
    line = editing.option_line(options)
    assert editing.with_options(study, "place", line) == study
    changed = editing.with_options(study, "place", f"{line}; Never").circumstances[0].options
    assert changed == (*options, Option(id="never", label="Never"))


def test_editing_a_question_leaves_the_options_of_all() -> None:
    """An option whose label holds a semicolon is not cut in two when a question is worded, added or deleted."""
    study = editing.with_new_question(replace(DRAFT, circumstances=(PLACE,)), "When?", "By day; By night")
    study = editing.with_options(editing.with_question(study, "when", "What time?"), "when", "Early; Late")
    study = editing.with_question(study, "place", "Where were you?")
    assert study.circumstances[0] == replace(PLACE, question="Where were you?")
    assert editing.without_question(study, "when").circumstances == study.circumstances[:1]


@pytest.mark.parametrize(
    "add",
    [
        lambda text: editing.with_statements(DRAFT, text.replace(";", "\n"), WRAP),
        lambda text: editing.with_new_question(DRAFT, "Where?", text),
    ],
)
def test_too_many_at_once_are_refused_at_once(add: Callable[[str], Study]) -> None:
    """A list of thousands that begin alike is refused before ids are made, which would take seconds."""
    started = time.process_time()
    with pytest.raises(InvalidStudy, match="at most 300"):
        add(";".join(f"Minimize the time it takes to wrap parcel {number}" for number in range(8_000)))
    assert time.process_time() - started < 1
