"""The verbs of `jtbd_core.contract.Targets` as SQL."""

import secrets
from datetime import datetime, time
from typing import Any

from jtbd_core.errors import NotFound, Refused
from jtbd_core.store import sql, target_sql
from jtbd_core.store.engine import Row, Session
from jtbd_core.store.rows import find_study, find_wave, now
from jtbd_core.store.verbs import Verbs
from jtbd_core.wave.target import Aim, Target


class TargetVerbs(Verbs):
    """Value targets; see the contract for what each verb promises."""

    def targets(self, study_id: str) -> list[Target]:
        """Return the targets of a study."""
        with self._database.session() as session:
            return [_target(row) for row in session.rows(target_sql.TARGETS, study_id)]

    def add_target(self, wave_id: str, aim: Aim) -> Target:
        """Set a target from the results of a wave."""
        with self._database.changing() as session:
            target_id = secrets.token_hex(8)
            _check(session, wave_id, aim)
            session.rows(target_sql.ADD_TARGET, target_id, wave_id, *_columns(aim), now())
            return _find(session, target_id)

    def change_target(self, target_id: str, aim: Aim) -> Target:
        """Replace what a target aims at."""
        with self._database.changing() as session:
            _check(session, _find(session, target_id).wave_id, aim)
            session.rows(target_sql.CHANGE_TARGET, target_id, *_columns(aim), now())
            session.rows(sql.NOTE_DELETION)
            return _find(session, target_id)

    def delete_target(self, target_id: str) -> None:
        """Delete a target, for good."""
        with self._database.changing() as session:
            session.rows(target_sql.DELETE_TARGET, target_id)
            session.rows(sql.NOTE_DELETION)


def _check(session: Session, wave_id: str, aim: Aim) -> None:
    study = find_study(session, sql.STUDY_BY_ID, find_wave(session, sql.WAVE_BY_ID, wave_id).study_id).study
    if unknown := set(aim.outcomes) - {one.id for one in study.outcomes}:
        raise Refused(f"This study has no outcome “{min(unknown)}”.")


def _columns(aim: Aim) -> tuple[Any, ...]:
    due = datetime.combine(aim.due, time())
    return list(aim.outcomes), aim.at_most, aim.owner.strip(), due, aim.text.strip()


def _find(session: Session, target_id: str) -> Target:
    found = session.rows(target_sql.TARGET, target_id)
    if not found:
        raise NotFound("This target has been deleted.")
    return _target(found[0])


def _target(row: Row) -> Target:
    target_id, wave_id, outcomes, at_most, owner, due, text, written_at = row
    aim = Aim(outcomes=tuple(outcomes), at_most=at_most, owner=owner, due=due.date(), text=text)
    return Target(id=target_id, wave_id=wave_id, aim=aim, written_at=written_at)
