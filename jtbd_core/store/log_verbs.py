"""The log of a wave as whole numbers."""

from collections.abc import Iterator

from jtbd_core.store import log_sql
from jtbd_core.store.engine import Session
from jtbd_core.store.verbs import Verbs
from jtbd_core.wave.log_part import NUMBERS, LogPart

ROWS = 250_000
"""About as many rows are in a part: some megabytes."""


class LogVerbs(Verbs):
    """The log of a wave; see the contract for what each verb promises."""

    def log_parts(self, wave_id: str, after: int) -> Iterator[LogPart]:
        """Yield the rows of the log after one, some at a time; all of them with those that were deleted."""
        pairs = sorted(self._lookup.study(self._lookup.wave(wave_id).study_id).study.pairs())
        with self._database.engine.snapshot() as session:
            keys = self._lookup.weight_keys(session, wave_id)
            for rows in (log_sql.SAVED, *([] if after else [log_sql.DELETED])):
                people = _named(session, log_sql.named(rows, "response_id"), wave_id, after, pairs)
                outcomes = _named(session, log_sql.named(rows, "outcome_id"), wave_id, after, pairs)
                names = tuple(keys.get(one, one) for one in people)
                for numbers in (
                    session.numbers(log_sql.numbered(rows), NUMBERS, ROWS, wave_id, after, pairs) if names else ()
                ):
                    yield LogPart(names, outcomes, numbers)
                    names = outcomes = ()


def _named(session: Session, query: str, *values: object) -> tuple[str, ...]:
    return tuple(str(name) for (name,) in session.rows(query, *values))
