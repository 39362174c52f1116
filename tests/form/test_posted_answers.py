"""What is used today: chosen or in own words, and named in the questions about experience."""

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from jtbd_core.access import receipt
from jtbd_core.contract import Store
from jtbd_core.form import preview
from jtbd_core.form.texts import TEXTS, text
from jtbd_core.study import Study
from jtbd_core.study.scale import Instrument
from jtbd_core.wave import Wave
from tests.form.conftest import PARCEL, Visitor

Arrive = Callable[[Wave], Visitor]
Open = Callable[[Study], Wave]

EXPECTING = replace(PARCEL, settings=replace(PARCEL.settings, key=Instrument(scale="expectation", anchor=3)))
PLAIN = "How satisfied are you with this today?"


def bare(html: str) -> str:
    """Return a page without its tags."""
    return re.sub(r"<[^>]*>", "", html)


@pytest.mark.parametrize(
    ("study", "asked"),
    [
        (PARCEL, "How satisfied are you with this today, using Courier?"),
        (EXPECTING, "Compared with what you expect, using Courier today, this …"),
    ],
    ids=["satisfaction", "expectation"],
)
def test_the_question_about_experience_names_the_solution(
    arrive: Arrive, open_wave: Open, study: Study, asked: str
) -> None:
    """Each card asks about what was chosen, and so does the preview about the first one there is to choose."""
    visitor = arrive(open_wave(study))
    visitor.start()
    visitor.press({"q.solution": "courier"})
    assert bare(visitor.reply.text).count(asked) == len(visitor.page.cards)
    assert asked.replace("Courier", "Post office") in bare(list(preview(study).values())[2])


@pytest.mark.parametrize(
    "chosen", [{}, {"q.solution": ""}, {"q.solution": "*"}], ids=["nothing", "rather not", "something else unnamed"]
)
def test_without_a_solution_the_question_names_none(visitor: Visitor, chosen: dict[str, str]) -> None:
    """Who chose none is asked about today."""
    visitor.start()
    assert PLAIN in visitor.press(chosen).words


@pytest.mark.parametrize("language", TEXTS)
def test_every_language_names_it(visitor: Visitor, language: str) -> None:
    """Something else stands in the question in the words of whoever uses it, to the letter."""
    visitor.client.headers["accept-language"] = language
    visitor.start()
    assert text(language, "solution_most") in visitor.page.words
    visitor.press({"q.solution": "*", "q.solution.own": " Pigeons\t& <b>doves</b> "})
    assert visitor.reply.text.count("<bdi>Pigeons &amp; &lt;b&gt;doves&lt;/b&gt;</bdi>") == len(visitor.page.cards)


def test_something_else_is_kept_in_own_words(visitor: Visitor, store: Store, wave: Wave) -> None:
    """It is there when the page is opened again, can be renamed, and is among the answers of the receipt."""
    visitor.start()
    visitor.press({"q.solution": "*", "q.solution.own": "Pigeons"})
    about = visitor.open(f"{visitor.address}/about").form()
    assert (about.chosen["q.solution"], about.choices["q.solution.own"]) == ("*", {"Pigeons"})
    visitor.press({"q.solution": "*", "q.solution.own": "Doves"})
    shown = visitor.client.post("/r/receipt", data={"code": receipt(visitor.token)}).text
    assert "something else: Doves" in shown
    assert [(one.kind, one.text) for one in store.remarks(wave.id)] == [("solution", "Doves")]
    visitor.open(f"{visitor.address}/about")
    visitor.press({"q.solution": "post", "q.solution.own": "Doves"})
    assert (visitor.response.profile["solution"], store.remarks(wave.id)) == ("post", [])


def test_words_without_a_choice_are_not_lost(visitor: Visitor) -> None:
    """Who types what they use, and has no script that ticks it, is taken at their word."""
    visitor.start()
    visitor.press({"q.solution.own": "Pigeons"})
    assert (visitor.response.profile, visitor.response.own_solution) == ({"solution": "*"}, "Pigeons")


def test_words_that_are_too_long_are_refused(visitor: Visitor) -> None:
    """The whole post is, and says so."""
    visitor.start()
    visitor.press({"q.solution": "*", "q.solution.own": "x" * 81})
    assert visitor.reply.status_code == 422
    assert "longer than 80 characters" in visitor.page.words


def test_a_study_without_solutions_asks_for_none(arrive: Arrive, open_wave: Open) -> None:
    """There is no such question, no field for own words, and nothing to name."""
    visitor = arrive(open_wave(replace(PARCEL, solutions=())))
    visitor.start()
    assert "q.solution.own" not in visitor.page.form().choices
    reply = visitor.client.post(visitor.page.form().action, data={"q.solution.own": "Pigeons"})
    assert reply.status_code == 422
    assert PLAIN in visitor.press().words


def test_the_thanks_say_that_the_page_can_be_closed(visitor: Visitor) -> None:
    """Everything is saved by then."""
    assert "You can close this page." in visitor.rate_all().words
