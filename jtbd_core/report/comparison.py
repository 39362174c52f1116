"""What a report says of solutions, of groups and of job steps, from what the page compares."""

import math

from jtbd_core.charts.palette import SIGNS, SOLUTION_COLOURS
from jtbd_core.live.for_whom import ForWhom as Compared
from jtbd_core.live.origins import Origins
from jtbd_core.live.solutions import SolutionView
from jtbd_core.report.report import Difference, ForWhom, Plane, Solution, Solutions, Texts
from jtbd_core.scoring.driver_sentences import CAUSES
from jtbd_core.scoring.measures import MEASURES, Row
from jtbd_core.scoring.standing import EFFECTIVENESS, EFFICIENCY
from jtbd_core.scoring.standing_sentences import UNCLEAR

MOST_DIFFERENCES = 3


def solution_comparison(found: SolutionView) -> Solutions:
    """Return how solutions stand: what is told of all, which leaders cannot be told apart, and both scores of each."""
    return Solutions(
        title="Solutions",
        text=" ".join((found.headline, *(one for one in found.lines if one.startswith(UNCLEAR)))),
        picture=Plane(*found.picture[:3]) if found.picture else None,
        rows=tuple(_solution(row) for _, row in found.solutions.iterrows()),
    )


def group_comparison(found: Compared, kind: str) -> ForWhom:
    """Return the largest differences between groups in outcomes of a kind, by the first score that is compared."""
    by = next(iter(found.tables))
    marked = found.marked(kind, by)
    if marked.empty:
        return ForWhom("For whom", (), found.sentence(kind, by))
    rest = len(marked) - MOST_DIFFERENCES
    more = f"{rest} more {'difference is' if rest == 1 else 'differences are'} beyond noise." if rest > 0 else ""
    named = tuple(_difference(row, by) for _, row in marked.head(MOST_DIFFERENCES).iterrows())
    return ForWhom("For whom, beyond noise", named, more)


def step_comparison(found: Origins) -> Texts:
    """Return with which job steps the success outcomes go."""
    return Texts("Where it comes from", (found.headline, CAUSES))


def _difference(row: Row, by: str) -> Difference:
    measure = MEASURES[by]
    own, others = (measure.measured({by: row[name]}) for name in ("score", "others"))
    said = f"{measure.title} {row['mark']}" if measure.unit else f"{row['mark']} {measure.title}"
    return Difference(str(row["group"]), str(row["mark"]), f"{said} on “{row['statement']}”, {own} against {others}")


def _solution(row: Row) -> Solution:
    look = row["look"]
    scores = (_score(row, kind) for kind in (EFFECTIVENESS, EFFICIENCY))
    return Solution(SIGNS[look], SOLUTION_COLOURS[look], str(row["name"]), f"n {row['n']}", *scores)


def _score(row: Row, kind: str) -> str:
    """Return a score of a solution with its interval, empty where it may not be shown."""
    return "" if math.isnan(row[kind]) else f"{row[kind]:.1f} ({row[f'{kind}_low']:.1f}–{row[f'{kind}_high']:.1f})"
