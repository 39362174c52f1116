"""The limits at which a wave closes."""

from datetime import datetime

from jtbd_core.errors import Refused
from jtbd_core.study.value import Value

MOST_PEOPLE = 1_000_000


class Limits(Value, frozen=True, kw_only=True):
    """When a wave closes automatically: `cap` people have begun, or it is `closes_at` (UTC, without a zone)."""

    cap: int | None = None
    closes_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.cap is not None and not 1 <= self.cap <= MOST_PEOPLE:
            raise Refused(f"A round takes from 1 to {MOST_PEOPLE:,} people, not {self.cap}.")


NO_LIMITS = Limits()
