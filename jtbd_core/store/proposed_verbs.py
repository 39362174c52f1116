"""The verbs of `jtbd_core.contract.proposed_lines.ProposedLines` as SQL."""

from jtbd_core.contract.proposed_lines import MOST_PROPOSED
from jtbd_core.errors import Refused, StudyFrozen
from jtbd_core.store import proposed_sql, sql
from jtbd_core.store.engine import Session
from jtbd_core.store.rows import find_study, now
from jtbd_core.store.verbs import Verbs


class ProposedVerbs(Verbs):
    """Proposed lines; see the contract for what each verb promises."""

    def proposed_lines(self, study_id: str) -> tuple[str, ...]:
        """Return the lists that wait for the facilitator of a study."""
        with self._database.session() as session:
            return _waiting(session, study_id)

    def propose_lines(self, study_id: str, text: str) -> None:
        """Let a list wait for the facilitator of a draft."""
        with self._database.writing() as session:
            record = find_study(session, sql.STUDY_BY_ID, study_id)
            if record.status != "draft":
                raise StudyFrozen("This study has been launched: only a draft takes proposals.")
            if record.shelf != "desk":
                raise Refused("This study is in the archive or the bin, where it takes no proposals.")
            if sum(map(len, _waiting(session, study_id))) + len(text) > MOST_PROPOSED:
                raise Refused("Too many proposals wait for this study already: its facilitator looks at those first.")
            session.rows(proposed_sql.ADD_PROPOSED, study_id, text, now())

    def take_proposed_lines(self, study_id: str) -> tuple[str, ...]:
        """Return the lists that wait for the facilitator of a study, and delete them."""
        with self._database.writing() as session:
            found = _waiting(session, study_id)
            session.rows(proposed_sql.DELETE_PROPOSED, study_id)
            return found


def _waiting(session: Session, study_id: str) -> tuple[str, ...]:
    return tuple(str(body) for (body,) in session.rows(proposed_sql.PROPOSED_LINES, study_id))
