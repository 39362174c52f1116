"""The commands `backup`, `restore` and `check`; the first and last also while the server runs."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jtbd_core.commands.progress import shown_progress
from jtbd_core.commands.studies import FILE, the_store
from jtbd_core.errors import NotFound

if TYPE_CHECKING:
    from jtbd_core.contract import Store
    from jtbd_core.contract.backups import Progress

SHOWN_SINCE = (
    "If stakeholders looked at results after that, it is not known here what they were shown, and what they are shown "
    "from here on could tell single people. Then revoke their links before the server starts (`python -m jtbd_core "
    "links --revoke NAME`), close and archive the rounds that were open, and go on in new ones under new links."
)


@click.command(name="backup")
@click.argument("file", type=FILE)
def back_up(file: Path) -> None:
    """Write a backup of the database to FILE, a new file, also while the server runs.

    It holds all studies and answers as of one moment, with all keys and receipts: keep it as safe as the database.
    The file is read again and counted before it appears. `restore` takes it in, on DuckDB and on PostgreSQL.
    """
    with shown_progress(f"Backing up to {file.name}") as progress:
        said = _ask("backup", str(file.absolute()), lambda store: store.back_up(file, progress).summary, progress)
    click.echo(f"Wrote {said} to {file}, and read them again.")


@click.command(name="restore")
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Restore the backup FILE into the database that HEADWAY_DB names, which must be empty.

    A backup of an older version is brought up to date; one of a newer version is refused. What stakeholders were shown
    after it was made is not in it: what to do then is said.
    """
    from jtbd_core.store import DEFAULT, restore_backup

    with shown_progress(f"Restoring {file.name}") as progress:
        manifest = restore_backup(file, os.environ.get("HEADWAY_DB", DEFAULT), progress)
    click.echo(f"Restored {manifest.summary}, as of {manifest.made_at:%Y-%m-%d %H:%M} UTC.")
    click.echo(SHOWN_SINCE, err=True)


@click.command(name="check")
def check() -> None:
    """Check that the database is whole and that a study is served from launch to deletion, also while the server runs.

    The study is thrown away; its deletion leaves nothing.
    """
    from jtbd_core.form.checkup import checkup

    with shown_progress("Checking the database") as progress:
        said = _ask("check", "", checkup, progress)
    click.echo(said)


def _ask(verb: str, file: str, do: Callable[["Store"], str], progress: "Progress") -> str:
    """Ask the server that has the database open, or open the database and do it here; return what is said."""
    from jtbd_core.store import DEFAULT, is_server
    from jtbd_core.web.operator_socket import ask_server

    address = os.environ.get("HEADWAY_DB", DEFAULT)
    if not is_server(address):
        if not Path(address).exists():
            raise NotFound(f"There is no database at {address}; HEADWAY_DB names another one.")
        if (said := ask_server(Path(address), verb, file, progress)) is not None:
            return said
    with the_store() as store:
        return do(store)
