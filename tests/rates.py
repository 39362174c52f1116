"""Rates of claims over many studies with their standard errors, and the aims that they must meet."""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tests.claims import Cell, Claims
from tests.worlds import WORLDS

Pairs = npt.NDArray[np.float64]

FEWEST_SAID = 20
"""A claim that was said less often is too rare to be judged."""

FEWEST_RATERS = 8
"""The fewest raters of an outcome from which on the figures of each cell are judged; over all, all cells are."""

JUDGED = tuple(name for name in WORLDS if name != "ends")
"""The worlds of the aims; the fifth is for the ends of the range alone."""


class Rate(NamedTuple):
    """The mean of a claim, its standard error, and how often it was said."""

    value: float
    error: float
    said: int


def rate_of(studies: Iterable[Claims], claim: str) -> Rate:
    """Return the rate of a claim; studies, not outcomes, are taken as independent (ratio estimator)."""
    pairs: Pairs = np.array([one[claim] for one in studies if claim in one], float).reshape(-1, 2)
    said = float(pairs[:, 1].sum())
    if not said:
        return Rate(math.nan, math.nan, 0)
    value = float(pairs[:, 0].sum()) / said
    rest = pairs[:, 0] - value * pairs[:, 1]
    return Rate(value, math.sqrt(float((rest**2).sum()) * len(pairs) / max(len(pairs) - 1, 1)) / said, int(said))


class Aim(NamedTuple):
    """What a rate must be, from `low` to `high`, within so many standard errors: over all cells together, or in each.

    Of a hundred cells some are off by two standard errors by chance, hardly one by three.
    """

    claim: str
    low: float
    high: float
    is_each: bool = False
    cells: Callable[[Cell], bool] | None = None

    @property
    def errors(self) -> int:
        """Within how many standard errors it must be met."""
        return 3 if self.is_each else 2

    def applies(self, cell: Cell) -> bool:
        """Whether the figures of a cell are judged by it: of its `cells`, else those with enough raters or all."""
        if self.cells:
            return self.cells(cell)
        return cell.world in JUDGED and (not self.is_each or cell.raters >= FEWEST_RATERS)

    def __str__(self) -> str:
        where = "each cell" if self.is_each else "over all"
        bounds = f"{self.low:g} to {self.high:g}"
        if math.inf in (-self.low, self.high):
            bounds = f"at most {self.high:g}" if self.high < math.inf else f"at least {self.low:g}"
        return f"{self.claim}, {where}: {bounds}"


class Verdict(NamedTuple):
    """Whether an aim is met within its standard errors, the rate that is farthest off, and where."""

    aim: Aim
    is_met: bool
    rate: Rate
    where: str


def is_from_twelve(cell: Cell) -> bool:
    """Whether at least twelve people rate each outcome."""
    return cell.world in JUDGED and cell.raters >= 12


def aims(by: str) -> list[Aim]:
    """Return the aims; those of differences are in the units of the score."""
    excess = {"opportunity": 1.3, "unmet": 0.065}[by]
    return [
        Aim("leader's excess", -excess, excess, True, is_from_twelve),
        Aim("five leaders", 0.89, 0.97, True),
        Aim("five leaders", 0.92, 0.96),
        Aim("leader", 0.90, math.inf, True),
        Aim("all outcomes", 0.91, 0.97, True),
        Aim("truth near 20, plain interval", 0.93, math.inf, cells=lambda _: True),
        Aim("all true ranks", 0.95, math.inf),
        Aim("all true ranks", 0.90, math.inf, True),
        Aim("first group holds the leader", 0.95, math.inf),
        Aim("first group holds the leader", 0.90, math.inf, True),
        Aim("surely among the top five", 0.95, math.inf),
        Aim("surprises", 0.95, math.inf),
        Aim("high opportunity", 0.8, math.inf),
        Aim("extreme opportunity", 0.8, math.inf),
        Aim("falls short for", 0.93, 0.98),
        Aim("points higher or lower", 0.90, math.inf),
        Aim("30 more would hardly change that: gain", -math.inf, 0.25),
        Aim("100 more would hardly change that: gain", -math.inf, 0.25),
        Aim("of the five, said less true", -1.0, 0.5, True, is_from_twelve),
        Aim("of the five, very likely", 0.95, math.inf, True, is_from_twelve),
        Aim("of the five with 30 more, very likely", 0.95, math.inf, cells=is_from_twelve),
        Aim("split: 12/22/30/24/12", -math.inf, 0.05, True),
        Aim("split: uniform", -math.inf, 0.05, True),
    ]


def verdict_of(aim: Aim, figures: Mapping[Cell, list[Claims]]) -> Verdict:
    """Return whether the figures of all cells meet an aim; in each cell, what is said of the one farthest off."""
    chosen = {str(cell): studies for cell, studies in figures.items() if aim.applies(cell)}
    if not aim.is_each:
        chosen = {"all": [one for studies in chosen.values() for one in studies]}
    rates = {name: rate_of(studies, aim.claim) for name, studies in chosen.items()}
    off = {name: excess_of(aim, rate) for name, rate in rates.items() if rate.said >= FEWEST_SAID}
    if not off:
        return Verdict(aim, True, Rate(math.nan, math.nan, 0), "said too rarely to judge")
    worst = max(off, key=lambda name: off[name])
    return Verdict(aim, off[worst] <= 0, rates[worst], worst)


def excess_of(aim: Aim, rate: Rate) -> float:
    """Return by how much a rate misses an aim after its standard errors; at most 0 if it meets it.

    The error of a share is taken as no less than that of as many independent ones at the bound: a share of 1 has none.
    """
    bounds = [(aim.low, aim.low - rate.value), (aim.high, rate.value - aim.high)]
    shares = [min(max(bound, 0.0), 1.0) for bound, _ in bounds]
    errors = [max(rate.error, math.sqrt(share * (1 - share) / rate.said)) for share in shares]
    return max(off - aim.errors * error for (_, off), error in zip(bounds, errors, strict=True))
