"""The codebook of exported answers: every column, code and formula in words."""

import pandas as pd
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.exchange.answers import answers_csv, wave_answers
from jtbd_core.exchange.codebook import codebook_csv, codebook_table
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.study.scale import SEVEN, Instrument, Settings

STUDY = demo_study()


def test_every_column_of_an_export_is_in_it(store: Store) -> None:
    """Ids and labels of questions too, and every code that stands in the answers has a row."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY))
    table = pd.read_csv(pd.io.common.BytesIO(answers_csv(wave_answers(store, STUDY, wave))))
    book = codebook_table(STUDY, wave)
    assert set(table.columns) <= set(book["column"])
    codes = {(column, f"{code}") for column, code in zip(book["column"], book["code"], strict=True)}
    for column in ("importance", "experience"):
        assert {(column, f"{code:.0f}") for code in table[column].dropna().unique()} <= codes
    for column in ("outcome", "question_solution", "question_place"):
        assert {(column, code) for code in table[column].dropna().unique()} <= codes
    assert "Opportunity, 0–20: I + max(I − S, 0)" in set(book["question"])
    assert codebook_csv(STUDY, wave).decode().splitlines()[0] == "column,question,code,label"


def test_codes_have_the_labels_that_were_asked(store: Store) -> None:
    """Five points have a label each, others at their ends; a pair has two questions."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY))
    pairs = Settings(key=Instrument(scale="pair", anchor=0, points=SEVEN), asks_importance=False)
    for study, column, code, label in (
        (STUDY, "importance", "5", "extremely important"),
        (STUDY, "experience", "3", "meets it"),
        (replace(STUDY, settings=pairs), "expectation", "7", "fully"),
    ):
        book = codebook_table(study, wave)
        assert label in set(book.loc[(book["column"] == column) & (book["code"] == code), "label"])
