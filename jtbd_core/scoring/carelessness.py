"""Indices of careless answers, computed on arrays of answers.

Answers are indexed `[question, respondent, place]`, NaN where missing. A place is an outcome, or a place in the order
shown; then each respondent's answers fill the first places.
"""

import numpy as np
import numpy.typing as npt

from jtbd_core.scoring.scores import Floats

Bools = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]

PERIODS = range(2, 7)
"""The lengths of the patterns that are looked for."""

MAD_TO_SD = 1.4826
"""What the median absolute deviation of normal values is multiplied by to estimate their standard deviation."""


def longest_strings(shown: Floats) -> Counts:
    """Return each respondent's greatest number of successive outcomes with the same answers to all questions.

    LongString (Johnson 2005; Meade & Craig 2012) of the answers in the order shown.
    """
    repeats = (shown[:, :, 1:] == shown[:, :, :-1]).all(axis=0)
    current = longest = np.ones(shown.shape[1], np.int64)
    for place in range(repeats.shape[1]):
        current = np.where(repeats[:, place], current + 1, 1)
        longest = np.maximum(longest, current)
    return longest


def pattern_shares(shown: Floats, fewest: int) -> Floats:
    """Return the share of answers that repeat those of 2, 3, … or 6 outcomes before, whichever is greatest, 0–1.

    1, 5, 1, 5, … gives 1. An autocorrelation screen (Gottfried, Jezek, Kralova & Rihacek 2022) for answers in the order
    shown that need not be numbers. It is 0 where fewer than `fewest` answers can be compared.
    """
    rated = np.count_nonzero(~np.isnan(shown).all(axis=0), axis=1)
    highest = np.zeros(len(rated))
    for period in PERIODS:
        compared = rated - period
        repeats = np.count_nonzero((shown[:, :, period:] == shown[:, :, :-period]).all(axis=0), axis=1)
        highest = np.maximum(highest, np.where(compared >= fewest, repeats / np.maximum(compared, 1), 0.0))
    return highest


def misfits(answers: Floats) -> Floats:
    """Return each respondent's outfit mean square: how far their answers lie from what consistency would give.

    Expected of a respondent is the mean of all others on that outcome, moved by the respondent's own mean deviation, so
    that to be stricter or milder than others is no misfit. The squared residuals are averaged over outcomes, divided by
    the median of the respondents, and averaged over questions: 1 is typical, and picking at random gives about 3. This
    is the outfit mean square of Rasch models (Wright & Masters 1982), which finds random answers as Mahalanobis
    distance does (Jones, Wind, Tsai & Ge 2023) and needs no inverse of a covariance of more outcomes than people.
    NaN where there is nothing to compare with.

    A correlation with the mean of the others is left out on purpose: where a quarter of the people have an order of
    outcomes of their own, it would accuse half of these in the world `spread` of the tests, and the misfit 2 %.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        others = np.nansum(answers, axis=1, keepdims=True) - np.nan_to_num(answers)
        residuals = answers - others / (np.count_nonzero(~np.isnan(answers), axis=1, keepdims=True) - 1)
        residuals[~np.isfinite(residuals)] = np.nan
        rated = np.count_nonzero(~np.isnan(residuals), axis=2)
        residuals -= (np.nansum(residuals, axis=2) / rated)[:, :, np.newaxis]
        squares = np.nansum(residuals**2, axis=2) / rated
        has_squares = ~np.isnan(squares)
        typical = [
            np.median(row[known]) if known.any() else np.nan for row, known in zip(squares, has_squares, strict=True)
        ]
        ratios = squares / np.array(typical)[:, np.newaxis]
        ratios[~np.isfinite(ratios)] = np.nan
        return np.asarray(np.nansum(ratios, axis=0) / np.count_nonzero(~np.isnan(ratios), axis=0))


def upper_outliers(values: Floats, deviations: float) -> Bools:
    """Return which values lie more than so many robust standard deviations above the median; NaN never does.

    The standard deviation is estimated by the median absolute deviation (Leys, Ley, Klein, Bernard & Licata 2013), so
    that outliers hardly move the limit: it holds for any study, whatever is typical there.
    """
    known = values[~np.isnan(values)]
    if not len(known):
        return np.zeros(len(values), bool)
    median = np.median(known)
    deviation = MAD_TO_SD * np.median(np.abs(known - median))
    is_above: Bools = values > median + deviations * deviation
    return is_above if deviation else np.zeros(len(values), bool)


def copies(answers: Floats) -> Bools:
    """Return who answered every outcome, and left out every outcome, exactly as a respondent before them did."""
    seen: set[bytes] = set()
    is_copy = np.zeros(answers.shape[1], bool)
    for place, row in enumerate(np.ascontiguousarray(np.nan_to_num(answers).swapaxes(0, 1))):
        key = row.tobytes()
        is_copy[place] = key in seen
        seen.add(key)
    return is_copy
