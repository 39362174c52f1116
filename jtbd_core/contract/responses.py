"""Single responses: begun, saved, read and deleted."""

from concurrent.futures import Future
from typing import Protocol

from jtbd_core.study import Study, StudyRecord
from jtbd_core.wave import Answers, Response, Wave


class Responses(Protocol):
    """Single responses: begun, saved, read and deleted."""

    def assigned(self, study: Study, wave_id: str, token: str) -> tuple[str, ...]:
        """Return the ids of the outcomes that the holder of a token is shown, in the order of the study.

        `study` is what the wave asks (`asked_study`). Where each person rates a part, the outcomes shown to the
        fewest people so far are assigned at the first call; later calls return the same, from any process.
        """
        ...

    def save(self, wave_id: str, token: str, answers: Answers) -> None:
        """Save a part of the response that `token` opens; begins the response if this is its first save.

        Idempotent: saving the same answers twice changes nothing. Returns once the answers are durable.

        Raises:
            CodeNeeded: the wave asks for a code and none was used with this token; nothing was stored.
            WaveClosed: the wave is paused or closed, or full and this is a newcomer; nothing was stored.
            Refused: an outcome, question or option is not one of the study; nothing was stored.
        """
        ...

    def saving(self, record: StudyRecord, wave: Wave, token: str, answers: Answers) -> Future[None]:
        """Queue a `save` for a study and a wave that were looked up just now; return its future.

        The future is done once the answers are durable, or raises the errors of `save`; those that need no database,
        `Refused` and the bin's `WaveClosed`, are raised at once. What another process may have changed since the
        look-up, such as the status of the wave, is read again by the write itself.
        """
        ...

    def expect(self, token: str) -> None:
        """Cache that a token was issued just now, so that `response` knows without the database that it has none."""
        ...

    def response(self, token: str) -> Response:
        """Return the response of the holder of this personal token."""
        ...

    def response_by_receipt(self, code: str) -> Response:
        """Return the response that this receipt code, as it was typed, belongs to."""
        ...

    def delete_response(self, response_id: str) -> None:
        """Delete a response and all its ratings, for good; allowed at any time.

        The places that it took of quotas stay taken: how many, not whose, is kept.
        """
        ...
