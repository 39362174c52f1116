"""How sure the top of a list is, in words: as the answers stand, with more of them, and under other formulas."""

from typing import NamedTuple

import numpy as np

from jtbd_core.scoring.cells import RatingCells
from jtbd_core.scoring.forecast import MORE, forecast
from jtbd_core.scoring.posterior import Posterior
from jtbd_core.scoring.ratings import RatingMatrix
from jtbd_core.scoring.readings import Anchor
from jtbd_core.scoring.stress import stress_table

WORTH_ASKING = 0.25
"""More answers that raise the expected number of outcomes at the right place by less would hardly change the top."""

SOME_MORE = (10, 30)
"""How many more people a room could still ask."""


class Sureness(NamedTuple):
    """How many of the `top` outcomes shown can be expected to belong there, and stay under another formula.

    `expected` maps how many more people answer (0: as it is) to a number of outcomes, `likely` to its 95 % interval,
    `drops` a formula to the outcomes that leave the list under it; `outcomes` are those of the list.
    """

    top: int
    expected: dict[int, float]
    likely: dict[int, tuple[int, int]]
    outcomes: tuple[str, ...]
    drops: dict[str, tuple[str, ...]]

    def glance(self, kind: str = "outcomes") -> str:
        """Return how sure the top of a kind is, now and with some more people, for those who read it from afar."""
        now, grown = self.expected[0], {more: self.expected[more] for more in SOME_MORE}
        most = max(grown)
        if grown[most] - now < WORTH_ASKING:
            then = f"{most} more people would hardly change that"
        else:
            then = ", ".join(f"{kept:.1f} with {more} more people" for more, kept in grown.items())
            then = f"on average that is {now:.1f}, {then}"
        kept = f"Very likely {self.range(0)} of the top {self.top} {kind} would stay"
        return f"{kept} if all such people answered; {then}."

    def range(self, more: int) -> str:
        """Return how many of the top belong there in 95 of 100 cases, after so many more people: "3 to 5", "4 or 5"."""
        low, high = self.likely[more]
        return f"{low}" if low == high else f"{low} {'or' if high == low + 1 else 'to'} {high}"

    def sentences(self) -> list[str]:
        """Return the expected number of outcomes that belong at the top, and the stress test, as two sentences."""
        now, most_people = self.expected[0], max(self.expected)
        grown = ", ".join(f"{kept:.1f} with {people} more people" for people, kept in self.expected.items() if people)
        if self.expected[most_people] - now < WORTH_ASKING:
            grown = f"{most_people} more people would hardly change that"
        stays = [self.top - len(gone) for gone in self.drops.values()]
        fewest, most = min(stays), max(stays)
        kept = f"all {fewest}" if fewest == self.top else f"{fewest} to {most}" if fewest < most else f"{fewest}"
        return [
            f"Of the {self.top} outcomes at the top, {now:.1f} can be expected to belong there; {grown}.",
            f"Under other formulas ({', '.join(self.drops)}) {kept} of them stay.",
        ]


def sureness(
    ratings: RatingCells, anchor: Anchor, by: str, top: int, drawn: tuple[RatingMatrix, Posterior]
) -> Sureness | None:
    """Return how sure the top of the list is; None if all outcomes rated are in it (arguments as `score`).

    `drawn` is the matrix of the ratings with its posterior.
    """
    stress = stress_table(ratings, drawn[0], anchor, top, by)
    shown = int(stress["of"].iloc[0])
    if shown < top or np.count_nonzero(ratings.raters) <= top:
        return None
    found = dict(zip(MORE, forecast(*drawn, by, top), strict=True))
    return Sureness(
        top=shown,
        expected={more: shown * one.share for more, one in found.items()},
        likely={more: (one.low, one.high) for more, one in found.items()},
        outcomes=tuple(stress["shown"].iloc[0]),
        drops={str(row["formula"]): row["dropped"] for _, row in stress.iterrows() if row["formula"] != by},
    )
