"""The universal stages as job steps of a new study."""

import pytest

from jtbd_core.errors import InvalidStudy
from jtbd_core.study import Study
from jtbd_core.study.scaffold import STAGES, with_scaffold

PARCEL = Study(title="Parcels", job="Send a package a long distance")


def test_the_eight_stages_become_job_steps() -> None:
    """They stand in their order; the core step is the one in which the job is executed, and is named after it."""
    steps = with_scaffold(PARCEL).steps
    stages = ["define", "locate", "prepare", "confirm", "execute", "monitor", "modify", "conclude"]
    assert [step.id for step in steps] == stages
    assert [step.name for step in steps if step.is_core] == ["Send a package a long distance"]
    assert all(stage.question.endswith("?") for stage in STAGES.values())


def test_a_study_with_steps_is_not_scaffolded() -> None:
    """Stages beside steps of one's own would be in no order."""
    with pytest.raises(InvalidStudy, match="has job steps already"):
        with_scaffold(with_scaffold(PARCEL))
