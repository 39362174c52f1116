"""The command `segments`: people with unlike needs in a ratings file, and whether they are stable."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jtbd_core.commands.progress import shown_progress
from jtbd_core.commands.ratings import FileOptions, file_options, read_file, said_reading
from jtbd_core.commands.score import write_table
from jtbd_core.errors import JtbdError

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from jtbd_core.scoring.segments import Segmentation

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(name="segments")
@click.argument("file", type=FILE)
@file_options
@click.option("--seed", default=0, show_default=True, help="Same file and seed: same segments.")
@click.option("--out", type=FILE, help="Write who is in which segment to a .csv file.")
def find_segments(file: Path, options: FileOptions, seed: int, out: Path | None) -> None:
    """Print the segments of the people whose ratings are in FILE, and how stable they are.

    FILE is a ratings file as `score` reads it. People who rate alike, whatever their general level, are put into 2 to 6
    segments by k-means, and the segments are kept only if resamples of the same people give the same ones: a split of
    people is always possible, also where there are no segments.

    \b
    Examples:
    python -m jtbd_core segments ratings.csv
    python -m jtbd_core segments ratings.csv --anchor 3 --out segments.csv
    """
    if out and out.suffix.lower() != ".csv":
        raise JtbdError(f"The segments can be written to a .csv file, not to {out.name}.")
    with shown_progress(f"Resampling {file.name}") as progress:
        from jtbd_core.exchange.file_reading import reading_of, scored_ratings
        from jtbd_core.scoring import segments

        read = read_file(file, options)
        how = reading_of(read)
        found = segments(scored_ratings(read), anchor=how, seed=seed, progress=progress)
    _print(found, len(read.respondents), said_reading(read, how), seed)
    if out:
        write_table(found.membership, out)
        click.echo(f"Wrote the segments of {len(found.membership):,} respondents to {out}.", err=True)


def _print(found: "Segmentation", respondents: int, scale: str, seed: int) -> None:
    """Print stability, verdict, sizes, and the largest differences of each segment."""
    from rich.console import Console

    console = Console(highlight=False, markup=False)
    if len(found.stability):
        console.print(_stability(found.stability))
    console.print(found.verdict, style="bold")
    for segment, size in enumerate(found.sizes, start=1):
        console.print(f"\nSegment {segment}: {size:,} of {respondents:,} respondents. Largest differences:")
        console.print(_differences(found.differences[found.differences["segment"] == segment]))
    console.print(
        "Agreement: median adjusted Rand index of 50 pairs of resamples, 1 for the same segments, 0 for chance. From "
        f"0.85 on segments are found, from 0.7 made. {scale}, seed {seed}. Shares are those of "
        "people who rated the outcome; differences are described, not tested.",
        style="dim",
    )


def _stability(stability: "pd.DataFrame") -> "Table":
    """Return the agreement for each number of segments as a table."""
    table = _table("segments", "agreement", "smallest")
    for row in stability.to_dict("records"):
        table.add_row(f"{row['segments']}", f"{row['agreement']:.2f}", f"{row['smallest']:,}")
    return table


def _differences(differences: "pd.DataFrame") -> "Table":
    """Return the largest differences of one segment as a table of at most 80 characters."""
    table = _table("outcome", "share", "n", "segment", "others", "difference")
    for row in differences.to_dict("records"):
        shares = f"{row['own']:.0%}", f"{row['others']:.0%}", f"{100 * row['difference']:+.0f} points"
        table.add_row(str(row["outcome"]), str(row["share"]), f"{row['n']:,}", *shares)
    return table


def _table(first: str, *headings: str) -> "Table":
    """Return an empty table whose first column folds long text."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(first, overflow="fold")
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    return table
