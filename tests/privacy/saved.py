"""The saves of a log that is a frame, as `Store.log` gives it."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from jtbd_core.privacy import RatingLog
from jtbd_core.study.scale import Reading
from jtbd_core.wave.log_part import MISSING, NUMBERS, LogPart


def part_of(log: pd.DataFrame) -> LogPart:
    """Return a frame as a part of a log; codes are whole numbers."""
    (person, people), (outcome, outcomes) = (pd.factorize(log[name]) for name in ("respondent", "outcome"))
    codes = log[["importance", "experience"]].astype("float64")
    assert (codes.isna() | (codes == codes.round())).all(axis=None)
    given = {"seq": log["seq"], "person": person, "outcome": outcome, **codes.fillna(MISSING), "tapped": 0}
    rows = {name: np.broadcast_to(np.asarray(given[name]), len(log)).astype(of) for name, of in NUMBERS.items()}
    return LogPart(tuple(map(str, people)), tuple(map(str, outcomes)), rows)


def saves_by_outcome(
    log: pd.DataFrame, readings: Mapping[str, Reading] | None = None, *, asks_importance: bool = True
) -> RatingLog:
    """Return the saves of each outcome from a log: a row per save."""
    saves = RatingLog(readings, asks_importance=asks_importance)
    if len(log):
        saves.take(part_of(log))
        saves.add()
    return saves
