"""What Headway asks of a database: the verbs of a store, without a word about engines."""

from contextlib import AbstractContextManager
from typing import Protocol

from jtbd_core.contract.amendments import Amendments
from jtbd_core.contract.answers import AnswerFrames
from jtbd_core.contract.responses import Responses
from jtbd_core.contract.stages import Stages
from jtbd_core.contract.studies import Studies
from jtbd_core.contract.uncounted import Uncounted
from jtbd_core.contract.waves import Waves

__all__ = ["Store"]


class Store(Studies, Amendments, Waves, Uncounted, Stages, Responses, AnswerFrames, Protocol):
    """Keeps studies, waves and responses; safe to share between threads.

    Every verb raises `NotFound` for an id or key it does not know, `StoreUnavailable` if the engine fails.
    """

    @property
    def is_alone(self) -> bool:
        """Whether no other process changes the database; then what people who are answering need is in memory."""
        ...

    def without_waiting(self) -> AbstractContextManager[None]:
        """Raise `Busy` from verbs that would have to wait for another write, in this thread, inside this context."""
        ...

    def secret(self) -> str:
        """Return the random secret of this database, with which sign-in cookies are signed."""
        ...

    def sign_out(self, sign_in: str) -> None:
        """End a sign-in for good, wherever its cookie was copied to."""
        ...

    def is_signed_out(self, sign_in: str) -> bool:
        """Whether a sign-in was ended."""
        ...

    def close(self) -> None:
        """Write everything out and let go of the database."""
        ...
