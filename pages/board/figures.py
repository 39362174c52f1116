"""All figures of the results: the scores as a table, and the answers as files."""

import streamlit as st

from jtbd_core.exchange.answers import answers_file, answers_workbook, fits_a_sheet, wave_answers
from jtbd_core.exchange.codebook import codebook_csv
from jtbd_core.live.findings import progress
from jtbd_core.live.job import EXPORTS, run_job
from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_name
from jtbd_core.web.one_time_files import one_time_files
from pages.board.board import Board
from pages.board.headlines import draw_headline, draw_waiting
from pages.components.address import root_path
from pages.components.escape import escaped
from pages.components.permission import do, permitted_file
from pages.components.plural import plural
from pages.components.score_table import draw_all_scores
from pages.components.sign_in import current_sign_in
from pages.components.store import the_store

BESIDE = "Beside a score stands its 95 % interval, and what to expect of it when asked again."
ANSWERS = "answers"
"""The session's key of the file that was written last, before the id of its round."""

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_figures(board: Board) -> None:
    """Draw all scores as a table, or what they wait for."""
    if draw_waiting(board.found):
        return
    many = len(board.found.results.all)
    people = board.found.results.people
    draw_headline(f"All scores of {plural(many, 'outcome')}, from the answers of {people:,} people.", BESIDE)
    draw_all_scores(board.found)


def draw_files(board: Board) -> None:
    """Draw the downloads of the answers of each wave."""
    for wave in board.waves:
        if len(board.waves) > 1:
            st.caption(escaped(round_name(wave)))
        draw_downloads(board, wave)


def draw_downloads(board: Board, wave: Wave) -> None:
    """Draw the downloads of all answers to a wave: one long table as CSV, or a workbook with the scores.

    The table can be larger than the memory: it is made once it is asked for, and leaves as a stream. The workbook is
    left out where the answers exceed the rows of a sheet.
    """

    def workbook() -> bytes:
        return run_job(answers_workbook, wave_answers(the_store(), board.record.study, wave), limits=EXPORTS)

    _draw_answers(board, wave)
    with st.container(horizontal=True):
        if fits_a_sheet(board.study, progress(the_store(), wave.id).joined):
            st.download_button(
                "Answers and scores as Excel",
                permitted_file(workbook),
                "answers.xlsx",
                EXCEL,
                icon=":material/download:",
                key=f"excel-{wave.id}",
            )
        st.download_button(
            "Codebook",
            permitted_file(lambda: codebook_csv(board.record.study, wave)),
            "codebook.csv",
            "text/csv",
            icon=":material/menu_book:",
            key=f"codebook-{wave.id}",
            help="What each column of the answers holds: its question, codes, labels, formulas and dates.",
        )


def _draw_answers(board: Board, wave: Wave) -> None:
    """Draw the button that has the table written and, below it, the link to the one that was."""
    if st.button("Answers as CSV", icon=":material/table_rows:", key=f"csv-{wave.id}"):
        with st.spinner("Writing the answers …"):
            do(_write_answers, board, wave)
    token = st.session_state.get(f"{ANSWERS}-{wave.id}", "")
    if size := one_time_files.size(token):
        link = f'<a href="{root_path()}/file/{token}" download>Download answers.csv</a>'
        st.html(f"<p>{link} ({size / 1e6:,.1f} MB, once)</p>")


def _write_answers(board: Board, wave: Wave) -> None:
    """Have the table written to a file that this sign-in can download, and remember it."""
    answers = wave_answers(the_store(), board.record.study, wave)
    token = one_time_files.add(
        "answers.csv", "text/csv", current_sign_in(), lambda path: run_job(answers_file, answers, path, limits=EXPORTS)
    )
    st.session_state[f"{ANSWERS}-{wave.id}"] = token
