"""Whether a draft is sound, and its launch."""

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import Outcome
from jtbd_core.study.readiness import readiness
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT
from tests.pages.words import press, text


def test_a_draft_says_what_is_missing_for_its_launch(facilitate: Visit, store: Store) -> None:
    """A study without outcomes cannot be launched, and the page says why."""
    record = store.add_study(replace(DRAFT, outcomes=()))
    page = facilitate("define.py", study=record.id)
    assert "add at least one outcome" in text(page)
    assert not any("Launch" in button.label for button in page.button)


def test_a_sound_study_is_launched_in_the_room(facilitate: Visit, store: Store) -> None:
    """One sentence says that it is ready, another what launching freezes, and a button leads to the room."""
    page = facilitate("define.py", study=store.add_study(demo_study()).id)
    assert readiness(demo_study()).sentence.replace("\u00a0", " ") in text(page)
    assert readiness(demo_study()).freezes in text(page)
    assert "Open round 1" in text(press(page, "Go on to the launch"))


def test_a_study_with_errors_can_be_launched_all_the_same(facilitate: Visit, store: Store) -> None:
    """The checks advise; the facilitator decides."""
    wrong = Outcome(id="calm", statement="I feel safe", dimension="functional")
    page = facilitate("define.py", study=store.add_study(replace(DRAFT, outcomes=(wrong,))).id)
    assert "the wording of 1 outcome" in text(page)
    assert "Open round 1" in text(press(page, "Go on all the same"))


def test_a_long_study_is_shortened_by_one_click(facilitate: Visit, store: Store) -> None:
    """Above 12 minutes the page offers that each person rates a part, with its price in people."""
    many = tuple(
        Outcome(id=f"o{n}", statement=f"Minimize the time it takes to find item {n}", step="wrap") for n in range(80)
    )
    record = store.add_study(replace(DRAFT, outcomes=many))
    page = facilitate("define.py", study=record.id)
    offer = readiness(record.study).offer
    assert "too long" in text(page)
    assert offer.sentence in text(page)
    press(page, f"Let each person rate {offer.outcomes} outcomes")
    assert store.study(record.id).study.settings.rotation == offer.rotation
    assert "too long" not in text(page)
