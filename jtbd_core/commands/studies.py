"""The commands `demo`, `import` and `export`: studies into and out of the database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jtbd_core.commands.own_answers import import_own, own_answers
from jtbd_core.commands.progress import shown_progress
from jtbd_core.commands.ratings import FileOptions, file_options, read_all, with_days
from jtbd_core.commands.ratings_import import import_ratings, import_round, new_source
from jtbd_core.contract import Store
from jtbd_core.contract.rights import SHELL
from jtbd_core.errors import JtbdError, NotFound

if TYPE_CHECKING:
    import pandas as pd

    from jtbd_core.study import StudyRecord
    from jtbd_core.study.scale import ScaleName
    from jtbd_core.wave import Wave

FILE = click.Path(dir_okay=False, path_type=Path)
address_option = click.option(
    "--address",
    default="http://localhost:8501",
    envvar="HEADWAY_URL",
    show_default=True,
    help="Where the server will be reached; HEADWAY_URL unless it is given.",
)
study_option = click.option("--study", help="A study's id; the study that was changed last without FILE.")
round_option = click.option("--round", "number", type=int, help="Which round of the study.  [default: the latest]")


@contextmanager
def the_store() -> Iterator[Store]:
    """Yield the store of the database that HEADWAY_DB names, and close it after the command."""
    from jtbd_core.store import DEFAULT, open_store

    store = open_store(os.environ.get("HEADWAY_DB", DEFAULT))
    try:
        yield store.for_actor(SHELL)
    finally:
        store.close()


@click.command(name="demo")
@address_option
def make_demo_study(address: str) -> None:
    """Make the demo study and print its links.

    It has 34 outcomes of listening to music, generated answers of three years, and a round that is open for more.
    """
    from jtbd_core.exchange.demo import keep_demo

    with the_store() as store:
        _say_links(store, *keep_demo(store), address)


@click.command(name="import")
@click.argument("file", type=FILE)
@click.option("--title", help="Title of a study made of ratings.  [default: the file's name]")
@click.option("--job", help="What these people were trying to get done.  [default: the title]")
@click.option(
    "--experience",
    type=click.Choice(("satisfaction", "expectation")),
    help="What the experience of the ratings is: key outcomes rated for satisfaction, or success outcomes rated "
    "against expectation.  [default: what the file says, or satisfaction]",
)
@click.option("--groups", metavar="COLUMN,…", help="The columns that say who people are.  [default: what seems so]")
@click.option("--days", metavar="FIRST..LAST", help="Days of the field work, 2026-03-03..2026-03-09, if FILE has none.")
@click.option("--into", "study", metavar="STUDY", help="Import ratings as a further round of the study with this id.")
@click.option("--add-missing", is_flag=True, help="With --into: add outcomes and answers that the study does not have.")
@click.option("--again", is_flag=True, help="Import ratings though this very file was imported before.")
@file_options
@address_option
def import_study(  # noqa: PLR0913 - an argument for each option
    file: Path,
    title: str | None,
    job: str | None,
    experience: "ScaleName | None",
    groups: str | None,
    days: str | None,
    study: str | None,
    add_missing: bool,
    again: bool,
    options: FileOptions,
    address: str,
) -> None:
    """Import FILE and print the links of the study it became, or that it was taken into.

    A .json file becomes a draft, a .headway archive a copy with all answers. A .csv or .xlsx file holds ratings (see
    `score --help`): it becomes a study with a closed round, or with --into a closed round of an earlier study, whose
    outcomes are known by ids or statements. What people say of themselves comes along. What is left out is said.

    \b
    python -m jtbd_core import october.xlsx --into 4f2a --columns september.json
    """
    suffix, title = _suffix(file), title or file.stem
    with the_store() as store:
        if suffix == ".json":
            _import_draft(store, file, address)
        elif suffix == ".headway":
            _import_archive(store, file, address)
        else:
            source = new_source(store, file, again=again)
            if own := own_answers(file, "experience", "groups", "days", "add_missing", *FileOptions._fields):
                kept = import_own(store, own, title, job or title, study, source)
            else:
                read = with_days(read_all(file, options, groups, store.study(study).study if study else None), days)
                kept = (
                    import_round(store, read, study, add_missing, source)
                    if study
                    else import_ratings(store, read, title, job or title, experience, source)
                )
            _say_links(store, *kept, address)


@click.command(name="export")
@click.argument("study", required=False)
@click.option("--round", "number", type=int, help="Which round.  [default: the latest]")
@click.option("--scores", is_flag=True, help="Export the scores that the results page shows instead of the answers.")
@click.option("--remarks", is_flag=True, help="Export what people wrote, marked as released or not.")
@click.option("--codebook", is_flag=True, help="Export what each column of the answers holds: codes, labels, formulas.")
@click.option("--out", type=FILE, help="The .csv or .xlsx file to write.  [default: print it as CSV]")
def export_study(
    study: str | None, number: int | None, scores: bool, remarks: bool, codebook: bool, out: Path | None
) -> None:
    """Export the answers of STUDY as one long table, its scores, what people wrote, or the codebook.

    STUDY is a study's id, as in the address of its pages; without it, it is the study that was changed last. The
    answers have a row per respondent and outcome, with the statement, its kind and job step, both ratings, and what
    the respondent said about themselves, ids beside labels. `score` reads the file again, and `import` makes a study of
    it. An .xlsx file holds all of it, each on a sheet of its own.
    """
    from jtbd_core.exchange.answers import answers_csv, answers_workbook, wave_answers
    from jtbd_core.exchange.codebook import codebook_csv
    from jtbd_core.exchange.remarks import remarks_csv
    from jtbd_core.scoring.study_scores import study_scores
    from jtbd_core.wave import reported_study

    if out and out.suffix.lower() not in (".csv", ".xlsx"):
        raise JtbdError(f"Answers and scores can be written to a .csv or .xlsx file, not to {out.name}.")
    with the_store() as store:
        record = store.study(study) if study else latest_study(store)
        wave = round_of(store, record.id, number)
        if out and out.suffix.lower() == ".xlsx":
            write_file(answers_workbook(wave_answers(store, record.study, wave)), out)
        elif scores:
            write_file(_csv(study_scores(reported_study(record.study, wave), store.ratings(wave.id)).all), out)
        elif remarks:
            write_file(remarks_csv(record.study, store.remarks(wave.id)), out)
        elif codebook:
            write_file(codebook_csv(record.study, wave), out)
        else:
            write_file(answers_csv(wave_answers(store, record.study, wave)), out)


def _suffix(file: Path) -> str:
    """Return how the name of a file ends; raise JtbdError unless it can be imported."""
    suffix = file.suffix.lower()
    if suffix not in (".json", ".headway", ".csv", ".tsv", ".xlsx", ".xls"):
        raise JtbdError(f"Studies end in .json, archives in .headway, ratings in .csv or .xlsx; {file.name} does not.")
    return suffix


def _import_draft(store: Store, file: Path, address: str) -> None:
    """Add the draft of a study file."""
    from jtbd_core.exchange.source import content_of
    from jtbd_core.study import study_from_json

    _say_links(store, store.add_study(study_from_json(content_of(file))), None, address)


def _import_archive(store: Store, file: Path, address: str) -> None:
    from jtbd_core.exchange.archive_check import check_archive
    from jtbd_core.exchange.archive_file import opened_archive
    from jtbd_core.live.job import ARCHIVES, run_job

    with shown_progress(f"Importing {file.name}") as progress:
        found = run_job(check_archive, file.absolute(), limits=ARCHIVES)
        with opened_archive(file) as archived:
            record = store.add_copy(archived, progress)
    click.echo(f"{found.rounds:,} rounds, {found.respondents:,} respondents, {found.saves:,} saved ratings.")
    if found.going_on:
        click.echo(f"Rounds that had not been closed: {found.going_on:,}; they are closed in the copy.", err=True)
    _say_links(store, record, next(iter(store.waves(record.id)), None), address)


def latest_study(store: Store) -> "StudyRecord":
    """Return the study that was changed last; refuse an empty database."""
    records = store.studies()
    if not records:
        raise NotFound("There is no study yet.")
    return records[0]


def round_of(store: Store, study: str, number: int | None) -> "Wave":
    """Return a round of a study by its number, else the latest; refuse one that does not exist."""
    waves = store.waves(study)
    for wave in waves:
        if number == wave.number or (number is None and not wave.is_archived):
            return wave
    raise NotFound(f"This study has no round {number}." if waves and number else "This study has no round yet.")


def _say_links(store: Store, record: "StudyRecord", wave: "Wave | None", address: str) -> None:
    address = address.rstrip("/")
    click.echo(f"Study {record.id}: {record.study.title}")
    click.echo(f"  define   {address}/define?study={record.id}")
    if wave:
        click.echo(f"  room     {address}/room?study={record.id}")
        for link in store.results_links(record.id):
            if link.is_open:
                click.echo(f"  results  {address}/results?key={link.key}  ({link.settings.name})")
        if wave.status == "open":
            click.echo(f"  form     {address}/r/{wave.rate_key}")


def _csv(table: "pd.DataFrame") -> bytes:
    from jtbd_core.exchange.long_table import neutralized

    return neutralized(table).to_csv(index=False).encode()


def write_file(content: bytes, out: Path | None) -> None:
    """Write a file and say so, or print it where no file is named."""
    if out is None:
        click.echo(content, nl=False)
        return
    try:
        out.write_bytes(content)
    except OSError as cause:
        raise JtbdError(f"The file {out} cannot be written: {cause.strerror}.") from cause
    click.echo(f"Wrote {out}.", err=True)
