"""The opening of a wave."""

from jtbd_core.contract import Store
from jtbd_core.study import Outcome, Study
from jtbd_core.study.readiness import readiness
from jtbd_core.wave import Answers
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_opening_the_first_wave_launches_the_study(facilitate: Visit, store: Store, study_id: str) -> None:
    """One click opens the wave and launches its study; until somebody rates, the room says that people can."""
    page = press(facilitate("room.py", study=study_id), "Open round 1")
    assert [wave.status for wave in store.waves(study_id)] == ["open"]
    assert store.study(study_id).status == "launched"
    assert "The study is launched: people can rate now" in text(page)
    store.save(store.waves(study_id)[0].id, "a" * 22, Answers(profile={"solution": "vinyl"}))
    assert "people can rate now" not in text(facilitate("room.py", study=study_id))


def test_a_study_that_lacks_something_cannot_be_opened(facilitate: Visit, store: Store) -> None:
    """The room of a study without outcomes says what is missing."""
    page = facilitate("room.py", study=store.add_study(Study(title="Empty", job="Do nothing")).id)
    assert "Add at least one outcome" in text(page)
    assert page.button == []


def test_errors_are_not_launched_unawares(facilitate: Visit, store: Store) -> None:
    """The room repeats what the desk says, leads to the lines, and asks once more."""
    faulty = Outcome(id="laid", statement="The table is easily laid", dimension="functional")
    study_id = store.add_study(Study(title="Dinner", job="Host a dinner party", outcomes=(faulty,))).id
    page = facilitate("room.py", study=study_id)
    assert "Not yet: correct the wording of 1 outcome." in text(page)
    assert "Correct this first" in [link.proto.label for link in page.get("page_link")]
    assert "Open round 1" not in [button.label for button in page.button]
    press(page, "Open it all the same")
    assert store.study(study_id).status == "launched"


def test_the_room_says_as_the_desk_does_what_launching_freezes(facilitate: Visit, store: Store, study_id: str) -> None:
    """One sentence, in both places."""
    freezes = readiness(store.study(study_id).study).freezes
    assert freezes in text(facilitate("room.py", study=study_id))
    assert freezes in text(facilitate("define.py", study=study_id))


def test_a_closed_wave_makes_way_for_the_next(facilitate: Visit, store: Store, study_id: str) -> None:
    """Closing offers the next wave."""
    wave = store.open_wave(study_id)
    page = press(facilitate("room.py", study=study_id), "Close for good")
    assert store.wave(wave.id).status == "closed"
    press(page, "Open round 2")
    assert [one.status for one in store.waves(study_id)] == ["open", "closed"]
    assert "Round 2 is open: people can rate now" in text(page)
