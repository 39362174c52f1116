"""The download of a study as an archive."""

from functools import partial

from jtbd_core.exchange.archive_file import SUFFIX
from jtbd_core.exchange.archive_writing import spool_archive, write_spooled_archive
from jtbd_core.study import StudyRecord
from jtbd_core.study.value import identifier
from pages.board.large_file import LargeFile, draw_large_file
from pages.components.store import the_store

HELP = (
    "All rounds with answers, remarks, notes and targets, but no keys or receipts. *Import a study file* on *My "
    "studies*, here or on another Headway, makes a copy with the same scores, whose links for stakeholders have new "
    "keys and ask for the same passphrases."
)


def draw_archive(record: StudyRecord) -> None:
    """Draw the button that has an archive of the study made, and the link to it."""
    name = f"{identifier(record.study.title, (), 'study')}{SUFFIX}"
    spooling = partial(spool_archive, the_store(), record.id)
    file = LargeFile(name, "application/zip", spooling, write_spooled_archive)
    draw_large_file("The whole study as an archive", file, f"archive-{record.id}", ":material/inventory_2:", HELP)
