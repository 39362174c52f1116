"""The command `audit`: who did what to which study, and when."""

import os
from pathlib import Path

import click

from jtbd_core.commands.studies import FILE, the_store, write_file


@click.command(name="audit")
@click.option("--study", default="", help="A study's id.  [default: all studies, deleted ones too]")
@click.option("--out", type=FILE, help="The CSV file to write.  [default: print it]")
def print_audit(study: str, out: Path | None) -> None:
    """Print who did what, when (UTC) and from which sign-in, as CSV, the latest first; also while the server runs.

    Without an account it was whoever runs the server, of whom sign-ins tell browsers apart. The list holds no keys,
    tokens or answers.
    """
    from jtbd_core.contract.backups import no_progress
    from jtbd_core.exchange.audit_table import audit_of
    from jtbd_core.store import DEFAULT, is_server
    from jtbd_core.web.operator_socket import ask_server

    database = os.environ.get("HEADWAY_DB", DEFAULT)
    content = None if is_server(database) else ask_server(Path(database), "audit", study, no_progress)
    if content is None:
        with the_store() as store:
            content = audit_of(store, study)
    write_file(content.encode(), out)
