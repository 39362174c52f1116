"""The form of a wave that the facilitator paces: pages open for everybody together."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.form.texts import TEXTS, text
from jtbd_core.wave import Progress, Wave
from tests.form.conftest import PARCEL, Visitor

WAITING = text("en", "awaited_title")


@pytest.fixture
def paced(store: Store, wave: Wave) -> Wave:
    """Give a wave in which the facilitator has opened no job step yet."""
    store.set_pace(wave.id, 0)
    return wave


def answer_about(visitor: Visitor) -> None:
    """Start and answer the questions about oneself."""
    visitor.start()
    visitor.press({"q.solution": "courier"})


def test_who_starts_has_joined(visitor: Visitor, store: Store, paced: Wave) -> None:
    """The facilitator sees who waits, before there is anything to answer."""
    visitor.start()
    assert store.progress(paced.id) == Progress(1, 0, 0)


def test_who_taps_start_twice_has_joined_once(visitor: Visitor, store: Store, paced: Wave) -> None:
    """Over a slow network the second tap is there before the reply to the first, whose token the browser drops."""
    visitor.open()
    visitor.client.post(visitor.address, follow_redirects=False)
    visitor.client.cookies.clear()
    visitor.press()
    assert store.progress(paced.id) == Progress(1, 0, 0)


def test_the_first_step_is_waited_for(visitor: Visitor, paced: Wave) -> None:
    """After the questions about oneself a friendly page waits, and looks again without JavaScript."""
    answer_about(visitor)
    assert visitor.page.headings == [WAITING]
    assert int(visitor.reply.headers["Refresh"]) < 10
    assert visitor.reply.status_code == 200


def test_the_waiting_page_goes_on_as_soon_as_the_step_is_open(visitor: Visitor, store: Store, paced: Wave) -> None:
    """ScaleWords for again, it leads to the cards that were opened, and only to them."""
    answer_about(visitor)
    store.set_pace(paced.id, 1)
    visitor.open(visitor.path)
    assert visitor.page.cards == ["box"]
    visitor.rate()
    assert visitor.page.headings == [WAITING]
    store.set_pace(paced.id, 2)
    assert set(visitor.open(visitor.path).cards) == {"time", "queue"}


def test_a_page_that_is_not_open_cannot_be_reached_by_its_address(visitor: Visitor, store: Store, paced: Wave) -> None:
    """Who types the address of a later page waits too."""
    store.set_pace(paced.id, 1)
    answer_about(visitor)
    assert visitor.open(f"{visitor.address}/3").cards == ["box"]
    visitor.rate()
    assert visitor.open(f"{visitor.address}/3").headings == [WAITING]


def test_nobody_is_held_by_cards_that_were_left_out(visitor: Visitor, store: Store, paced: Wave) -> None:
    """Who skipped a page waits like everybody, and may go back to it."""
    store.set_pace(paced.id, 1)
    answer_about(visitor)
    visitor.press(go="continue")
    assert visitor.page.headings == [WAITING]
    assert visitor.page.links[-1].endswith("/1")


def test_stragglers_are_led_on_with_the_others(visitor: Visitor, store: Store, paced: Wave) -> None:
    """Who still rates an earlier step when the next is opened goes on to it, and finishes as usual in the end."""
    store.set_pace(paced.id, 1)
    answer_about(visitor)
    store.set_pace(paced.id, 4)
    while visitor.page.cards:
        visitor.rate()
    assert visitor.response.is_finished
    assert len(visitor.response.ratings) == len(PARCEL.outcomes)


def test_everybodys_own_pace_ends_all_waiting(visitor: Visitor, store: Store, paced: Wave) -> None:
    """The facilitator may let go in the middle."""
    answer_about(visitor)
    store.set_pace(paced.id, None)
    assert visitor.open(visitor.path).cards == ["box"]


@pytest.mark.parametrize("language", list(TEXTS))
def test_the_waiting_page_speaks_every_language(visitor: Visitor, paced: Wave, language: str) -> None:
    """Whoever waits reads why in the language of the form."""
    answer_about(visitor)
    words = visitor.open(f"{visitor.path}?language={language}").words
    assert text(language, "awaited") in words
