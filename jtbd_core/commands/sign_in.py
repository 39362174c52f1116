"""The command `sign-in`: a new link with which a facilitator signs in."""

import click

from jtbd_core.commands.studies import address_option, the_store


@click.command(name="sign-in")
@address_option
def print_sign_in_link(address: str) -> None:
    """Print a link that signs in as facilitator, in one browser.

    It works once, within a day, whichever server of this database is asked; the sign-in lasts 30 days.
    """
    from jtbd_core.web.sign_in import new_sign_in_link

    with the_store() as store:
        click.echo(new_sign_in_link(store, address))
