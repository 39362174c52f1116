"""The progress of long work, shown as a bar on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jtbd_core.contract.backups import Progress


@contextmanager
def shown_progress(what: str) -> Iterator["Progress"]:
    """Yield what long work calls as it goes on, and show that as a bar on stderr, if that is a terminal."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    with Bar(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of_all: bar.update(task, completed=done, total=of_all)
