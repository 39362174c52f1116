"""Single-use codes: each admits one response to a wave."""

from collections.abc import Sequence

from jtbd_core import access
from jtbd_core.errors import NotFound, Refused
from jtbd_core.privacy import THRESHOLD
from jtbd_core.store import panel_sql, sql
from jtbd_core.store.batch import is_admitted
from jtbd_core.store.rows import find_wave
from jtbd_core.store.verbs import Verbs
from jtbd_core.wave import MOST_CODES

NO_SUCH_CODE = "This round has no such code, or it was used."


class CodeVerbs(Verbs):
    """Single-use codes; see `jtbd_core.contract.Waves` for what each verb promises."""

    def add_codes(self, wave_id: str, count: int) -> list[str]:
        """Add single-use codes to a wave that is not closed."""
        if not 1 <= count <= MOST_CODES:
            raise Refused(f"From 1 to {MOST_CODES:,} codes are made at once, not {count}.")
        codes = list({access.new_code(): None for _ in range(count)})
        with self._database.changing() as session:
            if find_wave(session, sql.WAVE_BY_ID, wave_id).status == "closed":
                raise Refused("This round is closed; open a new one to collect more answers.")
            session.rows(sql.ADD_CODES, wave_id, [access.code_digest(wave_id, code) for code in codes])
        return codes

    def use_code(self, wave_id: str, code: str, token: str) -> None:
        """Admit the holder of a token with a code that nobody has used."""
        response_id, digest = access.response_id(token), access.code_digest(wave_id, code)
        with self._database.session() as session:  # without the write lock: guesses keep no save waiting
            if not session.rows(sql.UNUSED_CODE, wave_id, digest) and not is_admitted(session, wave_id, response_id):
                raise NotFound(NO_SUCH_CODE)
        with self._database.writing() as session:
            if is_admitted(session, wave_id, response_id):
                return
            if not session.rows(sql.USE_CODE, wave_id, digest):
                raise NotFound(NO_SUCH_CODE)
            session.rows(sql.ADMIT, wave_id, response_id)

    def unused_codes(self, wave_id: str, codes: Sequence[str]) -> list[str]:
        """Return those of some codes that nobody has used, as far as that may be told."""
        digests = {access.code_digest(wave_id, code): code for code in codes}
        with self._database.changing() as session:
            if find_wave(session, sql.WAVE_BY_ID, wave_id).status == "closed":
                raise Refused("This round is closed: nobody needs a reminder.")
            session.rows(sql.HOLD_WAVE, wave_id)
            if session.rows(panel_sql.NEWLY_USED, wave_id)[0][0] >= THRESHOLD:
                session.rows(panel_sql.TELL_USED, wave_id)
            unused = {digest for (digest,) in session.rows(panel_sql.NOT_TOLD, wave_id, list(digests))}
        return [code for digest, code in digests.items() if digest in unused]

    def may_begin(self, wave_id: str, token: str) -> bool:
        """Whether the wave asks for no code, or one was used with this token."""
        if not self._lookup.wave(wave_id).asks_code:
            return True
        with self._database.session() as session:
            return is_admitted(session, wave_id, access.response_id(token))
