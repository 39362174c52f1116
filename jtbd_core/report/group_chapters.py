"""The chapters of for whom: groups held against all others, and charts of differences."""

from collections.abc import Iterator

import pandas as pd

from jtbd_core.charts.palette import GREY
from jtbd_core.live.for_whom import ForWhom
from jtbd_core.live.for_whom_pictures import MOST_OUTCOMES
from jtbd_core.report.chapter import Bars, Cell, Chapter, Line, Series, Table
from jtbd_core.report.figures import between, number
from jtbd_core.report.subject import Subject
from jtbd_core.scoring.measures import LEANS, MEASURES, Measure, Row
from jtbd_core.wave.groups import CROSS

MOST_BARS = 10
MORE, LESS = "#9a3412", "#0f6e68"
COLOURS = {"more": MORE, "less": LESS, "": GREY}
SIGNS = {"more": " ▲", "less": " ▼", "": ""}
TESTED = "▲ more, ▼ less: differences that shuffled groups hardly give; of 100 such marks at most about 5 are false."


def for_whom_chapter(subject: Subject, found: ForWhom, kind: str, *, is_first: bool) -> Chapter:
    """Return how groups differ in the outcomes of a kind: what is beyond noise, and all scores by question."""
    by = next(iter(found.tables))
    measure, rows = MEASURES[by], found.tables[by]
    mine, marked = rows[rows["kind"] == kind], found.marked(kind, by)
    first = found.everybody.loc[found.everybody["kind"] == kind, "outcome"].head(MOST_OUTCOMES)
    shown = {*first, *marked["outcome"]}
    tables = [_differences(marked, measure, "Differences beyond noise", found)] if len(marked) else []
    tables += _matrices(found, mine[mine["outcome"].isin(shown)], kind, measure)
    tables.append(_differences(mine, measure, "All groups", found, is_sheet=True))
    return Chapter(
        name=f"For whom, {kind}",
        title=found.sentence(kind, by),
        about=subject.everybody,
        tables=tuple(tables),
        charts=(_difference_bars(marked.head(MOST_BARS), measure),) if len(marked) else (),
        formula=f"{measure.said.capitalize()}, in each group, against all others who rated the outcome. {TESTED}",
        for_board=is_first,
    )


def _differences(rows: pd.DataFrame, measure: Measure, title: str, found: ForWhom, *, is_sheet: bool = False) -> Table:
    """Return differences between groups and all others, each with its interval."""
    unit, decimals = ", %" if measure.unit else "", measure.decimals
    headings = (
        *("Outcome", "group", f"{measure.title}{unit}", f"others{unit}", "difference", "difference, 95 %"),
        *("beyond noise", "n", "n, others"),
    )
    lines = []
    for _, row in rows.iterrows():
        scores = (number(measure.per * row[name], decimals) for name in ("score", "others", "difference"))
        low, high = (measure.per * row[f"difference_{end}"] for end in ("low", "high"))
        people = (number(row["n"]), number(row["n_others"]))
        group = str(row["group"]) if not is_sheet else f"{found.questions[row['question']]}: {row['group']}"
        cells = (str(row["statement"]), group, *scores, between(low, high, decimals), str(row["mark"]), *people)
        lines.append(Line(cells, is_strong=bool(row["mark"]) and is_sheet))
    return Table(title, headings, tuple(lines), reach="sheets" if is_sheet else "slides")


def _matrices(found: ForWhom, rows: pd.DataFrame, kind: str, measure: Measure) -> Iterator[Table]:
    """Give a table for each question: outcomes by groups, and everybody."""
    everybody = found.everybody[found.everybody["kind"] == kind]
    everybody = everybody[everybody["outcome"].isin(rows["outcome"])]
    for question, words in found.questions.items():
        groups = [one for one in found.columns if one.question == question]
        if CROSS in question or not groups:
            continue
        of = rows[rows["question"] == question].set_index(["outcome", "option"])
        lines = []
        for _, row in everybody.iterrows():
            own = number(measure.per * row[measure.name], measure.decimals)
            cells = (_cell(of, (row["outcome"], one.option), measure) for one in groups)
            lines.append(Line((str(row["statement"]), own, *cells)))
        people = (f"everybody (n {found.people:,})", *(f"{one.title} (n {one.people:,})" for one in groups))
        title = f"{words} · {measure.title}{', % of people' if measure.unit else ''}"
        yield Table(title, ("Outcome", *people), tuple(lines), reach="paper")


def _cell(rows: pd.DataFrame, at: tuple[str, str], measure: Measure) -> Cell:
    if at not in rows.index:
        return "–"
    row: Row = rows.loc[[at]].iloc[0]
    found = number(measure.per * row["score"], measure.decimals)
    return f"{found}{SIGNS[row['mark']]}" if row["mark"] else found


def _difference_bars(rows: pd.DataFrame, measure: Measure) -> Bars:
    names = tuple(f"{row['group']}: {row['statement']}" for _, row in rows.iterrows())
    colours = tuple(COLOURS[mark] for mark in rows["mark"])
    unit = " (percentage points)" if measure.unit else ""
    title = f"{measure.title}: difference from all others{unit}"
    return difference_chart(title, names, rows, colours, measure)


def difference_chart(
    axis: str, names: tuple[str, ...], rows: pd.DataFrame, colours: tuple[str, ...], measure: Measure
) -> Bars:
    """Return a chart of differences with their intervals, its axis as wide as the widest of these."""
    values, ends = [], []
    for _, row in rows.iterrows():
        each = [measure.per * row[name] for name in ("difference", "difference_low", "difference_high")]
        value, low, high = (round(float(one), measure.decimals) + 0.0 for one in each)
        values.append(value)
        ends.append((low, high))
    most = max((abs(one) for pair in ends for one in pair), default=1.0) or 1.0
    wide = next(step for step in (1, 2, 5, 10, 20, 40, 60, 80, 100, 200) if most <= step)
    series = (
        Series("difference", tuple(values), colours),
        Series("difference to expect, 95 %", tuple(values), ("#0f1821",), tuple(ends), is_hidden=True),
    )
    return Bars(
        "",
        axis,
        -wide,
        wide,
        measure.decimals,
        names,
        series,
        key=f"Line: 95 % interval of the difference to expect. {LEANS}",
    )
