"""Shares of a group's people as they would be if they had everybody's mix of circumstances.

A solution's users differ from everybody in where and how often they do the job, not in the solution alone. Their
answers are standardised to the share that each answer to a circumstance question has among everybody. Of several
questions what each changes is added up, as if the answers to one did not go with those to another: how many of a
solution's users gave two certain answers is nobody's to know, and from a figure that depends on it one could tell. Here
neither the figure nor the width of its interval does. Where answers do go together, questions that say much the same
take away the same difference twice.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.scoring.scores import Floats

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


def equal_shares(groups: Sequence[Groups], people: Floats, hits: Floats, mix: Floats) -> Floats:
    """Return the share of hits (0–1) at everybody's mix, by draw; the first draw is the measured value.

    `people` are the sums of columns over people `[draw, column]`, `hits` those over people who are a hit, and `mix` is
    each column's share among everybody. Each question's draws are others: how two of them vary together would tell how
    many people are in a stratum of both.
    """
    plain = hits[:, 0] / people[:, 0]
    found = plain.copy()
    for place, parts in enumerate(groups):
        inside = [(mix[:, part], hits[:, part], people[:, part]) for part in parts]
        change = sum(of.sum(axis=1) * hit.sum(axis=1) / all_.sum(axis=1) for of, hit, all_ in inside) - plain
        found[0] += change[0]
        found[1:] += np.roll(change[1:], place)
    shares: Floats = np.clip(found, 0.0, 1.0)
    return shares
