"""The chapters of what falls short: headline, landscape, list in tie groups, what is delivered, and all scores."""

from collections.abc import Iterator, Mapping, Sequence

from jtbd_core.charts import letters
from jtbd_core.charts.delivered import LOOKS, names_of, told
from jtbd_core.charts.palette import COLOURS, GREY
from jtbd_core.live.drawings import drawing, is_drawn
from jtbd_core.report.chapter import Bars, Chapter, Line, Points, Series, Table
from jtbd_core.report.figures import interval, number, quantity
from jtbd_core.report.footer import formula
from jtbd_core.report.ranking import axis_of
from jtbd_core.report.report import Mark, Plane
from jtbd_core.report.subject import Subject
from jtbd_core.scoring.headlines import expectation, headline, wanted
from jtbd_core.scoring.measures import ANYWAY, MARKS, MEASURES, Row
from jtbd_core.scoring.results import Scores

NAMES = {"success outcomes": "success", "key outcomes": "key"}
SHARES = ("share_far_short", "share_just_short", "share_met", "share_exceeded")
LEADS = {True: "Leads", False: "Contend for first place · too close to rank"}
UNSURE = "The answers cannot tell them apart yet"
I_CUT = "Importance: 10 × the share of people to whom it is important; satisfaction: of those it serves well."


def findings_chapters(subject: Subject) -> Iterator[Chapter]:
    """Give the chapters of each kind of outcome that was rated, success outcomes first."""
    rated = subject.found.results.rated
    for kind in rated:
        yield from _of_kind(subject, kind)


def _of_kind(subject: Subject, kind: str) -> Iterator[Chapter]:
    found = subject.found.results
    scores, by, named = found.rated[kind], found.by[kind], letters(found.all)
    said = formula(subject.study, kind, by, scores)
    rated = scores[scores["n"] > 0]
    yield Chapter(
        name=kind.capitalize(),
        title=headline(scores, kind, by),
        about=subject.context,
        lines=tuple(filter(None, (expectation(scores, by), _wanted(scores)))),
        tables=(_ranking(rated, by, named),),
        charts=(_bars(rated, by, named),),
        formula=said,
        for_board=True,
    )
    if "importance" in scores:
        yield Chapter(
            name=f"Landscape, {kind}",
            title=_above(rated, kind),
            about=subject.context,
            lines=tuple(_named(row, named) for _, row in rated.iterrows() if str(row["outcome"]) in named),
            pictures=_pictures(subject, f"{NAMES[kind]}-landscape"),
            charts=(_landscape(rated, kind, named),),
            formula=I_CUT,
        )
    yield _delivered(subject, kind, rated, named)
    yield Chapter(
        name=f"Other scores, {kind}",
        title=f"{len(rated)} {kind if len(rated) > 1 else kind.removesuffix('s')} by the other scores",
        about=subject.context,
        tables=(_all_scores(rated, by, named),),
        formula=said,
    )


def _above(rated: Scores, kind: str) -> str:
    """Return how many outcomes of a kind are more important than they are served well, as the scores are printed."""
    many, of = int((rated["importance"].round(1) > rated["satisfaction"].round(1)).sum()), len(rated)
    what = kind if of > 1 else kind.removesuffix("s")
    return f"{many} of {of} {what} {'is' if 1 in (many, of) else 'are'} more important than well served."


def _pictures(subject: Subject, name: str) -> tuple[Plane, ...]:
    if not is_drawn(subject.found, name):
        return ()
    drawn = drawing(subject.study, subject.found, name)
    return (Plane(drawn.spec, drawn.text, drawn.key),)


def _wanted(scores: Scores) -> str:
    said = wanted(scores)
    return f"Value wanted: {said}" if said else ""


def _named(row: Row, named: Mapping[str, str]) -> str:
    letter = named.get(str(row["outcome"]), "")
    return f"{letter} · {row['statement']}" if letter else str(row["statement"])


def _ranking(rated: Scores, by: str, named: Mapping[str, str]) -> Table:
    """Return the list under a heading for each tier of outcomes that are too close to rank."""
    measure, (title, end, ticks) = MEASURES[by], axis_of(rated, by)
    sizes = rated["tie_group"].value_counts()
    lines, before = [], None
    for _, row in rated.iterrows():
        group = int(row["tie_group"])
        cells = (
            _named(row, named),
            quantity(measure, row),
            interval(measure, row),
            quantity(measure, row, "_expected"),
            interval(measure, row, "_expected"),
            number(row["n"]),
        )
        heading = "" if group == before else _heading(group, int(sizes[group]), is_only=len(sizes) == 1 < len(rated))
        ends = (by, f"{by}_expected", f"{by}_expected_low", f"{by}_expected_high")
        mark = Mark(*(float(row[one]) / end for one in ends))
        is_strong = group == 1 and len(sizes) > 1
        lines.append(Line(cells, heading, is_strong=is_strong, kind=str(row["kind"]), mark=mark))
        before = group
    figure = "now, %" if measure.unit else "now"
    headings = ("Outcome", figure, "95 %", "expected", "expected, 95 %", "n")
    return Table("", headings, tuple(lines), reach="pages", axis=title, ticks=ticks, key=MARKS)


def _heading(group: int, many: int, *, is_only: bool) -> str:
    if is_only:
        return UNSURE
    if group == 1:
        return LEADS[many == 1]
    return f"Tier {group}" + (" · too close to rank" if many > 1 else "")


def _bars(rated: Scores, by: str, named: Mapping[str, str]) -> Bars:
    """Return the list as bars of what is measured, with the intervals of what is expected."""
    measure, (title, end, _) = MEASURES[by], axis_of(rated, by)
    rows = [row for _, row in rated.iterrows()]
    figures = [quantity(measure, row) for row in rows]
    expected = [quantity(measure, row, "_expected") for row in rows]
    ends = [interval(measure, row, "_expected") for row in rows]
    colours = tuple(COLOURS[str(row["kind"])] if row["tie_group"] == 1 else GREY for row in rows)
    return Bars(
        title="",
        axis=title,
        low=0,
        high=measure.per * end,
        decimals=max((one.decimals for one in figures if not isinstance(one, str)), default=0),
        names=tuple(_named(row, named) for row in rows),
        series=(
            Series("measured now", _values(figures), colours),
            Series("expected when asked again, 95 %", _values(expected), ("#0f1821",), _ends(ends), is_hidden=True),
        ),
        key="Bar: measured now. Line: the 95 % interval of what to expect when asked again.",
    )


def _values(cells: Sequence[object]) -> tuple[float, ...]:
    return tuple(getattr(one, "value", float("nan")) for one in cells)


def _ends(cells: Sequence[object]) -> tuple[tuple[float, float], ...]:
    return tuple((getattr(one, "low", float("nan")), getattr(one, "high", float("nan"))) for one in cells)


def _landscape(rated: Scores, kind: str, named: Mapping[str, str]) -> Points:
    one = rated.round({"importance": 1, "satisfaction": 1})
    return Points(
        ends=((0, 10), (0, 10)),
        groups=tuple(map(str, one["kind"])),
        axes=("importance, 0–10", "satisfaction, 0–10"),
        names=tuple(named.get(str(outcome), "") for outcome in one["outcome"]),
        colours=tuple(COLOURS[str(each)] for each in one["kind"]),
        across=tuple(map(float, one["importance"])),
        up=tuple(map(float, one["satisfaction"])),
        has_diagonal=True,
    )


def _delivered(subject: Subject, kind: str, rated: Scores, named: Mapping[str, str]) -> Chapter:
    """Return what is delivered: of each outcome how many people it falls short for, is met for and exceeded."""
    shown = told(rated.sort_values("share_short", ascending=False, kind="stable"))
    words = names_of(shown)
    rows = [row for _, row in shown.iterrows()]
    does_not_apply = ("does not apply",) if "not_applicable" in shown else ()
    shares = (*words, *(["not_applicable"] if does_not_apply else []))
    lines = tuple(Line((_named(row, named), *(number(100 * row[one]) for one in shares))) for row in rows)
    headings = ("Outcome", *(f"{said}, %" for said in (*words.values(), *does_not_apply)))
    series = tuple(
        Series(said, tuple(round(100 * float(row[name])) + 0.0 for row in rows), (LOOKS[name][0],))
        for name, said in words.items()
    )
    first = rows[0]
    return Chapter(
        name=f"Value delivered, {kind}",
        title=f"“{first['statement']}” falls short for {100 * first['share_short']:.0f} % of people, {ANYWAY}.",
        about=subject.context,
        pictures=_pictures(subject, f"{NAMES[kind]}-delivered"),
        tables=(Table("", headings, lines, reach="pages"),),
        charts=(
            Bars("", "% of people", 0, 100, 0, tuple(_named(row, named) for row in rows), series, is_stacked=True),
        ),
        formula="Shares of those who rated the outcome; those to whom it does not apply are counted apart.",
    )


def _all_scores(rated: Scores, by: str, named: Mapping[str, str]) -> Table:
    """Return the scores that do not order the list, each with its interval."""
    measures = [one for name, one in MEASURES.items() if name in rated and name != by]
    plain = [name for name in ("importance", "satisfaction") if name in rated]
    heads = [part for one in measures for part in (one.title + (", %" if one.unit else ""), f"{one.title}, 95 %")]
    lines = tuple(
        Line(
            (
                _named(row, named),
                *(number(row[name], 1) for name in plain),
                *(part for one in measures for part in (quantity(one, row), interval(one, row))),
                number(100 * row["p_top"]),
                number(row["n"]),
            )
        )
        for _, row in rated.iterrows()
    )
    headings = ("Outcome", *plain, *heads, "chance of top 5, %", "n")
    return Table("", tuple(headings), lines, reach="pages")
