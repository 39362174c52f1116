"""Weights of respondents: raking to known margins, the cap, the effective number of people, and what is no weight."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.scores import Floats

Weights = Mapping[Any, float] | pd.Series
"""The weight of each respondent, a number above 0 on any scale."""

LIGHTEST = 1e-4
"""The lightest weight, in means of all weights: a smaller one is a slip, and would be lost beside the others."""

Margins = Mapping[str, Mapping[str, float]]
"""Question → option → its share of everybody, 0–1."""

MOST = 5.0
"""The greatest weight, in medians of all weights."""

ROUNDED = 0.01
"""Shares of a question may miss 1 by as much, as rounded ones do; they are then scaled to 1."""

HOLDS = 1e-6
"""A margin holds if the share of each option is met as closely."""

PASSES, ROUNDS = 1000, 200
"""The most passes over all margins in a raking, and the most rakings after a cap."""


class _Margin(NamedTuple):
    """A question's margin: each respondent's option by number, −1 without an answer, and the share of each option."""

    question: str
    options: tuple[str, ...]
    chosen: npt.NDArray[np.intp]
    target: Floats


def rake(profiles: pd.DataFrame, margins: Margins, most: float = MOST) -> pd.Series:
    """Return a weight for each respondent of the profiles, so that their weighted answers have the margins given.

    `profiles` has the columns `respondent, question, option`, as `Store.profiles` gives them; margins map a question to
    the share (0–1) of each of its options. Weights start at 1, and each question in turn multiplies those of an option
    by the factor that its share needs, until all hold (iterative proportional fitting, Deming & Stephan 1940). Weights
    above `most` × their median are cut to it, and raked again until margins and cap hold both. A respondent without an
    answer to a question keeps the weight the other questions gave: its margin holds among those who answered it.

    The weights are above 0 with mean 1, indexed by respondent in the order of the profiles. Who answered no question of
    the profiles is not in them; `weights.reindex(respondents, fill_value=1.0)` adds these.

    Raises:
        UnusableRatings: margins do not add up, lack an option that was chosen or have one that nobody chose, contradict
            each other, or cannot hold within the cap; the message names question and option.
    """
    people, respondents = pd.factorize(profiles["respondent"])
    asked = [_margin(question, shares, profiles, people, len(respondents)) for question, shares in margins.items()]
    weights = pd.Series(1.0, index=pd.Index(respondents, name="respondent"), name="weight")
    for _ in range(ROUNDS):
        weights = capped(_raked(weights, asked), most)
        if all(np.abs(_shortfalls(weights, margin)).max() < HOLDS for margin in asked):
            return weights / weights.mean()
    raise UnusableRatings(
        f"{_worst(weights, asked)} Weights cut to {most:g} times their median do not reach it: merge options with few "
        "people, or raise the cap."
    )


def capped(weights: pd.Series, most: float = MOST) -> pd.Series:
    """Return the weights with those above `most` × their median cut to it; refuse a cap below the median."""
    if not most >= 1:
        raise UnusableRatings(f"The cap on weights must be at least 1 median, not {most:g}.")
    return weights.clip(upper=most * float(weights.median()))


def effective_n(weights: pd.Series | Floats) -> float:
    """Return (Σw)² / Σw², how many people of equal weights would say as much (Kish 1965); 0 without anybody."""
    values = np.asarray(weights, dtype=np.float64)
    return float(values.sum() ** 2 / (values @ values)) if len(values) else 0.0


def respondent_weights(weights: Weights, respondents: Sequence[object]) -> Floats:
    """Return the weight of each respondent, who may be named by text; weights of others are passed over.

    Raises:
        UnusableRatings: a weight is missing, not above 0, or below `LIGHTEST`; the message names the respondent.
    """
    by_text = {str(respondent): float(weight) for respondent, weight in weights.items()}
    found = np.array([by_text.get(str(respondent), np.nan) for respondent in respondents])
    bad = ~((found > 0) & np.isfinite(found))
    if bad.any():
        place = int(np.argmax(bad))
        raise UnusableRatings(
            f"The weight of the respondent {respondents[place]} must be a number above 0, not {found[place]:g}."
        )
    if len(found) and found.min() < LIGHTEST * found.mean():
        slight = respondents[int(np.argmin(found))]
        raise UnusableRatings(f"The weight of the respondent {slight} is less than {LIGHTEST:g} of their mean.")
    return found


def _margin(
    question: str, shares: Mapping[str, float], profiles: pd.DataFrame, people: npt.NDArray[np.intp], many: int
) -> _Margin:
    """Return the checked margin of a question; `people` is each row's respondent by number."""
    _refuse_shares(question, shares)
    rows = (profiles["question"] == question).to_numpy()
    given = profiles.loc[rows, "option"].astype(str)
    options = tuple(option for option, share in shares.items() if share > 0)
    unsaid = sorted(set(given) - set(options))
    if unsaid:
        raise UnusableRatings(f"The margin of {question} gives no share above 0 to the option {unsaid[0]}.")
    unchosen = [option for option in options if option not in set(given)]
    if unchosen:
        raise UnusableRatings(f"The margin of {question} has the option {unchosen[0]}, which nobody chose.")
    if len(np.unique(people[rows])) < len(given):
        raise UnusableRatings(f"Somebody answered the question {question} more than once.")
    chosen = np.full(many, -1, np.intp)
    chosen[people[rows]] = pd.Index(options).get_indexer(pd.Index(given))
    target = np.array([shares[option] for option in options], np.float64)
    return _Margin(question, options, chosen, target / target.sum())


def _refuse_shares(question: str, shares: Mapping[str, float]) -> None:
    """Refuse shares that are none, or do not add up to 1."""
    for option, share in shares.items():
        if not 0 <= share <= 1:
            raise UnusableRatings(
                f"The margin of {question} gives the option {option} {share:g}: no share from 0 to 1."
            )
    total = sum(shares.values())
    if abs(total - 1) > ROUNDED + 1e-9:
        raise UnusableRatings(f"The shares of the margin of {question} add up to {total:g}, not to 1.")


def _raked(weights: pd.Series, asked: Sequence[_Margin]) -> pd.Series:
    """Return the weights after as many passes over the margins as they need to hold all of them."""
    values = weights.to_numpy(dtype=np.float64, copy=True)
    for _ in range(PASSES):
        furthest = 0.0
        for margin in asked:
            missing = margin.chosen < 0
            shares = _shares(values, margin)
            factors = margin.target / shares
            values *= np.where(missing, 1.0, factors[margin.chosen])
            furthest = max(furthest, float(np.abs(margin.target - shares).max()))
        if furthest < HOLDS / 10:
            return pd.Series(values, index=weights.index, name=weights.name)
    raise UnusableRatings(
        f"{_worst(pd.Series(values), asked)} The margins contradict each other for the people who answered."
    )


def _shares(values: Floats, margin: _Margin) -> Floats:
    """Return the weighted share of each option among those who answered the question."""
    totals = np.bincount(margin.chosen + 1, weights=values, minlength=len(margin.options) + 1)[1:]
    shares: Floats = totals / totals.sum()
    return shares


def _shortfalls(weights: pd.Series, margin: _Margin) -> Floats:
    """Return by how much the share of each option falls short of its target, below 0 where it exceeds it."""
    return margin.target - _shares(weights.to_numpy(), margin)


def _worst(weights: pd.Series, asked: Sequence[_Margin]) -> str:
    """Return the option that falls furthest short of its share, as a sentence."""
    margin = max(asked, key=lambda one: float(_shortfalls(weights, one).max()))
    place = int(np.argmax(_shortfalls(weights, margin)))
    share = _shares(weights.to_numpy(), margin)[place]
    return (
        f"The option {margin.options[place]} of {margin.question} gets {share:.1%} instead of "
        f"{margin.target[place]:.1%}."
    )
