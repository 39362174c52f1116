"""What the results say first."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.scoring.headlines import delivered_to, expectation, headline, wanted
from jtbd_core.scoring.results import rounded
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.wave import Answers, Rating, Wave
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text

STUDY = demo_study()
FIRST = STUDY.outcomes[0].id


def test_the_first_sentences_are_the_scores(visit: Visit, store: Store, wave: Wave, key: str) -> None:
    """The page begins with what the scores say about success and key outcomes, apart, and of the chosen kind more."""
    found = rounded(study_scores(STUDY, store.ratings(wave.id)))
    success = [headline(found.success, "success outcomes", "unmet"), expectation(found.success, "unmet")]
    contend = (found.success["tie_group"] == 1).sum() > 1
    wanted_of, delivered_by = (" of the first", " by the first") if contend else ("", "")
    success += [f"Value wanted{wanted_of}: {wanted(found.success)}"]
    success += [f"Value delivered{delivered_by}: {delivered_to(found.success)}"]
    leads = [headline(found.key, "key outcomes", "opportunity"), expectation(found.key, "opportunity")]
    shown, of_keys = (
        text(visit("results.py", key=key, kind=kind)).replace(": \n", ": ") for kind in ("success", "key")
    )
    assert [said in shown for said in (*success, *leads)] == [True, True, True, True, True, False]
    assert [said in of_keys for said in (*success, *leads)] == [True, False, False, False, True, True]


def test_an_open_wave_moves_in_steps_until_it_is_revealed(visit: Visit, store: Store) -> None:
    """Seven people's answers are shown until five more have come, and the page says why; so it does at the end."""
    wave = store.open_wave(store.add_study(STUDY).id)
    for i in range(7):
        store.save(wave.id, f"{i:022}", Answers(ratings=(Rating(outcome=FIRST, importance=4, experience=1),)))
    key = results_key(store, wave.study_id)
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


def test_the_facilitator_sees_all_answers(facilitate: Visit, store: Store) -> None:
    """Those that no link shows yet count on the facilitator's own page, which says so; nothing is released by it."""
    wave = store.open_wave(store.add_study(STUDY).id)
    rating = Rating(outcome=FIRST, importance=4, experience=1)
    shown = {}
    for people in (7, 9):
        for i in range(people):
            profile = {"solution": "vinyl" if i < 6 else "cd"}
            store.save(wave.id, f"{i:022}", Answers(profile=profile, ratings=(rating,)))
        page = facilitate("results.py", study=wave.study_id, who="solution.vinyl" if people == 9 else "everybody")
        shown[people] = text(page)
    assert "Shown to you alone: all answers so far, of 7 people." in shown[7]
    assert "Links for stakeholders move in steps of at least 5 people" in shown[7]
    assert "all answers so far, of 6 people." in shown[9]
    assert store.ledger(wave.id).releases == ()
    store.set_status(wave.id, "closed")
    assert "may leave out up to 4 last answers" in text(facilitate("results.py", study=wave.study_id))


def test_before_a_reveal_that_is_waited_for_only_the_facilitator_sees_results(facilitate: Visit, store: Store) -> None:
    """The page says that links show nothing yet."""
    wave = store.open_wave(store.add_study(STUDY).id, waits_for_reveal=True)
    for i in range(7):
        store.save(wave.id, f"{i:022}", Answers(ratings=(Rating(outcome=FIRST, importance=4, experience=1),)))
    own = text(facilitate("results.py", study=wave.study_id))
    assert "all answers so far, of 7 people." in own
    assert "Links for stakeholders show nothing before the reveal." in own
    key = results_key(store, wave.study_id)
    assert "Results appear after the reveal. So far 7 people have rated." in text(facilitate("results.py", key=key))


def test_where_a_deletion_hides_everything_the_page_says_why(visit: Visit, store: Store) -> None:
    """Eight of nine are left, of whom no five can be shown beside the nine: results wait for five more people."""
    wave = store.open_wave(store.add_study(STUDY).id)
    for i in range(9):
        store.save(wave.id, f"{i:022}", Answers(ratings=(Rating(outcome=FIRST, importance=4, experience=1),)))
    key = results_key(store, wave.study_id)
    assert "Shown: the answers of 9 people." in text(visit("results.py", key=key))
    store.delete_response(store.response(f"{2:022}").id)
    assert "Answers were deleted, and what is left would tell whose they were. Results appear again when 5" in text(
        visit("results.py", key=key)
    )
