"""The responses of a store, one by one."""

from concurrent.futures import Future
from typing import Protocol

from jtbd_core.wave import Answers, Response


class Responses(Protocol):
    """The responses of a store, one by one."""

    def assigned(self, wave_id: str, token: str) -> tuple[str, ...]:
        """Return the ids of the outcomes that whoever holds this token is shown, in the order of the study.

        Where each rates a part, these are chosen when first asked for, from those shown to the fewest people so far,
        and stay: after a reload, on another device, and for any number of people who ask at once.
        """
        ...

    def save(self, wave_id: str, token: str, answers: Answers) -> None:
        """Save a part of the response that `token` opens; begins the response if this is its first save.

        Saving the same answers twice changes nothing. Returns once the answers are durable.

        Raises:
            CodeNeeded: the wave asks for a code and none was used with this token; nothing was stored.
            WaveClosed: the wave is paused or closed, or full and this is a newcomer; nothing was stored.
            Refused: an outcome, question or option is not one of the study; nothing was stored.
        """
        ...

    def saving(self, wave_id: str, token: str, answers: Answers) -> Future[None]:
        """Begin to `save`, and return what is done once the answers are durable, or has failed with its errors."""
        ...

    def expect(self, token: str) -> None:
        """Take in that this token was issued just now: nobody has answered with it, so nothing need be looked up."""
        ...

    def response(self, token: str) -> Response:
        """Return the response that this personal token opens."""
        ...

    def response_by_receipt(self, code: str) -> Response:
        """Return the response that this receipt code opens."""
        ...

    def delete_response(self, response_id: str) -> None:
        """Delete a response and all its ratings, for good; allowed at any time."""
        ...

    def remarks(self, wave_id: str) -> list[str]:
        """Return what respondents wrote under "what did we miss?", in no telling order."""
        ...
