"""What the results say first."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.scoring.results import headline
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.wave import Answers, Rating, Wave
from tests.pages.conftest import Visit
from tests.pages.words import text

STUDY = demo_study()
FIRST = STUDY.outcomes[0].id


def test_the_first_sentences_are_the_scores(visit: Visit, store: Store, wave: Wave, key: str) -> None:
    """The page begins with what the scores say about success and key outcomes, apart."""
    found = study_scores(STUDY, store.ratings(wave.id))
    shown = text(visit("results.py", key=key))
    assert headline(found.success, "success outcomes") in shown
    assert headline(found.key, "key outcomes") in shown


def test_an_open_wave_moves_in_steps_until_it_is_revealed(visit: Visit, store: Store) -> None:
    """Seven people's answers are shown until five more have come, and the page says why; so it does at the end."""
    wave = store.open_wave(store.add_study(STUDY).id)
    for i in range(7):
        store.save(wave.id, f"{i:022}", Answers(ratings=(Rating(outcome=FIRST, importance=4, experience=1),)))
    key = store.study(wave.study_id).results_key
    shown = text(visit("results.py", key=key))
    assert (
        "Shown: the answers of 7 people. While the round is open, results move in steps of at least 5 people" in shown
    )
    for i in range(7, 9):
        store.save(wave.id, f"{i:022}", Answers(ratings=(Rating(outcome=FIRST, importance=4, experience=1),)))
    assert "Shown: the answers of 7 people." in text(visit("results.py", key=key))
    store.set_status(wave.id, "closed")
    ended = text(visit("results.py", key=key))
    assert "in steps of" not in ended
    assert "Shown: the answers of 7 people. Up to 4 last answers to an outcome stay out" in ended
