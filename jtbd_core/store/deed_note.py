"""The note of what an actor does: it is written to the audit list in the transaction that does it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from jtbd_core.contract.rights import Actor
from jtbd_core.store import sharing_sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import now


@dataclass
class DeedNote:
    """What an actor is about to do to a study, in words; empty words are not noted."""

    actor: Actor
    study_id: str
    what: str


_NOTE: ContextVar[DeedNote | None] = ContextVar("deed", default=None)


@contextmanager
def noting(note: DeedNote) -> Iterator[None]:
    """Write a note with the first change of this thread within this context that is committed."""
    token = _NOTE.set(note)
    try:
        yield
    finally:
        _NOTE.reset(token)


def write_note(session: Session) -> None:
    """Write the note of this thread, if there is one that is not written."""
    note = _NOTE.get()
    if note and note.what:
        who = note.actor.name or note.actor.subject
        session.rows(sharing_sql.ADD_DEED, now(), who, note.actor.sign_in, note.what, note.study_id)
        note.what = ""


def own_study(session: Session, study_id: str) -> None:
    """Let whoever acts in this thread own a study that they have just added; nobody, where no account is known."""
    note = _NOTE.get()
    if note:
        note.study_id = study_id
        if who := note.actor.name or note.actor.subject:
            session.rows(sharing_sql.SET_SHARE, study_id, who, "owner")
