"""A margin: the shares that the answers to a question have among all the people whom results speak of."""

from jtbd_core.errors import Refused
from jtbd_core.study.value import Value

WHOLE, ROUNDED = 1000, 10
"""What shares add up to, and by how much rounded ones may miss it."""


class Margin(Value, frozen=True, kw_only=True):
    """The share of each option (id) of a question among all people, in thousandths; results are weighted to it."""

    question: str
    shares: tuple[tuple[str, int], ...]

    def __post_init__(self) -> None:
        options = [option for option, _ in self.shares]
        if not 2 <= len(set(options)) == len(options):
            raise Refused("Weights need the shares of two answers or more, each once.")
        if any(not 0 < share <= WHOLE for _, share in self.shares):
            raise Refused("The share of an answer is from 0.1 to 100 %.")
        if abs(self.total - WHOLE) > ROUNDED:
            raise Refused(f"These shares add up to {self.total / 10:g} %, not to 100 %: nothing is weighted.")

    @property
    def total(self) -> int:
        """What the shares add up to, in thousandths."""
        return sum(share for _, share in self.shares)
