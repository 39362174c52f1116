"""The ways to start a study, offered among all studies."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from tests.pages.conftest import Visit
from tests.pages.words import press


def test_an_empty_database_offers_the_demo_and_a_new_study(facilitate: Visit) -> None:
    """The first page of an empty database says what to do."""
    labels = [button.label for button in facilitate().button]
    assert labels[:2] == ["Open the demo study", "New study"]


def test_the_demo_study_has_answers_and_an_open_wave(facilitate: Visit, store: Store) -> None:
    """One click makes the demo study: 240 generated respondents, marked as such, in a wave that is open."""
    press(facilitate(), "Open the demo study")
    (record,) = store.studies()
    (wave,) = store.waves(record.id)
    assert (record.study, wave.status) == (demo_study(), "open")
    assert store.progress(wave.id).rated == 240
