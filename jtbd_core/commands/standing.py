"""The command `standing`: how efficient and how effective solutions are, at everybody's mix of circumstances."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jtbd_core.commands.analysed import analysed_file, analysed_study
from jtbd_core.commands.ratings import FileOptions, file_options
from jtbd_core.commands.score import check_table_file, write_table
from jtbd_core.commands.studies import FILE, round_option, study_option

if TYPE_CHECKING:
    from rich.table import Table

    from jtbd_core.scoring.standing import Standing


@click.command(name="standing")
@click.argument("file", type=FILE, required=False)
@click.option("--solution", metavar="COLUMN", default="solution", show_default=True, help="The column of solutions.")
@click.option("--groups", metavar="COLUMN,…", default="", help="The columns of circumstances that are held equal.")
@file_options
@study_option
@round_option
@click.option("--seed", default=0, show_default=True, help="Same answers and seed: same digits.")
@click.option("--out", type=FILE, help="Write the table to a .csv or .json file.")
def print_standing(  # noqa: PLR0913 - an argument for each option
    file: Path | None,
    solution: str,
    groups: str,
    options: FileOptions,
    study: str | None,
    number: int | None,
    seed: int,
    out: Path | None,
) -> None:
    """Print how efficient and how effective each solution is, 0 to 10, as the people say who use it.

    Effectiveness is over success outcomes, efficiency over key outcomes. FILE is a long ratings file as `score` reads
    it, with a column job_step (or step) that is empty for success outcomes, and a column of solutions. Without FILE it
    is a study of the database, all of whose circumstances are held equal.

    \b
    Examples:
    python -m jtbd_core standing answers.csv --groups household,place
    python -m jtbd_core standing --study 4f2a --out standing.csv
    """
    check_table_file(out, "The standing")
    columns = [solution, *(name.strip() for name in groups.split(",") if name.strip())]
    analysed = analysed_file(file, columns, options) if file else analysed_study(study, number)
    from jtbd_core.scoring.standing import standings

    found = standings(analysed.ratings, analysed.groups, analysed.outcomes, analysed.anchors, seed=seed)
    if out:
        write_table(found.table, out)
        click.echo(f"Wrote {len(found.table):,} rows to {out}.", err=True)
    else:
        _print(found, analysed.words, seed)


def _print(found: "Standing", words: dict[str, str], seed: int) -> None:
    """Print the table of each kind, and what can be said of the solutions."""
    from rich.console import Console

    from jtbd_core.scoring.solution_scores import DRAWS
    from jtbd_core.scoring.standing_sentences import standing_headline, standing_lines

    console = Console(highlight=False, markup=False)
    if found.table.empty:
        console.print("No solution was rated by enough people.", style="bold")
        return
    names = {name: words.get(name, name) for name in found.table["solution"]}
    console.print(_table(found, names))
    console.print(standing_headline(found, names), style="bold")
    for line in standing_lines(found, names):
        console.print(line)
    equal = f"Equal: at everybody's mix of {', '.join(found.questions)}; plain without." if found.questions else ""
    console.print(
        f"{equal} Scores 0 to 10, weighted by importance, with 95 % intervals from {DRAWS} draws, seed {seed}.".strip(),
        style="dim",
    )


def _table(found: "Standing", names: dict[str, str]) -> "Table":
    """Return the solutions of each kind and everybody as a table of at most 80 characters."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("solution", overflow="fold")
    table.add_column("kind")
    for heading in ("n", "equal", "plain"):
        table.add_column(heading, justify="right", no_wrap=True)
    for kind, part in found.table.groupby("kind", sort=False):
        for row in part.sort_values("equal", ascending=False, kind="stable").to_dict("records"):
            equal = f"{row['equal']:.1f} ({row['equal_low']:.1f}–{row['equal_high']:.1f})"
            table.add_row(names[row["solution"]], str(kind), f"{row['n']:,}", equal, f"{row['plain']:.1f}")
        for row in found.everybody[found.everybody["kind"] == kind].to_dict("records"):
            score = f"{row['score']:.1f} ({row['score_low']:.1f}–{row['score_high']:.1f})"
            table.add_row("everybody", str(kind), f"{row['n']:,}", score, f"{row['score']:.1f}")
        table.add_section()
    return table
