"""The shape of a file of ratings: where its headings stand, and which column holds which ratings."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.assignment import Assignment, Column, MissingColumn, Role
from jtbd_core.exchange.cells import is_answer, words
from jtbd_core.exchange.csv_file import Record, shown
from jtbd_core.exchange.headings import (
    EXPECTATION,
    EXPERIENCE,
    IMPORTANCE,
    OUTCOME,
    SATISFACTION,
    STATEMENT,
    Kind,
    Rated,
    Row,
    merged,
    only_heading,
    plain_heading,
    rated_by_prefix,
    rated_by_suffix,
    rated_in_grid,
    rated_row,
)
from jtbd_core.exchange.labels import KNOWN
from jtbd_core.exchange.told_kinds import rated_by_labels
from jtbd_core.study.scale import ScaleName

MOST_ABOVE = 20
"""The most records that may stand above the headings."""

MOST_SUBHEADINGS = 2
"""The most records of more headings below the first."""

LONG: dict[Role, tuple[str, ...]] = {
    "outcome": OUTCOME,
    "statement": STATEMENT,
    "importance": IMPORTANCE,
    "experience": EXPERIENCE,
    "expectation": EXPECTATION,
}


class Shape(NamedTuple):
    """The records that hold the headings of a file, from the first to the last, from 0, and what its columns are."""

    first: int
    last: int
    assignment: Assignment


def find_shape(records: Sequence[Record]) -> Shape:
    """Return the shape of a file by its first records.

    Headings of one row are looked for first, then those of two, of which the upper one holds the questions, and the
    lower one no answers; then headings without a word for the kind of rating, which the labels in their cells tell.

    Raises:
        UnreadableFile: no record holds headings of ratings, or some of those mean the same or lack their partner.
    """
    complaint = None
    rows = _rows(records)
    for find in (_one_row, _two_rows, _by_labels):
        for first in range(0 if complaint and find is _two_rows else min(len(rows), MOST_ABOVE)):
            try:
                if found := find(rows, first):
                    return _with_subheadings(found, rows)
            except _WrongHeadings as wrong:
                complaint = complaint or UnreadableFile(f"Row {records[first].row}{wrong}")
    raise complaint or UnreadableFile(
        f"Row {records[0].row if records else 1} has neither the columns respondent, outcome, importance, experience "
        "nor pairs such as imp_speed and sat_speed, and no row below has them."
    )


def fitting_shape(records: Sequence[Record], assignment: Assignment) -> Shape:
    """Return the shape of a file whose columns are assigned, by the row that has their headings.

    Raises:
        MissingColumn: no row has all headings of columns that are used; the message names the first that is missing.
    """
    rows, complaints = _rows(records), []
    for first in range(min(len(rows), MOST_ABOVE)):
        headings = rows[first] if assignment.heading_rows == 1 else merged(*rows[first : first + 2], ())
        try:
            fitted = assignment.fitted(headings)
        except MissingColumn as missing:
            complaints.append((sum(one.heading in headings for one in assignment.columns), missing))
            continue
        return _with_subheadings(Shape(first, first + assignment.heading_rows - 1, fitted), rows)
    raise max(complaints, key=lambda one: one[0])[1] if complaints else UnreadableFile("The file has no headings.")


def unassigned_shape(records: Sequence[Record]) -> Shape:
    """Return the shape of a file in which nothing is recognised: its fullest row of headings, all passed over."""
    rows = _rows(records)[:MOST_ABOVE]
    widest = max(len(row) - row.count("") for row in rows)
    first = next(at for at, row in enumerate(rows) if len(row) - row.count("") == widest)
    return Shape(first, first, Assignment(columns=tuple(Column(heading=heading) for heading in rows[first])))


class _WrongHeadings(Exception):
    """Headings of ratings that cannot be used."""


def _rows(records: Sequence[Record]) -> list[Row]:
    return [tuple(map(shown, record.cells)) for record in records[: MOST_ABOVE + MOST_SUBHEADINGS + 1]]


def _one_row(rows: Sequence[Row], first: int) -> Shape | None:
    return _long(rows[first], first) or _wide(rows[first], first)


def _long(headings: Row, first: int) -> Shape | None:
    """Return the shape of a file with a row per respondent and outcome."""
    try:
        if only_heading(headings, OUTCOME) is None:
            return None
        found = {role: only_heading(headings, names) for role, names in LONG.items()}
    except UnreadableFile as wrong:
        raise _WrongHeadings(f": {str(wrong)[0].lower()}{str(wrong)[1:]}") from wrong
    if found["experience"] is None:
        found["experience"] = found.pop("expectation")
    if found["experience"] is None:
        return None
    roles = {at: role for role, at in found.items()}
    columns = tuple(Column(heading=one, role=roles.get(at, "passed over")) for at, one in enumerate(headings))
    return Shape(first, first, Assignment(columns=columns, asks=_asks([plain_heading(headings[found["experience"]])])))


def _wide(headings: Row, first: int) -> Shape | None:
    """Return the shape of a file with a row per respondent, of the way to name ratings that names most of them."""
    by: tuple[Callable[[str], Rated | None], ...] = (rated_by_prefix, rated_by_suffix, rated_in_grid)
    ways = [[name(heading) for heading in headings] for name in by]
    if not any(one and one.kind == "importance" for one in ways[1]):
        del ways[1]  # "work experience" alone is no rating
    return _shape_of(headings, max(ways, key=lambda way: len(way) - way.count(None)), first, 1)


def _two_rows(rows: Sequence[Row], first: int) -> Shape | None:
    """Return the shape of a file whose questions stand above their rows, each over the first of them."""
    if first + 1 >= len(rows):
        return None
    above, below = rows[first], rows[first + 1]
    questions: list[str] = []
    for question in above:
        questions.append(question or (questions[-1] if questions else ""))
    questions += questions[-1:] * (len(below) - len(above))
    rated = [rated_row(question, row) if row else None for question, row in zip(questions, below, strict=False)]
    if any(one and is_answer(row) for one, row in zip(rated, below, strict=False)):
        return None
    return _shape_of(merged(above, below), rated, first, 2)


def _by_labels(rows: Sequence[Row], first: int) -> Shape | None:
    """Return the shape of a file whose cells alone say which columns rate which kind."""
    return _shape_of(rows[first], rated_by_labels(rows[first], rows[first + 1 :]), first, 1)


def _with_subheadings(shape: Shape, rows: Sequence[Row]) -> Shape:
    """Return the shape with the rows below its headings that hold more headings.

    In the columns of ratings these have no answer that is known as one, and no text that stands in a row below again.
    """
    ratings = shape.assignment.ratings
    below = [{cells[at] for at in ratings if at < len(cells) and cells[at]} for cells in rows[shape.last + 1 :]]
    last = shape.last
    for place, said in enumerate(below[:MOST_SUBHEADINGS]):
        again = set().union(*below[place + 1 :])
        if not said or said & again or any(map(is_answer, said)):
            break
        last += 1
    return shape._replace(last=last)


def _shape_of(headings: Row, found: Sequence[Rated | None], first: int, rows: Literal[1, 2]) -> Shape | None:
    rated = _with_partners(headings, _alone(_spread([*found, *[None] * (len(headings) - len(found))])))
    asked = [one.asked.casefold() for one in rated if one and one.kind == "experience"]
    if not asked:
        return None
    columns = tuple(
        Column(heading=heading, role=one.kind, outcome=one.outcome) if one else Column(heading=heading)
        for heading, one in zip(headings, rated, strict=True)
    )
    assignment = Assignment(columns=columns, heading_rows=rows, asks=_asks(asked))
    return Shape(first, first + rows - 1, assignment)


def _asks(asked: Sequence[str]) -> ScaleName | None:
    """Return whether the words that ask for experience all ask how satisfied people are."""
    return "satisfaction" if all(map(SATISFACTION.search, asked)) else None


def _spread(rated: Sequence[Rated | None]) -> list[Rated | None]:
    """Return what columns rate, in which several of one outcome, each headed by a label behind it, are of that one."""
    parts = {at: (one.kind, *one.outcome.rpartition(" - ")) for at, one in enumerate(rated) if one}
    stems = {at: (kind, stem) for at, (kind, stem, _, label) in parts.items() if stem and words(label) in KNOWN}
    many = Counter(stems.values())
    return [
        one._replace(outcome=stems[at][1], is_part=True) if one and many[stems.get(at, ("importance", ""))] > 1 else one
        for at, one in enumerate(rated)
    ]


def _alone(rated: Sequence[Rated | None]) -> list[Rated | None]:
    """Return what columns rate, in which what is expected is the experience where no other column holds that."""
    experienced = {plain_heading(one.outcome) for one in rated if one and one.kind == "experience"}
    return [
        one._replace(kind="experience")
        if one and one.kind == "expectation" and plain_heading(one.outcome) not in experienced
        else one
        for one in rated
    ]


def _with_partners(headings: Row, rated: Sequence[Rated | None]) -> list[Rated | None]:
    """Return what columns rate, without those that lack their partner and are asked for in words that no pair is.

    Raises:
        _WrongHeadings: two columns rate the same, or one lacks its partner.
    """
    found: dict[str, dict[Kind, int]] = {}
    for at, one in enumerate(rated):
        if one:
            pair = found.setdefault(plain_heading(one.outcome), {})
            if (before := rated[pair.setdefault(one.kind, at)]) is not one and before and not one.is_part:
                said = f": columns {headings[pair[one.kind]]} and {headings[at]} "
                is_one = before.asked == one.asked or " " not in one.asked
                raise _WrongHeadings(
                    said + ("mean the same." if is_one else f"both ask for {one.kind}: keep one of the two questions.")
                )
    has_importance = any("importance" in pair for pair in found.values())
    lone = {name for name, pair in found.items() if has_importance and not {"importance", "experience"} <= pair.keys()}
    whole = [pair for name, pair in found.items() if name not in lone]
    asked = {one.asked for pair in whole for at in pair.values() if (one := rated[at])}
    for name in lone:
        first = min(found[name].values())
        if (one := rated[first]) and not (whole and one.asked not in asked):
            lacks = "sat_ or exp_" if "importance" in found[name] else "imp_"
            raise _WrongHeadings(f", column {headings[first]}: it has no partner that begins with {lacks}.")
    return [one if one and plain_heading(one.outcome) not in lone else None for one in rated]
