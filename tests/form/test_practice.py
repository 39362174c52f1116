"""Practice over HTTP: what it shows, what it stores, whom it turns away."""

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError
from jtbd_core.form import Form, practice
from jtbd_core.form.practice import OF_ADDRESS, OF_ALL, Practice
from jtbd_core.study.practice import Exercise, quizzes
from jtbd_core.wave import Wave
from jtbd_core.web.buckets import Buckets
from tests.form.conftest import TestClient, Visitor


def take(visitor: Visitor, answer: Callable[[Exercise], str]) -> Iterator[httpx.Response]:
    """Take a quiz and yield each explanation and, last, the end; `answer` names the answer to an exercise."""
    visitor.open("/practice?order=5")
    for one in quizzes(5)[0]:
        given = visitor.page.form().chosen | {"given": ""}
        place = list(one.answers).index(answer(one))
        (chosen,) = [value for value in visitor.page.form().choices["given"] if value.endswith(str(place))]
        visitor.open(f"/practice?{httpx.QueryParams(given | {'given': chosen})}")
        yield visitor.reply
        visitor.open(visitor.page.links[-1])
    yield visitor.reply


def asked(address: str, query: str = "") -> Request:
    """Return the request of somebody at a network address."""
    client = {"client": (address, 1), "headers": [], "query_string": query.encode()}
    return Request({"type": "http", "method": "GET", "path": "/practice", **client})


def test_each_answer_is_explained_at_once(visitor: Visitor) -> None:
    """Whoever is right reads so and why; at the end of ten right answers there is nothing to remember."""
    *explained, end = take(visitor, lambda one: one.answer)
    for one, reply in zip(quizzes(5)[0], explained, strict=True):
        assert one.explanation in reply.text
        assert "Right." in reply.text
        assert "Not quite." not in reply.text
    assert "10 of 10 right" in end.text
    assert "What to remember" not in end.text


def test_who_is_wrong_reads_what_is_right_and_what_to_remember(visitor: Visitor) -> None:
    """The right answer is marked beside the given one; the end has a sentence for each kind that went wrong."""
    *explained, end = take(visitor, lambda one: next(name for name in one.answers if name != one.answer))
    for one, reply in zip(quizzes(5)[0], explained, strict=True):
        assert f"<span>{one.answers[one.answer]}</span> <small>the right answer ✓</small>" in reply.text
        assert "your answer ✗" in reply.text
        assert one.explanation in reply.text
    assert "0 of 10 right" in end.text
    assert all(question.remember in end.text for question in practice.QUESTIONS.values())
    assert all(one.statement in end.text for one in quizzes(5)[0])


def test_nothing_is_stored_of_anybody(visitor: Visitor, tmp_path: Path) -> None:
    """After a quiz the database is the same to the byte, the browser has no cookie, and no page was kept."""

    def stored() -> dict[str, str]:
        return {path.name: sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir()}

    before = stored()
    replies = [visitor.client.get("/practice"), *take(visitor, lambda one: one.answer)]
    assert stored() == before
    assert not visitor.client.cookies
    assert all("set-cookie" not in reply.headers for reply in replies)
    assert {reply.headers["cache-control"] for reply in replies} == {"no-store"}
    assert all("<script" not in reply.text for reply in replies)


def test_it_asks_no_database(visitor: Visitor, store: Store) -> None:
    """A quiz goes on where the store is closed."""
    store.close()
    assert visitor.client.get("/practice?order=1").status_code == 200


def test_everybody_who_opens_it_has_an_order_of_their_own(visitor: Visitor) -> None:
    """The start leads to one of thousands of orders; the address of a quiz gives the same to all."""
    assert len({visitor.open("/practice").links[0] for _ in range(8)}) > 1
    assert visitor.open("/practice?order=4").words == visitor.open("/practice?order=4&quiz=1&at=1").words


@pytest.mark.parametrize("query", ["order=x", "order=1&quiz=99", "order=1&given=9", "order=1&at=3", "order=%ff"])
def test_an_address_that_no_page_has_is_told_so(visitor: Visitor, query: str) -> None:
    """It is not found, in words."""
    visitor.open(f"/practice?{query}")
    assert visitor.reply.status_code == 404
    assert "Nothing here" in visitor.page.words


def test_it_answers_nothing_but_questions_for_its_pages(visitor: Visitor) -> None:
    """Posts are refused, a slash at the end leads on."""
    assert visitor.client.post("/practice").status_code == 405
    assert visitor.client.get("/practice/").url.path == "/practice"


def test_it_is_found_under_the_path_of_a_proxy(store: Store, wave: Wave) -> None:
    """All that its pages lead to, and the style that they load, lies under that path."""
    visitor = Visitor(TestClient(Form(Starlette(), store, "/headway")), store, wave)
    visitor.open("/headway/practice")
    visitor.open(visitor.page.links[0])
    assert visitor.page.form().action == "/headway/practice"
    visitor.open(f"/headway/practice?{httpx.QueryParams(visitor.page.form().chosen | {'given': '0'})}")
    assert visitor.page.links[0].startswith("/headway/practice?order=")
    assert set(re.findall(r'="(/[^/"]+)/', visitor.reply.text)) == {"/headway"}


def test_one_address_cannot_use_up_the_server() -> None:
    """A flood from one address is slowed down, says when to go on, and costs nobody else anything; it ends."""
    now = [0.0]
    quiz = Practice(Buckets(lambda: now[0]))
    served = [quiz.show(asked("192.0.2.1", "order=1")).status_code for _ in range(OF_ADDRESS.most + 5)]
    assert served == [200] * OF_ADDRESS.most + [429] * 5
    turned_away = quiz.show(asked("192.0.2.1", 'order=1&"><b>'))
    assert int(turned_away.headers["retry-after"]) >= 1
    assert b"Try again" in turned_away.body
    assert b"<b>" not in turned_away.body
    assert quiz.show(asked("192.0.2.2")).status_code == 200
    now[0] += 1
    assert quiz.show(asked("192.0.2.1")).status_code == 200


def test_many_addresses_cannot_use_up_the_server_either() -> None:
    """All together are given so many pages, from however many addresses."""
    quiz = Practice(Buckets(lambda: 0.0))
    served = [quiz.show(asked(f"192.0.{n // 250}.{n % 250}")).status_code for n in range(OF_ALL.most + 5)]
    assert served == [200] * OF_ALL.most + [429] * 5


def test_an_operator_can_switch_it_off(monkeypatch: pytest.MonkeyPatch, store: Store, wave: Wave) -> None:
    """With HEADWAY_PRACTICE=off its address leads nowhere, and any word but on and off is refused."""
    monkeypatch.setenv("HEADWAY_PRACTICE", "off")
    visitor = Visitor(TestClient(Form(Starlette(), store)), store, wave)
    assert visitor.open("/practice").words.startswith("Nothing here")
    monkeypatch.setenv("HEADWAY_PRACTICE", "no")
    with pytest.raises(JtbdError, match="on or off"):
        practice.offers_practice()
