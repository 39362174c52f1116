"""Efficiency or effectiveness of each solution by draw of the respondents' weights, plain and at an equal mix."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtri, stdtrit

from jtbd_core.scoring.equal_mix import Bools, Groups, Strata, equal_shares, merged, strata
from jtbd_core.scoring.posterior import LEVELS
from jtbd_core.scoring.ratings import checked, keys_of_respondents, matrix_of
from jtbd_core.scoring.readings import Anchor
from jtbd_core.scoring.scores import Floats
from jtbd_core.scoring.streams import stream

SOLUTION = "solution"
"""The question of groups whose options are the solutions."""

DRAWS = 400
COVERED = 0.5
"""The share of the outcomes of which a solution must have figures to be scored."""

Cells = frozenset[tuple[str, str, str]]
"""Cells of which figures may be shown: outcome, question, option."""


class Users(NamedTuple):
    """People who rated: what they said of each outcome, `[person, outcome]`, and who uses which solution.

    `weights` are indexed `[draw, person]`; the first draw is none, there everybody counts once. `users` are the places
    of those who use a solution, `strata` the circumstances of all.
    """

    outcomes: Mapping[str, int]
    rated: Floats
    met: Floats
    important: Floats
    weights: Floats
    users: Mapping[str, npt.NDArray[np.intp]]
    strata: Strata


class Score(NamedTuple):
    """A score (0–10) by draw, plain and at an equal mix, its people, and the strata that stand together."""

    n: int
    plain: Floats
    equal: Floats
    merged: str = ""


def users_of(ratings: pd.DataFrame, groups: pd.DataFrame, questions: Sequence[str], anchor: Anchor, seed: int) -> Users:
    """Return the people who rated an outcome wholly, with their solutions and their circumstances by `questions`."""
    rows = checked(ratings.dropna(subset=[name for name in ("importance", "experience") if name in ratings]))
    matrix = matrix_of(rows, anchor)
    rated, important, satisfied = (matrix.added[at][matrix.kinds] for at in range(3))
    weights = np.ones((DRAWS + 1, len(rated)))
    for place, key in enumerate(keys_of_respondents(rows.respondents)):
        weights[1:, place] = stream(seed, key).standard_exponential(DRAWS, np.float32)
    people = pd.Series([str(one) for one in rows.respondents], dtype="str")
    uses = groups[groups["question"] == SOLUTION]
    return Users(
        outcomes={str(outcome): place for place, outcome in enumerate(matrix.outcomes)},
        rated=rated,
        met=satisfied,
        important=important if matrix.has_importance else rated,
        weights=weights,
        users={
            str(solution): np.flatnonzero(people.isin(theirs.astype(str)))
            for solution, theirs in uses.groupby("option", sort=False)["respondent"]
        },
        strata=strata(groups, rows.respondents, questions),
    )


def solution_scores(
    people: Users, outcomes: Sequence[str], fewest: int, cells: Cells | None
) -> tuple[list[str], dict[str, Score]]:
    """Return the outcomes that count, and the score of each solution over them, the one with most people first.

    A solution is scored that `fewest` people rated with half of the outcomes or more; the outcomes that count are those
    that all these have. With `cells`, an outcome's rating by a solution's users must be one of them, and so must a
    stratum that stands alone ("solution+<question>", "<solution>+<option>").
    """
    asked = [outcome for outcome in outcomes if outcome in people.outcomes]
    has = {
        solution: {
            outcome
            for outcome in asked
            if people.rated[users, people.outcomes[outcome]].sum() >= max(fewest, 1)
            and (cells is None or (outcome, SOLUTION, solution) in cells)
        }
        for solution, users in people.users.items()
    }
    enough = {solution: theirs for solution, theirs in has.items() if len(theirs) >= max(COVERED * len(asked), 1)}
    used = [outcome for outcome in asked if all(outcome in theirs for theirs in enough.values())] if enough else []
    if not used:
        return [], {}
    found = {solution: _score(people, solution, used, fewest, cells) for solution in enough}
    return used, dict(sorted(found.items(), key=lambda one: -one[1].n))


def everybodys_score(people: Users, outcomes: Sequence[str]) -> Score:
    """Return the score of all people over these outcomes."""
    places = [people.outcomes[outcome] for outcome in outcomes]
    rated, met = (people.weights @ values[:, places] for values in (people.rated, people.met))
    score = 10 * (_importance(people, places) * met / rated).sum(axis=1)
    return Score(int(people.rated[:, places].sum(axis=0).max()), score, score)


def _importance(people: Users, places: Sequence[int]) -> Floats:
    """Return the weights of outcomes by importance to everybody, `[draw, outcome]`; in each draw they add up to 1."""
    rated, important = (people.weights @ values[:, places] for values in (people.rated, people.important))
    share = important / rated
    total = share.sum(axis=1, keepdims=True)
    return np.where(total > 0, share / np.where(total > 0, total, 1.0), 1 / len(places))


def _score(people: Users, solution: str, outcomes: Sequence[str], fewest: int, cells: Cells | None) -> Score:
    """Return the score of a solution, each outcome at everybody's mix: of those who rated the one most people rated."""
    users = people.users[solution]
    places = [people.outcomes[outcome] for outcome in outcomes]
    weights, columns = people.weights[:, users], people.strata.columns[users]
    most = max(range(len(places)), key=lambda at: (people.rated[:, places[at]].sum(), outcomes[at]))
    everybody = people.weights * people.rated[:, places[most]]
    mix = everybody @ people.strata.columns / everybody.sum(axis=1, keepdims=True)
    importance = _importance(people, places)
    plain, equal = np.empty((2, len(weights), len(places)))
    together = Counter[str]()
    for at, (outcome, place) in enumerate(zip(outcomes, places, strict=True)):
        rated, met = people.rated[users, place], people.met[users, place]
        apart = _apart(people.strata, solution, outcome, outcomes[most], cells)
        groups = merged(people.strata, rated @ columns, apart, mix[0], max(fewest, 1))
        raters, hits = (weights @ (values[:, None] * columns) for values in (rated, met))
        plain[:, at] = hits[:, 0] / raters[:, 0]
        equal[:, at] = equal_shares(groups, raters, hits, mix)
        together.update(_merged_names(people.strata, groups))
    n = int(people.rated[users][:, places].sum(axis=0).max())
    plain, equal = (_widened(10 * (importance * shares).sum(axis=1), n) for shares in (plain, equal))
    return Score(n, plain, equal, "; ".join(name for name, _ in together.most_common()))


def _widened(draws: Floats, n: int) -> Floats:
    """Return draws spread about the measured value, the first, as Student's t is about the normal for so few people.

    Random weights alone give a mean of n people (n − 1) / (n + 1) of its variance: of 5 to 15 people 87 % of the
    intervals held the truth, and 95 % do so.
    """
    factor = math.sqrt((n + 1) / (n - 1)) * stdtrit(n - 1, LEVELS[1]) / ndtri(LEVELS[1]) if n > 1 else 1.0
    found: Floats = np.clip(draws[0] + factor * (draws - draws[0]), 0.0, 10.0)
    return found


def _apart(one: Strata, solution: str, outcome: str, mixed: str, cells: Cells | None) -> Bools:
    """Return of which columns the figures of a solution's users may be shown alone, and so may the share in the mix."""
    found = np.ones(len(one.options), bool)
    for question, columns in one.questions.items():
        for at in columns:
            cell = outcome, f"{SOLUTION}+{question}", f"{solution}+{one.options[at]}"
            found[at] = cells is None or {cell, (mixed, question, one.options[at])} <= cells
    return found


def _merged_names(one: Strata, groups: Sequence[Groups]) -> list[str]:
    """Return the strata that stand together, as "question: option + option"; without those who did not answer."""
    joined = [
        (question, [one.options[at] for at in sorted(part) if one.options[at]])
        for question, parts in zip(one.questions, groups, strict=True)
        for part in parts
    ]
    return [f"{question}: {' + '.join(options)}" for question, options in joined if len(options) > 1]
