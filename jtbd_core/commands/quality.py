"""The command `quality`: who may have answered carelessly, and what that does to the top of the list."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jtbd_core.commands.ratings import FileOptions, file_options, read_file
from jtbd_core.commands.score import DECIMALS, ORDERS, write_table
from jtbd_core.errors import JtbdError

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console
    from rich.table import Table

    from jtbd_core.scoring.top_lists import TopLists

LISTED = 20
"""The most respondents that are printed; a file written with --out has all."""


@click.command(name="quality")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--by",
    type=click.Choice(ORDERS),
    default="opportunity",
    show_default=True,
    help="Score that decides the order; without importance value_wanted or share_short.",
)
@click.option("--top", default=5, show_default=True, help="Length of the top lists.")
@file_options
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the flags of each respondent to a .csv file."
)
def check_quality(file: Path, by: str, top: int, options: FileOptions, out: Path | None) -> None:
    """Print who in FILE may have answered carelessly, and the top outcomes with and without them.

    FILE is as for `score`; its rows, or the order of its columns, stand for the order in which outcomes were shown.
    Nobody is dropped: a flag is a reason to look, not a proof. In simulated surveys of 12 to 400 people, a fifth of
    them careless, at least 94 % of each kind of careless respondent and at most 5 % of the others are flagged.
    Who answers at random, but mostly near the middle, is hardly found.

    \b
    Examples:
    python -m jtbd_core quality ratings.csv
    python -m jtbd_core quality ratings.csv --anchor 3 --top 10 --out flags.csv
    """
    if out and out.suffix.lower() != ".csv":
        raise JtbdError(f"The flags can be written to a .csv file, not to {out.name}.")
    from rich.console import Console

    from jtbd_core.exchange.file_reading import reading_of, scored_ratings
    from jtbd_core.scoring.quality import quality_flags
    from jtbd_core.scoring.top_lists import top_with_and_without

    read = read_file(file, options)
    ratings = scored_ratings(read)
    flags = quality_flags(ratings)
    tops = top_with_and_without(ratings, flags, reading_of(read), top, by)
    if out:
        write_table(flags, out)
        click.echo(f"Wrote the flags of {len(flags):,} respondents to {out}.", err=True)
    console = Console(highlight=False, markup=False)
    _print_flags(console, flags)
    _print_tops(console, tops, top, int(flags["is_careless"].sum()))


def _print_flags(console: "Console", flags: "pd.DataFrame") -> None:
    """Print how many people each flag concerns, and who they are."""
    from jtbd_core.scoring.quality import FLAGS, FROM_CARDS

    shown = {name: meaning for name, meaning in FLAGS.items() if name not in FROM_CARDS}
    table = _table("flag", "people", "what it says", numbers=("people",))
    for name, meaning in shown.items():
        table.add_row(_words(name), f"{flags[name].sum():,}", meaning)
    console.print(table)
    careless = flags[flags["is_careless"]]
    console.print(
        f"{len(careless):,} of {len(flags):,} respondents may have answered carelessly. A file has no times and no "
        "hidden field, so nobody is a speeder or took the bait here."
    )
    if careless.empty:
        return
    table = _table("respondent", "flags")
    for row in careless.head(LISTED).to_dict("records"):
        table.add_row(str(row["respondent"]), ", ".join(_words(name) for name in shown if row[name]))
    console.print(table)
    if len(careless) > LISTED:
        console.print(f"… and {len(careless) - LISTED:,} more: --out writes all.")


def _print_tops(console: "Console", tops: "TopLists", top: int, careless: int) -> None:
    """Print both top lists side by side, and how many false responses would change the first."""
    score = _words(tops.by)
    table = _table("", "with everybody", score, f"without {careless:,}", score, numbers=("", score))
    lists = [
        [(str(row["outcome"]), format(row[tops.by], DECIMALS[tops.by])) for row in one]
        for one in (tops.everybody.to_dict("records"), tops.without_careless.to_dict("records"))
    ]
    for rank in range(max(map(len, lists))):
        cells = (one[rank] if rank < len(one) else ("–", "–") for one in lists)
        table.add_row(f"{rank + 1}", *(cell for pair in cells for cell in pair))
    console.print(table)
    if tops.false_responses is None:
        console.print(f"The file has no more than {top} outcomes: no answers could change which are the top {top}.")
        return
    many = "1 false response" if tops.false_responses == 1 else f"{tops.false_responses:,} false responses"
    console.print(
        f"At worst it takes {many} to change which outcomes are the top {top} with everybody: people added who agree "
        "in rating one outcome outside it as falling short most, and one inside it least."
    )


def _table(*headings: str, numbers: tuple[str, ...] = ()) -> "Table":
    """Return an empty table as `score` prints it; columns of numbers stand to the right."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in headings:
        is_number = heading in numbers
        table.add_column(heading, justify="right" if is_number else "left", no_wrap=is_number, overflow="fold")
    return table


def _words(name: str) -> str:
    """Return the name of a column as words."""
    return name.replace("_", " ")
