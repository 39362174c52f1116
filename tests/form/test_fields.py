"""The fields of a post: what no page could have sent is refused in one sentence, and nothing of it is stored."""

from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound
from jtbd_core.wave import Rating, Wave
from tests.form.conftest import Visitor

FORM = {"content-type": "application/x-www-form-urlencoded"}


POINTS = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}


def ratings_of(store: Store, token: str) -> dict[str, Rating]:
    """Return the ratings stored under a token, none if there is no response."""
    try:
        return dict(store.response(token).ratings)
    except NotFound:
        return {}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"e.nonsense=3", 422),
        (b"e.calm=3", 422),
        (b"e.box=0", 422),
        (b"e.box=6", 422),
        (b"e.box=3.0", 422),
        (b"e.box=three", 422),
        (b"e.box=%D9%A3", 422),
        (b"e.box=%2B3", 422),
        (b"n.box=yes", 422),
        (b"e.box=3&go=anywhere", 422),
        (b"q.solution=post", 422),
        (b"e.box=3&e.box=3", 400),
        (b"e.box=3%00", 400),
        (b"e.box=%ff", 400),
        (b"e.box=\xff", 400),
        (b"%zz=%zz", 422),
        (b"{}", 422),
        (b"a&" * 2000, 400),
    ],
)
def test_a_body_that_no_page_sends(
    visitor: Visitor, store: Store, wave: Wave, cards: str, body: bytes, status: int
) -> None:
    """Unknown outcomes, values outside 1–5, repeated fields and broken text are each refused."""
    reply = visitor.client.post(cards, content=body, headers=FORM)
    assert reply.status_code == status
    assert "<h1>That was not saved</h1>" in reply.text
    assert store.progress(wave.id).joined == 0


@pytest.mark.parametrize("page", ["about", "question", "thanks", "card", "nowhere", "9"])
def test_a_body_meant_for_another_page(visitor: Visitor, store: Store, wave: Wave, cards: str, page: str) -> None:
    """Each page takes its own fields only."""
    reply = visitor.client.post(cards.removesuffix("1") + page, content=b"e.box=3", headers=FORM)
    assert reply.status_code in (404, 422)
    assert store.progress(wave.id).joined == 0


@pytest.mark.parametrize("page", ["about", "question"])
@pytest.mark.parametrize("body", [b"q.haste=never", b"q.weather=low"])
def test_an_answer_about_the_respondent_that_is_not_offered(
    visitor: Visitor, store: Store, wave: Wave, cards: str, page: str, body: bytes
) -> None:
    """Unknown questions and options are refused."""
    reply = visitor.client.post(cards.removesuffix("1") + page, content=body, headers=FORM)
    assert reply.status_code == 422
    assert store.progress(wave.id).joined == 0


def test_a_remark_that_is_too_long(visitor: Visitor, store: Store, wave: Wave, cards: str) -> None:
    """A longer text than the page lets one type is refused with the limit."""
    reply = visitor.client.post(cards.removesuffix("1") + "thanks", data={"remark": "x" * 2001})
    assert reply.status_code == 422
    assert "longer than 2,000 characters" in reply.text
    assert store.progress(wave.id).joined == 0


names = st.sampled_from(["i.box", "e.box", "n.box", "e.calm", "q.haste", "go", "outcome", "remark", ""]) | st.text()


values = st.sampled_from([*POINTS, "", "0", "6", "low", "box", "continue", "enough", "back"]) | st.text()


bodies = st.binary() | st.lists(st.tuples(names, values), max_size=4).map(
    lambda pairs: urlencode(pairs, errors="surrogatepass").encode()
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(body=bodies, page=st.sampled_from(["1", "about", "thanks", "card"]))
def test_arbitrary_bodies_do_no_harm(visitor: Visitor, store: Store, wave: Wave, body: bytes, page: str) -> None:
    """Whatever is posted never breaks the server, and leaves only ratings that a card can give."""
    visitor.client.cookies.clear()
    visitor.start()
    token = visitor.token
    address = f"{visitor.address}/p/{token}/{page}"
    reply = visitor.client.post(address, content=body, headers=FORM, follow_redirects=False)
    stored = ratings_of(store, token)
    assert reply.status_code in {"1": (303, 400, 422), "card": (204, 400, 422)}.get(page, (303, 400, 422))
    assert set(stored) <= ({"box"} if page == "1" else {"box", "calm"} if page == "card" else set())
    assert not (stored and reply.status_code >= 400)
    for name, rating in stored.items():
        assert rating in (Rating(outcome=name, not_applicable=True), as_sent(name, body))


def as_sent(name: str, body: bytes) -> Rating:
    """Return the rating that a well-formed body gives, read without the form's own code."""
    sent = dict(pair.split("=", 1) for pair in body.decode().split("&") if "=" in pair)
    return Rating(
        outcome=name, importance=POINTS.get(sent.get(f"i.{name}")), experience=POINTS.get(sent.get(f"e.{name}"))
    )


@pytest.mark.parametrize("seconds", ["-1", "nan", "1e3", "86400.5", "99999", "1,5", "x", "1" * 400])
def test_a_time_that_no_card_takes(visitor: Visitor, store: Store, wave: Wave, cards: str, seconds: str) -> None:
    """A time that is no number, negative or above a day refuses the card."""
    sent = {"outcome": "box", "e.box": "3", "t": seconds}
    assert visitor.client.post(cards.removesuffix("1") + "card", data=sent).status_code == 422
    assert store.version(wave.id).rows == 0


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
