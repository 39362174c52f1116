"""The verbs of `jtbd_core.contract.remarks.Remarks` as SQL, and the writing of a respondent's own words."""

import secrets
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from jtbd_core.errors import NotFound, Refused
from jtbd_core.privacy.remarks import check_batch, leaving_with
from jtbd_core.store import remark_sql, sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import find_study, find_wave
from jtbd_core.store.verbs import Verbs
from jtbd_core.study import SOLUTION_QUESTION
from jtbd_core.wave.remark import WITHDRAWN, Remark, RemarkKind, check_label, without_words

GONE = "This remark was deleted or written anew meanwhile, by whoever wrote it. Look at the list again."


class Words(NamedTuple):
    """What a respondent wrote, and its place: each has one text of a kind; an empty one stands for none."""

    wave_id: str
    response_id: str
    kind: RemarkKind
    text: str


class RemarkVerbs(Verbs):
    """Remarks; see the contract for what each verb promises."""

    def remarks(self, wave_id: str) -> list[Remark]:
        """Return all remarks of a wave, by their random ids."""
        with self._database.session() as session:
            return wave_remarks(session, wave_id)

    def group_remark(self, remark_id: str, outcome: str = "", label: str = "") -> None:
        """Put a remark under an outcome or a label, or under neither."""
        check_label(label)
        if outcome and label:
            raise Refused("A remark stands under an outcome or a label, not under both.")
        with self._database.changing() as session:
            wave_id, _, _ = _find(session, remark_id)
            study_id = find_wave(session, sql.WAVE_BY_ID, wave_id).study_id
            outcomes = find_study(session, sql.STUDY_BY_ID, study_id).study.outcomes
            if outcome and outcome not in {one.id for one in outcomes}:
                raise Refused(f"This study has no outcome “{outcome}”.")
            session.rows(remark_sql.GROUP, remark_id, outcome, label.strip())

    def hide_words(self, remark_id: str, words: Collection[str]) -> None:
        """Replace words in a remark, for good."""
        with self._database.changing() as session:
            _, response_id, text = _find(session, remark_id)
            session.rows(remark_sql.HIDE, remark_id, without_words(text, words))
            session.rows(sql.NOTE_DELETION)
            self._database.responses.forget(response_id)

    def delete_remark(self, remark_id: str) -> None:
        """Delete a remark, for good."""
        with self._database.changing() as session:
            for _, response_id, _ in session.rows(remark_sql.REMARK, remark_id):
                session.rows(remark_sql.DELETE, remark_id)
                session.rows(sql.NOTE_DELETION)
                self._database.responses.forget(response_id)

    def release_remarks(self, wave_id: str, remark_ids: Collection[str]) -> None:
        """Release remarks of a wave as a batch."""
        with self._database.changing() as session:
            session.rows(sql.HOLD_WAVE, wave_id)
            remarks = wave_remarks(session, wave_id)
            chosen = [one for one in remarks if one.id in remark_ids]
            if len(chosen) < len(remark_ids):
                raise NotFound(GONE)
            check_batch(chosen, remarks)
            session.rows(remark_sql.SET_BATCH, wave_id, secrets.token_hex(8), [one.id for one in chosen])


def write_remarks(session: Session, written: Iterable[Words]) -> None:
    """Keep what respondents wrote, in place of what they wrote before; nothing where the text is empty.

    Of two texts in one place the last is kept. Many texts take as many statements as one.
    """
    latest = {one[:3]: one for one in written}.values()
    if not latest:
        return
    changed = session.rows(remark_sql.CHANGED, *_columns(latest))
    for wave_id, response_id, kind, text, was_released in changed:
        if was_released:
            withdraw_others(session, wave_id, response_id, kind, text)
    if changed:
        session.rows(sql.NOTE_DELETION)
    if kept := [one for one in latest if one.text]:
        session.rows(remark_sql.WRITE, *_columns(kept), [secrets.token_hex(12) for _ in kept])
    if emptied := [one for one in latest if not one.text]:
        session.rows(remark_sql.EMPTY, *_columns(emptied)[:3])


def withdraw_others(session: Session, wave_id: str, response_id: str, kind: RemarkKind, text: str = "") -> None:
    """Withdraw others along with a released remark in whose place another text, or none, is about to be kept."""
    if leaving := session.rows(remark_sql.LEAVING, wave_id, response_id, kind, text):
        session.rows(sql.HOLD_WAVE, wave_id)
        remarks = wave_remarks(session, wave_id)
        others = [other for one in remarks if one.id == leaving[0][0] for other in leaving_with(one, remarks)]
        if others:
            session.rows(remark_sql.SET_BATCH, wave_id, WITHDRAWN, others)


def write_solutions(session: Session, chosen: Sequence[tuple[Words, int]]) -> None:
    """Keep in which words solutions were named that are none of the study's, each with the time of its tap.

    Words of which a later choice is stored are not kept.
    """
    if chosen:
        waves, responses, _, _ = _columns(words for words, _ in chosen)
        tapped = [at for _, at in chosen]
        late = set(map(tuple, session.rows(remark_sql.LATE, waves, responses, tapped, SOLUTION_QUESTION)))
        write_remarks(session, (words for words, _ in chosen if words[:2] not in late))


def wave_remarks(session: Session, wave_id: str) -> list[Remark]:
    """Return all remarks of a wave, by their ids."""
    rows = session.rows(remark_sql.REMARKS, wave_id)
    return [Remark(**dict(zip(Remark.__struct_fields__, row, strict=True))) for row in rows]


def _columns(written: Iterable[Words]) -> list[list[str]]:
    return [list(column) for column in zip(*written, strict=True)]


def _find(session: Session, remark_id: str) -> tuple[str, str, str]:
    """Return the wave, the response and the text of a remark."""
    for wave_id, response_id, text in session.rows(remark_sql.REMARK, remark_id):
        return wave_id, response_id, text
    raise NotFound(GONE)
