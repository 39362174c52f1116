"""The itinerary through the form, without HTTP."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core.form import itinerary
from jtbd_core.form.itinerary import Itinerary
from jtbd_core.study import Outcome, Step, Study
from jtbd_core.study.scale import ELEVEN, Instrument, Settings
from jtbd_core.wave import Rating, Response
from tests.form.conftest import PARCEL

WAY = Itinerary(PARCEL, "seed")
ALONE = replace(PARCEL, settings=Settings(asks_importance=False))


def ids(page: itinerary.CardPage) -> set[str]:
    """Return the outcomes of a page."""
    return {outcome.id for outcome in page.outcomes}


def response(*ratings: Rating, is_finished: bool = False) -> Response:
    """Return a response with these ratings."""
    return Response(id="r", wave_id="w", ratings={r.outcome: r for r in ratings}, is_finished=is_finished)


def both(*outcomes: str) -> list[Rating]:
    """Return a full rating of each outcome."""
    return [Rating(outcome=outcome, importance=4, experience=2) for outcome in outcomes]


def long_study(count: int) -> Study:
    """Return a study with one step of so many outcomes."""
    outcomes = tuple(Outcome(id=f"o-{n}", statement=f"Statement {n}", step="do") for n in range(count))
    return Study(title="Long", job="Do it", steps=(Step(id="do", name="Do", is_core=True),), outcomes=outcomes)


def test_steps_come_before_dimensions_and_the_shortest_page_first() -> None:
    """Within the job steps, and then within the dimensions, short pages come first."""
    assert [ids(page) for page in WAY.pages] == [{"box"}, {"time", "queue"}, {"calm"}, {"on-time", "place"}]


def test_pages_are_numbered_from_1() -> None:
    """A page's name is its number, which ends its address."""
    assert [page.name for page in WAY.pages] == ["1", "2", "3", "4"]


@given(st.text())
def test_the_same_seed_gives_the_same_order(seed: str) -> None:
    """A reload shows the cards in the order they had."""
    assert itinerary.pages(PARCEL, seed) == itinerary.pages(PARCEL, seed)


def test_each_order_is_equally_likely() -> None:
    """Over many respondents each outcome is about as often first as any other."""
    first = Counter(itinerary.pages(long_study(5), str(seed))[0].outcomes[0].id for seed in range(1000))
    assert all(150 < count < 250 for count in first.values())
    assert len(first) == 5


def test_the_order_of_the_others_stays_when_an_outcome_goes() -> None:
    """Retiring one outcome does not shuffle the rest anew."""
    five, four = (itinerary.pages(long_study(count), "seed")[0].outcomes for count in (5, 4))
    assert [one for one in five if one.id != "o-4"] == list(four)


@given(st.integers(1, 300))
def test_no_page_is_too_long_and_parts_are_even(count: int) -> None:
    """A long step is cut into parts of at most 12 cards that differ by at most one, nothing lost."""
    pages = itinerary.pages(long_study(count), "seed")
    sizes = [len(page.outcomes) for page in pages]
    assert max(sizes) <= itinerary.MOST_CARDS
    assert max(sizes) - min(sizes) <= 1
    assert sum(sizes) == len(set().union(*map(ids, pages))) == count


@pytest.mark.parametrize(
    ("rating", "is_rated", "is_rated_alone"),
    [
        (None, False, False),
        (Rating(outcome="box"), False, False),
        (Rating(outcome="box", importance=3), False, False),
        (Rating(outcome="box", experience=3), False, True),
        (Rating(outcome="box", importance=3, experience=3), True, True),
        (Rating(outcome="box", not_applicable=True), True, True),
    ],
)
def test_rated_means_nothing_is_left_to_say(rating: Rating | None, is_rated: bool, is_rated_alone: bool) -> None:
    """A card is rated when all that the study asks was answered, or it does not apply; skipping is not rating."""
    found = [itinerary.is_rated(PARCEL.outcomes[2], study, rating) for study in (PARCEL, ALONE)]
    assert found == [is_rated, is_rated_alone]


@pytest.mark.parametrize(
    ("rating", "is_rated"),
    [
        (Rating(outcome="box", importance=3, experience=3), False),
        (Rating(outcome="box", importance=3, expectation=3), False),
        (Rating(outcome="box", importance=3, experience=0, expectation=0), True),
    ],
)
def test_a_pair_is_rated_when_all_three_are_given(rating: Rating, is_rated: bool) -> None:
    """A card that asks for expectation apart misses it until it is given; the lowest code is an answer too."""
    paired = replace(PARCEL, settings=Settings(key=Instrument(scale="pair", anchor=0, points=ELEVEN)))
    assert itinerary.is_rated(paired.outcomes[2], paired, rating) == is_rated
    assert Itinerary(paired, "seed", response(rating)).unanswered() == ("2" if is_rated else "1")


@pytest.mark.parametrize(
    ("given_so_far", "page"),
    [
        (None, "about"),
        (response(), "about"),
        (Response(id="r", wave_id="w", profile={"haste": "low"}), "1"),
        (response(*both("box")), "2"),
        (response(*both("box", "time")), "2"),
        (response(Rating(outcome="box"), *both("time", "queue")), "1"),
        (response(*both("box", "time", "queue", "calm", "on-time", "place")), "thanks"),
        (response(*both("box"), is_finished=True), "thanks"),
    ],
)
def test_resume_at_the_first_unrated_card(given_so_far: Response | None, page: str) -> None:
    """Who comes back stands at the first page with an unrated card; who has finished, at the thanks."""
    assert Itinerary(PARCEL, "seed", given_so_far).unanswered() == page


def test_without_questions_the_first_page_has_cards() -> None:
    """A study that asks nothing about the respondent has no page for it."""
    bare = Itinerary(replace(PARCEL, solutions=(), circumstances=()), "seed")
    assert bare.first() == "1"
    assert bare.before("1") is None


def test_continue_passes_over_pages_that_are_rated() -> None:
    """*Continue* leads to the next page with an unrated card, and at last to the thanks."""
    assert Itinerary(PARCEL, "seed", response(*both("time", "queue"))).after("1") == "3"
    assert WAY.after("4") == "thanks"


def test_continue_after_the_end_leads_back_to_the_thanks() -> None:
    """Who has finished and changes one page does not walk through the others again."""
    finished = response(*both("box"), is_finished=True)
    assert Itinerary(PARCEL, "seed", finished).after("1") == "thanks"


def test_back_leads_one_page_back() -> None:
    """*Back* leads to the page before, and from the first cards to the questions."""
    assert WAY.before("2") == "1"
    assert WAY.before("1") == "about"
