"""The list of a report: outcomes of one kind, best first, each with its mark on an axis, and short lists of figures."""

from collections.abc import Mapping

from jtbd_core.charts.ticks import axis_title, score_ticks
from jtbd_core.report.report import Figure, Figures, Mark, Ranking, Row
from jtbd_core.scoring.measures import COUNTS, MEASURES, Measure
from jtbd_core.scoring.measures import Row as Scored
from jtbd_core.scoring.results import Scores

MOST_ROWS = 12
FIRST = 3
"""The outcomes of a short list."""


def ranking(scores: Scores, kind: str, by: str, letters: Mapping[str, str]) -> Ranking:
    """Return the list of a kind of outcome, ordered by the score `by`."""
    rated, measure = scores[scores["n"] > 0], MEASURES[by]
    contending = int((rated["tie_group"] == 1).sum())
    axis, end, ticks = axis_of(rated, by)
    many = COUNTS[contending].lower() if contending < len(COUNTS) else str(contending)
    said = "one leads" if contending == 1 else f"{many} contend for first place"
    if contending == len(rated) > 1:
        said = "the answers cannot tell them apart yet"
    return Ranking(
        title=f"{kind.capitalize()}: {said}",
        axis=axis,
        ticks=ticks,
        rows=tuple(_row(row, measure, letters, end) for _, row in rated.head(MOST_ROWS).iterrows()),
        rated=len(rated),
        contending=contending,
    )


def axis_of(rated: Scores, by: str) -> tuple[str, float, tuple[tuple[float, str], ...]]:
    """Return the title of the axis of a score, its end in units of the score, and its ticks (place 0–1, label)."""
    measure = MEASURES[by]
    ticks = score_ticks(rated, measure)
    end = ticks[-1]
    return axis_title(measure), end, tuple((tick / end, f"{measure.per * tick:g}") for tick in ticks)


def short_list(scores: Scores, kind: str, by: str) -> Figures:
    """Return the first outcomes of a kind with their scores alone."""
    rated, measure = scores[scores["n"] > 0], MEASURES[by]
    rows = (row for _, row in rated.head(FIRST).iterrows())
    return Figures(
        f"{kind.capitalize()}: {measure.title}",
        tuple(Figure(str(row["statement"]), measure.measured(row), measure.expected(row)) for row in rows),
    )


def _row(row: Scored, measure: Measure, letters: Mapping[str, str], end: float) -> Row:
    name = measure.name
    ends = (name, f"{name}_expected", f"{name}_expected_low", f"{name}_expected_high")
    return Row(
        letter=letters.get(str(row["outcome"]), ""),
        statement=str(row["statement"]),
        kind=str(row["kind"]),
        is_strong=bool(row["tie_group"] == 1),
        value=measure.measured(row),
        expected=measure.expected(row),
        is_apart=measure.is_apart(row),
        people=str(int(row["n"])),
        mark=Mark(*(float(row[one]) / end for one in ends)),
    )
