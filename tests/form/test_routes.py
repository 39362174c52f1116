"""The routes of the form: which addresses and methods they take."""

import pytest

from tests.form.conftest import PARCEL, Visitor


@pytest.mark.parametrize(
    "path", ["/r/%00", "/r/%ff%fe", "/r/%25zz", "/r/%F0%9F%92%A9", "/j/%00", "/j/%ff", "/join?code=%ff%00"]
)
def test_a_path_that_is_no_text(visitor: Visitor, path: str) -> None:
    """NUL bytes, broken UTF-8 and broken percent-encoding in an address open nothing."""
    visitor.open(path)
    assert visitor.reply.status_code == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("ending", ["", "/1", "/leave"])
def test_another_method(visitor: Visitor, method: str, ending: str) -> None:
    """A method that an address does not take gets a page that says so, and the methods it takes."""
    reply = visitor.client.request(method, visitor.address + ending)
    assert reply.status_code == 405
    assert "Not this way" in reply.text
    assert reply.headers["allow"]


def test_answers_cannot_be_sent_to_the_shared_address(visitor: Visitor, cards: str) -> None:
    """Answers need the token in their address: the cookie alone, which a foreign page could use, is not enough."""
    assert visitor.client.post(f"{visitor.address}/1", data={"e.box": "3"}).status_code == 405


def test_a_slash_too_many_does_no_harm(visitor: Visitor) -> None:
    """A link with a slash at its end opens the form."""
    assert PARCEL.title in visitor.open(f"{visitor.address}/").headings
