"""The activities of a job step, and the executor of a job."""

import pytest
from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy
from jtbd_core.study import Activity, Outcome, Step, Study, editing, study_from_json, study_to_json
from jtbd_core.study.activities import with_activity_name, with_new_activity, without_activity
from jtbd_core.study.sections import Section
from jtbd_core.study.translation import texts
from jtbd_core.study.wording import applied, problems

FIND = Activity(id="find", name="Find a box")
WRAP = Step(id="wrap", name="Wrap", is_core=True, activities=(FIND,))
TIME = Outcome(id="time", statement="Minimize the time it takes to find a box", step="wrap", activity="find")
PARCEL = Study(title="Parcels", job="Send a package", executor="A shop owner", steps=(WRAP,), outcomes=(TIME,))


def test_they_stand_in_the_study_file_and_not_in_the_form() -> None:
    """The file holds executor and activities; respondents read neither, so nothing of them is translated."""
    assert study_from_json(study_to_json(PARCEL)) == PARCEL
    assert list(texts(PARCEL)) == ["title", "job", "step.wrap", "outcome.time"]


def test_an_activity_belongs_to_the_step_of_its_outcome() -> None:
    """An activity that the job step lacks is refused, and so is one of a success outcome."""
    lost = replace(TIME, activity="tape")
    with pytest.raises(InvalidStudy, match="names the activity “tape”, which its job step lacks"):
        replace(PARCEL, outcomes=(lost,))
    with pytest.raises(InvalidStudy, match="its job step lacks"):
        replace(PARCEL, outcomes=(replace(TIME, step=None, dimension="functional"),))


def test_two_activities_of_a_step_have_two_names() -> None:
    """A second activity of the same name is refused."""
    with pytest.raises(InvalidStudy, match="“Find a box” appears twice"):
        with_new_activity(PARCEL, "wrap", "Find a box")


def test_an_activity_is_added_renamed_and_taken_away() -> None:
    """A renamed activity keeps its outcomes; those of one that is taken away stay in the step."""
    more = with_new_activity(PARCEL, "wrap", "Tape the box")
    assert [one.name for one in more.steps[0].activities] == ["Find a box", "Tape the box"]
    renamed = with_activity_name(more, "wrap", "find", "Look for a box")
    assert renamed.steps[0].activities[0].name == "Look for a box"
    assert renamed.outcomes == (TIME,)
    gone = without_activity(renamed, "wrap", "find")
    assert (gone.outcomes[0].step, gone.outcomes[0].activity) == ("wrap", None)


def test_an_outcome_that_leaves_its_step_leaves_its_activity() -> None:
    """Moved by hand or by a suggestion, an outcome names no activity of the step that it left."""
    moved = editing.placed(PARCEL, {"time"}, Section(dimension="functional"))
    assert moved.outcomes[0].activity is None
    assert editing.placed(moved, {"time"}, Section(step="wrap"), "find") == PARCEL
    felt = replace(PARCEL, outcomes=(replace(TIME, statement="I feel sure that a box is there"),))
    offered = next(one for one in problems(felt) if one.dimension)
    assert (applied(felt, offered).outcomes[0].dimension, applied(felt, offered).outcomes[0].activity) == (
        "emotional",
        None,
    )
