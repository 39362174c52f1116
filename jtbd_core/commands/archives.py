"""The command `archive`, and the import of its file."""

from pathlib import Path

import click

from jtbd_core.commands.progress import shown_progress
from jtbd_core.commands.studies import FILE, latest_study, the_store
from jtbd_core.errors import JtbdError


@click.command(name="archive")
@click.argument("study", required=False)
@click.option("--out", type=FILE, required=True, help="The .headway file to write, a new one.")
def archive_study(study: str | None, out: Path) -> None:
    """Write all of STUDY to an archive, which `import` takes in as a copy, on DuckDB and on PostgreSQL.

    STUDY is a study's id, as in the address of its pages; without it, it is the study that was changed last. The file
    is a zip of CSV and JSON with a README.txt that says what each column is. It holds the definition, all rounds with
    their answers, remarks, notes and targets, and what was released, but no keys, receipts or codes. Viewers of a copy
    see what is released of the first one now, and never more.
    """
    from jtbd_core.exchange.archive_file import SUFFIX
    from jtbd_core.exchange.archive_writing import write_archive
    from jtbd_core.live.before_archive import release_before_archive

    if out.suffix.lower() != SUFFIX:
        raise JtbdError(f"An archive is a {SUFFIX} file; {out.name} is none.")
    with the_store() as store, shown_progress(f"Archiving to {out.name}") as progress:
        study_id = study or latest_study(store).id
        release_before_archive(store, study_id)
        write_archive(store, study_id, out, progress)
    click.echo(f"Wrote {out}.", err=True)
