"""What no page of the form could have sent is refused in one sentence, and nothing of it is stored."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.wave import Wave
from tests.form.conftest import Visitor

FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "http://["},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "http://headway.test"},
    ],
)
def test_a_form_on_a_foreign_page(
    visitor: Visitor, store: Store, wave: Wave, cards: str, headers: dict[str, str]
) -> None:
    """A form that a browser says is foreign is refused."""
    reply = visitor.client.post(cards, data={"e.box": "3"}, headers=headers)
    assert reply.status_code == 403
    assert store.progress(wave.id).joined == 0


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://headway.test"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"sec-fetch-site": "none"},
    ],
)
def test_a_form_of_our_own_page(visitor: Visitor, cards: str, headers: dict[str, str]) -> None:
    """What browsers old and new say of our own pages is accepted."""
    assert visitor.client.post(cards, data={"e.box": "3"}, headers=headers).status_code == 200
