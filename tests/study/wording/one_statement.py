"""A study of one statement, and what the wording rules find in it."""

from jtbd_core.study import Dimension, Outcome, Polarity, Step, Study
from jtbd_core.study.wording import Problem, applied, problems


def study(statement: str, place: Dimension | None = None, polarity: Polarity = "wanted", job: str = "Do it") -> Study:
    """Return a study of one outcome: a key outcome unless a dimension is given."""
    step = None if place else "do"
    outcome = Outcome(id="one", statement=statement, step=step, dimension=place, polarity=polarity)
    return Study(title="One", job=job, steps=(Step(id="do", name="Do", is_core=True),), outcomes=(outcome,))


def said(one: Study, rule: str) -> Problem:
    """Return the first problem of this rule."""
    return next(found for found in problems(one) if found.rule == rule)


def corrected(one: Study, rule: str) -> Outcome:
    """Return the outcome with the suggestion of the first problem of this rule applied."""
    return applied(one, said(one, rule)).outcomes[0]
