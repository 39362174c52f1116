"""Shares of a group's people as they would be if they had everybody's mix of circumstances.

A solution's users differ from everybody in where and how often they do the job, not in the solution alone. So their
answers are weighted until each circumstance has the share that it has among everybody (linear calibration, Deville and
Särndal 1992; with one circumstance this is direct standardisation). A person's weight is a sum of one number per
circumstance, so a figure is a sum of those of strata, and tells nothing that these do not.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.scoring.scores import Floats

RIDGE = 1e-7
"""Added on the diagonal, as a share of all people: where one circumstance implies another, either will do."""

Bools = npt.NDArray[np.bool_]
Groups = Sequence[Sequence[int]]
"""Columns of strata that are one group each."""


class Strata(NamedTuple):
    """The circumstances of people as columns of 0 and 1, `[person, column]`, the first of them 1 for everybody.

    `questions` maps a question to its columns, `options` names each column's; the last of a question is no answer, "".
    """

    columns: Floats
    questions: Mapping[str, Sequence[int]]
    options: Sequence[str]


def strata(groups: pd.DataFrame, respondents: Sequence[object], questions: Sequence[str]) -> Strata:
    """Return the strata of respondents by some questions of groups (`respondent, question, option`)."""
    people = pd.Index([str(one) for one in respondents])
    columns: list[Floats] = [np.ones(len(people))]
    named: dict[str, list[int]] = {}
    options = [""]
    for question in questions:
        answers = groups[groups["question"] == question]
        given = answers.assign(respondent=answers["respondent"].astype(str)).set_index("respondent")["option"]
        mine = given.reindex(people)
        offered = list(dict.fromkeys(given))
        named[question] = list(range(len(columns), len(columns) + len(offered) + 1))
        columns += [np.asarray(mine == option, np.float64) for option in offered]
        columns.append(np.asarray(mine.isna(), np.float64))
        options += [*map(str, offered), ""]
    return Strata(np.stack(columns, axis=1), named, options)


def merged(one: Strata, people: Floats, is_apart: Bools, mix: Floats, fewest: int) -> list[Groups]:
    """Return the groups of each question: columns that stand alone, and the rest as one.

    `people` is how many there are in each column; of one that `is_apart` and has `fewest` or more the figure may be
    computed alone. A rest of fewer joins the smallest group, so that nobody has a great weight. Columns that are
    nobody's, also in everybody's `mix`, are left out.
    """
    found: list[Groups] = []
    for columns in one.questions.values():
        there = [at for at in columns if mix[at] > 0 or people[at] > 0]
        alone = [[at] for at in there if is_apart[at] and people[at] >= fewest and one.options[at]]
        rest = [at for at in there if [at] not in alone]
        if rest and alone and people[rest].sum() < fewest:
            least = min(range(len(alone)), key=lambda place: people[alone[place]].sum())
            alone[least] += rest
            rest = []
        found.append([*alone, rest] if rest else alone)
    return found


def equal_shares(groups: Sequence[Groups], pairs: Floats, hits: Floats, mix: Floats) -> Floats:
    """Return the share of hits (0–1) at everybody's mix, by draw.

    `pairs` are sums over people of the products of two columns `[draw, column, column]`, `hits` the sums of columns
    over people who are a hit `[draw, column]`, and `mix` each column's share among everybody `[draw, column]`.
    """
    used = [[0], *(part for question in groups for part in question[1:])]
    columns = np.zeros((pairs.shape[-1], len(used)))
    for at, part in enumerate(used):
        columns[part, at] = 1.0
    among = columns.T @ pairs @ columns
    among += RIDGE * pairs[:, :1, :1] * np.eye(len(used))
    effects = np.linalg.solve(among, (hits @ columns)[..., None])[..., 0]
    shares: Floats = np.clip(((mix @ columns) * effects).sum(axis=1), 0.0, 1.0)
    return shares
