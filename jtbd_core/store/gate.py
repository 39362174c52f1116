"""The gate of a wave: who is screened out, and whose quota has room, decided in the transaction that admits."""

from collections import Counter
from collections.abc import Mapping

from jtbd_core.errors import NotAdmitted, Refused, WaveClosed
from jtbd_core.store import panel_sql
from jtbd_core.store.engine import Session
from jtbd_core.wave import Wave

Profile = Mapping[str, str]


def keep_places(session: Session, wave: Wave, response_id: str) -> None:
    """Keep the places of a response that is about to be deleted: freed, they would tell who else took one since."""
    for one in wave.panel.quotas:
        session.rows(panel_sql.KEEP_PLACE, wave.id, response_id, one.question, one.option)


class Gate:
    """Admits newcomers within one transaction; those admitted by it count before their answers are written."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._taken: dict[str, Counter[tuple[str, str]]] = {}

    def admit(self, wave: Wave, response_id: str, profile: Profile) -> None:
        """Admit a newcomer to a wave with a gate by all answers that it asks for.

        Raises:
            NotAdmitted: an answer is missing; nothing is kept.
            WaveClosed: screened out, or the quota of an answer is full. That is kept, and no answer: a second try with
                the same token ends alike.
        """
        for (standing,) in self._session.rows(panel_sql.TURNED_AWAY, wave.id, response_id):
            raise WaveClosed(standing)
        if not all(profile.get(question) for question in wave.panel.gate):
            raise NotAdmitted
        if wave.panel.is_screened_out(profile):
            self._turn_away(wave, response_id, "screened")
        taken = self._counted(wave.id)
        limited = [one for one in wave.panel.quotas if profile[one.question] == one.option]
        if any(taken[one.question, one.option] >= one.most for one in limited):
            self._turn_away(wave, response_id, "quota")
        taken.update((one.question, one.option) for one in limited)

    def check_unchanged(self, wave: Wave, before: Profile, profile: Profile) -> None:
        """Raise `Refused` if somebody who has begun changes an answer on which it depended."""
        if any(before.get(question, "") != profile.get(question, "") for question in wave.panel.gate & profile.keys()):
            raise Refused("It depended on this answer who is asked, so it cannot be changed any more.")

    def _counted(self, wave_id: str) -> Counter[tuple[str, str]]:
        if wave_id not in self._taken:
            rows = self._session.rows(panel_sql.TAKEN, wave_id)
            self._taken[wave_id] = Counter({(question, option): many for question, option, many, *_ in rows})
        return self._taken[wave_id]

    def _turn_away(self, wave: Wave, response_id: str, standing: str) -> None:
        self._session.rows(panel_sql.TURN_AWAY, wave.id, response_id, standing)
        self._session.rows(panel_sql.DROP_ASSIGNMENT, wave.id, response_id)
        raise WaveClosed(standing)
