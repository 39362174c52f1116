"""An import that is running: how far it has come, and the button that cancels it."""

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from jtbd_core.contract.backups import Progress
from jtbd_core.exchange.handover import Handover
from jtbd_core.live.job import run_job
from pages.components.permission import with_permission

CANCELLED = "The import was cancelled: nothing of it was kept."


class RunningImport(NamedTuple):
    """What shows that a file is being read, and how much of it is kept; both are where a cancelled import ends."""

    reading: Callable[[], object]
    keeping: Progress

    def job(self, make: Callable[..., Handover], *arguments: object) -> Callable[..., Handover]:
        """Return what calls a function in a job with these arguments before its own."""
        return lambda *others: run_job(make, *arguments, *others, watch=self.reading)


def running_import() -> RunningImport:
    """Draw the progress of an import that begins now, and the button that cancels it.

    To press a button has the page run anew: Streamlit then ends this run when it draws next, by an exception, on which
    the job is killed and the store deletes what it has of the import.
    """
    bar = st.progress(0.0, "Reading the file …")
    st.button("Cancel the import", icon=":material/close:", on_click=_say_cancelled)
    return RunningImport(
        lambda: bar.progress(0.0, "Reading the file …"),
        lambda done, of_all: bar.progress(min(done / max(of_all, 1), 1.0), "Keeping the answers …") and None,
    )


@with_permission
def _say_cancelled() -> None:
    st.toast(CANCELLED, icon=":material/undo:")
