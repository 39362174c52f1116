"""Import of a ratings file, long or wide, as one long data frame."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import msgspec
import numpy as np
import numpy.typing as npt
import pandas as pd
from msgspec.structs import replace

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.assignment import Assignment, Role
from jtbd_core.exchange.csv_file import Texts
from jtbd_core.exchange.headings import Kind
from jtbd_core.exchange.people_columns import COLUMNS, read_people
from jtbd_core.exchange.rated_columns import read_rated
from jtbd_core.exchange.ratings_table import RatingsTable, open_ratings, without_totals
from jtbd_core.exchange.source import Source
from jtbd_core.exchange.weight_column import read_weight_column
from jtbd_core.study.scale import Points

Records = npt.NDArray[np.intp]
OF_OUTCOMES: tuple[Role, ...] = ("statement", "kind", "step", "polarity")


class RatingsFile(msgspec.Struct, frozen=True, kw_only=True):
    """The ratings of a file, in the order of its rows.

    `ratings` has the columns `respondent, outcome` (categories), `importance` and `expectation` (each if the file has
    it), `experience`, and `not_applicable`, true where a cell held a number outside the scale or says that the outcome
    does not apply. Ratings are codes of the `points` of their kind, or NaN; `shifts` are what was added to the numbers
    of the file, `labels` the codes of its labels. `out_of_range` is the number of cells with a number that is none.
    `assignment` says what the columns of the file are.

    `statements`, `kinds`, `steps` and `polarities` are what a long file says of its outcomes, by outcome. `profiles`
    has the columns `respondent, question, option` of columns that say who people are, a question being its heading, and
    `solution` that of the solution used; `weights` and `remarks` are by respondent, and `period` is the first and the
    last day (UTC). `notes` say, each in a sentence, what was left out and how the file was read where that is no matter
    of course; `passed_over` are the headings of columns that were not read.
    """

    ratings: pd.DataFrame
    out_of_range: int
    points: dict[Kind, Points]
    shifts: dict[Kind, int]
    labels: dict[Kind, dict[str, int]]
    respondents: tuple[str, ...]
    outcomes: tuple[str, ...]
    assignment: Assignment
    statements: dict[str, str] = msgspec.field(default_factory=dict)
    kinds: dict[str, str] = msgspec.field(default_factory=dict)
    steps: dict[str, str] = msgspec.field(default_factory=dict)
    polarities: dict[str, str] = msgspec.field(default_factory=dict)
    weights: dict[str, float] = msgspec.field(default_factory=dict)
    profiles: pd.DataFrame = msgspec.field(default_factory=lambda: pd.DataFrame(columns=COLUMNS))
    solution: str = ""
    remarks: dict[str, str] = msgspec.field(default_factory=dict)
    period: tuple[datetime, datetime] | None = None
    notes: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()


def read_ratings(
    source: Source, weight: str | None = None, respondent: str | None = None, assignment: Assignment | None = None
) -> RatingsFile:
    """Return the ratings of a CSV file or an Excel workbook given as path, bytes or open file.

    A long file has the columns `respondent, outcome, importance, experience` (or `respondent_id`,
    `satisfaction`), and may have a column `statement` with the wording of the outcome; a wide one has a pair of columns
    for each outcome, such as `imp_<outcome>` and `sat_<outcome>`, `<outcome>_importance` and `<outcome>_satisfaction`,
    or a question for each kind of rating with the outcomes as its rows, as tools for surveys export them. In both
    importance may be absent throughout. `weight` may name a column that holds a number above 0 for each respondent, the
    same in all their rows, and `respondent` the one that names the person. Ratings are numbers from 1 to 5, −2 to 2 or
    0 to 4, or labels of five points; single other numbers become missing and are counted.

    Raises:
        AmbiguousRespondent: two columns could name the person.
        UnreadableFile: headings or a cell are wrong, or the scale is in doubt; the message names row and column.
    """
    table = open_ratings(source, respondent, assignment)
    if weight is not None:
        table = table._replace(assignment=table.assignment.with_role("weight", weight))
    return read_table(table)


def read_table(table: RatingsTable) -> RatingsFile:
    """Return the ratings of a file that is opened, as `read_ratings` does."""
    return worded(_read_long(table) if table.assignment.is_long else _read_wide(table))


def worded(file: RatingsFile) -> RatingsFile:
    """Return a file whose outcomes have the words of its assignment, instead of its own."""

    def said(what: str, own: Mapping[str, str]) -> dict[str, str]:
        given = ((name, getattr(one, what)) for name, one in file.assignment.outcomes.items() if name in file.outcomes)
        return {**own, **{name: text for name, text in given if text}}

    return replace(
        file,
        statements=said("statement", file.statements),
        kinds=said("kind", file.kinds),
        steps=said("step", file.steps),
        polarities=said("polarity", file.polarities),
    )


def _read_long(table: RatingsTable) -> RatingsFile:
    """Return the ratings of a file with one row per respondent and outcome."""
    file, assignment = table.file, table.assignment
    (respondent,), (outcome,) = assignment.places("respondent"), assignment.places("outcome")
    columns = _used(table, [respondent])
    people, outcomes = columns[respondent], columns[outcome]
    filled = (people.codes >= 0) | (outcomes.codes >= 0) | _any(columns, assignment.ratings)
    kept, totals = without_totals(table, [people], np.flatnonzero(filled))
    for at in (respondent, outcome):
        file.refuse(kept, columns[at].codes[kept] < 0, f"column {table.headings[at]}: the cell is empty.")
    twice = _repeated(people.codes[kept].astype(np.int64) * len(outcomes.names) + outcomes.codes[kept])
    file.refuse(kept, twice, "columns respondent and outcome: this respondent rated this outcome before.")
    read = _ratings_file(
        table,
        columns,
        kept,
        people=people,
        rows=_column(people.codes[kept], people.names),
        outcomes=_column(outcomes.codes[kept], outcomes.names),
        notes=totals,
    )
    said = {role: _said(outcomes, *(columns[at] for at in assignment.places(role))) for role in OF_OUTCOMES}
    return replace(
        read, statements=said["statement"], kinds=said["kind"], steps=said["step"], polarities=said["polarity"]
    )


def _repeated(places: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Return which of the places stand earlier too; where they lie close, none is looked for that there is not."""
    if len(places) and places.max() < 4 * len(places) and np.bincount(places).max() == 1:
        return np.zeros(len(places), bool)
    return pd.Series(places).duplicated().to_numpy()


def _said(outcomes: Texts, *columns: Texts) -> dict[str, str]:
    """Return the first text of a column, if there is one, for each outcome, by outcome."""
    return {
        outcomes.names[outcome]: column.names[wording]
        for column in columns
        for outcome, wording in pd.DataFrame({"outcome": outcomes.codes, "wording": column.codes})
        .query("outcome >= 0 and wording >= 0")
        .drop_duplicates("outcome")
        .itertuples(index=False)
    }


def _read_wide(table: RatingsTable) -> RatingsFile:
    """Return the ratings of a file with a row per respondent and columns for each outcome."""
    file, pairs = table.file, table.assignment.pairs
    columns = _used(table, table.labels)
    is_rated = _any(columns, table.assignment.ratings)
    labels = [columns[at] for at in table.labels]
    people = _numbered(len(is_rated)) if table.respondent is None else columns[table.respondent]
    kept, totals = without_totals(table, labels, np.flatnonzero((people.codes >= 0) | is_rated), is_rated)
    codes = people.codes[kept]
    silent = int(np.count_nonzero(~is_rated[kept]))
    without = (f"{silent:,} of the respondents rated nothing.",) if silent else ()
    where = f"column {table.headings[table.respondent or 0]}"
    file.refuse(kept, codes < 0, f"{where}: the cell is empty.")
    file.refuse(kept, pd.Series(codes).duplicated().to_numpy(), f"{where}: this respondent has a row already.")
    return _ratings_file(
        table,
        columns,
        kept,
        people=people,
        rows=_column(codes.repeat(len(pairs)), people.names),
        outcomes=_column(
            np.tile(np.arange(len(pairs), dtype=np.int32), len(kept)), tuple(pair.outcome for pair in pairs)
        ),
        notes=(*totals, *without),
    )


def _used(table: RatingsTable, labels: Sequence[int]) -> dict[int, Texts]:
    """Return by position the columns that are not passed over, and those that say whose a row is."""
    used = (at for at, one in enumerate(table.assignment.columns) if one.role != "passed over")
    positions = sorted({*labels, *used})
    return dict(zip(positions, table.columns(positions), strict=True))


def _any(columns: Mapping[int, Texts], positions: Iterable[int]) -> npt.NDArray[np.bool_]:
    """Return whether each record has a text in one of the columns."""
    found: npt.NDArray[np.bool_] = np.logical_or.reduce([columns[at].codes >= 0 for at in positions])
    return found


def _numbered(records: int) -> Texts:
    """Return respondents numbered from 1, for a file that does not name them."""
    return Texts(codes=np.arange(records, dtype=np.int32), names=tuple(map(str, range(1, records + 1))))


def _column(codes: npt.NDArray[np.int32], names: tuple[str, ...]) -> "pd.Categorical[str]":
    """Return a column of the long frame, without the categories that it does not have."""
    column = pd.Categorical.from_codes(codes, pd.Index(names, dtype=str))
    return column if np.bincount(codes, minlength=len(names)).all() else column.remove_unused_categories()


def _ratings_file(  # noqa: PLR0913 - the parts of a file
    table: RatingsTable,
    columns: Mapping[int, Texts],
    kept: Records,
    *,
    people: Texts,
    rows: "pd.Categorical[str]",
    outcomes: "pd.Categorical[str]",
    notes: tuple[str, ...],
) -> RatingsFile:
    """Return the file's value; `columns` are by position, `rows` say whose each rating is."""
    if not len(kept):
        raise UnreadableFile("The file has headings but no ratings.")
    assignment = table.assignment
    rated = read_rated(table, columns, kept)
    told = read_people(table, columns, kept, people)
    frame: dict[str, object] = {"respondent": rows, "outcome": outcomes, **rated.values}
    return RatingsFile(
        ratings=pd.DataFrame(frame | {"not_applicable": rated.not_applicable}, copy=False),
        out_of_range=rated.out_of_range,
        points={kind: one.points for kind, one in rated.codings.items()},
        shifts={kind: one.shift for kind, one in rated.codings.items()},
        labels={kind: dict(one.labels) for kind, one in rated.codings.items()},
        respondents=tuple(rows.categories.tolist()),
        outcomes=tuple(outcomes.categories.tolist()),
        assignment=assignment,
        weights=read_weight_column(table, kept, people, {at: columns[at] for at in assignment.places("weight")}),
        profiles=told.profiles,
        solution=next((table.headings[at] for at in assignment.places("solution")), ""),
        remarks=told.remarks,
        period=told.period,
        notes=(*table.notes, *notes, *rated.notes, *told.notes),
        passed_over=tuple(one.heading for one in assignment.columns if one.role == "passed over" and one.heading),
    )
