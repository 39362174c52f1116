"""The verbs of `jtbd_core.contract.Stages` as SQL."""

import secrets
from collections.abc import Sequence
from datetime import datetime

import msgspec

from jtbd_core.errors import NotFound, Refused
from jtbd_core.store import sql, stage_sql
from jtbd_core.store.engine import Row, Session
from jtbd_core.store.rows import find_study, find_wave, now
from jtbd_core.store.verbs import Verbs
from jtbd_core.wave import Version
from jtbd_core.wave.stage import MOST_PREDICTED, Counts, Frozen, Note, NoteKind, Stage, check_note


class StageVerbs(Verbs):
    """Stages and notes; see the contract for what each verb promises."""

    def stage(self, wave_id: str) -> Stage:
        """Return the state of the display of a wave."""
        return self._database.cache.get(("stage", wave_id), lambda: self._find_stage(wave_id))

    def begin(self, wave_id: str) -> Stage:
        """Switch the display from the lobby to the rating."""
        return self._set(stage_sql.BEGIN, wave_id, now())

    def set_pace(self, wave_id: str, opened: int | None) -> Stage:
        """Set how many sections the form has opened, None for all."""
        if opened is not None and opened < 0:
            raise Refused("The form cannot open fewer than no job steps.")
        return self._set(stage_sql.SET_PACE, wave_id, opened)

    def freeze(self, wave_id: str, counts: Counts) -> Stage:
        """Keep a snapshot of the wave for the display."""
        with self._database.changing() as session:
            wave, log = find_wave(session, sql.WAVE_BY_ID, wave_id), Version(*session.rows(sql.VERSION, wave_id)[0])
            frozen = Frozen(
                at=now(),
                status=wave.status,
                revealed_at=wave.revealed_at,
                opened=_stage(session, wave_id).opened,
                log=log,
                counts=counts,
            )
            session.rows(stage_sql.FREEZE, wave_id, msgspec.json.encode(frozen).decode())
            return _stage(session, wave_id)

    def unfreeze(self, wave_id: str) -> Stage:
        """Drop the snapshot of the display."""
        return self._set(stage_sql.UNFREEZE, wave_id)

    def predict(self, wave_id: str, outcomes: Sequence[str]) -> Stage:
        """Replace the prediction of the outcomes at the top."""
        with self._database.changing() as session:
            wave = find_wave(session, sql.WAVE_BY_ID, wave_id)
            if wave.revealed_at is not None:
                raise Refused("The answers have been revealed; the prediction stays as it was.")
            known = {one.id: one.is_key for one in find_study(session, sql.STUDY_BY_ID, wave.study_id).study.outcomes}
            if not set(outcomes) <= set(known):
                raise Refused("This study has no such outcome.")
            key = sum(known[outcome] for outcome in outcomes)
            if max(key, len(outcomes) - key) > MOST_PREDICTED:
                raise Refused(f"Choose at most {MOST_PREDICTED} outcomes of a list.")
            session.rows(stage_sql.PREDICT, wave_id, list(outcomes))
            return _stage(session, wave_id)

    def joined_since(self, wave_id: str, moment: datetime) -> int:
        """Return how many people gave their first answer after a moment."""
        with self._database.session() as session:
            return int(session.rows(stage_sql.JOINED_SINCE, wave_id, moment)[0][0])

    def notes(self, wave_id: str) -> list[Note]:
        """Return the notes and decisions of a wave, the oldest first."""
        with self._database.session() as session:
            return [_note(row) for row in session.rows(stage_sql.NOTES, wave_id)]

    def add_note(self, wave_id: str, outcome: str, kind: NoteKind, author: str, text: str) -> Note:
        """Pin a note or a decision to an outcome."""
        check_note(author, text)
        with self._database.changing() as session:
            study_id = find_wave(session, sql.WAVE_BY_ID, wave_id).study_id
            outcomes = find_study(session, sql.STUDY_BY_ID, study_id).study.outcomes
            if outcome not in {one.id for one in outcomes}:
                raise Refused(f"This study has no outcome “{outcome}”.")
            note_id = secrets.token_hex(8)
            session.rows(stage_sql.ADD_NOTE, note_id, wave_id, outcome, kind, author.strip(), text.strip(), now())
            return _find_note(session, note_id)

    def change_note(self, note_id: str, kind: NoteKind, author: str, text: str) -> Note:
        """Replace kind, author and text of a note."""
        check_note(author, text)
        with self._database.changing() as session:
            session.rows(stage_sql.CHANGE_NOTE, note_id, kind, author.strip(), text.strip(), now())
            session.rows(sql.NOTE_DELETION)
            return _find_note(session, note_id)

    def delete_note(self, note_id: str) -> None:
        """Delete a note, for good."""
        with self._database.changing() as session:
            session.rows(stage_sql.DELETE_NOTE, note_id)
            session.rows(sql.NOTE_DELETION)

    def _set(self, statement: str, wave_id: str, *values: object) -> Stage:
        with self._database.changing() as session:
            find_wave(session, sql.WAVE_BY_ID, wave_id)
            session.rows(statement, wave_id, *values)
            return _stage(session, wave_id)

    def _find_stage(self, wave_id: str) -> Stage:
        with self._database.session() as session:
            return _stage(session, wave_id)


def _stage(session: Session, wave_id: str) -> Stage:
    found = session.rows(stage_sql.STAGE, wave_id)
    if not found:
        return Stage()
    begun_at, opened, shown, prediction = found[0]
    frozen = msgspec.json.decode(shown, type=Frozen) if shown else None
    return Stage(begun_at=begun_at, opened=opened, frozen=frozen, prediction=tuple(prediction or ()))


def _find_note(session: Session, note_id: str) -> Note:
    found = session.rows(stage_sql.NOTE, note_id)
    if not found:
        raise NotFound("This note has been deleted.")
    return _note(found[0])


def _note(row: Row) -> Note:
    return Note(**dict(zip(Note.__struct_fields__, row, strict=True)))
