"""Saves that arrive in another order than they were tapped, as HTTP."""

import time

import pytest

from jtbd_core.form import fields
from tests.form.conftest import Visitor

DAY = 24 * 3600 * 1000


def save(visitor: Visitor, importance: int, tapped: object = None) -> int:
    """Save one card as the script does; return the status."""
    stamp = {} if tapped is None else {"s": str(tapped)}
    fields = {"outcome": "box", "i.box": str(importance), **stamp}
    return visitor.client.post(f"{visitor.address}/p/{visitor.token}/card", data=fields).status_code


def save_question(visitor: Visitor, option: str, tapped: object = None) -> int:
    """Save one answer about the respondent as the script does; return the status."""
    stamp = {} if tapped is None else {"s": str(tapped)}
    return visitor.client.post(
        f"{visitor.address}/p/{visitor.token}/question", data={"q.solution": option, **stamp}
    ).status_code


def now() -> int:
    """Return the time in milliseconds."""
    return int(time.time() * 1000)


def kept(visitor: Visitor) -> int | None:
    """Return the importance that is stored."""
    return visitor.response.ratings["box"].importance


def test_a_save_that_was_tapped_earlier_and_arrives_later_changes_nothing(visitor: Visitor) -> None:
    """It is acknowledged, so that the phone is at peace, and the newer tap stays."""
    visitor.start()
    assert [save(visitor, 5, now()), save(visitor, 1, now() - 9000)] == [204, 204]
    assert kept(visitor) == 5


def test_a_page_sent_without_the_script_replaces_what_was_tapped(visitor: Visitor) -> None:
    """Also where the phone's clock was ahead: the page was sent after the tap."""
    visitor.start()
    save(visitor, 5, now() + 600_000)
    visitor.open(f"{visitor.address}/1")
    visitor.press({"i.box": "2"})
    assert kept(visitor) == 2


def test_a_clock_far_ahead_blocks_nothing(visitor: Visitor) -> None:
    """A phone that lives in another year saves its taps in the order in which they arrive."""
    visitor.start()
    for importance, tapped in ((1, now() + 900 * DAY), (2, now() + 800 * DAY)):
        assert save(visitor, importance, tapped) == 204
    assert kept(visitor) == 2
    assert visitor.response.tapped < now() + 2 * DAY


def test_an_acknowledged_tap_counts_after_the_clock_was_put_back(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the server's clock went back three days, saves count in the order of their arrival."""
    visitor.start()
    assert [save(visitor, 5, now()), save_question(visitor, "courier", now())] == [204, 204]
    monkeypatch.setattr(fields, "clock", lambda: now() - 3 * DAY)
    for importance, option, tapped in ((1, "post", now() + 10), (2, "courier", now() + 20), (3, "", None)):
        assert [save(visitor, importance, tapped), save_question(visitor, option, tapped)] == [204, 204]
        assert kept(visitor) == importance
        assert visitor.response.profile.get("solution", "") == option


@pytest.mark.parametrize("wrong", ["-1", "1.5", "1e9", "9" * 16, "x"])
def test_a_time_that_is_none_is_refused(visitor: Visitor, wrong: str) -> None:
    """The script sends milliseconds and nothing else."""
    visitor.start()
    assert (save(visitor, 5, wrong), save_question(visitor, "post", wrong)) == (422, 422)


def test_an_answer_about_oneself_that_arrives_late_changes_nothing(visitor: Visitor) -> None:
    """What was tapped last stays, also where that took the first answer back before it had arrived."""
    visitor.start()
    assert [save_question(visitor, "courier", now()), save_question(visitor, "post", now() - 9000)] == [204, 204]
    assert visitor.response.profile == {"solution": "courier"}
    assert [save_question(visitor, "", now() + 5000), save_question(visitor, "post", now())] == [204, 204]
    assert visitor.response.profile == {}


def test_a_page_about_oneself_sent_without_the_script_replaces_what_was_tapped(visitor: Visitor) -> None:
    """Also where the phone's clock was ahead; a card tapped on that phone afterwards counts too."""
    visitor.start()
    save_question(visitor, "courier", now() + 600_000)
    visitor.open(f"{visitor.address}/about")
    visitor.press({"q.solution": "post"})
    assert visitor.response.profile == {"solution": "post"}
    assert visitor.response.tapped > now() + 500_000
