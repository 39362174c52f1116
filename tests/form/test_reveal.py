"""What respondents see after the reveal: where they differ most from the group."""

import pytest

from jtbd_core.access import receipt
from jtbd_core.contract import Store
from jtbd_core.form.texts import TEXTS, text
from jtbd_core.wave import Answers, Rating, Wave
from tests.form.conftest import Visitor
from tests.form.reading import Page

TITLE = text("en", "differ")


def let_others_rate(store: Store, wave: Wave, people: int) -> None:
    """Let others find finding a box unimportant, where the visitor finds it extremely important."""
    for number in range(people):
        ratings = (
            Rating(outcome="box", importance=1, experience=2),
            Rating(outcome="calm", importance=5, experience=2),
        )
        store.save(wave.id, f"{number:022}", Answers(ratings=ratings))


@pytest.fixture
def finished(visitor: Visitor) -> Visitor:
    """Let one person rate everything: extremely important, second-lowest experience."""
    visitor.rate_all()
    return visitor


def thanks(visitor: Visitor) -> Page:
    """Open the thanks page."""
    return visitor.open(f"{visitor.address}/thanks")


def test_before_the_reveal_nothing_of_the_group_is_shown(finished: Visitor, store: Store, wave: Wave) -> None:
    """The thanks page says what will stand here, and no more."""
    let_others_rate(store, wave, 20)
    assert TITLE not in thanks(finished).headings
    assert "When the facilitator reveals the results" in finished.page.words


def test_after_the_reveal_the_thanks_show_where_one_differs(finished: Visitor, store: Store, wave: Wave) -> None:
    """The outcome, in which direction, and both answers in words; what is rated alike is left out."""
    let_others_rate(store, wave, 6)
    store.reveal(wave.id)
    words = thanks(finished).words
    assert TITLE in finished.page.headings
    assert "Minimize the effort it takes to find a box More important to you than to the group." in words
    assert "You: extremely important The group: slightly important" in words
    assert "I feel sure" not in words
    assert "When the facilitator reveals" not in words


def test_five_others_are_needed(finished: Visitor, store: Store, wave: Wave) -> None:
    """Four others could be told from the average; then the page says that too few have rated."""
    let_others_rate(store, wave, 4)
    store.reveal(wave.id)
    assert "too few others" in thanks(finished).words
    assert "find a box" not in finished.page.words


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_the_personal_page_shows_it_when_no_answers_are_taken(
    finished: Visitor, store: Store, wave: Wave, status: str
) -> None:
    """By the cookie and by the personal link it stands on the page of a paused or closed wave."""
    let_others_rate(store, wave, 6)
    store.reveal(wave.id)
    store.set_status(wave.id, status)  # type: ignore[arg-type]
    for path in (finished.address, f"{finished.address}/p/{finished.token}"):
        assert "More important to you" in finished.open(path).words


def test_closing_alone_reveals_nothing(finished: Visitor, store: Store, wave: Wave) -> None:
    """A wave that is closed without a reveal keeps the group's answers to the facilitator."""
    let_others_rate(store, wave, 6)
    store.set_status(wave.id, "closed")
    assert TITLE not in finished.open().headings


def test_the_receipt_shows_it_too(finished: Visitor, visitor: Visitor, store: Store, wave: Wave) -> None:
    """Whoever has only the receipt code reads the same."""
    let_others_rate(store, wave, 6)
    store.reveal(wave.id)
    page = Page(visitor.client.post("/r/receipt", data={"code": receipt(finished.token)}).text)
    assert "More important to you than to the group." in page.words


def test_a_stranger_is_shown_nothing_of_the_group(finished: Visitor, store: Store, wave: Wave) -> None:
    """Who has not answered reads nothing about those who have."""
    let_others_rate(store, wave, 6)
    store.reveal(wave.id)
    store.set_status(wave.id, "closed")
    finished.client.cookies.clear()
    assert TITLE not in finished.open().headings


@pytest.mark.parametrize("language", TEXTS)
def test_each_language_says_it(finished: Visitor, store: Store, wave: Wave, language: str) -> None:
    """The words around the statements are those of the language that was chosen."""
    let_others_rate(store, wave, 6)
    store.reveal(wave.id)
    page = finished.open(f"{finished.address}/thanks?language={language}")
    assert text(language, "differ") in page.headings
    assert text(language, "importance_more") in page.words
