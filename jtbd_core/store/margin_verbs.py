"""The verbs of `jtbd_core.contract.margins.Margins` as SQL."""

from jtbd_core.errors import Refused
from jtbd_core.store import margin_sql, sql
from jtbd_core.store.rows import find_study
from jtbd_core.store.verbs import Verbs
from jtbd_core.wave.margin import Margin


class MarginVerbs(Verbs):
    """Margins; see the contract for what each verb promises."""

    def margin(self, study_id: str) -> Margin | None:
        """Return the margin of a study."""
        with self._database.session() as session:
            rows = session.rows(margin_sql.MARGIN, study_id)
        shares = tuple((option, share) for _, option, share in rows)
        return Margin(question=rows[0][0], shares=shares) if rows else None

    def set_margin(self, study_id: str, margin: Margin | None) -> None:
        """Keep the margin of a study, or none."""
        with self._database.changing() as session:
            asked = find_study(session, sql.STUDY_BY_ID, study_id).study.questions()
            session.rows(margin_sql.DELETE_MARGIN, study_id)
            for place, (option, share) in enumerate(margin.shares if margin else ()):
                if margin and option not in asked.get(margin.question, {}):
                    raise Refused(f"This study has no answer “{option}” to that question.")
                session.rows(margin_sql.ADD_MARGIN, study_id, place, margin and margin.question, option, share)
