"""Take it along: the report for a board and in full, one chart for a slide, and the figures as files."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import BoundedSemaphore

import streamlit as st

from jtbd_core.cache import TimedCache
from jtbd_core.errors import Refused
from jtbd_core.exchange.score_table import scores_csv
from jtbd_core.live.choices import counting
from jtbd_core.live.job import MAKING, run_job
from jtbd_core.live.waiting import waiting
from jtbd_core.report.chart_files import chart_file_png, chart_file_svg
from jtbd_core.report.files import Depth, gathered, report_file
from jtbd_core.report.slides import Slide, offered, slide
from jtbd_core.report.subject import Subject
from jtbd_core.study.value import identifier
from jtbd_core.wave.rounds import round_name
from jtbd_core.web.one_time_files import Holder
from pages.board.archive import draw_archive
from pages.board.board import Board
from pages.board.choice import chosen, draw_choice
from pages.board.figures import draw_files
from pages.board.groups import group_label
from pages.board.headlines import draw_headline, draw_waiting
from pages.board.waves import shown_waves
from pages.components.clock import fixed_clock, zone
from pages.components.made_files import MadeFile, Say, Taker, draw_download, draw_file_button, facilitator, written
from pages.components.results_links import draw_results_links
from pages.components.shared_link import ask_files, rerun_if_changed, shares_files
from pages.components.store import the_store

CHART = "chart"
"""The query parameter of the chart."""

SECONDS_KEPT, MOST_AT_ONCE = 30.0, 4
"""How long a file is given to others who ask for the same, and how many viewers have files made or wait for them."""

BUSY = "Others are having files made just now. Try again in a few seconds."
TYPICAL = 4.0
"""The seconds in which half of a file is made."""

_made = TimedCache(SECONDS_KEPT)
_free = BoundedSemaphore(MOST_AT_ONCE)


def draw_take_along(board: Board) -> None:
    """Draw a card for each thing to take along and, for the facilitator, the links for stakeholders."""
    _draw_cards(board)
    if board.is_editable:
        st.subheader("Links for stakeholders", anchor=False)
        draw_results_links(board.record)


def _draw_cards(board: Board) -> None:
    """Draw a card for each thing to take along; before there are results, what they wait for and the answers."""
    if draw_waiting(board.found):
        if board.is_editable:
            with st.container(border=True):
                _draw_figures(board)
        return
    _, names, group = _about(board).values()
    draw_headline(f"{names}, {group}: to take along")
    subject = _subject(board)
    first, second, third = st.columns(3, gap="small")
    with first.container(border=True, height="stretch"):
        _draw_report(board, subject)
    with second.container(border=True, height="stretch"):
        _draw_chart(board, subject)
    with third.container(border=True, height="stretch"):
        _draw_figures(board)


def _about(board: Board) -> dict[str, str]:
    """Return of which study, rounds and people scores are."""
    group = group_label(board.record.study, board.group) if board.group else "everybody"
    names = " + ".join(round_name(wave) for wave in board.waves)
    return {"Study": board.record.study.title, "Round": names, "Whose answers": group}


def _subject(board: Board) -> Subject:
    """Return what a report is about: what this page shows."""
    return Subject(
        record=board.record,
        study=board.study,
        waves=board.waves,
        counting=tuple(counting(shown_waves(board.record.id)).values()),
        found=board.found,
        group=group_label(board.record.study, board.group) if board.group else "",
        with_unreleased=not board.is_shared,
        with_groups=board.shows("groups"),
        with_remarks=board.shows("remarks"),
        clock=fixed_clock(),
        waiting=waiting(the_store(), board.found),
    )


@st.fragment
def _draw_report(board: Board, subject: Subject) -> None:
    """Draw the card of reports: one page for a board, and all in chapters."""
    if board.link:
        rerun_if_changed(board.link)
    st.markdown("**For a board**")
    st.caption("What matters of this page, on one sheet of A4 or Letter, or on a few slides with charts to edit.")
    asked = _draw_buttons(board, subject, "board", {"pdf": "PDF", "pptx": "PowerPoint", "html": "Web page"})
    draw_download(asked, "board-report", _taker(board))
    st.markdown("**In full**")
    st.caption("All that these pages show, in chapters, with the limits of it; in Excel with a codebook.")
    labels = {"pdf": "PDF", "pptx": "PowerPoint", "html": "Web page", "xlsx": "Excel"}
    draw_download(_draw_buttons(board, subject, "full", labels), "full-report", _taker(board))


def _draw_buttons(board: Board, subject: Subject, depth: Depth, labels: dict[str, str]) -> list[MadeFile]:
    """Draw a button for each ending of a report, and return the file whose was pressed; the first for a board leads."""
    asked = []
    with st.container(horizontal=True, gap="small"):
        for ending, label in labels.items():
            name = _name(board, "report" if depth == "board" else "full-report", ending)
            file = MadeFile(label, name, _writing(board, partial(_report, subject, ending, depth), name))
            is_first = (depth, ending) == ("board", "pdf")
            if draw_file_button(file, f"{depth}-{ending}", type="primary" if is_first else "secondary"):
                asked.append(file)
    return asked


@st.fragment
def _draw_chart(board: Board, subject: Subject) -> None:
    """Draw the card of one chart: the choice, and its files."""
    if board.link:
        rerun_if_changed(board.link)
    st.markdown("**One chart for a slide**")
    titles = offered(the_store(), subject)
    chart = chosen(titles, CHART, next(iter(titles)))
    draw_choice("Chart", titles, CHART, chart)
    found = slide(the_store(), subject, chart)
    if found is None:
        st.caption("Nothing of it may be shown yet.")
        return
    asked = []
    with st.container(horizontal=True, gap="small"):
        for ending, make in (("png", chart_file_png), ("svg", chart_file_svg)):
            name = _name(board, chart, ending)
            file = MadeFile(ending.upper(), name, _writing(board, partial(_drawn, make, found), name))
            if draw_file_button(file, ending):
                asked.append(file)
    draw_download(asked, "chart", _taker(board))


def _draw_figures(board: Board) -> None:
    """Draw the card of the files of figures."""
    st.markdown("**Figures**")
    if not waiting(the_store(), board.found):
        st.caption("Every score of every outcome, with its interval in columns of numbers, for a spreadsheet.")
        _draw_scores(board)
    if board.is_editable:
        st.caption("All answers of the round, and the scores, for you alone: answers tell of single people.")
        draw_files(board)
        draw_archive(board.record)


@st.fragment
def _draw_scores(board: Board) -> None:
    """Draw the download of all scores."""
    if board.link:
        rerun_if_changed(board.link)
    make = written(lambda: scores_csv(board.found.results, _about(board)))
    file = MadeFile("Scores as CSV", _name(board, "scores", "csv"), make)
    draw_download([file] if draw_file_button(file, "scores") else [], "scores", _taker(board))


def _name(board: Board, what: str, ending: str) -> str:
    """Return the name of a file: the study, the rounds, what it holds."""
    rounds = "-".join(str(wave.number) for wave in board.waves)
    return f"{identifier(board.study.title, (), 'study')}-round-{rounds}-{what}.{ending}"


def _taker(board: Board) -> Taker:
    """Return whoever looks: a viewer by the link, else the facilitator."""
    link = board.link
    if link is None:
        return facilitator()
    return Taker(Holder(link.key, lambda _: shares_files(link)), partial(ask_files, link))


def _report(subject: Subject, ending: str, depth: Depth, say: Say) -> bytes:
    """Return a report as a file, made in a job."""
    say(0.1, "Computing the figures …")
    report = gathered(the_store(), subject, ending, depth)
    return run_job(report_file, report, ending, limits=MAKING, watch=_watching(say, 0.4))


def _drawn(make: Callable[[Slide], bytes], found: Slide, say: Say) -> bytes:
    """Return a chart as a file, made in a job."""
    return run_job(make, found, limits=MAKING, watch=_watching(say, 0.1))


def _watching(say: Say, done: float) -> Callable[[], object]:
    """Return what shows that a job goes on, from this share done: it nears its end ever more slowly."""
    begun = time.monotonic()

    def watch() -> None:
        passed = time.monotonic() - begun
        say(1 - (1 - done) / (1 + passed / TYPICAL), f"Drawing and writing the file … {passed:.0f} s")

    return watch


def _writing(board: Board, make: Callable[[Say], bytes], name: str) -> Callable[[Path, Say], object]:
    """Return what writes a file of what this page shows; those who ask for the same within a while have the same."""
    of = (board.found.stamp, zone(), board.is_shared, board.shows("groups"), board.shows("remarks"), name)

    def write(path: Path, say: Say) -> None:
        path.write_bytes(_made.get(of, lambda: _alone(board, make, say)))

    return write


def _alone(board: Board, make: Callable[[Say], bytes], say: Say) -> bytes:
    """Return the content of a file; refuse a viewer where too many viewers have files made."""
    if not board.is_shared:
        return make(say)
    if not _free.acquire(blocking=False):
        raise Refused(BUSY)
    try:
        return make(say)
    finally:
        _free.release()
