"""The list of a report: outcomes of one kind, best first, each with its mark on an axis, and short lists of figures."""

from collections.abc import Mapping

from jtbd_core.charts.contours import BANDS
from jtbd_core.charts.lists import points_ticks
from jtbd_core.report.report import Figure, Figures, Mark, Ranking, Row
from jtbd_core.scoring.measures import COUNTS, MEASURES, Measure, has_bands
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
    end = {"opportunity": 20.0, "value_wanted": float(rated["deepest"].max())}.get(by, 1.0)
    points = "points over everybody, " if by == "value_wanted" else ""
    title = f"{measure.title}, {'% of people' if measure.unit else f'{points}0–{end:.0f}'}"
    return title, end, _ticks(by, end, has_bands=has_bands(rated))


def short_list(scores: Scores, kind: str, by: str) -> Figures:
    """Return the first outcomes of a kind with their scores alone."""
    rated, measure = scores[scores["n"] > 0], MEASURES[by]
    rows = (row for _, row in rated.head(FIRST).iterrows())
    return Figures(
        f"{kind.capitalize()}: {measure.title}",
        tuple(Figure(str(row["statement"]), measure.measured(row), measure.expected(row)) for row in rows),
    )


def _ticks(by: str, end: float, *, has_bands: bool) -> tuple[tuple[float, str], ...]:
    at: tuple[float, ...]
    if by == "opportunity":
        at = (0, *BANDS, 20) if has_bands else (0, 5, 10, 15, 20)
    else:
        at = (0, 25, 50, 75, 100) if end == 1 else points_ticks(int(end))
    return tuple((tick / (100 if end == 1 else end), f"{tick:g}") for tick in at)


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
