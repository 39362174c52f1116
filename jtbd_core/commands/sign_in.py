"""The command `sign-in`: a new link with which a facilitator signs in."""

import os
from pathlib import Path

import click

from jtbd_core.commands.studies import address_option, the_store


@click.command(name="sign-in")
@address_option
def print_sign_in_link(address: str) -> None:
    """Print a link that signs in as facilitator, in one browser, also while the server runs.

    It works once, within a day; the sign-in lasts 30 days. A running server of a DuckDB file is asked for the link, and
    says by itself where it is reached.
    """
    from jtbd_core.contract.backups import no_progress
    from jtbd_core.store import DEFAULT, is_server
    from jtbd_core.web.operator_socket import ask_server
    from jtbd_core.web.sign_in import new_sign_in_link

    database = os.environ.get("HEADWAY_DB", DEFAULT)
    link = None if is_server(database) else ask_server(Path(database), "sign-in", "", no_progress)
    if link is None:
        with the_store() as store:
            link = new_sign_in_link(store, address)
    click.echo(link)
