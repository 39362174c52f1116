"""The files of a report: which there are, what values each is made of, and how it is made."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args

from jtbd_core.contract import Store
from jtbd_core.report.board_report import board_report
from jtbd_core.report.chapter import FullReport
from jtbd_core.report.deck import deck
from jtbd_core.report.full_report import full_report
from jtbd_core.report.html_report import html_report
from jtbd_core.report.pdf_report import pdf_report
from jtbd_core.report.report import Report
from jtbd_core.report.report_workbook import report_workbook
from jtbd_core.report.subject import Subject

Depth = Literal["board", "full"]
DEPTHS: tuple[Depth, ...] = get_args(Depth)

PAGES = ("html", "pdf")
"""The files that are one page for a board."""

FILES: Mapping[str, Callable[[Any], bytes]] = {
    "html": html_report,
    "pdf": pdf_report,
    "pptx": deck,
    "xlsx": report_workbook,
}
"""How a report becomes a file, by the ending of its name."""


def gathered(store: Store, subject: Subject, ending: str, depth: Depth) -> Report | FullReport:
    """Return the values of a report on a subject, for a file with this ending."""
    if depth == "board" and ending in PAGES:
        return board_report(store, subject)
    found = full_report(store, subject)
    return found.for_board() if depth == "board" else found


def report_file(report: Report | FullReport, ending: str) -> bytes:
    """Return a report as a file: a function for a job."""
    return FILES[ending](report)
