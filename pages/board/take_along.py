"""Take it along: the report for a board and in full, one chart for a slide, and the figures as files."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from jtbd_core.exchange.score_table import scores_csv
from jtbd_core.live.choices import counting
from jtbd_core.live.job import MAKING, run_job
from jtbd_core.live.waiting import waiting
from jtbd_core.report.chart_files import chart_file_png, chart_file_svg
from jtbd_core.report.files import Depth, gathered, report_file
from jtbd_core.report.slides import offered, slide
from jtbd_core.report.subject import Subject
from jtbd_core.wave.rounds import round_name
from pages.board.archive import draw_archive
from pages.board.board import Board
from pages.board.choice import chosen, draw_choice
from pages.board.figures import draw_files
from pages.board.groups import group_label
from pages.board.headlines import draw_headline, draw_waiting
from pages.board.waves import shown_waves
from pages.components.clock import fixed_clock, zone
from pages.components.permission import permitted_file
from pages.components.results_links import draw_results_links
from pages.components.shared_files import shared_files
from pages.components.shared_link import while_shared
from pages.components.store import the_store

CHART = "chart"
"""The query parameter of the chart."""

DOWNLOAD = ":material/download:"
MIMES = {
    "html": "text/html",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "csv": "text/csv",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def draw_take_along(board: Board) -> None:
    """Draw a card for each thing to take along and, for the facilitator, the links for stakeholders."""
    _draw_cards(board)
    if not board.is_shared:
        st.subheader("Links for stakeholders", anchor=False)
        draw_results_links(board.record)


def _draw_cards(board: Board) -> None:
    """Draw a card for each thing to take along; before there are results, what they wait for and the answers."""
    if draw_waiting(board.found):
        if not board.is_shared:
            with st.container(border=True):
                _draw_figures(board)
        return
    names = " + ".join(round_name(wave) for wave in board.waves)
    group = group_label(board.record.study, board.group) if board.group else "everybody"
    draw_headline(f"{names}, {group}: ready to hand over")
    subject = _subject(board)
    first, second, third = st.columns(3, gap="small")
    with first.container(border=True, height="stretch"):
        _draw_report(board, subject)
    with second.container(border=True, height="stretch"):
        _draw_chart(board, subject)
    with third.container(border=True, height="stretch"):
        _draw_figures(board)


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


def _draw_report(board: Board, subject: Subject) -> None:
    """Draw the card of reports: one page for a board, and all in chapters."""
    st.markdown("**For a board**")
    st.caption("What matters of this page, on one sheet of A4 or Letter, or on a few slides with charts to edit.")
    _draw_files(board, subject, "board", {"html": "Download the report", "pdf": "PDF", "pptx": "PowerPoint"})
    st.markdown("**In full**")
    st.caption("All that these pages show, in chapters, with the limits of it; in Excel with a codebook.")
    _draw_files(board, subject, "full", {"html": "Web page", "pdf": "PDF", "pptx": "PowerPoint", "xlsx": "Excel"})


def _draw_files(board: Board, subject: Subject, depth: Depth, labels: dict[str, str]) -> None:
    """Draw a download of a report for each ending; the first one for a board is what most people take."""
    with st.container(horizontal=True, gap="small"):
        for ending, label in labels.items():
            name = f"report.{ending}" if depth == "board" else f"full-report.{ending}"
            is_first = (depth, ending) == ("board", "html")
            make = partial(_made, subject, ending, depth)
            draw_file(board, label, make, name, type="primary" if is_first else "secondary")


def _draw_chart(board: Board, subject: Subject) -> None:
    """Draw the card of one chart: the choice, and its files."""
    st.markdown("**One chart for a slide**")
    titles = offered(the_store(), subject)
    name = chosen(titles, CHART, next(iter(titles)))
    draw_choice("Chart", titles, CHART, name)
    found = slide(the_store(), subject, name)
    if found is None:
        st.caption("Nothing of it may be shown yet.")
        return
    with st.container(horizontal=True, gap="small"):
        for ending, make in (("png", chart_file_png), ("svg", chart_file_svg)):
            draw_file(board, ending.upper(), partial(run_job, make, found, limits=MAKING), f"{name}.{ending}")


def _draw_figures(board: Board) -> None:
    """Draw the card of the files of figures."""
    st.markdown("**Figures**")
    if not waiting(the_store(), board.found):
        st.caption("Every score of every outcome, with intervals: the table of *All figures*.")
        draw_file(board, "Scores as CSV", lambda: scores_csv(board.found.results), "scores.csv")
    if not board.is_shared:
        st.caption("All answers of the round, and the scores, for you alone: answers tell of single people.")
        draw_files(board)
        draw_archive(board.record)


def _made(subject: Subject, ending: str, depth: Depth) -> bytes:
    """Return a report as a file, made in a job once somebody asks for it."""
    return run_job(report_file, gathered(the_store(), subject, ending, depth), ending, limits=MAKING)


def draw_file(board: Board, label: str, make: Callable[[], bytes], name: str, **look: Any) -> None:  # noqa: ANN401
    """Draw a download of what this page shows, made once it is asked for; viewers may have it from a page of theirs.

    `look` is as of Streamlit's button.
    """
    mime = MIMES[name.rpartition(".")[2]]
    of = (board.found.stamp, zone(), board.shows("groups"), board.shows("remarks"))
    st.download_button(
        label,
        while_shared(board.link, shared_files.sharing(make, mime, name, of, board.link.key))
        if board.link
        else permitted_file(make),
        name,
        mime,
        icon=DOWNLOAD,
        on_click="ignore",
        key=name,
        **look,
    )
