"""All figures of the results: the scores as a table, and the answers as files."""

from functools import partial

import streamlit as st

from jtbd_core.exchange.answers import answers_csv_file, answers_workbook_file, fits_a_sheet, spool_answers
from jtbd_core.exchange.codebook import codebook_csv
from jtbd_core.live.findings import progress
from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_name
from pages.board.all_scores import draw_all_scores
from pages.board.board import Board
from pages.board.exports import export_of
from pages.board.headlines import draw_headline, draw_waiting
from pages.components.escape import escaped
from pages.components.made_files import MadeFile, draw_made_file, written
from pages.components.my_store import my_store
from pages.components.phone import is_phone
from pages.components.plural import plural
from pages.components.store import the_store

BELOW = "Below a score stand its 95 % interval and, after →, what to expect of it when asked again."
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_figures(board: Board) -> None:
    """Draw all scores as a table, or what they wait for."""
    if draw_waiting(board.found):
        return
    many = len(board.found.results.all)
    people = board.found.results.people
    draw_headline(f"All scores of {plural(many, 'outcome')}, from the answers of {people:,} people.", BELOW)
    draw_all_scores(board.found.stamp, board.found.results, is_narrow=is_phone())


def draw_files(board: Board) -> None:
    """Draw the downloads of the answers of each wave."""
    for wave in board.waves:
        if len(board.waves) > 1:
            st.caption(escaped(round_name(wave)))
        draw_downloads(board, wave)


def draw_downloads(board: Board, wave: Wave) -> None:
    """Draw the downloads of all answers to a wave: one long table as CSV, a workbook with the scores, the codebook.

    The workbook is left out where the answers exceed the rows of a sheet.
    """
    spooling = partial(spool_answers, my_store(), board.record.study, wave)
    table = MadeFile("Answers as CSV", "answers.csv", export_of(spooling, answers_csv_file))
    draw_made_file(table, f"csv-{wave.id}", icon=":material/table_rows:")
    if fits_a_sheet(board.study, progress(the_store(), wave.id).joined):
        book = MadeFile("Answers and scores as Excel", "answers.xlsx", export_of(spooling, answers_workbook_file))
        draw_made_file(book, f"excel-{wave.id}", icon=":material/table_view:")
    draw_made_file(
        MadeFile("Codebook", "codebook.csv", written(lambda: codebook_csv(board.record.study, wave))),
        f"codebook-{wave.id}",
        icon=":material/menu_book:",
        help="What each column of the answers holds: its question, codes, labels, formulas and dates.",
    )
