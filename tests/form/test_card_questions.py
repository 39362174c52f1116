"""The cards of each scale: how codes are chosen and said, on which respondents answer."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core.access import receipt
from jtbd_core.contract import Store
from jtbd_core.form.card_questions import card_questions
from jtbd_core.form.texts import SCALE_WORDS, TEXTS
from jtbd_core.study.scale import ELEVEN, FIVE, HUNDRED, SCALES, SEVEN, TEN, Points, ScaleName
from jtbd_core.wave import Answers, Rating, Wave
from tests.form.conftest import PARCEL, Visitor, asked_on
from tests.form.reading import Page

Arrive = Callable[[Wave], Visitor]
EVERY = [(name, points) for name, scale in SCALES.items() for points in scale.anchors]


def at_cards(visitor: Visitor) -> Visitor:
    """Walk to the first page with cards, that of the box."""
    visitor.start()
    visitor.press({"q.solution": "courier"})
    return visitor


@pytest.mark.parametrize(("scale", "points"), EVERY)
def test_every_scale_is_offered_kept_and_shown_again(
    arrive: Arrive, store: Store, scale: ScaleName, points: Points
) -> None:
    """A card offers the codes of its scale and nothing else; what is chosen is stored as it is, and chosen again."""
    visitor = at_cards(arrive(store.open_wave(store.add_study(asked_on(points, scale)).id)))
    asked = visitor.page.form().choices
    fields = ["i.box", "x.box", "e.box"] if scale == "pair" else ["i.box", "e.box"]
    codes = {""} | ({str(code) for code in points.codes} if points != HUNDRED else set())
    assert {name: asked[name] for name in asked if name.endswith(".box")} == dict.fromkeys(fields, codes) | {
        "n.box": {"1"}
    }
    given_codes = dict(zip(fields, map(str, (points.highest, points.lowest, points.highest - 1)), strict=False))
    visitor.press(given_codes)
    expected = points.lowest if scale == "pair" else None
    experience = points.highest - 1 if scale == "pair" else points.lowest
    assert visitor.response.ratings["box"] == Rating(
        outcome="box", importance=points.highest, expectation=expected, experience=experience
    )
    assert visitor.open(f"{visitor.address}/1").form().chosen == given_codes
    assert "1 of 6" in visitor.page.words


@pytest.mark.parametrize(
    ("points", "name", "value", "message"),
    [
        (SEVEN, "e.box", "8", "not a choice that this page offers"),
        (TEN, "i.box", "0", "not a choice that this page offers"),
        (ELEVEN, "e.box", "11", "not a choice that this page offers"),
        (ELEVEN, "e.box", " 3", "not a choice that this page offers"),
        (HUNDRED, "e.box", "101", "Whole numbers from 0 to 100 only."),
        (HUNDRED, "i.box", "7.5", "Whole numbers from 0 to 100 only."),
        (HUNDRED, "i.box", "many", "Whole numbers from 0 to 100 only."),
        (HUNDRED, "x.box", "50", "This page does not ask that"),
    ],
)
def test_what_is_not_on_the_scale_is_refused_in_words(
    arrive: Arrive, store: Store, points: Points, name: str, value: str, message: str
) -> None:
    """The page says what is wrong, and nothing of the post is stored."""
    wave = store.open_wave(store.add_study(asked_on(points)).id)
    visitor = at_cards(arrive(wave))
    reply = visitor.client.post(visitor.page.form().action, data={name: value, "e.box": value, "go": "continue"})
    assert reply.status_code == 422
    assert message in reply.text
    assert not visitor.response.ratings


@pytest.mark.parametrize(("scale", "points"), [("pair", ELEVEN), ("satisfaction", HUNDRED)])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(data=st.data())
def test_arbitrary_numbers_do_no_harm(
    arrive: Arrive, store: Store, scale: ScaleName, points: Points, data: st.DataObject
) -> None:
    """Whatever stands in the fields of a card, it is stored as the number it says or refused, never an error."""
    wave = store.waves(store.studies()[0].id)[0] if store.studies() else None
    wave = wave or store.open_wave(store.add_study(asked_on(points, scale)).id)
    visitor = arrive(wave)
    visitor.start()
    values = st.integers(-2, 102).map(str) | st.text(max_size=4) | st.sampled_from(["", " 7", "07", "1e1", "٣", "½"])
    sent = {name: data.draw(values) for name in ("i.box", "x.box", "e.box")[:: 1 if scale == "pair" else 2]}
    address = f"{visitor.address}/p/{visitor.token}/card"
    reply = visitor.client.post(address, data={"outcome": "box", **sent})
    codes = {name: int(value) if value.strip() in map(str, points.codes) else None for name, value in sent.items()}
    assert reply.status_code in (204, 400, 422)
    if reply.status_code == 204:
        rating = visitor.response.ratings["box"]
        assert {"i.box": rating.importance, "e.box": rating.experience, "x.box": rating.expectation} == {
            "x.box": None,
            **codes,
        }


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(("scale", "points"), [one for one in EVERY if one[1] != FIVE])
def test_the_ends_always_have_their_words(language: str, scale: ScaleName, points: Points) -> None:
    """On every scale, in every language, the words of both ends are on the card, and of expectation the middle's."""
    study = asked_on(points, scale)
    for question in card_questions(language, study, study.outcomes[0]):
        words = SCALE_WORDS[language]["importance" if question.rated == "importance" else scale].labels
        told = dict(question.ends())
        assert (told[points.lowest], told[points.highest]) == (words[0], words[4])
        is_expectation = (scale, question.rated) == ("expectation", "experience")
        assert list(told.values())[1:-1] == ([words[2]] if is_expectation else [])
    assert is_expectation == (scale == "expectation")


@pytest.mark.parametrize("points", [SEVEN, ELEVEN])
def test_expectations_are_met_at_the_middle(points: Points) -> None:
    """The word of the middle stands at the usual anchor."""
    study = asked_on(points, "expectation")
    assert dict(card_questions("en", study, PARCEL.outcomes[0])[1].ends())[SCALES["expectation"].anchors[points]] == (
        "meets it"
    )


def test_a_pair_asks_two_questions_the_second_of_the_solution(arrive: Arrive, store: Store) -> None:
    """What is expected comes first; what is met names the solution that the respondent uses."""
    visitor = at_cards(arrive(store.open_wave(store.add_study(asked_on(SEVEN, "pair")).id)))
    words = visitor.page.words
    expected, met = "How well do you expect this to be met?", "How well is this met today, using Courier ?"
    assert 0 < words.index(expected) < words.index(met)


@pytest.mark.parametrize(
    ("points", "scale", "said"),
    [
        (SEVEN, "expectation", "today this … 3 (1 = falls far short, 4 = meets it, 7 = far exceeds it)"),
        (HUNDRED, "satisfaction", "with this today? 3 (0 = not at all, 100 = extremely)"),
        (FIVE, "pair", "expect this to be met? fully How well is this met today? halfway"),
    ],
)
def test_a_receipt_says_answers_in_words(
    visitor: Visitor, store: Store, points: Points, scale: ScaleName, said: str
) -> None:
    """A number comes with what the ends of its scale mean."""
    wave = store.open_wave(store.add_study(asked_on(points, scale)).id)
    rating = Rating(outcome="box", importance=5, experience=3, expectation=5 if scale == "pair" else None)
    store.save(wave.id, "a-token-of-twenty-two-characters", Answers(ratings=(rating,)))
    reply = visitor.client.post("/r/receipt", data={"code": receipt("a-token-of-twenty-two-characters")})
    assert said in Page(reply.text).words


def test_a_pair_tells_how_far_one_differs_from_the_group(arrive: Arrive, store: Store) -> None:
    """After the reveal both differences stand in words."""
    wave = store.open_wave(store.add_study(asked_on(ELEVEN, "pair")).id)
    visitor = at_cards(arrive(wave))
    visitor.press({"i.box": "5", "x.box": "8", "e.box": "3"}, "enough")
    for number in range(9):
        rating = Rating(outcome="box", importance=5, expectation=4, experience=5)
        store.save(wave.id, f"{number:022}", Answers(ratings=(rating,)))
    store.reveal(wave.id)
    words = visitor.open(f"{visitor.address}/thanks").words
    assert "Measured against expectations, worse for you than for the group." in words
    assert "You: 5 below what was expected The group: as expected" in words


def test_a_card_of_a_draft_whose_scale_was_changed_is_refused_in_words(arrive: Arrive, store: Store) -> None:
    """What an old card sends is not on the new scale: the page says so, and what was given before is still there."""
    record = store.add_study(asked_on(ELEVEN, "pair"))
    visitor = at_cards(arrive(store.open_trial(record.id)))
    action = visitor.page.form().action
    visitor.press({"i.box": "5", "x.box": "8", "e.box": "9"})
    before = visitor.response.ratings
    store.save_study(record.id, replace(asked_on(FIVE), title="Parcels, shorter"), record.revision)
    for sent, message in (({"e.box": "9"}, "not a choice"), ({"x.box": "4"}, "does not ask that")):
        reply = visitor.client.post(action, data=sent)
        assert reply.status_code == 422
        assert message in reply.text
    assert visitor.response.ratings == before
    shown = Page(visitor.client.post("/r/receipt", data={"code": receipt(visitor.token)}).text).words
    assert "How important is this to you? extremely important" in shown
    assert "How satisfied are you with this today? no answer" in shown
    assert "0 of 6" in visitor.open(f"{visitor.address}/1").words
