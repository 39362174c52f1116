"""How solutions stand in a snapshot of the demo study."""

import pandas as pd
import pytest

from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.live.snapshot import Snapshot, whole_snapshot
from jtbd_core.live.solutions import drawn_pair, pair_view, solution_view

STUDY = demo_study()


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Give all answers of 240 people."""
    ratings, people = demo_answers(STUDY)
    rows = [(name, question, option) for name, said in people.items() for question, option in said.items()]
    profiles = pd.DataFrame(rows, columns=["respondent", "question", "option"])
    return whole_snapshot(STUDY, {"1": (ratings, profiles)})


def test_the_story_of_the_demo_study(snapshot: Snapshot) -> None:
    """Streaming is efficient, not effective; vinyl the other way round. Figures are rounded to one decimal."""
    found = solution_view(STUDY, snapshot)
    assert "More effective: “Vinyl on a record player”" in found.headline
    assert "“Streaming service” is more efficient, but less effective." in found.details
    assert found.table["solution"].tolist()[-1] == ""
    assert found.solutions["effectiveness"].is_monotonic_decreasing
    assert (found.table["effectiveness"] * 10 % 1).round(6).isin([0, 1]).all()
    assert found.hidden == ()
    assert found.picture is not None
    assert "Everybody: effectiveness" in found.picture.text
    assert "“Where do you mostly listen”" in found.mix[0]


def test_two_solutions_side_by_side(snapshot: Snapshot) -> None:
    """Each outcome has its words; the table of the picture is rounded to whole per cent."""
    solutions = solution_view(STUDY, snapshot)
    found = drawn_pair(STUDY, solutions, "streaming", "cd")
    assert drawn_pair(STUDY, solutions, "streaming", "cd") is found
    assert found.picture is not None
    table = found.picture.scores
    assert len(table) == len(STUDY.outcomes)
    assert table["statement"].notna().all()
    assert (table["first"] == table["first"].round(2)).all()
    assert found.picture.key.startswith("★ Streaming service · ● CD.")


def test_what_may_not_be_shown_is_not(snapshot: Snapshot) -> None:
    """Without its cells a solution is named among the hidden, and no pair has a picture."""
    few = snapshot._replace(shown=snapshot.shown[snapshot.shown["option"] != "vinyl"])
    assert solution_view(STUDY, few).hidden == ("Vinyl on a record player",)
    assert pair_view("vinyl", "cd", STUDY, few).picture is None
    none = solution_view(STUDY, snapshot._replace(shown=snapshot.shown.head(0)))
    assert (none.picture, none.headline, len(none.solutions)) == (None, "", 0)
