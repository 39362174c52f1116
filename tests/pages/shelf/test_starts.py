"""The ways to start a study, offered among all studies."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from tests.pages.conftest import Visit
from tests.pages.words import press


def test_an_empty_database_offers_the_demo_and_a_new_study(facilitate: Visit) -> None:
    """The first page of an empty database says what to do."""
    labels = [button.label for button in facilitate().button]
    assert labels[:3] == ["Open the demo study", "Import", "New study"]


def test_the_demo_study_has_answers_and_an_open_wave(facilitate: Visit, store: Store) -> None:
    """One click makes the demo study: generated answers of three years, marked as such, the last wave open.

    The remarks that name somebody are not released.
    """
    press(facilitate(), "Open the demo study")
    (record,) = store.studies()
    wave, *earlier = store.waves(record.id)
    assert (record.study, wave.status, wave.number) == (demo_study(), "open", 3)
    assert [(one.status, one.opened_at.year) for one in earlier] == [("closed", 2024), ("closed", 2022)]
    assert {one.is_released for one in store.remarks(wave.id) if "Halloran" in one.text} == {False}
    assert sum(one.is_released for one in store.remarks(wave.id)) == 6
    assert store.progress(wave.id).rated == 240
