"""The verbs of `jtbd_core.contract.AnswerFrames` as SQL."""

import pandas as pd

from jtbd_core.store import ledger_sql, sql
from jtbd_core.store.verbs import Verbs
from jtbd_core.wave import Group

CARD_TYPES = {"position": "float64", "seconds": "float64", "took_bait": "bool"}


class FrameVerbs(Verbs):
    """The verbs of a store that return data frames; see the contract for their columns."""

    def counts(self, wave_id: str, group: Group | None = None) -> pd.DataFrame:
        """Return how often each answer was given, per outcome."""
        with self._database.session() as session:
            return _numbers(session.frame(sql.COUNTS, wave_id, *(group or (None, None)), None))

    def ratings(self, wave_id: str, group: Group | None = None, until: int | None = None) -> pd.DataFrame:
        """Return the latest ratings."""
        with self._database.session() as session:
            return _numbers(session.frame(sql.RATINGS, wave_id, *(group or (None, None)), until))

    def log(self, wave_id: str, until: int) -> pd.DataFrame:
        """Return the saves of the log that counted when they arrived."""
        with self._database.engine.snapshot() as session:
            saves = _in_time(_numbers(session.frame(sql.LOG, wave_id, until)))
            erased = session.frame(ledger_sql.ERASED_LOG, wave_id)
        return saves if erased.empty else pd.concat([saves, _numbers(erased)], ignore_index=True)

    def profiles(self, wave_id: str) -> pd.DataFrame:
        """Return the profile answers."""
        with self._database.session() as session:
            return session.frame(sql.PROFILES, wave_id)

    def cards(self, wave_id: str) -> pd.DataFrame:
        """Return the position and the time of each card."""
        with self._database.session() as session:
            return session.frame(sql.CARDS, wave_id).astype(CARD_TYPES)

    def assignments(self, wave_id: str) -> pd.DataFrame:
        """Return which outcomes each respondent is shown, where each rates a part."""
        with self._database.session() as session:
            return session.frame(sql.ASSIGNMENTS, wave_id)


def _in_time(log: pd.DataFrame) -> pd.DataFrame:
    """Return the log without what arrived after a newer rating of the same card: it never counted."""
    if not log["tapped"].any():
        return log
    ordered = log.sort_values("seq")
    newest = ordered.groupby(["respondent", "outcome"])["tapped"].cummax()
    return ordered[ordered["tapped"] == newest]


def _numbers(answers: pd.DataFrame) -> pd.DataFrame:
    return answers.astype({"importance": "float64", "experience": "float64", "not_applicable": "bool"})
