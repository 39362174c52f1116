"""The margin of a study: kept, replaced, and taken away."""

import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.errors import Refused
from jtbd_core.wave import Wave
from jtbd_core.wave.margin import Margin

MARGIN = Margin(question="haste", shares=(("low", 705), ("high", 295)))


def test_a_margin_is_kept_and_replaced(store: Store, wave: Wave) -> None:
    """A study has one or none, with its options in their order."""
    assert store.margin(wave.study_id) is None
    store.set_margin(wave.study_id, MARGIN)
    assert store.margin(wave.study_id) == MARGIN
    other = Margin(question="solution", shares=(("post", 500), ("courier", 500)))
    store.set_margin(wave.study_id, other)
    assert store.margin(wave.study_id) == other
    store.set_margin(wave.study_id, None)
    assert store.margin(wave.study_id) is None


def test_a_margin_is_of_a_question_of_its_study(store: Store, wave: Wave) -> None:
    """An unknown option is refused, and the margin before stays."""
    store.set_margin(wave.study_id, MARGIN)
    with pytest.raises(Refused, match="no answer “low” to that question"):
        store.set_margin(wave.study_id, replace(MARGIN, question="solution"))
    assert store.margin(wave.study_id) == MARGIN


def test_a_deleted_study_takes_its_margin_with_it(store: Store, wave: Wave) -> None:
    """Nothing of it is left."""
    store.set_margin(wave.study_id, MARGIN)
    store.delete_study(wave.study_id)
    assert store.margin(wave.study_id) is None
