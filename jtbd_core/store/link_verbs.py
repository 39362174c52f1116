"""The verbs of `jtbd_core.contract.results_links.ResultsLinks` as SQL."""

import secrets

from jtbd_core import access
from jtbd_core.errors import NotFound, Refused
from jtbd_core.store import link_sql, sql
from jtbd_core.store.engine import Row, Session
from jtbd_core.store.rows import find_study, now
from jtbd_core.store.verbs import Verbs
from jtbd_core.study.results_link import FIRST_LINK, MOST_LINKS, LinkSettings, ResultsLink


class LinkVerbs(Verbs):
    """Links to results; see the contract for what each verb promises."""

    def results_links(self, study_id: str) -> list[ResultsLink]:
        """Return the links of a study."""
        return [link for link in self._lookup.results_links().values() if link.study_id == study_id]

    def results_link(self, key: str) -> ResultsLink:
        """Return the link that has this key."""
        if link := self._lookup.results_links().get(key):
            return link
        raise NotFound("This link does not exist, or is not complete.")

    def add_results_link(self, study_id: str, settings: LinkSettings) -> ResultsLink:
        """Add a link with a new key."""
        with self._database.changing() as session:
            find_study(session, sql.STUDY_BY_ID, study_id)
            if session.rows(link_sql.COUNT_LINKS, study_id)[0][0] >= MOST_LINKS:
                raise Refused(f"This study has {MOST_LINKS} links, revoked ones included: it can have no more.")
            key = add_link(session, study_id, settings)
        return self.results_link(key)

    def change_results_link(self, link_id: str, settings: LinkSettings) -> None:
        """Replace the settings of a link."""
        with self._database.changing() as session:
            if not session.rows(link_sql.CHANGE_LINK, link_id, *_columns(settings)):
                raise NotFound("This link was revoked.")

    def revoke_results_link(self, link_id: str) -> None:
        """End a link for good."""
        with self._database.changing() as session:
            session.rows(link_sql.REVOKE_LINK, link_id, now())

    def note_use(self, link: ResultsLink) -> None:
        """Note that a link was used today."""
        today = now().replace(hour=0, minute=0, second=0, microsecond=0)
        if link.used_at != today:
            with self._database.changing() as session:
                session.rows(link_sql.NOTE_USE, link.id, today)


def add_first_link(session: Session, study_id: str) -> None:
    """Add the link that a study has from its first day."""
    add_link(session, study_id, LinkSettings(name=FIRST_LINK, remarks=True))


def add_link(session: Session, study_id: str, settings: LinkSettings) -> str:
    """Add a link, and return its new key."""
    key = access.new_key()
    session.rows(link_sql.ADD_LINK, secrets.token_hex(8), study_id, key, now(), *_columns(settings))
    return key


def _columns(settings: LinkSettings) -> Row:
    shown = (settings.name, settings.depth, settings.remarks, settings.files, settings.data)
    return (*shown, settings.expires_at, settings.passphrase, settings.frame_origin)
