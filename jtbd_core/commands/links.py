"""The command `links`: who can see what of a study, and the end of one of its links."""

import click

from jtbd_core.commands.studies import address_option, latest_study, study_option, the_store
from jtbd_core.errors import NotFound


@click.command(name="links")
@study_option
@click.option("--revoke", "name", metavar="NAME", help="End the links of this name, for good.")
@address_option
def list_links(study: str | None, name: str | None, address: str) -> None:
    """Print the links to the results of a study: their names, what they show, and their addresses.

    Open pages of a revoked link close within two seconds.
    """
    with the_store() as store:
        study = study or latest_study(store).id
        links = store.results_links(study)
        named = [link for link in links if link.settings.name == name and link.revoked_at is None]
        if name and not named:
            raise NotFound(f"This study has no link “{name}” that could be revoked.")
        for link in named:
            store.revoke_results_link(link.id)
        for link in store.results_links(study):
            settings = link.settings
            given = [one for one in ("remarks", "files", "data") if settings.shows(one)]
            shown = "revoked" if link.revoked_at else ", ".join((settings.depth, *given))
            click.echo(f"{settings.name}: {shown}")
            if link.is_open:
                click.echo(f"  {address.rstrip('/')}/results?key={link.key}")
