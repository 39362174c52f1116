"""Value targets: for how many people at least one of some outcomes falls short, and whether a target is met by that.

The people are those who rated all outcomes of the target; their number short is one count, so the posterior of the
share is Beta(short + ½, others + ½): half a person each way, as the prior of *falls short* has (Jeffreys 1946). Its
95 % interval is widened to take in the share itself, and outward to whole per cent: what is printed is what decides.
"""

import math
from collections.abc import Callable, Collection, Mapping
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd
from scipy.special import betaincinv

from jtbd_core.scoring.posterior import LEVELS
from jtbd_core.study.scale import Reading

PRIOR = 0.5

Met = Literal["met", "not met", "undecided"]


class Reach(NamedTuple):
    """For what share of people (0–1) at least one outcome falls short, its 95 % interval, and how many people rated."""

    people: int
    share: float
    low: float
    high: float


def raters(ratings: pd.DataFrame, outcomes: Collection[str]) -> pd.DataFrame:
    """Return the experience of those who rated all of these outcomes: a row per respondent, a column per outcome."""
    mine = ratings[ratings["outcome"].isin(list(outcomes))]
    wide = mine.pivot(index="respondent", columns="outcome", values="experience")
    return wide.reindex(columns=list(outcomes)).dropna()


def reach(
    ratings: pd.DataFrame, outcomes: Collection[str], readings: Mapping[str, Reading], fewest: int = 1
) -> Reach | None:
    """Return for what share of people at least one of the outcomes falls short; None of fewer than `fewest` people.

    `ratings` has the columns respondent, outcome, experience; `readings` maps an outcome to how its ratings are read.
    """
    rated = raters(ratings, outcomes)
    if len(rated) < max(fewest, 1):
        return None
    anchors = [readings[outcome].anchor for outcome in rated.columns]
    short = int((rated < anchors).any(axis=1).sum())
    share, others = short / len(rated), len(rated) - short
    low, high = betaincinv(short + PRIOR, others + PRIOR, np.array(LEVELS))
    return Reach(
        len(rated), share, _whole(math.floor, min(float(low), share)), _whole(math.ceil, max(float(high), share))
    )


def _whole(outward: Callable[[float], int], share: float) -> float:
    """Return a limit in whole per cent, 0–1."""
    return outward(round(100 * share, 9)) / 100


def met(found: Reach, at_most: float) -> Met:
    """Return whether a target of `at_most` such a share (0–1) is met: not before the whole interval is on one side."""
    if found.high <= at_most:
        return "met"
    return "not met" if found.low > at_most else "undecided"
