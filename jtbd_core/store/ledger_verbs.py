"""The verbs of `jtbd_core.contract.ledgers.Ledgers` as SQL, and the erasing of a response from a ledger."""

import secrets
from collections.abc import Iterable, Mapping, Sequence

from jtbd_core.store import ledger_sql, sql
from jtbd_core.store.engine import Session, chunks
from jtbd_core.store.rows import weight_keys
from jtbd_core.store.verbs import Verbs
from jtbd_core.study import Study
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import Ledger, LedgerPart, Members, Release, Sizes


class LedgerVerbs(Verbs):
    """Ledgers; see the contract for what each verb promises."""

    def ledger(self, wave_id: str) -> Ledger:
        """Return everything released of a wave so far."""
        part = self.ledger_part(wave_id, 0, {})
        return Ledger(part.releases, part.members or {})

    def ledger_part(self, wave_id: str, after: int, known: Sizes) -> LedgerPart:
        """Return what was released of a wave after a release."""
        with self._database.engine.snapshot() as session:
            keys = weight_keys(session, wave_id)
            withheld: dict[int, list[str]] = {}
            for number, name in session.rows(ledger_sql.WITHHELD, wave_id, after):
                withheld.setdefault(number, []).append(keys.get(name) or name)
            releases = tuple(
                Release(
                    number=number,
                    outcome=outcome,
                    group=Group(question, option),
                    until=until,
                    occasion=occasion,
                    without=tuple(sorted(withheld.get(number, ()))),
                    is_shown=is_shown,
                )
                for number, outcome, question, option, until, occasion, is_shown in session.rows(
                    ledger_sql.RELEASES, wave_id, after
                )
            )
            return LedgerPart(releases, _members(session, wave_id, known, keys))

    def add_releases(self, wave_id: str, after: int, more: Ledger) -> bool:
        """Append what is released, unless somebody else has appended, or somebody named was deleted, meanwhile."""
        with self._database.writing() as session:
            session.rows(sql.HOLD_WAVE, wave_id)
            if session.rows(ledger_sql.LAST_RELEASE, wave_id)[0][0] != after:
                return False
            ids = {key: name for name, key in weight_keys(session, wave_id).items()}
            named = sorted(ids.get(name, name) for name in _named(more))
            if session.rows(ledger_sql.STRANGERS, wave_id, named)[0][0]:
                return False
            releases = [
                (one.number, one.outcome, *one.group, one.until, one.occasion, one.is_shown) for one in more.releases
            ]
            _insert(session, ledger_sql.ADD_RELEASES, wave_id, releases)
            withheld = [(one.number, ids.get(name, name)) for one in more.releases for name in one.without]
            _insert(session, ledger_sql.ADD_WITHHELD, wave_id, withheld)
            members = [
                (occasion, *group, ids.get(name, name))
                for (occasion, group), names in more.members.items()
                for name in names
            ]
            _insert(session, ledger_sql.ADD_MEMBERS, wave_id, members)
        return True


def _members(session: Session, wave_id: str, known: Sizes, keys: Mapping[str, str]) -> Members | None:
    """Return who belonged to each group on each occasion, named by their keys; None where the sizes are known."""
    sizes = {(occasion, Group(*ids)): many for occasion, *ids, many in session.rows(ledger_sql.SIZES, wave_id)}
    if sizes == known:
        return None
    members: dict[tuple[str, Group], set[str]] = {}
    for occasion, question, option, name in session.rows(ledger_sql.MEMBERS, wave_id):
        members.setdefault((occasion, Group(question, option)), set()).add(keys.get(name) or name)
    return {key: frozenset(names) for key, names in members.items()}


def _named(ledger: Ledger) -> set[str]:
    """Return the names of all whom a ledger withholds, or has in a group."""
    return {name for one in ledger.releases for name in one.without}.union(*ledger.members.values())


def erase_from_ledger(session: Session, study: Study, wave_id: str, response_id: str) -> None:
    """Keep of a response that is being deleted which saves it had, under a random name that leads to nobody.

    Saves that arrived after a newer one of the same card never counted, and are left out.
    Of who has none nothing is kept.
    """
    name, newest, kept, pairs = secrets.token_hex(12), dict[str, int](), [], study.pairs()
    for seq, outcome, has_importance, has_experience, has_expectation, tapped in session.rows(
        ledger_sql.SAVES_TO_ERASE, wave_id, response_id
    ):
        if tapped >= newest.get(outcome, 0):
            newest[outcome] = tapped
            is_whole = has_experience and (has_expectation or outcome not in pairs)
            kept.append((seq, outcome, has_importance, is_whole))
    if kept:
        session.rows(ledger_sql.ADD_ERASED, wave_id, name, *_columns(kept))
        for statement in ledger_sql.RENAME:
            session.rows(statement, wave_id, response_id, name)
    else:
        session.rows(ledger_sql.FORGET, wave_id, response_id)


def _insert(session: Session, statement: str, wave_id: str, rows: Sequence[tuple[object, ...]]) -> None:
    for part in chunks(len(rows)):
        session.rows(statement, wave_id, *_columns(rows[part]))


def _columns(rows: Iterable[tuple[object, ...]]) -> list[list[object]]:
    return [list(column) for column in zip(*rows, strict=True)]
