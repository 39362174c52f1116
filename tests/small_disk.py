"""A disk that is full, and has space again, whenever a test says so."""

import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

MEGABYTES = 32
A_PAGE = 4096


class SmallDisk:
    """A folder with a disk of its own: a real one where this user may mount it, else a limit on what a process writes.

    With the limit no file can grow beyond a page, which a program is told of by the same failing writes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        mount = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "tmpfs", folder]
        self._is_mounted = os.geteuid() == 0 and subprocess.run(mount, capture_output=True).returncode == 0
        self._ballast = folder / "ballast"

    def fill(self, pid: int) -> None:
        """Leave no space for the process that writes to this disk."""
        if not self._is_mounted:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (A_PAGE, resource.RLIM_INFINITY))
            return
        with self._ballast.open("wb", buffering=0) as ballast:
            for size in (A_PAGE, 1):
                _write_until_full(ballast.fileno(), b"x" * size)

    def free(self, pid: int) -> None:
        """Give the space back."""
        if not self._is_mounted:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            return
        self._ballast.unlink()

    def unmount(self) -> None:
        """Take the disk away."""
        if self._is_mounted:
            subprocess.run(["umount", self.folder], check=True, capture_output=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Give a disk for the database."""
    disk = SmallDisk(tmp_path)
    yield disk
    disk.unmount()


def _write_until_full(file: int, data: bytes) -> None:
    try:
        while os.write(file, data):
            pass
    except OSError:  # no space left, which is what was wanted
        return
