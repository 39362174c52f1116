"""The form where each person rates a part."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound
from jtbd_core.form import preview
from jtbd_core.study import Outcome, Study
from jtbd_core.study.duration import duration
from jtbd_core.study.scale import Rotation, Settings
from jtbd_core.wave import Wave
from tests.form.conftest import PARCEL, Visitor
from tests.form.reading import Page

KEY = tuple(Outcome(id=f"k-{n}", statement=f"Minimize the effort of part {n}", step="prepare") for n in range(20))
LONG = replace(
    PARCEL,
    outcomes=(*KEY, *PARCEL.success_outcomes),
    settings=Settings(rotation=Rotation(key_outcomes=5)),
)


@pytest.fixture
def somebody(arrive: Callable[[Wave], Visitor], open_wave: Callable[[Study], Wave]) -> Visitor:
    """Let one person arrive at a wave where each rates 5 of 20 key outcomes and all 3 success outcomes."""
    return arrive(open_wave(LONG))


def cards_of(visitor: Visitor) -> list[str]:
    """Return the cards of all pages that this visitor is shown, rated on the way."""
    visitor.start()
    visitor.press()
    cards: list[str] = []
    while visitor.page.cards:
        cards += visitor.page.cards
        visitor.rate()
    return cards


def test_a_person_rates_a_part_and_is_done(somebody: Visitor) -> None:
    """Five key outcomes and every success outcome are shown; then all is rated."""
    cards = cards_of(somebody)
    assert len(cards) == 8
    assert {one.id for one in LONG.success_outcomes} <= set(cards)
    assert "You rated all 8 statements" in somebody.page.words
    assert set(somebody.response.ratings) == set(cards)
    assert somebody.response.is_finished


def test_a_reload_shows_the_same_cards(somebody: Visitor) -> None:
    """Before anything is saved the pages are settled."""
    somebody.start()
    somebody.press()
    cards = somebody.page.cards
    assert cards
    assert somebody.open(somebody.path).cards == cards


def test_another_device_shows_the_same_cards(
    somebody: Visitor, arrive: Callable[[Wave], Visitor], store: Store
) -> None:
    """The personal link opens the same part elsewhere."""
    somebody.start()
    somebody.press({"q.haste": "low"})
    elsewhere = arrive(store.wave(somebody.response.wave_id))
    elsewhere.open(f"{somebody.address}/p/{somebody.token}")
    assert elsewhere.page.cards == somebody.page.cards


def test_a_card_that_is_not_shown_is_refused(somebody: Visitor) -> None:
    """Only what is shown can be rated; nothing else is stored."""
    somebody.start()
    somebody.press()
    hidden = next(one.id for one in KEY if one.id not in somebody.page.cards)
    sent = {"outcome": hidden, f"i.{hidden}": "5", f"e.{hidden}": "1"}
    address = f"{somebody.address}/p/{somebody.token}/card"
    assert somebody.client.post(address, data=sent).status_code == 422
    with pytest.raises(NotFound):
        assert somebody.response


def test_the_introduction_tells_the_minutes_of_a_part(somebody: Visitor) -> None:
    """Eight outcomes and two questions are two minutes, not five."""
    assert (duration(LONG), duration(replace(LONG, settings=Settings()))) == (2, 5)
    assert "About 2 min" in somebody.open().words


def test_opening_the_introduction_assigns_nothing(
    open_wave: Callable[[Study], Wave], arrive: Callable[[Wave], Visitor], store: Store
) -> None:
    """Whoever only looks at the first page takes no part from anybody: the next 4 people share all outcomes."""
    wave = open_wave(LONG)
    for _ in range(10):
        arrive(wave).open()
    shown = [one for _ in range(4) for one in cards_of(arrive(wave)) if one.startswith("k-")]
    assert sorted(shown) == sorted(one.id for one in KEY)
    assert store.assignments(wave.id)["respondent"].nunique() == 4


def test_the_preview_shows_one_persons_part() -> None:
    """The facilitator sees as many cards as a respondent does."""
    assert sum(len(Page(html).cards) for name, html in preview(LONG).items() if name[0].isdigit()) == 8
