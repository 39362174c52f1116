"""Deletions: keyed digests of what was deleted, which outlive a database, so that a restore deletes it again.

Each transaction that deletes a response by its receipt, or a study for good, notes a digest of its id, keyed with the
database's secret: without a backup, which holds the secret, it tells nothing. The server appends the digests to a file
beside the kept backups, within 10 s unless it is just making one.

Not covered: what was deleted in the seconds before a database was lost; remarks and notes that were changed or
withdrawn; trials; copies of a study, whose answers have other ids; and a backup beside which the file does not lie.
"""

import os
import secrets
from pathlib import Path

from jtbd_core import access
from jtbd_core.store import sql
from jtbd_core.store.engine import Session


def delete_wave(session: Session, wave_id: str) -> None:
    """Delete a wave with all its answers, and note that something was deleted."""
    for statement in sql.DELETE_WAVE:
        session.rows(statement, wave_id)
    session.rows(sql.NOTE_DELETION)


def note_deletion(session: Session, deleted_id: str) -> None:
    """Note that a response or a study is deleted, in the transaction that deletes it."""
    session.rows(sql.NOTE_DELETION)
    session.rows(sql.ADD_SETTING, "secret", secrets.token_urlsafe(32))
    ((secret,),) = session.rows(sql.SETTING, "secret")
    session.rows(sql.ADD_SETTING, f"deleted {deletion_digest(secret, deleted_id)}", "yes")


def noted_deletions(session: Session) -> frozenset[str]:
    """Return the digests of all that was deleted from a database."""
    return frozenset(name.removeprefix("deleted ") for (name,) in session.rows(sql.DELETIONS))


def deletion_digest(secret: str, deleted_id: str) -> str:
    """Return the digest of the id of something deleted."""
    return access.keyed_digest(secret, f"deleted {deleted_id}").hex()


def read_deletions(file: Path) -> frozenset[str]:
    """Return the digests in a file; none if it is not there."""
    return frozenset(file.read_text().split()) if file.exists() else frozenset()


def append_deletions(file: Path, digests: frozenset[str]) -> None:
    """Append those digests that a file lacks, durably; it is made, readable by its owner alone, with the first."""
    if missing := sorted(digests - read_deletions(file)):
        descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with open(descriptor, "w") as content:
            content.write("".join(f"\n{digest}" for digest in missing) + "\n")  # whole lines, even after a cut one
            content.flush()
            os.fsync(descriptor)
