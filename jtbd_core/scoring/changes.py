"""What changed from one round to another, outcome by outcome, and what the answers cannot tell."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from jtbd_core.scoring.compare import comparisons
from jtbd_core.scoring.measures import MARGINS, MEASURES
from jtbd_core.scoring.permutation import is_marked
from jtbd_core.scoring.posterior import limits, posterior
from jtbd_core.scoring.ratings import rating_matrix
from jtbd_core.scoring.results import Changes, leaves_out_zero
from jtbd_core.scoring.study_scores import ORDER
from jtbd_core.scoring.table import SEED, order_by
from jtbd_core.study import Outcome, Study

ROUND = "round"
DRAWS = 1000
"""Draws of the interval of a round's score: enough for the length of a bar."""

FIGURES = ["n_others", "others", "n", "score", "difference", "difference_low", "difference_high", "p", "is_marked"]


def changes(study: Study, ratings: pd.DataFrame, rounds: Sequence[str], pair: tuple[str, str], fewest: int) -> Changes:
    """Compare two rounds of a study, the earlier one first, and score all of its `rounds`, named in their order.

    `ratings` has the columns respondent, outcome, importance, experience and `round`. An outcome that fewer than
    `fewest` people rated in a round counts as not rated there.
    """
    if not study.settings.asks_importance:
        ratings = ratings.drop(columns="importance")
    needed = [name for name in ("importance", "experience") if name in ratings]
    ratings = ratings.dropna(subset=needed)
    ratings = ratings[ratings.groupby([ROUND, "outcome"])["respondent"].transform("size") >= fewest]
    by = {kind: order_by(order, study.settings.asks_importance) for kind, order in ORDER.items()}
    kinds = {"success outcomes": study.success_outcomes, "key outcomes": study.key_outcomes}
    parts = {kind: ratings[ratings["outcome"].isin([one.id for one in kinds[kind]])] for kind in kinds}
    scored = [
        _scores(study, part[part[ROUND] == name], by[kind]).assign(round=name)
        for kind, part in parts.items()
        for name in rounds
    ]
    changed = pd.concat([_changed(study, part, pair, by[kind]) for kind, part in parts.items()], ignore_index=True)
    is_clear = changed.pop("is_clear").astype(bool)
    changed["is_marked"] = is_marked(np.asarray(changed["p"], float)) & is_clear  # over all shown, of both kinds
    return Changes(by, pd.concat(scored, ignore_index=True), _judged(study, changed, {**_by_outcome(kinds, by)}))


def _by_outcome(kinds: Mapping[str, Sequence[Outcome]], by: Mapping[str, str]) -> dict[str, str]:
    return {one.id: by[kind] for kind, outcomes in kinds.items() for one in outcomes}


def _scores(study: Study, ratings: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return the score of each outcome that was rated in a round, with its interval."""
    if ratings.empty:
        return pd.DataFrame(columns=["outcome", "n", "score", "low", "high"])
    matrix = rating_matrix(ratings, study.readings())
    point = matrix.scores[by]
    low, high = limits(posterior(matrix, DRAWS, SEED).joint[by], point)
    return pd.DataFrame({"outcome": matrix.outcomes, "n": matrix.people, "score": point, "low": low, "high": high})


def _changed(study: Study, ratings: pd.DataFrame, pair: tuple[str, str], by: str) -> pd.DataFrame:
    """Return the later round compared with the earlier one: the round is the question, its others the earlier one."""
    both = ratings[ratings[ROUND].isin(pair)]
    empty = pd.DataFrame(columns=["outcome", *FIGURES, "is_clear"])
    if both.empty or both[ROUND].nunique() < 2:
        return empty
    people = both.drop_duplicates("respondent")
    groups = pd.DataFrame({"respondent": people["respondent"], "question": ROUND, "option": people[ROUND]})
    table = comparisons(both.drop(columns=ROUND), groups, study.readings(), (by,))[by].table
    later = table.loc[table["option"] == pair[1], ["outcome", *FIGURES]]
    return later.assign(is_clear=leaves_out_zero(later["difference_low"], later["difference_high"], by))


def _judged(study: Study, changed: pd.DataFrame, by: Mapping[str, str]) -> pd.DataFrame:
    """Return the changes with their verdicts, in the words of a later round compared with an earlier one."""
    names = {"n_others": "n_before", "others": "before", "score": "now"}
    rows = changed.rename(columns=names)
    lengths = {one.id: study.instrument(one).points.length for one in study.outcomes}
    steps = np.array([MEASURES[by[outcome]].apart_on(lengths[outcome]) for outcome in rows["outcome"]], float)
    widest = rows[["difference_low", "difference_high"]].abs().max(axis=1)
    within = np.array([_margin(far, step) for far, step in zip(widest, steps, strict=True)], float)
    marked = np.asarray(rows["is_marked"], bool)
    less = np.asarray(rows["difference"], float) < 0
    told = np.select([marked & less, marked, ~np.isnan(within)], ["less", "more", "unchanged"], "cannot tell")
    return rows.assign(verdict=told.astype(str), step=steps, within=np.where(marked, np.nan, within))


def _margin(far: float, step: float) -> float:
    """Return the least multiple of a step that reaches as far, NaN beyond `MARGINS` of them."""
    steps = max(1, math.ceil(far / step - 1e-9))
    return steps * step if steps <= MARGINS else math.nan
