"""The verbs of `jtbd_core.contract.sharing.Sharing` as SQL."""

import re

from jtbd_core.contract.rights import Actor, Role, known_as, role_of
from jtbd_core.contract.sharing import Deed
from jtbd_core.errors import Refused
from jtbd_core.store import sharing_sql, sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import find_study
from jtbd_core.store.verbs import Verbs

MOST_SHARES = 200
WHO = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|[^\s@]{1,255}")
LONGEST_WHO = 255


class SharingVerbs(Verbs):
    """Roles in studies, and the audit list; see the contract for what each verb promises."""

    def role(self, study_id: str, actor: Actor) -> Role | None:
        """Return the role of an actor in a study."""
        return role_of(actor, self._lookup.shares().get(study_id, {}))

    def shares(self, study_id: str) -> dict[str, Role]:
        """Return the roles in a study."""
        return dict(self._lookup.shares().get(study_id, {}))

    def share(self, study_id: str, who: str, role: Role) -> None:
        """Give somebody a role in a study."""
        who = known_as(who)
        if not WHO.fullmatch(who) or len(who) > LONGEST_WHO:
            raise Refused("Somebody is named by the e-mail address of their account, such as ann@example.com.")
        with self._database.changing() as session:
            shares = _held(session, study_id)
            if who not in shares and len(shares) >= MOST_SHARES:
                raise Refused(f"This study is shared with {MOST_SHARES} people: it can be shared with no more.")
            _check_owner(shares | {who: role})
            session.rows(sharing_sql.SET_SHARE, study_id, who, role)

    def withdraw_share(self, study_id: str, who: str) -> None:
        """Take from somebody their role in a study."""
        with self._database.changing() as session:
            shares = _held(session, study_id)
            if who in shares:
                _check_owner({one: role for one, role in shares.items() if one != who})
                session.rows(sharing_sql.WITHDRAW_SHARE, study_id, who)

    def audit(self, study_id: str) -> list[Deed]:
        """Return what was done to a study."""
        with self._database.session() as session:
            find_study(session, sql.STUDY_BY_ID, study_id)
            return [Deed(*row) for row in session.rows(sharing_sql.DEEDS_OF_STUDY, study_id)]

    def whole_audit(self) -> list[Deed]:
        """Return what was done to all studies."""
        with self._database.session() as session:
            return [Deed(*row) for row in session.rows(sharing_sql.DEEDS)]


def _held(session: Session, study_id: str) -> dict[str, Role]:
    """Return the roles in a study, which no other process changes until the transaction ends."""
    find_study(session, sql.STUDY_BY_ID, study_id)
    session.rows(sharing_sql.HOLD_STUDY, study_id)
    return dict(session.rows(sharing_sql.SHARES_OF_STUDY, study_id))


def _check_owner(shares: dict[str, Role]) -> None:
    if "owner" not in shares.values():
        raise Refused("A study that is shared has an owner: make somebody else its owner first.")
