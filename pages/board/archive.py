"""The download of a study as an archive."""

from functools import partial
from pathlib import Path

from jtbd_core.contract import Store
from jtbd_core.contract.backups import Progress, no_progress
from jtbd_core.exchange.archive_file import SUFFIX
from jtbd_core.exchange.archive_writing import spool_archive, write_spooled_archive
from jtbd_core.live.before_archive import release_before_archive
from jtbd_core.study import StudyRecord
from jtbd_core.study.value import identifier
from pages.board.exports import export_of
from pages.components.made_files import MadeFile, draw_made_file
from pages.components.my_store import my_store
from pages.components.store import the_store

HELP = (
    "All rounds with answers, remarks, notes and targets, but no keys or receipts. *Import a study file* on *My "
    "studies*, here or on another Headway, makes a copy with the same scores and closed rounds. Its links for "
    "stakeholders have new keys, ask for the same passphrases, and show what those of this study show by now."
)


def draw_archive(record: StudyRecord) -> None:
    """Draw the button that has an archive of the study made, and the link to it."""
    name = f"{identifier(record.study.title, (), 'study')}{SUFFIX}"
    write = export_of(partial(spool_released, my_store(), record.id), write_spooled_archive)
    draw_made_file(MadeFile("The whole study as an archive", name, write), icon=":material/inventory_2:", help=HELP)


def spool_released(store: Store, study_id: str, spool: Path, progress: Progress = no_progress) -> None:
    """Release what viewers may see by now, and write what an archive of a study is made of to a spool."""
    release_before_archive(the_store(), study_id)
    spool_archive(store, study_id, spool, progress)
