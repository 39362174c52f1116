"""Edits of the activities of job steps: pure functions that return the study with one change."""

from msgspec.structs import replace

from jtbd_core.study.activity import Activity
from jtbd_core.study.study import Study
from jtbd_core.study.value import identifier


def with_new_activity(study: Study, step_id: str, name: str) -> Study:
    """Return the study with an activity added at the end of a job step."""
    before = _activities(study, step_id)
    taken = {one.id for one in before}
    return _with_activities(study, step_id, *before, Activity(id=identifier(name, taken, "activity"), name=name))


def with_activity_name(study: Study, step_id: str, activity_id: str, name: str) -> Study:
    """Return the study with an activity of a job step renamed."""
    named = (replace(one, name=name) if one.id == activity_id else one for one in _activities(study, step_id))
    return _with_activities(study, step_id, *named)


def without_activity(study: Study, step_id: str, activity_id: str) -> Study:
    """Return the study without an activity of a job step; its outcomes stay in the step."""
    outcomes = tuple(
        replace(one, activity=None) if (one.step, one.activity) == (step_id, activity_id) else one
        for one in study.outcomes
    )
    kept = (one for one in _activities(study, step_id) if one.id != activity_id)
    return _with_activities(replace(study, outcomes=outcomes), step_id, *kept)


def _activities(study: Study, step_id: str) -> tuple[Activity, ...]:
    return next(step.activities for step in study.steps if step.id == step_id)


def _with_activities(study: Study, step_id: str, *activities: Activity) -> Study:
    steps = (replace(step, activities=activities) if step.id == step_id else step for step in study.steps)
    return replace(study, steps=tuple(steps))
