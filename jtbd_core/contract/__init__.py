"""The contract of the store: the verbs that every engine offers, a protocol per subject."""

from contextlib import AbstractContextManager
from typing import Protocol

from jtbd_core.contract.amendments import Amendments
from jtbd_core.contract.answers import AnswerFrames
from jtbd_core.contract.archives import Archives
from jtbd_core.contract.backups import Backups
from jtbd_core.contract.histories import Histories
from jtbd_core.contract.ledgers import Ledgers
from jtbd_core.contract.margins import Margins
from jtbd_core.contract.panels import Panels
from jtbd_core.contract.proposed_lines import ProposedLines
from jtbd_core.contract.remarks import Remarks
from jtbd_core.contract.responses import Responses
from jtbd_core.contract.results_links import ResultsLinks
from jtbd_core.contract.retentions import Retentions
from jtbd_core.contract.sharing import Sharing
from jtbd_core.contract.stages import Stages
from jtbd_core.contract.studies import Studies
from jtbd_core.contract.targets import Targets
from jtbd_core.contract.uncounted import Uncounted
from jtbd_core.contract.waves import Waves

__all__ = ["Store"]


class Store(
    Sharing,
    Studies,
    Histories,
    Amendments,
    Waves,
    Panels,
    Uncounted,
    Stages,
    Targets,
    Margins,
    ProposedLines,
    ResultsLinks,
    Responses,
    Remarks,
    Retentions,
    AnswerFrames,
    Ledgers,
    Archives,
    Backups,
    Protocol,
):
    """Keeps studies, waves and responses; safe to share between threads.

    Every verb raises `NotFound` for an id or key it does not know, `StoreUnavailable` if the engine fails.
    """

    @property
    def is_alone(self) -> bool:
        """Whether no other process changes the database; if so, the form is answered from caches in memory."""
        ...

    def without_waiting(self) -> AbstractContextManager[None]:
        """Raise `Busy` in this thread, within this context, from verbs that would wait for the write lock."""
        ...

    def secret(self) -> str:
        """Return the random secret of this database, with which sign-in cookies are signed."""
        ...

    def columns(self, fingerprint: str) -> str | None:
        """Return what the columns of files with these headings were said to be, None if that was never said."""
        ...

    def keep_columns(self, fingerprint: str, text: str) -> None:
        """Keep what the columns of files with these headings are, in place of what was said of them before."""
        ...

    def add_sign_in_link(self, token: str) -> None:
        """Keep a link, as the digest of its token: it signs in one browser, once, within `access.LINK_SECONDS`."""
        ...

    def use_sign_in_link(self, token: str) -> bool:
        """Use up the link of a token; whether it was kept, is not too old, and was not used before, by any process."""
        ...

    def sign_out(self, sign_in: str) -> None:
        """End a sign-in for good, also for copies of its cookie; idempotent."""
        ...

    def is_signed_out(self, sign_in: str) -> bool:
        """Whether a sign-in was ended."""
        ...

    def close(self) -> None:
        """Write what is queued and close the database."""
        ...
