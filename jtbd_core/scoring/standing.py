"""How solutions stand: how efficient and how effective each is, as its users say, at everybody's mix of circumstances.

*Effectiveness* is over success outcomes, *efficiency* over key outcomes: the mean share of a solution's users whose
experience reaches the anchor, each outcome weighted by its importance to everybody, times 10. The two are never one
figure. Importance does not depend on the solution, and all who do the job know it; experience is that of the users.
"""

from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

from jtbd_core.scoring.job_steps import KEY
from jtbd_core.scoring.posterior import LEVELS
from jtbd_core.scoring.readings import Anchor
from jtbd_core.scoring.scores import Floats
from jtbd_core.scoring.solution_scores import SOLUTION, Score, everybodys_score, solution_scores, users_of

ROUND, CROSSED = "round", "+"
"""The question of rounds, and the sign between the questions of a crossing: both are no circumstances."""

EFFECTIVENESS, EFFICIENCY = "effectiveness", "efficiency"
ENDS = ("", "_low", "_high")
SCORES = tuple(f"{name}{end}" for name in ("plain", "equal") for end in ENDS)


class Standing(NamedTuple):
    """How solutions stand, beside everybody and to each other; each frame has its columns when it is empty.

    `table` is as `standing` returns it. `everybody` has `kind, n, score, score_low, score_high`, over the same
    outcomes. `differences` has a row per kind and two solutions: `kind, first, second, difference, difference_low,
    difference_high`, of the scores at equal circumstances. `questions` are the circumstances held equal.
    """

    table: pd.DataFrame
    everybody: pd.DataFrame
    differences: pd.DataFrame
    questions: tuple[str, ...]


def standing(
    ratings: pd.DataFrame,
    groups: pd.DataFrame,
    outcomes: pd.DataFrame,
    anchor: Anchor = 4,
    fewest: int = 5,
    seed: int = 0,
) -> pd.DataFrame:
    """Return how efficient and how effective each solution is; a row per solution and kind.

    Ratings have the columns of `score`; `groups` has `respondent, question, option`, the solution used being the
    question "solution", and all other questions circumstances but for "round" and crossings; `outcomes` has `outcome,
    kind`, kind being "key outcome" for those of efficiency, anything else for those of effectiveness. Columns:

    - `solution, kind`: "effectiveness" of all, then "efficiency", the solution with most people first; `n`, its users
      who rated the outcome of that kind that most of them rated.
    - `plain`: the score (0–10) of the users as they are; `equal`, at everybody's mix of each circumstance question, as
      if answers to several did not go together (`equal_mix`); each with `…_low` and `…_high`, the 95 % limits over 400
      draws of the respondents' weights.
    - `merged`: strata that were taken together, as "question: option + option" joined by "; ", the most frequent first:
      in one of them are fewer than `fewest` of the solution's users who rated an outcome.

    A solution is compared that `fewest` people or more rated with half of the kind's outcomes; the outcomes are those
    that all these solutions have. Without importance all outcomes weigh the same. Raises UnusableRatings.
    """
    return standings(ratings, groups, outcomes, anchor, fewest, seed).table


def standings(  # noqa: PLR0913 - the arguments of `standing`, and the cells
    ratings: pd.DataFrame,
    groups: pd.DataFrame,
    outcomes: pd.DataFrame,
    anchor: Anchor = 4,
    fewest: int = 5,
    seed: int = 0,
    shown: pd.DataFrame | None = None,
) -> Standing:
    """Return how solutions stand; with `shown` (`outcome, question, option`) computed from these cells alone.

    A stratum is a cell of the question "solution+<question>", its option "<solution>+<option>".
    """
    asked = [str(question) for question in groups["question"].drop_duplicates()]
    questions = tuple(one for one in asked if one not in (SOLUTION, ROUND) and CROSSED not in one)
    people = users_of(ratings, groups, questions, anchor, seed)
    cells = None if shown is None else frozenset(map(tuple, shown[["outcome", "question", "option"]].to_numpy()))
    table, lines, pairs = [], [], []
    for kind, is_in in ((EFFECTIVENESS, outcomes["kind"] != KEY), (EFFICIENCY, outcomes["kind"] == KEY)):
        used, found = solution_scores(people, [str(one) for one in outcomes.loc[is_in, "outcome"]], fewest, cells)
        table += [(solution, kind, *_row(score), score.merged) for solution, score in found.items()]
        lines += [(kind, *_row(everybodys_score(people, used))[:4]) for _ in used[:1]]
        pairs += [
            (kind, first, second, *_limited(found[first].equal - found[second].equal))
            for first, second in combinations(found, 2)
        ]
    return Standing(
        pd.DataFrame(table, columns=["solution", "kind", "n", *SCORES, "merged"]),
        pd.DataFrame(lines, columns=["kind", "n", *(f"score{end}" for end in ENDS)]),
        pd.DataFrame(pairs, columns=["kind", "first", "second", *(f"difference{end}" for end in ENDS)]),
        questions,
    )


def _row(score: Score) -> tuple[float, ...]:
    return (score.n, *_limited(score.plain), *_limited(score.equal))


def _limited(draws: Floats) -> tuple[float, float, float]:
    """Return the measured value, the first draw, and its 95 % limits."""
    low, high = np.quantile(draws[1:], LEVELS)
    return float(draws[0]), float(min(low, draws[0])), float(max(high, draws[0]))
