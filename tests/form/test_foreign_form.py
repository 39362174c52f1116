"""A form is taken from our own pages only."""

from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from tests.form.conftest import Visitor


def test_a_form_on_a_foreign_page(visitor: Visitor, store: Store, wave: Wave, cards: str) -> None:
    """A form that a browser says is foreign is refused, and one of our own is taken."""
    foreign, own = ({"sec-fetch-site": site} for site in ("cross-site", "same-origin"))
    assert visitor.client.post(cards, data={"e.box": "3"}, headers=foreign).status_code == 403
    assert store.progress(wave.id).joined == 0
    assert visitor.client.post(cards, data={"e.box": "3"}, headers=own).status_code == 200
