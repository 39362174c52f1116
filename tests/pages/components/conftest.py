"""An open wave, as the display shows it."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.wave import Wave


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give an open wave of the demo study."""
    return store.open_wave(store.add_study(demo_study()).id)
