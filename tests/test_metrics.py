"""The figures of saves."""

from contextlib import nullcontext

import pytest
from prometheus_client import REGISTRY

from jtbd_core.errors import StoreUnavailable, WaveClosed
from jtbd_core.metrics import SECONDS_ANSWERING, SaveMetrics


def count(result: str) -> float:
    """Return how many saves came to a result so far."""
    return REGISTRY.get_sample_value("headway_save_seconds_count", {"result": result}) or 0.0


@pytest.mark.parametrize(
    ("error", "result"),
    [(None, "saved"), (WaveClosed("paused"), "refused"), (StoreUnavailable("full"), "failed"), (KeyError(), "failed")],
)
def test_a_save_is_counted_by_its_result(error: Exception | None, result: str) -> None:
    """Only who has saved something answers."""
    saves, before = SaveMetrics(), count(result)
    with pytest.raises(type(error)) if error else nullcontext(), saves.measured("anna"):
        if error:
            raise error
    assert count(result) == before + 1
    assert saves.people_answering == (result == "saved")


def test_what_saves_nothing_is_not_counted() -> None:
    """A post to an address without a token, such as the start of a form."""
    saves, before = SaveMetrics(), count("saved")
    with saves.measured(""):
        pass
    assert (saves.people_answering, count("saved")) == (0, before)


def test_the_oldest_save_that_waits_is_told() -> None:
    """Until it is durable; then the next oldest, in the end none."""
    now = 0.0
    saves = SaveMetrics(lambda: now)
    with saves.measured("anna"):
        now = 3.0
        with saves.measured("ben"):
            now = 4.0
            assert saves.oldest_unsaved == 4
        assert saves.oldest_unsaved == 4
    assert saves.oldest_unsaved == 0


def test_people_answer_until_they_have_paused_for_two_minutes() -> None:
    """Who saves again is counted once; whoever has gone is forgotten, not only left out."""
    now = 0.0
    saves = SaveMetrics(lambda: now)
    for person in ("anna", "ben", "anna"):
        with saves.measured(person):
            now += 10
    assert saves.people_answering == 2
    now = 25 + SECONDS_ANSWERING
    assert saves.people_answering == 1
    with saves.measured("clara"):
        pass
    assert [*saves._answering] == ["anna", "clara"]
