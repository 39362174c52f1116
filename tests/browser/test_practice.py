"""Practice in a real browser: on a phone without scripts, by keyboard, and for everybody."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from jtbd_core.contract import Store
from jtbd_core.study.practice import Exercise, quizzes
from tests.browser.conftest import Visitors
from tests.browser.respondent import check
from tests.server import Headway


@pytest.fixture
def practice(served: tuple[Store, str]) -> str:
    """Return the address of practice."""
    return f"{served[1]}/practice"


def choose(page: Page, label: str) -> None:
    """Choose an answer and wait for its explanation."""
    page.get_by_role("button", name=label, exact=True).click()
    expect(page.locator("#why")).to_be_in_viewport()


def walk(page: Page, order: int, wrong: int) -> Iterator[Exercise]:
    """Take the first quiz of an order from its first question, the first `wrong` answers wrong; yield at each reply."""
    for place, one in enumerate(quizzes(order)[0]):
        labels = [label for name, label in one.answers.items() if (name == one.answer) != (place < wrong)]
        choose(page, labels[0])
        yield one
        page.get_by_role("link", name="Next question" if place < 9 else "How it went", exact=True).click()


def test_a_team_takes_it_on_phones_without_scripts(visitors: Visitors, practice: str) -> None:
    """From the link to the end of ten: each answer is explained below the statement, then comes what to remember."""
    phone = visitors.phone(java_script_enabled=False)
    phone.goto(practice)
    expect(phone.get_by_text("Nothing is stored about you")).to_be_visible()
    phone.goto(f"{practice}?order=11")
    for place, one in enumerate(walk(phone, 11, wrong=3), start=1):
        expect(phone.get_by_text(f"Question {place} of 10")).to_be_visible()
        expect(phone.locator("#why")).to_have_text(f"{'Not quite.' if place <= 3 else 'Right.'} {one.explanation}")
        expect(phone.get_by_role("heading", level=1)).to_have_text(f"“{one.statement}”")
        expect(phone.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(phone.get_by_role("heading", level=1)).to_have_text("7 of 10 right")
    missed = quizzes(11)[0][:3]
    assert [phone.get_by_text(one.statement).is_visible() for one in missed] == [True] * 3
    phone.get_by_role("link", name="Another ten").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(f"“{quizzes(11)[1][0].statement}”")
    phone.go_back()
    phone.get_by_role("link", name="Try these ten again").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(f"“{missed[0].statement}”")
    assert phone.context.cookies() == []


def test_by_keyboard_alone(wide: Page, practice: str) -> None:
    """Tab leads to the answers, Enter gives one; the focus is then on the explanation, and one Tab leads on."""
    wide.goto(f"{practice}?order=2")
    wide.keyboard.press("Tab")
    wide.keyboard.press("Tab")
    expect(wide.get_by_role("button").nth(1)).to_be_focused()
    wide.keyboard.press("Enter")
    expect(wide.locator("#why")).to_be_focused()
    wide.keyboard.press("Tab")
    expect(wide.get_by_role("link", name="Next question")).to_be_focused()
    wide.keyboard.press("Enter")
    expect(wide.get_by_text("Question 2 of 10")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("letters", ["100%", "200%"])
def test_every_page_is_accessible(visitors: Visitors, practice: str, scheme: str, letters: str) -> None:
    """Axe finds nothing and nothing scrolls sideways, 320 pixels wide, in light and dark, also with large letters."""
    page = visitors.phone(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.add_init_script(f"addEventListener('load', () => document.documentElement.style.fontSize = '{letters}')")
    longest = max(range(40), key=lambda order: len(quizzes(order)[0][0].statement))
    for query in (
        "",
        f"?order={longest}",
        "?order=1&at=1&given=1",
        "?order=1&at=1&given=0",
        f"?order=3&at=11&given={'0' * 10}",
    ):
        page.goto(f"{practice}{query}")
        for words in page.locator("summary").all():
            words.click()
        check(page)


def test_it_reads_from_right_to_left_as_well(visitors: Visitors, practice: str) -> None:
    """Turned round, nothing is cut off, and what marks the explanation stands at its start."""
    page = visitors.phone(viewport={"width": 320, "height": 640})
    page.goto(f"{practice}?order=1&at=1&given=1")
    page.evaluate("document.documentElement.dir = 'rtl'")
    check(page)
    assert page.locator("#why").evaluate("one => getComputedStyle(one).borderRightWidth") == "4px"


def test_a_server_of_ours_logs_nothing_of_it(phone: Page, own_headway: Headway) -> None:
    """The whole program serves it as well, and prints no line for it."""
    said = list(own_headway.output)
    phone.goto(f"{own_headway.url}/practice")
    phone.get_by_role("link", name="Start").click()
    phone.get_by_role("button").first.click()
    expect(phone.locator("#why")).to_be_visible()
    assert own_headway.output == said
