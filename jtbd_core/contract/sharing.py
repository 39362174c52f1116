"""With whom a study is shared, and the list of what was done to it, by whom and when."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from jtbd_core.contract.rights import Actor, Role

if TYPE_CHECKING:
    from jtbd_core.contract import Store


class Deed(NamedTuple):
    """What somebody did, in words, and when (UTC).

    `who` is an address, or the id of an account, empty for the operator who signed in by a link; `sign_in` is a digest
    that tells sign-ins apart, or “shell” for a command. `study_id` is empty where it was done to no single study.
    """

    done_at: datetime
    who: str
    sign_in: str
    what: str
    study_id: str


class Sharing(Protocol):
    """Owners, editors and viewers of studies, and what each did."""

    def for_actor(self, actor: Actor) -> "Store":
        """Return the same store as one actor may use it, by the table `contract.rights.RIGHTS`.

        Who starts or imports a study owns it. Studies in which they have no role are `NotFound` there, and missing from
        lists; what takes a higher role than theirs is `Refused`. What they do is noted in the transaction that does it.
        """
        ...

    def role(self, study_id: str, actor: Actor) -> Role | None:
        """Return the role of an actor in a study, None where they have none."""
        ...

    def shares(self, study_id: str) -> dict[str, Role]:
        """Return the roles in a study by address, or id of an account; empty for one that nobody owns."""
        ...

    def share(self, study_id: str, who: str, role: Role) -> None:
        """Give somebody, by address or id of an account, a role in a study in place of the one they had.

        Raises:
            Refused: it is no address or id, the study has `MOST_SHARES`, or it would have no owner.
        """
        ...

    def withdraw_share(self, study_id: str, who: str) -> None:
        """Take from somebody their role in a study; idempotent. `Refused` for its last owner."""
        ...

    def audit(self, study_id: str) -> list[Deed]:
        """Return what was done to a study, the latest first."""
        ...

    def whole_audit(self) -> list[Deed]:
        """Return what was done to all studies, deleted ones too, the latest first."""
        ...
