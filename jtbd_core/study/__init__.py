"""What is asked: a study with its job, job steps, outcomes, solutions and questions, and how they are rated."""

from jtbd_core.study.activity import Activity
from jtbd_core.study.record import DAYS_IN_BIN, Shelf, StudyRecord, StudyStatus
from jtbd_core.study.study import (
    DIMENSIONS,
    KINDS,
    OTHER_SOLUTION,
    SOLUTION_QUESTION,
    Circumstance,
    Dimension,
    Kind,
    Option,
    Outcome,
    Polarity,
    Solution,
    Step,
    Study,
)
from jtbd_core.study.study_file import study_from_json, study_to_json
from jtbd_core.study.value import MOST_OUTCOMES

__all__ = [
    "DAYS_IN_BIN",
    "DIMENSIONS",
    "KINDS",
    "MOST_OUTCOMES",
    "OTHER_SOLUTION",
    "SOLUTION_QUESTION",
    "Activity",
    "Circumstance",
    "Dimension",
    "Kind",
    "Option",
    "Outcome",
    "Polarity",
    "Shelf",
    "Solution",
    "Step",
    "Study",
    "StudyRecord",
    "StudyStatus",
    "study_from_json",
    "study_to_json",
]
