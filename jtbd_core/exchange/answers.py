"""Export of all answers of a wave as one table or workbook."""

import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.exchange.decisions import decision_table
from jtbd_core.exchange.long_table import long_table, neutralized
from jtbd_core.exchange.remarks import remarks_table
from jtbd_core.exchange.score_table import all_scores
from jtbd_core.exchange.workbook import MOST_ROWS, workbook
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.study import Study
from jtbd_core.wave import Wave, asked_study, reported_study


def answers_table(store: Store, study: Study, wave: Wave) -> pd.DataFrame:
    """Return the answers of a wave in the columns of `long_table`."""
    frames = (read(wave.id) for read in (store.ratings, store.profiles, store.cards, store.assignments))
    return long_table(asked_study(study, wave), *frames)


def answers_csv(store: Store, study: Study, wave: Wave) -> bytes:
    """Return the answers of a wave as CSV in which no spreadsheet runs a formula."""
    return neutralized(answers_table(store, study, wave)).to_csv(index=False).encode()


def fits_a_sheet(study: Study, people: int) -> bool:
    """Whether the answers of `people` respondents fit the rows of one sheet of Excel."""
    return people * len(study.outcomes) <= MOST_ROWS


def answers_workbook(store: Store, study: Study, wave: Wave) -> bytes:
    """Return an Excel workbook with the answers, scores, decisions and remarks of a wave.

    Each has a sheet; `score` reads the first. Nothing in the sheet of remarks leads to the answers of who wrote them.
    """
    reported = reported_study(study, wave)
    scores = all_scores(reported, study_scores(reported, store.ratings(wave.id)))
    targets = [one for one in store.targets(wave.study_id) if one.wave_id == wave.id]
    decisions = decision_table(study, store.notes(wave.id), targets)
    return workbook(
        {
            "Answers": answers_table(store, study, wave),
            "Scores": scores,
            "Decisions": decisions,
            "Remarks": remarks_table(study, store.remarks(wave.id)),
        }
    )
