"""The command `compare`: how groups of a ratings file or of a study differ, and where beyond noise."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from jtbd_core.commands.ratings import FileOptions, file_options, read_file
from jtbd_core.commands.score import check_table_file, write_table
from jtbd_core.commands.studies import FILE, latest_study, round_of, round_option, study_option, the_store
from jtbd_core.errors import JtbdError

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from jtbd_core.scoring.readings import Anchor

SCORES = ("unmet", "share_short", "opportunity", "value_wanted", "importance", "satisfaction")
DECIMALS = {"unmet": ".0%", "share_short": ".0%", "opportunity": ".1f", "value_wanted": ".2f"}
MOST_ROWS = 20
LEAST_P = 0.01


class Compared(NamedTuple):
    """What is compared: ratings, groups, the anchor, the question within which labels are shuffled, words by id."""

    ratings: "pd.DataFrame"
    groups: "pd.DataFrame"
    anchor: "Anchor"
    within: str | None
    words: dict[str, str]


@click.command(name="compare")
@click.argument("file", type=FILE, required=False)
@click.option("--groups", metavar="COLUMN,…", help="The columns that say who belongs to which group.")
@click.option("--by", type=click.Choice(SCORES), default="unmet", show_default=True, help="The score that is compared.")
@click.option("--within", metavar="COLUMN", help="Compare at equal options of this column.")
@file_options
@study_option
@round_option
@click.option("--seed", default=0, show_default=True, help="Same answers and seed: same digits.")
@click.option("--out", type=FILE, help="Write all rows to a .csv or .json file.")
def compare_groups(  # noqa: PLR0913 - an argument for each option
    file: Path | None,
    groups: str | None,
    by: str,
    within: str | None,
    options: FileOptions,
    study: str | None,
    number: int | None,
    seed: int,
    out: Path | None,
) -> None:
    """Print how groups differ from all others who rated, and which differences are beyond noise.

    FILE is a ratings file as `score` reads it, with a column for each of --groups. Without FILE the groups are those of
    a study of the database: solutions used and circumstances. Of the differences marked at most 5 % are false: labels
    are shuffled over people to see what chance alone would give.

    \b
    Examples:
    python -m jtbd_core compare answers.csv --groups solution,household
    python -m jtbd_core compare answers.csv --groups solution,household --within household --by opportunity
    python -m jtbd_core compare --study 4f2a --out differences.csv
    """
    check_table_file(out, "The differences")
    named = [name.strip() for name in (groups or "").split(",") if name.strip()]
    compared = _of_file(file, named, within, options) if file else _of_study(study, number, named, within)
    from jtbd_core.scoring.compare import comparisons

    ratings, people, given, inside, words = compared
    table, findable = comparisons(ratings, people, given, (by,), within=inside, seed=seed)[by]
    if out:
        write_table(table, out)
        click.echo(f"Wrote {len(table):,} comparisons to {out}.", err=True)
    else:
        _print(table, by, findable, words, seed)


def _of_file(file: Path, named: list[str], within: str | None, options: FileOptions) -> Compared:
    from jtbd_core.exchange.file_reading import reading_of, scored_ratings
    from jtbd_core.exchange.group_columns import read_groups
    from jtbd_core.exchange.headings import plain_heading

    if not named:
        raise JtbdError("Name the columns of the groups: --groups COLUMN,…")
    wanted = list(dict.fromkeys([*named, *([within] if within else [])]))
    read = read_file(file, options, used=wanted)
    groups = read_groups(file, wanted, read.assignment)
    inside = [one for one in groups["question"].unique() if within and plain_heading(one) == plain_heading(within)]
    return Compared(scored_ratings(read), groups, reading_of(read), next(iter(inside), within), {})


def _of_study(study: str | None, number: int | None, named: list[str], within: str | None) -> Compared:
    from jtbd_core.wave import reported_study

    with the_store() as store:
        record = store.study(study) if study else latest_study(store)
        wave = round_of(store, record.id, number)
        ratings, groups = store.ratings(wave.id), store.profiles(wave.id)
    reported = reported_study(record.study, wave)
    questions = reported.questions()
    for name in (*named, *([within] if within else [])):
        if name not in questions:
            raise JtbdError(f"The study asks no {name}; it asks {', '.join(questions) or 'for no groups'}.")
    ratings = ratings[ratings["outcome"].isin([one.id for one in reported.outcomes])]
    if not reported.settings.asks_importance:
        ratings = ratings.drop(columns="importance")
    wanted = [*named, *([within] if within else [])] if named else list(questions)
    words = {one.id: one.statement for one in reported.outcomes}
    words |= {option: label for options in questions.values() for option, label in options.items()}
    return Compared(ratings, groups[groups["question"].isin(wanted)], reported.readings(), within, words)


def _print(table: "pd.DataFrame", by: str, findable: float, words: dict[str, str], seed: int) -> None:
    """Print the marked differences, the largest first, and what the figures are."""
    from rich.console import Console

    from jtbd_core.scoring.difference_words import once

    console = Console(highlight=False, markup=False)
    marked = once(table[table["is_marked"].astype(bool)])
    if len(marked):
        console.print(_marked(marked.head(MOST_ROWS), by, words))
    rest = len(marked) - MOST_ROWS
    found = f"{len(marked):,} of {len(table):,} differences are beyond noise."
    if marked.empty:
        could = (
            "" if findable != findable else f" The smallest these answers could have shown: {_number(findable, by)}."
        )
        found = f"No group differs beyond noise.{could}"
    console.print(f"{found}{f' {rest:,} more with --out.' if rest > 0 else ''}", style="bold")
    console.print(
        f"By {by.replace('_', ' ')}. Others: all others who rated the outcome. Difference with its 95 % interval. Of "
        f"the marks at most 5 % are false: labels were shuffled over people, seed {seed}. Two options that mirror each "
        "other are one difference.",
        style="dim",
    )


def _marked(marked: "pd.DataFrame", by: str, words: dict[str, str]) -> "Table":
    """Return marked differences as a table of at most 80 characters."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("outcome", overflow="fold")
    table.add_column("group", overflow="fold")
    for heading in ("n", "score", "others", "difference", "p"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in marked.to_dict("records"):
        low, high = (_number(row[f"difference_{end}"], by, "+") for end in ("low", "high"))
        table.add_row(
            words.get(row["outcome"], str(row["outcome"])),
            words.get(row["option"], str(row["option"])),
            f"{row['n']:,}",
            _number(row["score"], by),
            _number(row["others"], by),
            f"{_number(row['difference'], by, '+')} ({low} to {high})",
            f"{row['p']:.2f}" if row["p"] >= LEAST_P else "<0.01",
        )
    return table


def _number(value: float, by: str, sign: str = "") -> str:
    return format(value, sign + DECIMALS.get(by, ".1f")).replace("-", "−")
