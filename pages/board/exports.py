"""Exports of the facilitator, which can be larger than the memory, as files that are made."""

from collections.abc import Callable
from pathlib import Path

from jtbd_core.live.exports import Spooling, export
from pages.components.made_files import Say

READING = "Reading the answers …"


def export_of(spooling: Spooling, write: Callable[[Path, Path], None]) -> Callable[[Path, Say], None]:
    """Return what writes an export: read by the server, written by a job, with the progress of both."""

    def making(path: Path, say: Say) -> None:
        def watch() -> None:
            size = path.stat().st_size / 1e6 if path.exists() else 0.0
            say(1.0, f"Writing {path.name} … {size:,.1f} MB")

        export(spooling, write, path, lambda done, of: say(done / max(of, 1), READING) and None, watch)

    return making
