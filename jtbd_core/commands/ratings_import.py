"""What `import` does with a file of ratings once it is read, and whether it was imported before."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jtbd_core.errors import Refused

if TYPE_CHECKING:
    from jtbd_core.contract import Store
    from jtbd_core.exchange.ratings_file import RatingsFile
    from jtbd_core.study import StudyRecord
    from jtbd_core.study.scale import ScaleName
    from jtbd_core.wave import Wave

    Kept = tuple[StudyRecord, Wave]


def new_source(store: "Store", file: Path, *, again: bool) -> str:
    """Return the digest of a file; refuse one that was imported before, unless it is to be imported again."""
    from jtbd_core.exchange.handover import imported_before
    from jtbd_core.exchange.source import content_of, digest_of

    source = digest_of(content_of(file))
    if not again and (before := imported_before(store, source)):
        raise Refused(f"{before} Import it again all the same with --again.")
    return source


def import_ratings(
    store: "Store", read: "RatingsFile", title: str, job: str, scale: "ScaleName | None", source: str
) -> "Kept":
    """Store ratings as a study of their own, say what that is, and return both."""
    from jtbd_core.exchange.imported import keep_imported

    kept = keep_imported(store, read, title, job, scale, source)
    click.echo(f"{len(read.respondents):,} respondents, {len(read.outcomes):,} outcomes.")
    return kept


def import_round(store: "Store", read: "RatingsFile", study: str, adds_missing: bool, source: str) -> "Kept":
    """Store ratings as a further round of a study, say what that is and what was left out, and return both."""
    from jtbd_core.exchange.further_round import fit, keep_further_round

    if missing := () if adds_missing else fit(store.study(study).study, read).additions:
        named = ", ".join(one.said for one in missing)
        click.echo(f"Left out, since the study does not have it: {named}. Add all of it with --add-missing.", err=True)
    record, wave = keep_further_round(store, study, read, adds_missing=adds_missing, source=source)
    click.echo(f"Round {wave.number}: {len(read.respondents):,} respondents, {len(wave.asked or ()):,} outcomes.")
    return record, wave
