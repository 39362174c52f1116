"""The verbs of `jtbd_core.contract.AnswerFrames` as SQL."""

from collections.abc import Iterator

import pandas as pd

from jtbd_core.contract.answers import AnswerPart
from jtbd_core.store import ledger_sql, sql
from jtbd_core.store.engine import Session, chunks
from jtbd_core.store.verbs import Verbs
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import ERASED

PEOPLE = 1_000
"""So many people are in a part: with 50 outcomes each some megabytes."""

CARD_TYPES = {"position": "float64", "seconds": "float64", "took_bait": "bool"}


class FrameVerbs(Verbs):
    """The verbs of a store that return data frames; see the contract for their columns."""

    def ratings(self, wave_id: str, group: Group | None = None, until: int | None = None) -> pd.DataFrame:
        """Return the latest ratings."""
        pairs = self._pairs(wave_id)
        with self._database.session() as session:
            ratings = _numbers(session.frame(sql.RATINGS, wave_id, *(group or (None, None)), until), pairs)
            return self._by_key(session, wave_id, ratings)

    def log(self, wave_id: str, until: int) -> pd.DataFrame:
        """Return the saves of the log that counted when they arrived."""
        pairs = self._pairs(wave_id)
        with self._database.engine.snapshot() as session:
            saves = self._by_key(session, wave_id, _in_time(_numbers(session.frame(sql.LOG, wave_id, until), pairs)))
            erased = session.frame(ledger_sql.ERASED_LOG, wave_id, ERASED)
        return saves if erased.empty else pd.concat([saves, _numbers(erased, frozenset())], ignore_index=True)

    def weights(self, wave_id: str) -> pd.DataFrame:
        """Return the weights that an imported file gave."""
        with self._database.session() as session:
            return self._by_key(session, wave_id, session.frame(sql.WEIGHTS, wave_id).astype({"weight": "float64"}))

    def has_weights(self, wave_id: str) -> bool:
        """Whether there are weights."""
        with self._database.session() as session:
            return bool(session.rows(sql.HAS_WEIGHTS, wave_id))

    def profiles(self, wave_id: str) -> pd.DataFrame:
        """Return the profile answers."""
        with self._database.session() as session:
            return self._by_key(session, wave_id, session.frame(sql.PROFILES, wave_id))

    def cards(self, wave_id: str) -> pd.DataFrame:
        """Return the position and the time of each card."""
        with self._database.session() as session:
            return self._by_key(session, wave_id, session.frame(sql.CARDS, wave_id).astype(CARD_TYPES))

    def assignments(self, wave_id: str) -> pd.DataFrame:
        """Return which outcomes each respondent is shown, where each rates a part."""
        with self._database.session() as session:
            return self._by_key(session, wave_id, session.frame(sql.ASSIGNMENTS, wave_id))

    def _by_key(self, session: Session, wave_id: str, frame: pd.DataFrame) -> pd.DataFrame:
        """Return a frame whose respondents are named by the keys of their weights, in the order of these."""
        keys = self._lookup.weight_keys(session, wave_id)
        if not keys:
            return frame
        named = frame.assign(respondent=frame["respondent"].map(lambda name: keys.get(name, name)))
        return named.sort_values("respondent", kind="stable", ignore_index=True)

    def answer_parts(self, wave_id: str) -> Iterator[AnswerPart]:
        """Yield the answers of some people at a time."""
        pairs = self._pairs(wave_id)
        with self._database.engine.snapshot() as session:
            for first, last in _ends(session, wave_id):
                found = {name: session.frame(query, wave_id, first, last) for name, query in sql.OF_SOME.items()}
                found["ratings"] = _numbers(found["ratings"], pairs)
                found["cards"] = found["cards"].astype(CARD_TYPES)
                found["weights"] = found["weights"].astype({"weight": "float64"})
                yield AnswerPart(**{name: self._by_key(session, wave_id, frame) for name, frame in found.items()})

    def rating_parts(self, wave_id: str) -> Iterator[pd.DataFrame]:
        """Yield the latest ratings of some people at a time."""
        pairs = self._pairs(wave_id)
        with self._database.engine.snapshot() as session:
            for ends in _ends(session, wave_id):
                yield self._by_key(
                    session, wave_id, _numbers(session.frame(sql.OF_SOME["ratings"], wave_id, *ends), pairs)
                )

    def _pairs(self, wave_id: str) -> frozenset[str]:
        """Return the outcomes of a wave that are rated in pairs."""
        return self._lookup.study(self._lookup.wave(wave_id).study_id).study.pairs()


def _ends(session: Session, wave_id: str) -> Iterator[tuple[str, str]]:
    """Yield the first and the last id of the people of each part; without people, of one part that is empty."""
    people = [str(name) for (name,) in session.rows(sql.PEOPLE, wave_id)] or [""]
    for some in chunks(len(people), PEOPLE):
        yield people[some][0], people[some][-1]


def _in_time(log: pd.DataFrame) -> pd.DataFrame:
    """Return the log without what arrived after a newer rating of the same card: it never counted."""
    if not log["tapped"].any():
        return log
    ordered = log.sort_values("seq")
    newest = ordered.groupby(["respondent", "outcome"])["tapped"].cummax()
    return ordered[ordered["tapped"] == newest].reset_index(drop=True)


def _numbers(answers: pd.DataFrame, pairs: frozenset[str]) -> pd.DataFrame:
    """Return answers as numbers; the experience with outcomes that are rated in pairs is the difference."""
    found = answers.astype({"importance": "float64", "experience": "float64", "not_applicable": "bool"})
    if not pairs:
        return found.drop(columns="expectation")
    found["expectation"] = found["expectation"].astype("float64")
    is_pair = found["outcome"].isin(list(pairs))
    return found.assign(experience=found["experience"] - found["expectation"].where(is_pair, 0.0))
