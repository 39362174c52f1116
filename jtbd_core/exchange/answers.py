"""Export of all answers of a wave as one table or workbook, made of values, so that a job can make it."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np
import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.exchange.codebook import codebook_table
from jtbd_core.exchange.decisions import decision_table
from jtbd_core.exchange.long_table import long_table, neutralized
from jtbd_core.exchange.remarks import remarks_table
from jtbd_core.exchange.score_table import all_scores
from jtbd_core.exchange.workbook import MOST_ROWS, workbook
from jtbd_core.scoring.quality import quality_flags
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.study import Study
from jtbd_core.wave import Wave, asked_study, reported_study
from jtbd_core.wave.remark import Remark
from jtbd_core.wave.stage import Note
from jtbd_core.wave.target import Target

ROWS = 50_000
"""About so many rows of the table are made at a time: each takes some kilobytes while it is."""


class WaveAnswers(NamedTuple):
    """All that an export of a wave is made of; the frames are those of the verbs of the same names."""

    study: Study
    wave: Wave
    ratings: pd.DataFrame
    profiles: pd.DataFrame
    cards: pd.DataFrame
    assignments: pd.DataFrame
    weights: pd.DataFrame
    notes: list[Note]
    targets: list[Target]
    remarks: list[Remark]


def wave_answers(store: Store, study: Study, wave: Wave) -> WaveAnswers:
    """Return what an export of a wave is made of."""
    return WaveAnswers(
        study,
        wave,
        store.ratings(wave.id),
        store.profiles(wave.id),
        store.cards(wave.id),
        store.assignments(wave.id),
        store.weights(wave.id),
        store.notes(wave.id),
        [one for one in store.targets(wave.study_id) if one.wave_id == wave.id],
        store.remarks(wave.id),
    )


def answers_csv(answers: WaveAnswers) -> bytes:
    """Return the answers of a wave as CSV: see `write_answers`."""
    content = io.BytesIO()
    write_answers(answers, content)
    return content.getvalue()


def answers_file(answers: WaveAnswers, path: Path) -> None:
    """Write the answers of a wave to a file as CSV: see `write_answers`."""
    with path.open("wb") as file:
        write_answers(answers, file)


def write_answers(answers: WaveAnswers, target: IO[bytes]) -> None:
    """Write the answers of a wave as CSV in which no spreadsheet runs a formula, the rows of some people at a time.

    It has the columns of `long_table` and, where the wave was imported from a file with weights, `weight` last.
    """
    for table in _tables(answers):
        neutralized(table).to_csv(target, index=False, header=not target.tell())


def fits_a_sheet(study: Study, people: int) -> bool:
    """Whether the answers of `people` respondents fit the rows of one sheet of Excel."""
    return people * len(study.outcomes) <= MOST_ROWS


def answers_workbook(answers: WaveAnswers) -> bytes:
    """Return an Excel workbook with the answers, scores, decisions and remarks of a wave, and a codebook.

    Each has a sheet; `score` reads the first. Nothing in the sheet of remarks leads to the answers of who wrote them.
    """
    study = answers.study
    reported = reported_study(study, answers.wave)
    return workbook(
        {
            "Answers": pd.concat(_tables(answers), ignore_index=True),
            "Scores": all_scores(reported, study_scores(reported, answers.ratings)),
            "Decisions": decision_table(study, answers.notes, answers.targets),
            "Remarks": remarks_table(study, answers.remarks),
            "Codebook": codebook_table(study, answers.wave),
        }
    )


def _tables(answers: WaveAnswers) -> Iterator[pd.DataFrame]:
    """Yield the long table of some people at a time, in the order of their names; a first one is there for nobody."""
    study = asked_study(answers.study, answers.wave)
    frames = (answers.ratings, answers.profiles, answers.cards, answers.assignments)
    flags = quality_flags(answers.ratings, answers.cards)
    people = pd.Index(sorted({*answers.ratings["respondent"], *answers.assignments["respondent"]}))
    places = [people.get_indexer(frame["respondent"]) for frame in frames]
    orders = [np.argsort(place, kind="stable") for place in places]
    step = max(1, ROWS // max(1, len(study.outcomes)))
    for start in range(0, max(len(people), 1), step):
        ratings, profiles, cards, assignments = (
            frame.iloc[order[slice(*np.searchsorted(place[order], (start, start + step)))]]
            for frame, place, order in zip(frames, places, orders, strict=True)
        )
        table = long_table(study, ratings, profiles, cards, assignments, flags)
        yield table.merge(answers.weights, on="respondent", how="left") if len(answers.weights) else table
