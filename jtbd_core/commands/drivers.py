"""The command `drivers`: which job steps the success outcomes of a ratings file or of a study go with."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jtbd_core.commands.analysed import analysed_file, analysed_study
from jtbd_core.commands.ratings import FileOptions, file_options
from jtbd_core.commands.score import check_table_file, write_table
from jtbd_core.commands.studies import FILE, round_option, study_option

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

TOLD = 0.01
"""The smallest share of which it is told that it goes the other way round."""


@click.command(name="drivers")
@click.argument("file", type=FILE, required=False)
@file_options
@study_option
@round_option
@click.option("--seed", default=0, show_default=True, help="Same answers and seed: same digits.")
@click.option("--out", type=FILE, help="Write all rows to a .csv or .json file.")
def print_drivers(
    file: Path | None, options: FileOptions, study: str | None, number: int | None, seed: int, out: Path | None
) -> None:
    """Print how much of each success outcome's variation goes with each job step: goes with, not causes.

    FILE is a long ratings file as `score` reads it, with a column job_step (or step) that is empty for success
    outcomes; `export` writes such a file. Without FILE it is a study of the database.

    Content people are content with everything. So a step stands out only where its share is surely the greatest, and
    where shuffled answers explain as much, the steps tell nothing.

    \b
    Examples:
    python -m jtbd_core drivers answers.csv
    python -m jtbd_core drivers --study 4f2a --out drivers.csv
    """
    check_table_file(out, "The drivers")
    analysed = analysed_file(file, [], options) if file else analysed_study(study, number)
    from jtbd_core.scoring import drivers

    table = drivers(analysed.ratings, analysed.outcomes, seed=seed)
    if out:
        write_table(table, out)
        click.echo(f"Wrote {len(table):,} shares to {out}.", err=True)
    else:
        _print(table, analysed.words, seed)


def _print(table: "pd.DataFrame", words: dict[str, str], seed: int) -> None:
    """Print the shares of each outcome, and what is said of it."""
    from rich.console import Console

    from jtbd_core.scoring.driver_sentences import CAUSES, drivers_headline, explained_sentence, said_of
    from jtbd_core.scoring.drivers import DRAWS, FALSE, NEEDED, SHUFFLES

    console = Console(highlight=False, markup=False)
    shown = table[table["p"].notna()]
    if shown.empty:
        console.print(f"Needs {NEEDED} people or more who rated a success outcome and each job step.", style="bold")
        return
    for outcome, part in shown.groupby("outcome", sort=False):
        console.print(f"\n{words.get(str(outcome), str(outcome))}", style="bold")
        if part["p"].iloc[0] <= FALSE:
            said = said_of(part)
            console.print(f"{explained_sentence(part)}; {said}")
            console.print(_shares(part))
        else:
            console.print(f"{explained_sentence(part)}.")
    statements = {str(one): words.get(str(one), str(one)) for one in shown["outcome"].unique()}
    console.print(f"\n{drivers_headline(shown, statements)} {CAUSES}", style="bold")
    console.print(
        f"General dominance with its 95 % interval from {DRAWS} draws; {SHUFFLES} shuffles, at most {FALSE:.0%} false "
        f"discoveries, seed {seed}.",
        style="dim",
    )


def _shares(part: "pd.DataFrame") -> "Table":
    """Return the shares of one outcome as a table of at most 80 characters."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("job step", overflow="fold")
    table.add_column("n", justify="right", no_wrap=True)
    table.add_column("goes with it", justify="right", no_wrap=True)
    table.add_column("")
    for row in part.to_dict("records"):
        share = f"{100 * row['share']:.0f} % ({100 * row['share_low']:.0f}–{100 * row['share_high']:.0f})"
        said = ["stands out"] * row["stands_out"]
        said += ["the other way round"] * (row["is_opposite"] and row["share"] >= TOLD)
        table.add_row(str(row["step"]), f"{row['n']:,}", share, ", ".join(said))
    return table
