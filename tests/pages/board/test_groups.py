"""The choice of a group, as a stakeholder makes it."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.scoring.headlines import headline
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.wave import Answers, Group, Rating, Wave
from tests.links import results_key
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit
from tests.pages.words import text

STUDY = demo_study()
FIRST = STUDY.outcomes[0].id
WAITING = "Groups can be chosen after a reveal."


def test_a_group_shows_its_own_answers(visit: Visit, store: Store, wave: Wave, key: str) -> None:
    """Choosing a solution shows the scores of those who use it."""
    page = visit("results.py", key=key)
    next(box for box in page.selectbox if box.label == "Whose answers").set_value("solution.vinyl").run()
    vinyl = study_scores(STUDY, store.ratings(wave.id, Group("solution", "vinyl")))
    assert headline(vinyl.success, "success outcomes", "unmet") in text(page)


def test_a_link_keeps_the_group_while_answers_come_in(visit: Visit, store: Store) -> None:
    """The address holds the group by its id, so that a saved link shows the same group after more answers."""
    ratings, profiles = demo_answers(STUDY, 60)
    wave = store.import_wave(store.add_study(STUDY).id, ratings[ratings["outcome"] == FIRST], profiles, status="open")
    key = results_key(store, wave.study_id)
    page = visit("results.py", key=key)
    next(box for box in page.selectbox if box.label == "Whose answers").set_value("solution.vinyl").run()
    assert "solution.vinyl" in page.query_params["who"]
    rating = Rating(outcome=FIRST, importance=5, experience=1)
    for i in range(5):
        store.save(wave.id, f"{i}" * 22, Answers(profile={"solution": "vinyl"}, ratings=(rating,)))
    again = visit("results.py", key=key, who="solution.vinyl")
    assert next(box for box in again.selectbox if box.label == "Whose answers").value == "solution.vinyl"
    assert "11 people" in text(again)
    store.reveal(wave.id)
    assert "16 people" in text(visit("results.py", key=key, who="solution.vinyl"))


def test_small_groups_cannot_be_chosen(visit: Visit, store: Store) -> None:
    """A group of four, one that leaves four, and one that with a larger one leaves four are not offered."""
    wave = store.open_wave(store.add_study(STUDY).id)
    places = ["home"] * 4 + ["move"] * 6 + ["work"] * 7
    for i, place in enumerate(places):
        rating = Rating(outcome=STUDY.outcomes[0].id, importance=4, experience=1 + i % 5)
        solution = "vinyl" if i < 13 else "cd"
        store.save(wave.id, f"{i:022}", Answers(profile={"place": place, "solution": solution}, ratings=(rating,)))
    key = results_key(store, wave.study_id)
    assert WAITING in text(visit("results.py", key=key))
    store.reveal(wave.id)
    offered = next(box for box in visit("results.py", key=key).selectbox if box.label == "Whose answers").options
    assert [option.split(" · ")[0] for option in offered] == ["Everybody", "At work or while studying"]


def test_after_a_reveal_nobody_waits_for_one(visit: Visit, store: Store) -> None:
    """Where no group is large enough at the reveal, the page announces none."""
    wave = store.open_wave(store.add_study(STUDY).id)
    rate_all(store, wave.id, 6)
    key = results_key(store, wave.study_id)
    assert WAITING in text(visit("results.py", key=key))
    store.reveal(wave.id)
    assert WAITING not in text(visit("results.py", key=key))
