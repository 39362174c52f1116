"""What was decided: value targets with what a later round tells of them, and decisions that were noted."""

import math
from collections.abc import Sequence

from jtbd_core.charts.target_rows import MARKS, TargetRow
from jtbd_core.report.report import Goal, Goals
from jtbd_core.scoring.measures import ANYWAY
from jtbd_core.study import Study
from jtbd_core.wave.stage import Note

MOST_GOALS = 3


def goals(targets: Sequence[TargetRow], notes: Sequence[Note], study: Study) -> Goals | None:
    """Return what was decided, None where nothing was."""
    statements = {one.id: one.statement for one in study.outcomes}
    decided = [
        f"“{statements[one.outcome]}”: {one.text} ({one.author})"
        for one in notes
        if one.kind == "decision" and one.outcome in statements
    ]
    room = max(MOST_GOALS - len(targets), 1)
    rest = max(len(targets) - MOST_GOALS, 0) + max(len(decided) - room, 0)
    lines = (*decided[:room], *([f"and {rest} more"] if rest else []))
    titles = [*(["value targets"] if targets else []), *(["decisions"] if decided else [])]
    meant = (f"Falls short: {ANYWAY}.",) if targets else ()
    rows = tuple(map(_goal, targets[:MOST_GOALS]))
    return Goals(" and ".join(titles).capitalize(), rows, (*meant, *lines)) if titles else None


def _goal(one: TargetRow) -> Goal:
    known = not math.isnan(one.share)
    now = f"{one.again}: {100 * one.share:.0f} % ({100 * one.low:.0f}–{100 * one.high:.0f})" if known else ""
    before = "" if math.isnan(one.before) else f" ({one.set_in}: {100 * one.before:.0f} %)"
    aim = f"{one.outcomes}: falls short for at most {100 * one.at_most:.0f} %{before}"
    return Goal(aim, one.whose, now, one.verdict, MARKS[one.verdict])
