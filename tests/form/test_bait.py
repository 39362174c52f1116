"""A field that people do not see: only programs fill it in."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from tests.form.conftest import Visitor


@pytest.mark.parametrize(("written", "is_flagged"), [("", False), ("https://example.com", True)])
def test_who_fills_in_what_people_do_not_see_is_flagged(
    visitor: Visitor, store: Store, wave: Wave, written: str, is_flagged: bool
) -> None:
    """The answers are kept like all others; whoever judges them is told."""
    visitor.start()
    cards = visitor.press().form().action
    assert 'name="website"' in visitor.client.get(cards).text
    visitor.client.post(cards, data={"e.box": "3", "website": written, "go": "continue"})
    assert set(store.cards(wave.id)["took_bait"]) == {is_flagged}
    assert visitor.response.ratings["box"].experience == 3
