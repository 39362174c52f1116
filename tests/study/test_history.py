"""Undo and redo of the edits of a study."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import editing
from jtbd_core.study.history import LONGEST_HISTORY, History

STUDY = demo_study()
IDS = [one.id for one in STUDY.outcomes]


@given(st.lists(st.sampled_from(IDS), min_size=1, max_size=8))
def test_undo_and_redo_lead_through_every_state(ids: list[str]) -> None:
    """Undoing all changes leads to the beginning, redoing them to the end."""
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
    """Consecutive changes of one field are undone at once; the next field is a change of its own."""
    history = History(now=STUDY)
    for title in ("A", "An", "And"):
        history = history.changed(replace(STUDY, title=title), "the title", field="title")
    history = history.changed(replace(history.now, job="B"), "the job", field="job")
    assert history.undone().undone().now == STUDY


def test_the_history_is_bounded() -> None:
    """The oldest changes are dropped, so that memory is bounded."""
    history = History(now=STUDY)
    for number in range(LONGEST_HISTORY + 20):
        history = history.changed(replace(STUDY, title=str(number)), "the title")
    assert len(history.past) == LONGEST_HISTORY
