"""The store: the verbs of `jtbd_core.contract.Store` as SQL that both engines run."""

import secrets
from contextlib import AbstractContextManager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from jtbd_core.access import LINK_SECONDS, SIGN_IN_SECONDS, digest
from jtbd_core.contract import Store
from jtbd_core.contract.backups import Manifest, Progress, no_progress
from jtbd_core.contract.rights import Actor
from jtbd_core.errors import StoreUnavailable
from jtbd_core.store import sql
from jtbd_core.store.actor_store import for_actor
from jtbd_core.store.amendment_verbs import AmendmentVerbs
from jtbd_core.store.archive_verbs import ArchiveVerbs
from jtbd_core.store.backup import write_backup
from jtbd_core.store.code_verbs import CodeVerbs
from jtbd_core.store.database import Database
from jtbd_core.store.deletions import deletion_digest, noted_deletions
from jtbd_core.store.engine import Engine
from jtbd_core.store.frame_verbs import FrameVerbs
from jtbd_core.store.history_verbs import HistoryVerbs
from jtbd_core.store.ledger_verbs import LedgerVerbs
from jtbd_core.store.link_verbs import LinkVerbs
from jtbd_core.store.log_verbs import LogVerbs
from jtbd_core.store.lookup import Lookup
from jtbd_core.store.margin_verbs import MarginVerbs
from jtbd_core.store.panel_verbs import PanelVerbs
from jtbd_core.store.proposed_verbs import ProposedVerbs
from jtbd_core.store.remark_verbs import RemarkVerbs
from jtbd_core.store.response_verbs import ResponseVerbs
from jtbd_core.store.retention_verbs import RetentionVerbs
from jtbd_core.store.rows import now
from jtbd_core.store.sharing_verbs import SharingVerbs
from jtbd_core.store.stage_verbs import StageVerbs
from jtbd_core.store.study_verbs import StudyVerbs
from jtbd_core.store.target_verbs import TargetVerbs
from jtbd_core.store.uncounted_verbs import UncountedVerbs
from jtbd_core.store.wave_verbs import WaveVerbs

LAST_BACKUP, LAST_PROBE = "last backup", "last probe"
"""The names of settings."""


class SqlStore(
    SharingVerbs,
    StudyVerbs,
    HistoryVerbs,
    AmendmentVerbs,
    WaveVerbs,
    CodeVerbs,
    PanelVerbs,
    UncountedVerbs,
    StageVerbs,
    TargetVerbs,
    MarginVerbs,
    ProposedVerbs,
    LinkVerbs,
    ResponseVerbs,
    RemarkVerbs,
    RetentionVerbs,
    FrameVerbs,
    LogVerbs,
    LedgerVerbs,
    ArchiveVerbs,
):
    """A store over one engine; see `jtbd_core.contract.Store` for what each verb promises."""

    def __init__(self, engine: Engine) -> None:
        database = Database(engine)
        super().__init__(database, Lookup(database))

    def for_actor(self, actor: Actor) -> Store:
        """Return this store as one actor may use it."""
        return for_actor(self, self._database, self._lookup, actor)

    @property
    def is_alone(self) -> bool:
        """Whether no other process changes the database."""
        return self._database.engine.is_alone

    def without_waiting(self) -> AbstractContextManager[None]:
        """Raise `Busy` in this thread, within this context, instead of waiting for the write lock."""
        return self._database.write_lock.without_waiting()

    def secret(self) -> str:
        """Return the random secret of this database, made when first asked for."""
        return self._database.cache.get("secret", self._secret)

    def _secret(self) -> str:
        with self._database.session() as session:
            if found := session.rows(sql.SETTING, "secret"):
                return str(found[0][0])
        with self._database.writing() as session:
            session.rows(sql.ADD_SETTING, "secret", secrets.token_urlsafe(32))
            return str(session.rows(sql.SETTING, "secret")[0][0])

    def columns(self, fingerprint: str) -> str | None:
        """Return what was kept of the columns of files with these headings, None if nothing was."""
        with self._database.session() as session:
            return next((str(value) for (value,) in session.rows(sql.SETTING, f"columns {fingerprint}")), None)

    def keep_columns(self, fingerprint: str, text: str) -> None:
        """Keep what the columns of files with these headings are."""
        with self._database.writing() as session:
            session.rows(sql.SET_SETTING, f"columns {fingerprint}", text)

    def add_sign_in_link(self, token: str) -> None:
        """Keep the digest of a link's token; delete those that are too old."""
        with self._database.writing() as session:
            session.rows(sql.FORGET_SIGN_IN_LINKS, now() - timedelta(seconds=LINK_SECONDS))
            session.rows(sql.ADD_SIGN_IN_LINK, digest(token), now())

    def use_sign_in_link(self, token: str) -> bool:
        """Delete the digest of a token that is not too old; whether there was one."""
        kept = digest(token), now() - timedelta(seconds=LINK_SECONDS)
        with self._database.session() as session:
            if not session.rows(sql.SIGN_IN_LINK, *kept):  # a guess must not hold up those who save
                return False
        with self._database.writing() as session:
            return bool(session.rows(sql.USE_SIGN_IN_LINK, *kept))

    def sign_out(self, sign_in: str) -> None:
        """End a sign-in; delete the records of those that have expired since."""
        with self._database.writing() as session:
            session.rows(sql.FORGET_SIGN_OUTS, now() - timedelta(seconds=SIGN_IN_SECONDS))
            session.rows(sql.ADD_SIGN_OUT, digest(sign_in), now())

    def is_signed_out(self, sign_in: str) -> bool:
        """Whether a sign-in was ended."""
        with self._database.session() as session:
            return bool(session.rows(sql.SIGN_OUT, digest(sign_in)))

    def back_up(self, file: Path, progress: Progress = no_progress) -> Manifest:
        """Write all that is stored as of one moment to a new file, and note when."""
        manifest = write_backup(self._database.engine, file, progress)
        with suppress(StoreUnavailable), self._database.changing() as session:  # the backup is whole all the same
            session.rows(sql.SET_SETTING, LAST_BACKUP, manifest.made_at.isoformat())
        return manifest

    def last_backup(self) -> datetime | None:
        """Return when the newest backup was made."""
        with self._database.session() as session:
            noted = session.rows(sql.SETTING, LAST_BACKUP)
        return datetime.fromisoformat(noted[0][0]) if noted else None

    def probe(self) -> None:
        """Commit the time as a setting: of a row that stays the same DuckDB writes nothing.

        Without the write lock, since nobody else writes this row.
        """
        self._database.engine.check_room()
        with self._database.engine.transaction() as session:
            session.rows(sql.SET_SETTING, LAST_PROBE, now().isoformat())

    def deletions(self) -> frozenset[str]:
        """Return keyed digests of all responses and studies that were deleted for good."""
        with self._database.session() as session:
            return noted_deletions(session)

    def delete_again(self, digests: frozenset[str]) -> int:
        """Delete the studies and responses with these digests, as after a restore; return how many there were."""
        secret, deleted = self.secret(), 0
        for statement, delete in ((sql.STUDY_IDS, self.delete_study), (sql.RESPONSE_IDS, self.delete_response)):
            with self._database.session() as session:
                ids = [one for (one,) in session.rows(statement) if deletion_digest(secret, one) in digests]
            for one in ids:
                delete(one)
            deleted += len(ids)
        return deleted

    def erase_deleted(self) -> None:
        """Rewrite a DuckDB file in which something was deleted, under the write lock."""
        with self._database.session() as session:
            if not session.rows(sql.SETTING, "deleted"):
                return
        with self._database.write_lock:
            self._database.engine.erase_deleted()

    def faults(self) -> list[str]:
        """Return what is not whole, a sentence each."""
        with self._database.session() as session:
            found = {what: session.rows(statement)[0][0] for what, statement in sql.ORPHANS.items()}
        return [f"{what}: {number:,}." for what, number in found.items() if number]

    def close(self) -> None:
        """Write what is queued and close the database."""
        self._log.close()
        self._panel_log.close()
        self._database.engine.close()
