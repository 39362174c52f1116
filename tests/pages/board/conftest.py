"""The demo study's closed wave, and the key of its results."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.wave import Wave
from tests.links import results_key

STUDY = demo_study()


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give the demo study's closed wave."""
    return store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY))


@pytest.fixture
def key(store: Store, wave: Wave) -> str:
    """Give the key that opens the results."""
    return results_key(store, wave.study_id)
