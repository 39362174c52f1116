"""What all commands that read a file of ratings share: the reading, and what it leaves out said on stderr."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from jtbd_core.exchange.ratings_file import RatingsFile

MOST_NAMED = 10
"""The most columns that are named as passed over."""

respondent_option = click.option(
    "--respondent", metavar="COLUMN", help="Column that names the person, where two columns could."
)


def read_file(
    file: Path, weight: str | None = None, respondent: str | None = None, used: Collection[str] = ()
) -> "RatingsFile":
    """Return the ratings of a file; say on stderr what was left out, but for the columns that are `used` otherwise."""
    from jtbd_core.exchange.headings import plain_heading
    from jtbd_core.exchange.ratings_file import read_ratings

    read = read_ratings(file, weight, respondent)
    for note in read.notes:
        click.echo(note, err=True)
    plain = {plain_heading(name) for name in used}
    passed = [heading for heading in read.passed_over if plain_heading(heading) not in plain]
    if passed:
        more = f" and {len(passed) - MOST_NAMED} more" if len(passed) > MOST_NAMED else ""
        click.echo(f"Columns passed over: {', '.join(passed[:MOST_NAMED])}{more}.", err=True)
    return read
