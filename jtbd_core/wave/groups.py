"""The groups of a study: by one question each, crossings of solution and circumstance, and those without a flag."""

from collections.abc import Iterable

from jtbd_core.study import Study
from jtbd_core.study.study import SOLUTION_QUESTION
from jtbd_core.wave.wave import Group

CROSS = "+"
"""Joins the ids of a crossing; no id of a part of a study contains it."""

CARELESS = "Careless"
"""Stands among the questions for the flags of careless answers, its options; no question has a capital in its id."""

CAREFUL = Group(CARELESS, "no")
"""Those of whom no answer is flagged."""


def groups_of(study: Study) -> list[Group]:
    """Return the groups of a study in its order: one per option of each question, the solution used first."""
    return [Group(question, option) for question, options in study.questions().items() for option in options]


def crossings_of(study: Study) -> list[Group]:
    """Return the crossings of a study: a group for each solution and option of a circumstance question."""
    groups = groups_of(study)
    return [
        crossing(one, other)
        for one in groups
        for other in groups
        if one.question == SOLUTION_QUESTION != other.question
    ]


def careful_of(groups: Iterable[Group]) -> list[Group]:
    """Return the parts of groups of whom no answer is flagged."""
    return [crossing(one, CAREFUL) for one in groups]


def crossing(one: Group, other: Group) -> Group:
    """Return the group of those who belong to both groups."""
    return Group(f"{one.question}{CROSS}{other.question}", f"{one.option}{CROSS}{other.option}")


def parts(group: Group) -> list[Group]:
    """Return the groups that a crossing is made of; of any other group, itself."""
    return [Group(*ids) for ids in zip(group.question.split(CROSS), group.option.split(CROSS), strict=True)]
