"""Export of all answers of a wave as one table or workbook, made of values, so that a job can make it."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

import numpy as np
import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.contract.answers import AnswerPart
from jtbd_core.contract.backups import Progress, no_progress
from jtbd_core.exchange.codebook import codebook_table
from jtbd_core.exchange.decisions import decision_table
from jtbd_core.exchange.long_table import long_table, neutralized
from jtbd_core.exchange.remarks import remarks_table
from jtbd_core.exchange.score_table import all_scores
from jtbd_core.exchange.spool import read_spool, write_spool
from jtbd_core.exchange.workbook import MOST_ROWS, write_workbook
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
    """All that an export of a wave is made of; the frames of `answers` have all its people."""

    study: Study
    wave: Wave
    notes: list[Note]
    targets: list[Target]
    remarks: list[Remark]
    answers: AnswerPart


def wave_answers(store: Store, study: Study, wave: Wave) -> WaveAnswers:
    """Return what an export of a wave is made of."""
    return _whole(_values(store, study, wave))


def spool_answers(store: Store, study: Study, wave: Wave, spool: Path, progress: Progress = no_progress) -> None:
    """Write what an export of a wave is made of to a spool; `progress` is called with the people so far."""
    write_spool(_values(store, study, wave, progress), spool)


def _values(store: Store, study: Study, wave: Wave, progress: Progress = no_progress) -> Iterator[object]:
    targets = [one for one in store.targets(wave.study_id) if one.wave_id == wave.id]
    yield study, wave, store.notes(wave.id), targets, store.remarks(wave.id)
    people, done = store.progress(wave.id).joined, 0
    for part in store.answer_parts(wave.id):
        yield part
        done += part.ratings["respondent"].nunique()
        progress(min(done, people), people)


def _whole(values: Iterator[Any]) -> WaveAnswers:
    study, wave, notes, targets, remarks = next(values)
    joined = (pd.concat(frames).sort_values("respondent", kind="stable") for frames in zip(*values, strict=True))
    return WaveAnswers(study, wave, notes, targets, remarks, AnswerPart(*joined))


def answers_csv(answers: WaveAnswers) -> bytes:
    """Return the answers of a wave as CSV: see `write_answers`."""
    content = io.BytesIO()
    write_answers(answers, content)
    return content.getvalue()


def answers_csv_file(spool: Path, path: Path) -> None:
    """Write the answers of a spool to a file as CSV: see `write_answers`."""
    with path.open("wb") as file:
        write_answers(_whole(read_spool(spool)), file)


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
    """Return the answers of a wave as a workbook: see `write_answers_workbook`."""
    content = io.BytesIO()
    write_answers_workbook(answers, content)
    return content.getvalue()


def answers_workbook_file(spool: Path, path: Path) -> None:
    """Write the answers of a spool to a file as a workbook: see `write_answers_workbook`."""
    with path.open("wb") as file:
        write_answers_workbook(_whole(read_spool(spool)), file)


def write_answers_workbook(answers: WaveAnswers, target: IO[bytes]) -> None:
    """Write an Excel workbook with the answers, scores, decisions and remarks of a wave, and a codebook.

    Each has a sheet; `score` reads the first. Nothing in the sheet of remarks leads to the answers of who wrote them.
    """
    study = answers.study
    reported = reported_study(study, answers.wave)
    others = {
        "Scores": all_scores(reported, study_scores(reported, answers.answers.ratings)),
        "Decisions": decision_table(study, answers.notes, answers.targets),
        "Remarks": remarks_table(study, answers.remarks),
        "Codebook": codebook_table(study, answers.wave),
    }
    write_workbook({"Answers": _tables(answers), **{name: [table] for name, table in others.items()}}, target)


def _tables(answers: WaveAnswers) -> Iterator[pd.DataFrame]:
    """Yield the long table of some people at a time, in the order of their names; a first one is there for nobody."""
    study = asked_study(answers.study, answers.wave)
    *frames, weights = answers.answers
    every, _, cards, assigned = frames
    flags = quality_flags(every, cards)
    people = pd.Index(sorted({*every["respondent"], *assigned["respondent"]}))
    places = [people.get_indexer(frame["respondent"]) for frame in frames]
    orders = [np.argsort(place, kind="stable") for place in places]
    step = max(1, ROWS // max(1, len(study.outcomes)))
    for start in range(0, max(len(people), 1), step):
        ratings, profiles, cards, assignments = (
            frame.iloc[order[slice(*np.searchsorted(place[order], (start, start + step)))]]
            for frame, place, order in zip(frames, places, orders, strict=True)
        )
        table = long_table(study, ratings, profiles, cards, assignments, flags)
        yield table.merge(weights, on="respondent", how="left") if len(weights) else table
