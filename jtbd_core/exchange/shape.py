"""The shape of a file of ratings: where its headings stand, and which column holds which ratings."""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.cells import is_answer
from jtbd_core.exchange.csv_file import Record, shown
from jtbd_core.exchange.headings import (
    EXPERIENCE,
    IMPORTANCE,
    OUTCOME,
    SATISFACTION,
    STATEMENT,
    Rated,
    only_heading,
    plain_heading,
    rated_by_prefix,
    rated_by_suffix,
    rated_in_grid,
    rated_row,
)

MOST_ABOVE = 20
"""The most records that may stand above the headings."""

MOST_SUBHEADINGS = 2
"""The most records of more headings below the first."""

Name = Callable[[str], Rated | None]


class Pair(NamedTuple):
    """The positions of an outcome's two columns in a wide file; `importance` is None if the file has none."""

    outcome: str
    importance: int | None
    experience: int


class Shape(NamedTuple):
    """The headings of a file, the records from the first of them to the last, counted from 0, and what columns hold.

    A wide file has `pairs`; a long one has none, but the positions of `outcome`, `experience`, and `importance` and
    `statement` if it has these. `is_satisfaction` is whether the words for experience ask how satisfied people are.
    """

    headings: tuple[str, ...]
    first: int
    last: int
    is_satisfaction: bool
    pairs: tuple[Pair, ...] = ()
    outcome: int | None = None
    importance: int | None = None
    experience: int | None = None
    statement: int | None = None

    @property
    def ratings(self) -> list[int]:
        """The positions of all columns of ratings; of each pair importance comes first."""
        pairs = self.pairs or ((None, self.importance, self.experience),)
        return [at for _, *pair in pairs for at in pair if at is not None]


def find_shape(records: Sequence[Record]) -> Shape:
    """Return the shape of a file by its first records.

    Headings of one row are looked for first, then those of two, of which the upper one holds the questions, and the
    lower one no answers.

    Raises:
        UnreadableFile: no record holds headings of ratings, or some of those mean the same or lack their partner.
    """
    complaint = None
    rows = [tuple(map(shown, record.cells)) for record in records[: MOST_ABOVE + MOST_SUBHEADINGS + 1]]
    for first, headings in enumerate(rows[:MOST_ABOVE]):
        try:
            if found := _long(headings, first) or _wide(headings, first):
                return _with_subheadings(found, rows)
        except _WrongHeadings as wrong:
            complaint = complaint or UnreadableFile(f"Row {records[first].row}{wrong}")
    for first in range(0 if complaint else min(len(rows) - 1, MOST_ABOVE)):
        try:
            if found := _two_rows(rows[first], rows[first + 1], first):
                return found
        except _WrongHeadings as wrong:
            complaint = complaint or UnreadableFile(f"Row {records[first].row}{wrong}")
    raise complaint or UnreadableFile(
        f"Row {records[0].row if records else 1} has neither the columns respondent, outcome, importance, experience "
        "nor pairs such as imp_speed and sat_speed, and no row below has them."
    )


class _WrongHeadings(Exception):
    """Headings of ratings that cannot be used."""


def _long(headings: tuple[str, ...], first: int) -> Shape | None:
    """Return the shape of a file with a row per respondent and outcome."""
    try:
        outcome = only_heading(headings, OUTCOME)
        experience = None if outcome is None else only_heading(headings, EXPERIENCE)
        if experience is None:
            return None
        importance, statement = only_heading(headings, IMPORTANCE), only_heading(headings, STATEMENT)
    except UnreadableFile as wrong:
        raise _WrongHeadings(f": {str(wrong)[0].lower()}{str(wrong)[1:]}") from wrong
    return Shape(
        headings,
        first,
        first,
        bool(SATISFACTION.search(plain_heading(headings[experience]))),
        outcome=outcome,
        importance=importance,
        experience=experience,
        statement=statement,
    )


def _wide(headings: tuple[str, ...], first: int) -> Shape | None:
    """Return the shape of a file with a row per respondent, of the way to name ratings that names most of them."""
    ways = [[name(heading) for heading in headings] for name in (rated_by_prefix, rated_by_suffix, rated_in_grid)]
    if not any(one and one.kind == "importance" for one in ways[1]):
        del ways[1]  # "work experience" alone is no rating
    return _shape_of(headings, max(ways, key=lambda way: len(way) - way.count(None)), first, first)


def _two_rows(above: tuple[str, ...], below: tuple[str, ...], first: int) -> Shape | None:
    """Return the shape of a file whose questions stand above their rows, each over the first of them."""
    questions: list[str] = []
    for question in above:
        questions.append(question or (questions[-1] if questions else ""))
    questions += questions[-1:] * (len(below) - len(above))
    rated = [rated_row(question, row) if row else None for question, row in zip(questions, below, strict=False)]
    if any(one and is_answer(row) for one, row in zip(rated, below, strict=False)):
        return None
    headings = tuple(
        row if one else question or row for question, row, one in zip_longest(above, below, rated, fillvalue="")
    )
    return _shape_of(headings, rated, first, first + 1)


def _with_subheadings(shape: Shape, rows: Sequence[tuple[str, ...]]) -> Shape:
    """Return the shape with the rows below its headings that hold more headings.

    In the columns of ratings these have no answer that is known as one, and no text that stands in a row below again.
    """
    below = [{cells[at] for at in shape.ratings if at < len(cells) and cells[at]} for cells in rows[shape.last + 1 :]]
    last = shape.last
    for place, said in enumerate(below[:MOST_SUBHEADINGS]):
        again = set().union(*below[place + 1 :])
        if not said or said & again or any(map(is_answer, said)):
            break
        last += 1
    return shape._replace(last=last)


def _shape_of(headings: tuple[str, ...], rated: Sequence[Rated | None], first: int, last: int) -> Shape | None:
    pairs = _pairs(headings, rated)
    if not pairs:
        return None
    asked = [one.asked.casefold() for pair in pairs if (one := rated[pair.experience])]
    return Shape(headings, first, last, all(map(SATISFACTION.search, asked)), pairs=pairs)


def _pairs(headings: tuple[str, ...], rated: Sequence[Rated | None]) -> tuple[Pair, ...]:
    """Return the pairs of columns in the order of their outcomes' first column.

    A column without its partner is passed over if it is asked for in words that no pair is.
    """
    found: dict[str, dict[str, int]] = {}
    for at, one in enumerate(rated):
        if one:
            pair = found.setdefault(plain_heading(one.outcome), {})
            if one.kind in pair:
                first = rated[pair[one.kind]]
                said = f": columns {headings[pair[one.kind]]} and {headings[at]} "
                is_one = first is None or first.asked == one.asked or " " not in one.asked
                raise _WrongHeadings(
                    said + ("mean the same." if is_one else f"both ask for {one.kind}: keep one of the two questions.")
                )
            pair[one.kind] = at
    whole = [pair for pair in found.values() if len(pair) == 2]
    asked = {one.asked for pair in whole for at in pair.values() if (one := rated[at])}
    has_importance = any("importance" in pair for pair in found.values())
    pairs = []
    for pair in found.values():
        first = rated[min(pair.values())]
        if len(pair) == 1 and has_importance and first:
            if whole and first.asked not in asked:
                continue
            lacks = "sat_ or exp_" if "importance" in pair else "imp_"
            raise _WrongHeadings(
                f", column {headings[min(pair.values())]}: it has no partner that begins with {lacks}."
            )
        if first:
            pairs.append(Pair(first.outcome, pair.get("importance"), pair["experience"]))
    return tuple(pairs)
