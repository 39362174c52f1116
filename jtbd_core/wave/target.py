"""A value target: a decision on how far some outcomes shall fall short after a change, by whom, and until when."""

from datetime import date, datetime

from jtbd_core.errors import Refused
from jtbd_core.study.value import Value
from jtbd_core.wave.stage import LONGEST_AUTHOR, LONGEST_NOTE

MOST_AIMED = 10
"""The most outcomes of one target."""


class Aim(Value, frozen=True, kw_only=True):
    """What is aimed at: that of these `outcomes` (ids) at least one falls short for `at_most` per cent of people.

    `owner` answers for it, until the day it is `due`; `text` says what will be done, and may be empty.
    """

    outcomes: tuple[str, ...]
    at_most: int
    owner: str
    due: date
    text: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(set(self.outcomes)) == len(self.outcomes) <= MOST_AIMED:
            raise Refused(f"A target is about 1 to {MOST_AIMED} outcomes.")
        if not 0 <= self.at_most < 100:
            raise Refused("A target is a share of people from 0 to 99 %.")
        if not self.owner.strip():
            raise Refused("A target needs somebody who answers for it.")
        if len(self.owner) > LONGEST_AUTHOR or len(self.text) > LONGEST_NOTE:
            raise Refused(f"A name has at most {LONGEST_AUTHOR} characters, the text of a target {LONGEST_NOTE}.")
        if "\x00" in self.owner + self.text:
            raise Refused("The target contains a character that cannot be stored.")


class Target(Value, frozen=True, kw_only=True):
    """An aim that was set from the results of a wave; `written_at` (UTC) is the time of its last change."""

    id: str
    wave_id: str
    aim: Aim
    written_at: datetime
