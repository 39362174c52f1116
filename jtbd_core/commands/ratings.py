"""What all commands that read a file of ratings share: its options, the reading, and what it leaves out on stderr."""

import functools
import re
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from jtbd_core.errors import JtbdError

if TYPE_CHECKING:
    from jtbd_core.exchange.assignment import Assignment
    from jtbd_core.exchange.ratings_file import RatingsFile
    from jtbd_core.study import Study
    from jtbd_core.study.scale import Points, Reading

MOST_NAMED = 10
"""The most columns that are named as passed over."""

SCALE = re.compile(r"([-−]?\d{1,3})\.\.([-−]?\d{1,3})")


class FileOptions(NamedTuple):
    """The options that say how a file is read: the person, the scale, the cut, the anchor, and all columns."""

    respondent: str | None = None
    scale: str | None = None
    important: int | None = None
    anchor: int | None = None
    columns: Path | None = None


def file_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a file of ratings, as one argument `options`."""

    @functools.wraps(command)
    def wrapped(**given: Any) -> None:  # noqa: ANN401 - click's
        options = FileOptions(*(given.pop(name) for name in FileOptions._fields))
        command(options=options, **given)

    for option in reversed(
        (
            click.option("--anchor", type=int, help="Lowest experience that meets expectations.  [default: the usual]"),
            click.option("--important", type=int, metavar="N", help="Lowest importance that counts, 4 of 5 points."),
            click.option("--scale", metavar="LOW..HIGH", help="The scale of the ratings, such as 1..7 or 0..100."),
            click.option(
                "--respondent", metavar="COLUMN", help="Column that names the person, where two columns could."
            ),
            click.option(
                "--columns",
                type=click.Path(dir_okay=False, path_type=Path),
                metavar="MAPPING.json",
                help="What each column is, as the page of the import writes it.",
            ),
        )
    ):
        wrapped = option(wrapped)
    return wrapped


def read_file(file: Path, options: FileOptions, weight: str | None = None, used: Collection[str] = ()) -> "RatingsFile":
    """Return the ratings of a file; say on stderr what was left out, but for the columns that are `used` otherwise."""
    from jtbd_core.exchange.ratings_file import read_table
    from jtbd_core.exchange.ratings_table import open_ratings

    table = open_ratings(file, options.respondent, assignment_of(options))
    assignment = table.assignment if weight is None else table.assignment.with_role("weight", weight)
    read = read_table(table._replace(assignment=on_scale(assignment, options)))
    say_notes(read, used)
    return read


def read_all(file: Path, options: FileOptions, groups: str | None, into: "Study | None" = None) -> "RatingsFile":
    """Return all that a file tells of people and outcomes, as it seems or as the options say; say what is left out.

    Where the values leave a doubt, scales are those of the study that it is taken `into`.
    """
    from msgspec.structs import replace

    from jtbd_core.exchange.points import DoubtfulScale
    from jtbd_core.exchange.proposal import proposed
    from jtbd_core.exchange.ratings_file import read_table
    from jtbd_core.exchange.ratings_table import open_ratings

    table = open_ratings(file, options.respondent, assignment_of(options))
    assignment = table.assignment if options.columns else proposed(table)
    if groups is not None:
        assignment = assignment.with_role("circumstance", *filter(None, map(str.strip, groups.split(","))))
    assignment = on_scale(assignment, options)
    try:
        read = read_table(table._replace(assignment=assignment))
    except DoubtfulScale:
        if not into or options.scale:
            raise
        points = {kind: points for kind, points in into.points(into.outcomes[0]).items() if assignment.places(kind)}
        read = read_table(table._replace(assignment=replace(assignment, points=points)))
    say_notes(read)
    for role in ("solution", "circumstance", "weight", "remark", "date"):
        if taken := [one.heading for one in read.assignment.columns if one.role == role]:
            click.echo(f"Taken as {role}: {', '.join(taken)}.", err=True)
    return read


def with_days(read: "RatingsFile", days: str | None) -> "RatingsFile":
    """Return a file with the days of its field work, written as 2026-03-03..2026-03-09, where it has no dates."""
    from msgspec.structs import replace

    from jtbd_core.exchange.dates import period_of_days

    if days is None or read.period:
        return read
    try:
        first, last = map(date.fromisoformat, days.split(".."))
    except ValueError as cause:
        raise JtbdError(f"Days are FIRST..LAST, such as 2026-03-03..2026-03-09, not {days}.") from cause
    return replace(read, period=period_of_days(first, last))


def say_notes(read: "RatingsFile", used: Collection[str] = ()) -> None:
    """Say on stderr how a file was read and what of it was left out, but for columns that are `used` otherwise."""
    from jtbd_core.exchange.headings import plain_heading

    for note in read.notes:
        click.echo(note, err=True)
    plain = {plain_heading(name) for name in used}
    passed = [heading for heading in read.passed_over if plain_heading(heading) not in plain]
    if passed:
        more = f" and {len(passed) - MOST_NAMED} more" if len(passed) > MOST_NAMED else ""
        click.echo(f"Columns passed over: {', '.join(passed[:MOST_NAMED])}{more}.", err=True)


def assignment_of(options: FileOptions) -> "Assignment | None":
    """Return the assignment of columns that the options name a file of."""
    from jtbd_core.exchange.assignment import assignment_from_json
    from jtbd_core.exchange.source import content_of

    return assignment_from_json(content_of(options.columns)) if options.columns else None


def on_scale(assignment: "Assignment", options: FileOptions) -> "Assignment":
    """Return an assignment with the scale for all kinds of rating, the cut and the anchor that the options give."""
    from msgspec.structs import replace

    from jtbd_core.exchange.assignment import KINDS

    given = {name: number for name in ("important", "anchor") if (number := getattr(options, name)) is not None}
    assignment = replace(assignment, **given)
    if options.scale is None:
        return assignment
    points = _points(options.scale)
    return replace(assignment, points={kind: points for kind in KINDS if assignment.places(kind)})


def said_reading(read: "RatingsFile", how: "Reading") -> str:
    """Return the scales of a file with the cut and the anchor, in a clause."""
    low, high = how.experience.ends
    if "expectation" in read.points:
        said = f"Experience less expectation, {low} to {high}, anchor {how.anchor}"
    else:
        said = f"Scale {low}–{high}, anchor {how.anchor}"
    if "importance" in read.points:
        same = how.importance == how.experience
        said += f", important from {how.cut}" + ("" if same else f" of {how.importance}")
    return said.replace("-", "−")


def _points(scale: str) -> "Points":
    from jtbd_core.study.scale import Points

    found = SCALE.fullmatch(scale.strip())
    if not found:
        raise JtbdError(f"A scale is LOW..HIGH, such as 1..7, 0..10 or --scale=-2..2, not {scale}.")
    low, high = (int(end.replace("−", "-")) for end in found.groups())
    return Points(lowest=low, highest=high)
