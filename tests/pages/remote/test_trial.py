"""A trial of the form."""

from jtbd_core.contract import Store
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_a_trial_has_a_display_of_its_own(facilitate: Visit, store: Store, study_id: str) -> None:
    """Beside the trial's form stands the link of its display."""
    trial = store.open_trial(study_id)
    assert f"/display?key={trial.display_key}" in text(facilitate("room.py", study=study_id))


def test_a_draft_is_tried_and_wiped(facilitate: Visit, store: Store, study_id: str) -> None:
    """One click starts a trial with a link of its own, another wipes it; the draft stays one."""
    page = press(facilitate("room.py", study=study_id), "Start a trial")
    trial = store.trial(study_id)
    assert trial is not None
    assert f"/r/{trial.rate_key}" in text(page)
    assert store.study(study_id).status == "draft"
    press(page, "End the trial and wipe its answers")
    assert store.trial(study_id) is None
