"""What is collected: waves, and the responses of those who answer in them."""

from jtbd_core.wave.limits import MOST_PEOPLE, NO_LIMITS, Limits
from jtbd_core.wave.response import LONGEST_REMARK, LONGEST_SOLUTION, MOST_SECONDS, Answers, Rating, Response
from jtbd_core.wave.wave import (
    LONGEST_NAME,
    MOST_CODES,
    MOST_OPEN,
    Group,
    Mark,
    Progress,
    Version,
    Wave,
    WaveStatus,
    asked_study,
    reported_study,
)

__all__ = [
    "LONGEST_NAME",
    "LONGEST_REMARK",
    "LONGEST_SOLUTION",
    "MOST_CODES",
    "MOST_OPEN",
    "MOST_PEOPLE",
    "MOST_SECONDS",
    "NO_LIMITS",
    "Answers",
    "Group",
    "Limits",
    "Mark",
    "Progress",
    "Rating",
    "Response",
    "Version",
    "Wave",
    "WaveStatus",
    "asked_study",
    "reported_study",
]
