"""Quality flags for respondents whose answers may be careless: shown to the facilitator; nobody is dropped for them."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from jtbd_core.scoring.carelessness import (
    Bools,
    Counts,
    copies,
    longest_strings,
    misfits,
    pattern_shares,
    upper_outliers,
)
from jtbd_core.scoring.scores import Floats

SECONDS_OF_A_SPEEDER = 2.0
"""Who takes less for the median card cannot have read it."""

FEWEST_ITEMS = 10
"""The least outcomes that all flags but `speeder` and `took_bait` need: fewer alike can be an opinion, or chance.

Among 32,000 simulated honest people none gave the same pair 10 times in a row, and 0.8 % at most the same experience.
"""

FEWEST_COMPARED = 10
"""The least misfits whose median tells what is typical."""

PATTERN_SHARE = 0.9
"""The share of repeated answers that makes a pattern, so that a slip hides none; 32,000 honest people reached 0.65."""

MISFIT_DEVIATIONS = 2.5
"""The robust standard deviations above the median from which a misfit is flagged, as Leys et al. (2013) advise."""

FLAGS = {
    "speeder": "the median card took less than 2 seconds",
    "straight_line": "one question answered alike on 10 outcomes or more",
    "took_bait": "filled in a field that people do not see",
    "same_pair": "the same importance and experience on 10 outcomes or more",
    "long_string": "the same answers 10 times in a row",
    "pattern": "answers that repeat every 2 to 6 outcomes",
    "inconsistent": "answers as far from what others and the person's own level suggest as random ones",
    "duplicate": "the same answers throughout as a respondent before",
}
"""The flags, in the order of their columns, and what each says of a respondent."""

FROM_CARDS = ("speeder", "took_bait")
"""The flags that need the cards of the form, not the answers alone."""


class Shown(NamedTuple):
    """The answers of respondents, indexed `[question, respondent, place]`, by outcome and in the order shown."""

    by_outcome: Floats
    in_order: Floats


def quality_flags(ratings: pd.DataFrame, cards: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return a row per respondent: respondent, a column per flag of `FLAGS`, and is_careless, true if any is.

    A speeder's median card took less than 2 s; nobody is one whose times are not known. A straight line is the same
    answer to one question, importance or experience, on 10 outcomes or more: an individual response variability of 0;
    `same_pair` is one of both questions. `long_string` and `pattern` follow the order in which outcomes were shown: the
    `position` of the cards where it is known, else the order of the rows. Of several respondents who answered the same
    the first in the frame is no `duplicate`. `inconsistent` compares with the other respondents of the frame, and flags
    nobody among fewer than 10. `took_bait` says that a respondent filled in the honeypot, a field that people do not
    see. Flags other than `speeder` and `took_bait` are for respondents who rated 10 outcomes or more.
    The frames are as the verbs `ratings` and `cards` of `Store` give them; `importance` may be absent.
    """
    codes, people = pd.factorize(ratings["respondent"])
    index = pd.Index(np.asarray(people), name="respondent")
    shown = _shown(ratings, codes.astype(np.int64), len(index), cards)
    flags = pd.DataFrame(_flags(shown), index=index)
    for name, column in _card_flags(cards).items():
        flags[name] = column.reindex(index, fill_value=False)
    flags = flags[list(FLAGS)]
    return flags.assign(is_careless=flags.any(axis=1)).reset_index()


def _flags(shown: Shown) -> dict[str, Bools]:
    """Return the flags that answers alone tell, by respondent."""
    questions = len(shown.in_order)
    has_enough = np.count_nonzero(~np.isnan(shown.in_order), axis=2) >= FEWEST_ITEMS
    is_alike = has_enough & _is_alike(shown.in_order)
    is_same_pair = is_alike.all(axis=0) & (questions > 1)
    fit = np.where(has_enough.all(axis=0), misfits(shown.by_outcome), np.nan)
    can_compare = np.count_nonzero(~np.isnan(fit)) >= FEWEST_COMPARED
    return {
        "straight_line": is_alike.any(axis=0),
        "same_pair": is_same_pair,
        "long_string": longest_strings(shown.in_order) >= FEWEST_ITEMS,
        "pattern": (pattern_shares(shown.in_order, FEWEST_ITEMS) >= PATTERN_SHARE) & ~is_alike.all(axis=0),
        "inconsistent": upper_outliers(fit, MISFIT_DEVIATIONS) & can_compare,
        "duplicate": copies(shown.by_outcome) & has_enough.any(axis=0),
    }


def _is_alike(shown: Floats) -> Bools:
    """Return, by question and respondent, whether all answers given are the same."""
    greatest = np.fmax.reduce(shown, axis=2, initial=-np.inf)
    return np.asarray((np.isnan(shown) | (shown == greatest[:, :, np.newaxis])).all(axis=2))


def _card_flags(cards: pd.DataFrame | None) -> dict[str, "pd.Series[bool]"]:
    """Return the flags that cards tell, by respondent."""
    if cards is None:
        return dict.fromkeys(FROM_CARDS, pd.Series(dtype=bool))
    by_respondent = cards.groupby("respondent")
    return {
        "speeder": by_respondent["seconds"].median() < SECONDS_OF_A_SPEEDER,
        "took_bait": by_respondent["took_bait"].any(),
    }


def _shown(ratings: pd.DataFrame, person: Counts, people: int, cards: pd.DataFrame | None) -> Shown:
    """Return the answers of the respondents whose number each row has."""
    questions = [name for name in ("importance", "experience") if name in ratings]
    values = _given(ratings)[questions].to_numpy(np.float64, na_value=np.nan)
    outcome, outcomes = pd.factorize(ratings["outcome"])
    rows = np.lexsort((_positions(ratings, cards), person))
    rows = rows[~np.isnan(values[rows]).all(axis=1)]
    sorted_person = person[rows]
    place = np.arange(len(rows)) - np.searchsorted(sorted_person, sorted_person)
    answers = np.full((2, len(questions), people, len(outcomes)), np.nan)
    answers[0, :, person, outcome] = values
    answers[1, :, sorted_person, place] = values[rows]
    return Shown(*answers)


def _given(ratings: pd.DataFrame) -> pd.DataFrame:
    """Return ratings with the answers that were given: of a pair what is met, not its difference to the expectation."""
    if "expectation" not in ratings:
        return ratings
    return ratings.assign(experience=ratings["experience"] + ratings["expectation"].fillna(0.0))


def _positions(ratings: pd.DataFrame, cards: pd.DataFrame | None) -> Floats:
    """Return each row's position in the form, infinite where it is not known."""
    if cards is None:
        return np.full(len(ratings), np.inf)
    keys = ["respondent", "outcome"]
    met = ratings[keys].merge(cards[[*keys, "position"]], on=keys, how="left")
    return met["position"].fillna(np.inf).to_numpy(np.float64)
