"""Retention: until when the answers of a round are kept as they are, and what then becomes of them."""

from datetime import date, timedelta
from typing import Literal

from jtbd_core.errors import Refused
from jtbd_core.study.value import Value

End = Literal["anonymise", "delete"]
DAYS_OF_NOTICE = 7
"""An end is announced to facilitators and respondents for so many days at least."""


class Retention(Value, frozen=True, kw_only=True):
    """The last day (UTC) on which the answers of a round are kept as they are, and their end once it is closed.

    To *anonymise* them cuts every way from a person to their answers, for good; the points of scores stay the same.
    """

    until: date
    end: End = "anonymise"

    def check_notice(self, today: date) -> None:
        """Raise Refused if there are not enough days left to announce the end."""
        if self.until < today + timedelta(days=DAYS_OF_NOTICE):
            raise Refused(f"The end is announced before: choose a day at least {DAYS_OF_NOTICE} days from today.")
