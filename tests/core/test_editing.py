"""Changes to a study, and the way back from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core import editing
from jtbd_core.editing import History
from jtbd_core.errors import InvalidStudy
from jtbd_core.exchange.demo import demo_study
from jtbd_core.sections import Section
from jtbd_core.study import Study

STUDY = demo_study()
IDS = [one.id for one in STUDY.outcomes]
STEP = STUDY.steps[0].id
WITHIN = [one.id for one in Section(step=STEP).outcomes(STUDY)]


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
    """One up and one down is where it began."""
    assert editing.moved(editing.moved(STUDY, {WITHIN[1]}, -1), {WITHIN[1]}, 1) == STUDY


def test_an_outcome_changes_its_section() -> None:
    """A key outcome becomes a success outcome, the last of its dimension."""
    after = editing.placed(STUDY, {WITHIN[0]}, Section(dimension="social"))
    assert Section(dimension="social").outcomes(after)[-1].id == WITHIN[0]
    assert order(after) == WITHIN[1:]


def test_words_for_an_outcome_that_is_gone_are_refused() -> None:
    """What somebody typed is told, not dropped."""
    with pytest.raises(InvalidStudy, match="It is quick” is no longer"):
        editing.with_statement(editing.without(STUDY, {IDS[0]}), IDS[0], "It is quick")


def test_copies_differ_from_what_they_copy() -> None:
    """A copy stands behind its original, with an id and a wording of its own, twice too."""
    after = editing.duplicated(editing.duplicated(STUDY, {WITHIN[0]}), {WITHIN[0]})
    group = Section(step=STEP).outcomes(after)
    said = group[0].statement
    assert [one.statement for one in group[:3]] == [said, f"{said} (copy 2)", f"{said} (copy)"]


def test_a_step_with_outcomes_stays() -> None:
    """Deleting it would delete what nobody chose; an empty one goes."""
    with pytest.raises(InvalidStudy, match="move or delete them first"):
        editing.without_step(STUDY, STEP)
    empty = editing.without(STUDY, set(WITHIN))
    assert STEP not in {step.id for step in editing.without_step(empty, STEP).steps}


def test_there_is_one_core_step() -> None:
    """Making one the core step takes it from the other."""
    last = STUDY.steps[-1].id
    assert [step.id for step in editing.with_core_step(STUDY, last).steps if step.is_core] == [last]


@given(st.lists(st.sampled_from(IDS), min_size=1, max_size=8))
def test_undo_and_redo_lead_through_every_state(ids: list[str]) -> None:
    """Taking back all changes leads to the beginning, making them again to the end."""
    history = History(now=STUDY)
    for number, outcome_id in enumerate(ids):
        history = history.changed(editing.with_statement(history.now, outcome_id, f"It is {number}"), "wording")
    end = history
    for _ in ids:
        history = history.undone()
    assert (history.now, history.past) == (STUDY, ())
    for _ in ids:
        history = history.redone()
    assert history.now == end.now


def test_typing_in_one_field_is_one_change() -> None:
    """What was kept while somebody typed is taken back at once; the next field is a change of its own."""
    history = History(now=STUDY)
    for title in ("A", "An", "And"):
        history = history.changed(replace(STUDY, title=title), "the title", field="title")
    history = history.changed(replace(history.now, job="B"), "the job", field="job")
    assert history.undone().undone().now == STUDY


def test_the_history_is_bounded() -> None:
    """A long day of work does not fill the memory."""
    history = History(now=STUDY)
    for number in range(editing.LONGEST_HISTORY + 20):
        history = history.changed(replace(STUDY, title=str(number)), "the title")
    assert len(history.past) == editing.LONGEST_HISTORY


def test_a_title_that_is_the_job_follows_it() -> None:
    """Who gave no title of their own need not word the job twice."""
    study = Study(title="Sending packages", job="Sending packages").with_job("Send a package")
    assert (study.title, study.with_job("Send a parcel").title) == ("Send a package", "Send a parcel")
    assert replace(study, title="Parcels").with_job("Send a parcel").title == "Parcels"
