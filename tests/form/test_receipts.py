"""The receipt code: see and delete one's answers, at any time."""

from datetime import date

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.form.routes import GUESSES
from jtbd_core.wave import Answers, Rating, Wave
from jtbd_core.wave.retention import End, Retention
from tests.form.conftest import Visitor

TOKEN = "a-token-of-twenty-two-characters"
CODE = access.receipt(TOKEN)


@pytest.fixture
def answered(store: Store, wave: Wave) -> Wave:
    """Let somebody have answered."""
    ratings = (
        Rating(outcome="box", importance=4, experience=2),
        Rating(outcome="calm", importance=5, experience=1),
        Rating(outcome="queue", not_applicable=True),
        Rating(outcome="time"),
    )
    store.save(wave.id, TOKEN, Answers(profile={"solution": "post"}, ratings=ratings, remark="Too <dear>"))
    return wave


def show(visitor: Visitor, code: str = CODE) -> str:
    """Type a receipt code and return the words of the page that follows."""
    visitor.open("/r/receipt")
    return visitor.press({"code": code}).words


def test_the_code_shows_all_answers(visitor: Visitor, answered: Wave) -> None:
    """Every answer is shown in words: profile, ratings, what does not apply, what was skipped, the remark."""
    words = show(visitor)
    assert "What do you use for this today? Post office" in words
    assert "How important is this to you? very important" in words
    assert "How satisfied are you with this today? slightly" in words
    assert "today this … falls far short" in words
    assert "to be served does not apply to me" in words
    assert "hand over the package How important is this to you? no answer" in words
    assert "Too <dear>" in words


def test_the_code_never_stands_in_an_address(visitor: Visitor, answered: Wave) -> None:
    """A screen that shows answers does not show what opens them in its address bar."""
    show(visitor)
    assert visitor.path == "/r/receipt"


def test_the_code_may_be_typed_carelessly(visitor: Visitor, answered: Wave) -> None:
    """Lower case and blanks do no harm."""
    assert "Your answers" in show(visitor, CODE.lower().replace("-", " "))


def test_an_unknown_code_says_so(visitor: Visitor, answered: Wave) -> None:
    """A wrong code opens nothing and can be corrected."""
    assert "There are no answers under this code." in show(visitor, "AAAA-BBBB-CCCC-DDDD")
    assert visitor.reply.status_code == 404


def test_too_many_wrong_codes_must_wait(visitor: Visitor, answered: Wave) -> None:
    """After many wrong codes none is looked up for a while; typos do not count."""
    for _ in range(GUESSES.browser.most):
        assert visitor.client.post("/r/receipt", data={"code": "I" * 16}).status_code == 404
    replies = [visitor.client.post("/r/receipt", data={"code": code}).status_code for code in ("ABC", *["I" * 16] * 9)]
    assert replies[0] == 404
    assert 429 in replies


def test_deleting_needs_the_tick(visitor: Visitor, store: Store, answered: Wave) -> None:
    """Without the tick nothing is deleted, and the page says so."""
    show(visitor)
    assert "Nothing was deleted" in visitor.press(form="/delete").words
    assert store.progress(answered.id).joined == 1


def test_deleting_is_for_good(visitor: Visitor, store: Store, answered: Wave) -> None:
    """With the tick the response and its ratings are gone, and the code opens nothing any more."""
    show(visitor)
    assert "Your answers are deleted" in visitor.press({"sure": "1"}, form="/delete").words
    assert store.progress(answered.id).joined == 0
    assert store.ratings(answered.id).empty
    assert "There are no answers under this code." in show(visitor)


def test_it_is_said_what_stays_for_how_long(visitor: Visitor, answered: Wave, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file within a day, on DuckDB; backups for 14 days only where they are made daily."""
    monkeypatch.setenv("HEADWAY_BACKUPS", "kept")
    show(visitor)
    words = visitor.press({"sure": "1"}).words
    assert "They leave the file of the database within 24 hours. Daily backups hold them for 14 days" in words


def test_deleting_twice_says_that_there_is_nothing(visitor: Visitor, answered: Wave) -> None:
    """A double tap on *Delete* ends in a friendly page."""
    show(visitor)
    for _ in range(2):
        reply = visitor.client.post("/r/receipt/delete", data={"code": CODE, "sure": "1"})
    assert reply.status_code == 404


def test_a_closed_wave_still_shows_and_deletes(visitor: Visitor, store: Store, answered: Wave) -> None:
    """The right to see and delete does not end with the wave."""
    store.set_status(answered.id, "closed")
    assert "Your answers" in show(visitor)
    visitor.press({"sure": "1"}, form="/delete")
    assert store.progress(answered.id).joined == 0


def test_a_closed_wave_leads_to_the_receipt(visitor: Visitor, store: Store, answered: Wave) -> None:
    """The page of a closed wave has the way to see or delete answers."""
    store.set_status(answered.id, "closed")
    assert "/r/receipt" in visitor.open().links


def test_the_thanks_lead_to_the_answers(visitor: Visitor) -> None:
    """From the thanks one press shows one's own answers."""
    visitor.start()
    visitor.press({"q.solution": "courier"})
    visitor.press(go="enough")
    assert "Courier" in visitor.press(form="/r/receipt").words


def test_after_deleting_one_can_answer_anew(visitor: Visitor, store: Store, wave: Wave) -> None:
    """Who deleted everything meets the introduction, not a broken link."""
    visitor.start()
    visitor.press({"q.solution": "courier"})
    store.delete_response(visitor.response.id)
    visitor.open()
    assert visitor.path == visitor.address
    visitor.press()
    assert visitor.page.form().chosen == {}


@pytest.mark.parametrize("code", ["", "\0", "ä" * 10_000, "<script>"])
def test_nonsense_for_a_code(visitor: Visitor, answered: Wave, code: str) -> None:
    """Nonsense for a code is refused and comes back harmless."""
    reply = visitor.client.post("/r/receipt", data={"code": code})
    assert 400 <= reply.status_code < 500
    assert "<script>" not in reply.text


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("anonymise", "are kept until January 5, 2999. After that they are anonymised"),
        ("delete", "and deleted for good"),
    ],
)
def test_the_page_says_until_when_answers_are_kept(
    visitor: Visitor, store: Store, answered: Wave, end: End, said: str
) -> None:
    """Beside them, where the facilitator has set a day; where none is set it says nothing of one."""
    assert "kept until" not in show(visitor)
    store.set_retention(answered.study_id, Retention(until=date(2999, 1, 5), end=end))
    assert said in show(visitor)
