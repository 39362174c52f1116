"""The command `score`: the scores of a ratings file, printed or written to a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jtbd_core.commands.own_answers import give_own_scores, own_answers
from jtbd_core.commands.ratings import FileOptions, file_options, read_file, said_reading
from jtbd_core.commands.score_groups import EVERYBODY, grouped, named_columns, stacked
from jtbd_core.commands.weighting import said_weighting, weighted_scores
from jtbd_core.errors import JtbdError

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from jtbd_core.exchange.ratings_file import RatingsFile
    from jtbd_core.study.scale import Reading

SLOW = 2_000_000
"""The size in bytes from which a file takes long enough to show progress."""

ORDERS = ("opportunity", "unmet", "value_wanted", "share_short")
"""The scores that can order the list, as `jtbd_core.scoring.scores` has them, which takes long to import."""

FORMULAS = {
    "opportunity": "opportunity = I + max(I − S, 0), I and S = 10 × share with importance ≥ cut, experience ≥ anchor",
    "unmet": "unmet = share with importance ≥ cut and experience below the anchor",
    "value_wanted": "value wanted = mean of max(0, anchor − experience), in scale points",
    "share_short": "share short = share with experience below the anchor",
}
DECIMALS = {"opportunity": ".1f", "value_wanted": ".2f", "unmet": ".0%", "share_short": ".0%"}


@click.command(name="score")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--top", default=5, show_default=True, help="Length of the top list that P(top) is about.")
@click.option(
    "--by",
    type=click.Choice(ORDERS),
    default="opportunity",
    show_default=True,
    help="Score that decides the order, ranks and groups; without importance value_wanted or share_short.",
)
@click.option("--seed", default=0, show_default=True, help="Same file and seed: same digits.")
@file_options
@click.option("--weight", metavar="COLUMN", help="Column with a weight per respondent, cut to 5 × the median.")
@click.option("--groups", metavar="COLUMN,…", help="Columns of groups: a table for each option with enough people.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write all columns to a .csv or .json file."
)
def score_file(  # noqa: PLR0913 - an argument for each option
    file: Path,
    top: int,
    by: str,
    seed: int,
    options: FileOptions,
    weight: str | None,
    groups: str | None,
    out: Path | None,
) -> None:
    """Print the scores of the ratings in FILE, best outcome first.

    FILE is a CSV or Excel file, also as tools for surveys export it. Long: the columns respondent, outcome,
    importance, experience. Wide: one row per respondent and pairs such as imp_speed and sat_speed (or exp_speed).
    Importance may be absent. Ratings are numbers on 5, 7, 10 or 11 points or from 0 to 100, or labels such as "very
    important"; --scale says which where values leave a doubt. Beside columns of expectation the difference is scored.
    Other numbers count as not applicable; what was left out is said. A file that `export` wrote says how it was rated.

    Beside each measured score stands the one to expect when asked again, with its 95 % interval: part of a lead is
    luck. A group ends where an outcome is surely below its first. Cut and anchor are the usual ones of satisfaction (4
    of 5 points, 6 of 7, 8 of 10 and 11, 70 of 100) unless --important and --anchor name others (--anchor 3: expectation
    scale). With --weight there are n_eff, how many people of equal weights would say as much, and plain, the score
    without weights. With --groups there is a table for each option.

    \b
    Example:
    python -m jtbd_core score ratings.csv --scale 1..7 --weight post_weight --groups country,plan --out scores.csv
    """
    check_table_file(out, "The scores")
    if own := own_answers(file, "by", "seed", "weight", *FileOptions._fields):
        give_own_scores(own, top, named_columns(groups), out)
        return
    read, how, scores = _scored(file, options, weight, named_columns(groups), top=top, by=by, seed=seed)
    if not out:
        _print(read, scores, by, how, top, seed)
    else:
        write_table(stacked(scores, named_columns(groups)), out)
        click.echo(f"{said_written(scores)} to {out}.", err=True)
    if weight:
        click.echo(click.wrap_text(said_weighting(read, weight), width=80), err=bool(out))


def _scored(  # noqa: PLR0913 - the options of the command
    file: Path, options: FileOptions, weight: str | None, groups: list[str], *, top: int, by: str, seed: int
) -> "tuple[RatingsFile, Reading, dict[str, pd.DataFrame]]":
    """Return the ratings file, how it is read, and the scores of each group; a large file shows progress on stderr."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    is_quick = not file.is_file() or file.stat().st_size < SLOW
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=is_quick) as progress:
        step = progress.add_task(f"Reading {file.name}")
        from jtbd_core.exchange.file_reading import reading_of, scored_ratings
        from jtbd_core.scoring import score

        read = read_file(file, options, weight, groups)
        how, parts = reading_of(read), grouped(file, groups, read, scored_ratings(read))
        progress.update(step, description=f"Scoring {len(read.outcomes)} outcomes")
        if weight:
            return read, how, {name: weighted_scores(read, one, how, top, by, seed) for name, one in parts.items()}
        return read, how, {name: score(one, anchor=how, top=top, by=by, seed=seed) for name, one in parts.items()}


def _order_by(by: str, scores: "pd.DataFrame") -> str:
    """Return the score that ordered the list."""
    from jtbd_core.scoring.table import order_by

    return order_by(by, "importance" in scores)


def check_table_file(out: Path | None, what: str) -> None:
    """Raise JtbdError if a table would be written to a file that is neither CSV nor JSON; `what` is in it."""
    if out and out.suffix.lower() not in (".csv", ".json"):
        raise JtbdError(f"{what} can be written to a .csv or .json file, not to {out.name}.")


def write_table(table: "pd.DataFrame", out: Path) -> None:
    """Write a table to a file, as CSV without formulas or as JSON by its suffix."""
    from jtbd_core.exchange.long_table import neutralized

    try:
        if out.suffix.lower() == ".csv":
            neutralized(table).to_csv(out, index=False)
        else:
            table.to_json(out, orient="records", force_ascii=False, double_precision=15, indent=2)
    except OSError as cause:
        raise JtbdError(f"The file {out} cannot be written: {cause.strerror}.") from cause


def said_written(scores: "dict[str, pd.DataFrame]") -> str:
    """Return how many outcomes, of how many groups, were written."""
    of_groups = f" of everybody and {len(scores) - 1} groups" if len(scores) > 1 else ""
    return f"Wrote {len(scores[EVERYBODY])} outcomes{of_groups}"


def _print(
    read: "RatingsFile", scores: "dict[str, pd.DataFrame]", by: str, how: "Reading", top: int, seed: int
) -> None:
    """Print the table of each group and, below them, the definitions of their figures."""
    from rich.console import Console
    from rich.markup import escape

    console = Console(highlight=False)
    by = _order_by(by, scores[EVERYBODY])
    for name, table in scores.items():
        if len(scores) > 1:
            console.print(f"[bold]{escape(name)}[/bold]")
        console.print(printed_table(table, by, top))
    rated = scores[EVERYBODY]["n"]
    console.print(
        f"{FORMULAS[by]}. {said_reading(read, how)}. {len(read.respondents):,} respondents; n, those who rated the "
        f"outcome, is {rated.min():,} to {rated.max():,}. Expected: when asked again, with its 95 % interval; 4,000 "
        f"posterior draws, seed {seed}. A group ends where an outcome is surely below its first.",
        style="dim",
    )


def printed_table(scores: "pd.DataFrame", by: str, top: int) -> "Table":
    """Return the main columns as a table of at most 80 characters, with a gap between tie groups."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    shown = [_cells(row, by, top) for row in scores.to_dict("records")]
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("outcome", overflow="fold")
    for heading in list(shown[0])[1:]:
        table.add_column(heading, justify="right", no_wrap=True)
    previous = None
    for cells in shown:
        if previous not in (None, cells["group"]):
            table.add_section()
        previous = cells["group"]
        table.add_row(*cells.values())
    return table


def _cells(row: dict[Any, Any], by: str, top: int) -> dict[str, str]:
    """Return the printed cells of one outcome by their headings; dashes where nobody rated it."""

    def shown(name: str) -> str:
        return format(row[name], DECIMALS[by])

    middle, plain = {}, {}
    if "n_eff" in row:
        middle = {"n_eff": f"{row['n_eff']:,.1f}"}
        plain = {"plain": shown(f"{by}_plain")}
    elif "importance" in row:
        middle = {letter: f"{row[name]:.1f}" for letter, name in (("I", "importance"), ("S", "satisfaction"))}
    elif by != "share_short":
        middle = {"falls short": f"{row['share_short']:.0%}"}
    low, high = (shown(f"{by}_expected_{end}") for end in ("low", "high"))
    expected = f"{shown(f'{by}_expected')} ({low}–{high})"
    found = {"n": f"{row['n']:,}", **middle, by.replace("_", " "): shown(by), **plain, "expected": expected}
    found |= {f"P(top {top})": f"{row['p_top']:.0%}", "group": str(row["tie_group"])}
    if not row["n"]:
        found = dict.fromkeys(found, "–") | {"n": "0"}
    return {"outcome": str(row["outcome"]), **found}
