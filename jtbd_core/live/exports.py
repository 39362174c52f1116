"""Exports that can be larger than the memory: read bit by bit by the server, and made into a file by a job."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from jtbd_core.contract.backups import Progress
from jtbd_core.live.job import EXPORTS, run_job

Spooling = Callable[[Path, Progress], None]
"""Writes what an export is made of to a spool, and says how far it has come."""


def export(
    spooling: Spooling, write: Callable[[Path, Path], None], file: Path, progress: Progress, watch: Callable[[], object]
) -> None:
    """Write an export to a file: `spooling` in this process, then `write`, from the spool to the file, in a job.

    `progress` is called during the first, `watch` a few times a second during the second; what they raise ends it.

    Raises:
        UnreadableFile: the job took more memory or time than an export may.
    """
    with TemporaryDirectory(prefix="headway-") as folder:
        spool = Path(folder) / "spool"
        spooling(spool, progress)
        run_job(write, spool, file, limits=EXPORTS, watch=watch)
