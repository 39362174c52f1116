"""Value targets and decisions on the page for a board."""

from datetime import datetime

from jtbd_core.charts.target_rows import TargetRow
from jtbd_core.report.goals import goals
from jtbd_core.wave.stage import Note
from tests.live.compared import STUDY

NAN = float("nan")
AIM = TargetRow("I sleep", "I sleep", "Ann · due 31 Mar 2026", 0.5, 0.86, NAN, NAN, NAN, 0, "waits", set_in="round 2")


def test_targets_and_decisions_are_called_what_the_page_calls_them() -> None:
    """A target says when it was how bad, and that it counts whether the outcome matters or not."""
    note = Note(
        id="n",
        wave_id="w",
        kind="decision",
        outcome=STUDY.outcomes[0].id,
        text="Go",
        author="Bo",
        written_at=datetime.min,
    )
    both, targets, decided = goals([AIM], [note], STUDY), goals([AIM], [], STUDY), goals([], [note], STUDY)
    assert both
    assert targets
    assert decided
    assert [one.title for one in (both, targets, decided)] == [
        "Value targets and decisions",
        "Value targets",
        "Decisions",
    ]
    assert targets.rows[0].aim == "I sleep: falls short for at most 50 % (round 2: 86 %)"
    assert targets.lines == ("Falls short: whether it matters to them or not.",)
    assert goals([], [], STUDY) is None
