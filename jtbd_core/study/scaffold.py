"""The universal stages of a job, a scaffold for the job steps of a study that has none yet.

After Bettencourt and Ulwick, The Customer-Centered Innovation Map, Harvard Business Review, May 2008.
"""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy
from jtbd_core.study.study import Step, Study


class Stage(NamedTuple):
    """A stage that most jobs have: the name of its job step, to be reworded, and the question that the step answers."""

    step_name: str
    question: str


CORE = "execute"
"""The stage that is the core step; its job step is named after the job."""

STAGES: Mapping[str, Stage] = {
    "define": Stage("Define what is needed", "Which aims, needs and limits are settled first?"),
    "locate": Stage("Find what it takes", "Which things, people and information are found or gathered?"),
    "prepare": Stage("Prepare", "What is set up, arranged or put in order?"),
    "confirm": Stage("Check that all is ready", "What is checked or decided just before it starts?"),
    CORE: Stage("", "The act that the job is named after: what happens in it?"),
    "monitor": Stage("Watch how it goes", "What is watched while it goes on?"),
    "modify": Stage("Adjust what goes differently", "What is changed when it does not go as planned?"),
    "conclude": Stage("Finish", "What is finished, put away or learned for the next time?"),
}
"""The eight stages by the ids of their job steps, in order."""


def with_scaffold(study: Study) -> Study:
    """Return the study with a job step for each stage.

    Raises:
        InvalidStudy: the study has job steps already.
    """
    if study.steps:
        raise InvalidStudy("This study has job steps already.")
    steps = (Step(id=name, name=stage.step_name or study.job, is_core=name == CORE) for name, stage in STAGES.items())
    return replace(study, steps=tuple(steps))
