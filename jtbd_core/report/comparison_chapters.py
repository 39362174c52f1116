"""The chapters of what is compared: for whom, solutions, over time, and where success comes from."""

from collections.abc import Iterator
from math import ceil, floor

import pandas as pd

from jtbd_core.charts import Picture
from jtbd_core.charts.palette import GREY, SOLUTION_COLOURS
from jtbd_core.contract import Store
from jtbd_core.live.for_whom import for_whom
from jtbd_core.live.origins import Origins, origins
from jtbd_core.live.over_time import KINDS, KindOverTime
from jtbd_core.live.solutions import SolutionView, solution_view
from jtbd_core.report.chapter import Bars, Chapter, Line, Points, Quantity, Range, Series, Table
from jtbd_core.report.figures import between, number
from jtbd_core.report.group_chapters import COLOURS, LESS, MOST_BARS, difference_chart, for_whom_chapter
from jtbd_core.report.report import Plane
from jtbd_core.report.subject import Subject, analysed, changes
from jtbd_core.scoring.driver_sentences import CAUSES, VARIATION
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.scoring.standing import EFFECTIVENESS, EFFICIENCY
from jtbd_core.scoring.study_scores import ORDER
from jtbd_core.scoring.table import order_by

MOST_SLOPES = 20
"""More lines than these cover each other."""

STEPS = "Line: 95 % interval. Coloured is a step whose share is surely the greatest."
CHANGED = "Change: now less before. ▲ ▼: beyond noise; “within”: no change shown, one of up to that size may be missed."
EXPLAINED = f"{VARIATION} It is shared out by dominance analysis."
STOOD = "Effectiveness: mean satisfaction of success outcomes, 0–10; efficiency: of key outcomes. Intervals 95 %."
LEAST_P = 0.01


def comparison_chapters(store: Store, subject: Subject) -> Iterator[Chapter]:
    """Give the chapters of what is compared, as far as something may be shown."""
    rated = subject.found.results.rated
    if subject.with_groups:
        yield from _group_chapters(store, subject)
    for name, changed in changes(store, subject).items():
        yield _over_time(subject, changed, KINDS[name])
    if len(rated) == len(KINDS) and (comes := analysed(store, subject, origins)) and comes.pictures:
        yield _origins(subject, comes)


def _group_chapters(store: Store, subject: Subject) -> Iterator[Chapter]:
    rated = subject.found.results.rated
    if subject.study.questions() and (found := analysed(store, subject, for_whom)) and found.columns:
        for number_, kind in enumerate(rated):
            yield for_whom_chapter(subject, found, kind, is_first=not number_)
    if subject.study.solutions and (stand := analysed(store, subject, solution_view)) and not stand.solutions.empty:
        yield _solutions(subject, stand)


def plane(picture: Picture) -> Plane:
    """Return a picture of the results page as one of a report."""
    return Plane(picture.spec, picture.text, picture.key)


def _solutions(subject: Subject, found: SolutionView) -> Chapter:
    kinds = (EFFECTIVENESS, EFFICIENCY)
    lines = []
    for _, row in found.table.iterrows():
        scores = (
            part
            for one in kinds
            for part in (
                number(row[one], 1),
                between(row[f"{one}_low"], row[f"{one}_high"], 1),
                number(row[f"{one}_plain"], 1),
            )
        )
        lines.append(Line((str(row["name"]), *scores, number(row["n"])), is_strong=row["look"] < 0))
    heads = (part for one in kinds for part in (one, f"{one}, 95 %", f"{one}, measured"))
    points = found.solutions.dropna(subset=list(kinds))
    return Chapter(
        name="Solutions",
        title=found.headline,
        about=subject.everybody,
        lines=tuple(filter(None, (found.details, *found.lines, *found.mix))),
        pictures=(plane(found.picture),) if found.picture else (),
        tables=(Table("", ("Solution", *heads, "n"), tuple(lines)),),
        charts=(_plane(points),) if len(points) else (),
        formula=STOOD,
        for_board=True,
    )


def _plane(points: pd.DataFrame) -> Points:
    def ends(kind: str) -> tuple[tuple[float, float], ...]:
        return tuple((float(row[f"{kind}_low"]), float(row[f"{kind}_high"])) for _, row in points.iterrows())

    return Points(
        ends=(_domain(ends(EFFICIENCY)), _domain(ends(EFFECTIVENESS))),
        groups=tuple(map(str, points["name"])),
        axes=("efficiency, 0–10", "effectiveness, 0–10"),
        names=tuple(map(str, points["name"])),
        colours=tuple(SOLUTION_COLOURS[look] for look in points["look"]),
        across=tuple(map(float, points[EFFICIENCY])),
        up=tuple(map(float, points[EFFECTIVENESS])),
        across_ends=ends(EFFICIENCY),
        up_ends=ends(EFFECTIVENESS),
    )


def _domain(ends: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    """Return the whole points between which all intervals lie, within 0–10."""
    return max(0, floor(min(low for low, _ in ends))), min(10, ceil(max(high for _, high in ends)))


def _over_time(subject: Subject, found: KindOverTime, kind: str) -> Chapter:
    measure = MEASURES[order_by(ORDER[kind], subject.study.settings.asks_importance)]
    rows, decimals, unit = found.changes.scores, measure.decimals, ", %" if measure.unit else ""
    headings = ("Outcome", "verdict", f"before{unit}", "n before", f"now{unit}", "n", "change", "change, 95 %")
    lines = tuple(
        Line(
            (
                str(row["Outcome"]),
                str(row["Verdict"]),
                *(number(row["Before"], decimals), number(row["n before"])),
                *(number(row["Now"], decimals), number(row["n"]), number(row["Change"], decimals)),
                between(row["95 % from"], row["to"], decimals),
            ),
            is_strong=str(row["Verdict"]).startswith(("▲", "▼")),
        )
        for _, row in rows.iterrows()
    )
    first = rows.head(MOST_BARS)
    named = {"Change": "difference", "95 % from": "difference_low", "to": "difference_high"}
    table = (first.rename(columns=named)[list(named.values())] / measure.per).reset_index(drop=True)
    marks = [{"▲": "more", "▼": "less"}.get(str(verdict)[:1], "") for verdict in first["Verdict"]]
    axis = f"{measure.title}: change{' (percentage points)' if measure.unit else ''}"
    chart = difference_chart(axis, tuple(first["Outcome"]), table, tuple(COLOURS[one] for one in marks), measure)
    return Chapter(
        name=f"Over time, {kind}",
        title=found.headline,
        about=subject.everybody,
        pictures=(plane(found.changes), *([plane(found.slopes)] if len(rows) <= MOST_SLOPES else [])),
        tables=(Table("", headings, lines),),
        charts=(chart,),
        formula=CHANGED,
        for_board=kind == KINDS["success"] or found.has_changed,
    )


def _origins(subject: Subject, found: Origins) -> Chapter:
    drawn = {str(one.scores["statement"].iloc[0]) for one in found.pictures}
    lines = {True: list[Line](), False: list[Line]()}
    for statement, part in found.table[found.table["p"].notna()].groupby("statement", sort=False):
        for at, (_, row) in enumerate(part.iterrows()):
            turned = ", the other way round" if row["is_opposite"] else ""
            cells = (
                str(row["step"]),
                number(100 * row["share"]),
                between(100 * row["share_low"], 100 * row["share_high"]),
                number(100 * row["r2"]),
                number(row["n"]),
                "< 0.01" if row["p"] < LEAST_P else f"{row['p']:.2f}",
                f"stands out{turned}" if row["stands_out"] else "",
            )
            line = Line(cells, "" if at else str(statement), is_strong=bool(row["stands_out"]))
            lines[statement in drawn].append(line)
    headings = ("Job step", "goes with it, %", "95 %", "all steps, %", "n", "p", "verdict")
    return Chapter(
        name="Where it comes from",
        title=found.headline,
        about=subject.everybody,
        lines=found.lines,
        pictures=tuple(plane(one) for one in found.pictures),
        tables=(
            Table("", headings, tuple(lines[True]), reach="pages"),
            *([Table("All others", headings, tuple(lines[False]), reach="sheets")] if lines[False] else []),
        ),
        charts=tuple(_steps(one.scores) for one in found.pictures),
        formula=f"{EXPLAINED} {CAUSES}",
    )


def _steps(rows: pd.DataFrame) -> Bars:
    shares = [number(100 * share) for share in rows["share"]]
    ends = [between(100 * low, 100 * high) for low, high in zip(rows["share_low"], rows["share_high"], strict=True)]
    values = tuple(one.value for one in shares if isinstance(one, Quantity))
    colours = tuple(LESS if stands_out else GREY for stands_out in rows["stands_out"])
    known = tuple((one.low, one.high) for one in ends if isinstance(one, Range))
    series = (
        Series("goes with it, %", values, colours),
        Series("goes with it, 95 %", values, ("#0f1821",), known, is_hidden=True),
    )
    title = str(rows["statement"].iloc[0])
    return Bars(title, "% of the variation", 0, 100, 0, tuple(map(str, rows["step"])), series, key=STEPS)
