"""Which waves the results show, and what they leave out."""

from datetime import datetime

import pytest
from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.live.choices import chosen_waves
from jtbd_core.study import Outcome, Solution
from jtbd_core.wave import Answers, Rating, Wave
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text

STUDY = demo_study()
FIRST = STUDY.outcomes[0]
TYPO = f"{FIRST.statement}s"
OTHER = "I know at once which song this is"
DAY = datetime(2026, 3, 1)


def rounds(page: AppTest) -> list[str]:
    """Return which rounds are chosen."""
    return list(next(box for box in page.multiselect if box.label == "Rounds").value)


def test_a_trial_is_no_wave_of_the_results(visit: Visit, facilitate: Visit, store: Store, study_id: str) -> None:
    """Stakeholders do not see it; the facilitator finds it under its name."""
    store.open_trial(study_id)
    assert "as soon as a round is open" in text(visit("results.py", key=results_key(store, study_id)))
    waves = next(box for box in facilitate("results.py", study=study_id).selectbox if box.label == "Round")
    assert [label.partition(" · since")[0] for label in waves.options] == ["Trial · does not count"]


def test_an_archived_wave_is_out_of_shared_results(
    visit: Visit, facilitate: Visit, store: Store, study_id: str
) -> None:
    """Stakeholders see the fresh wave alone; the facilitator can look at the archived one by its name."""
    wave = store.import_wave(study_id, *demo_answers(STUDY), status="open")
    store.restart(wave.id)
    key = results_key(store, study_id)
    assert "So far: 0" in text(visit("results.py", key=key, round="1"))
    page = facilitate("results.py", study=study_id, round="1")
    waves = next(box for box in page.selectbox if box.label == "Round")
    assert (waves.value, waves.options[1].startswith("Round 1 · archived · ")) == ("1", True)
    assert "240 people" in text(page)


def test_a_new_wave_does_not_empty_the_link(visit: Visit, store: Store, wave: Wave, key: str) -> None:
    """The link shows the latest wave with enough answers until the next has them too."""
    store.open_wave(wave.study_id)
    page = visit("results.py", key=key)
    assert rounds(page) == ["1"]


def test_a_study_without_a_wave_says_so(visit: Visit, store: Store) -> None:
    """Before the first wave the results page says when there will be something."""
    page = visit("results.py", key=results_key(store, store.add_study(STUDY).id))
    assert "as soon as a round is open" in text(page)


def figures(page: AppTest) -> str:
    """Return the tables of all figures."""
    (table,) = [part.proto.body for part in page.get("html") if "<table" in part.proto.body]
    return str(table)


def test_results_leave_retired_outcomes_out(facilitate: Visit, store: Store) -> None:
    """By default they are not shown, on demand they are; a later outcome is told to have not been asked."""
    record = store.add_study(STUDY)
    store.import_wave(record.id, *demo_answers(STUDY))
    store.retire(record.id, FIRST.id)
    store.add_outcome(record.id, Outcome(id="new", statement=OTHER, dimension="emotional"))
    page = facilitate("results.py", study=record.id, part="All figures")
    shown = figures(page)
    assert FIRST.statement not in shown
    assert OTHER not in shown
    assert any("1 part of the study came later" in expander.label for expander in page.expander)
    page.toggle[0].set_value(True).run()
    assert FIRST.statement in figures(page)


def test_results_show_corrected_words_at_once(facilitate: Visit, store: Store) -> None:
    """A corrected statement replaces the old one in results that were computed before."""
    record = store.add_study(STUDY)
    store.import_wave(record.id, *demo_answers(STUDY))
    facilitate("results.py", study=record.id)
    store.correct(record.id, f"outcome.{FIRST.id}", TYPO)
    assert TYPO in figures(facilitate("results.py", study=record.id, part="All figures"))


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [("", [2]), ("1", [1]), ("2+1", [1, 2]), ("1 2", [1, 2]), ("1+3", [1]), ("3", [3]), ("7+x", [2]), ("1+1", [1])],
)
def test_an_address_names_rounds_to_pool(asked: str, numbers: list[int]) -> None:
    """They are joined by a plus, which may arrive as a blank; what does not count is pooled with nothing."""
    keys = {"rate_key": "r", "display_key": "d", "join_code": "j"}
    waves = {
        str(number): Wave(id=str(number), study_id="s", number=number, status="open", opened_at=DAY, **keys)
        for number in (2, 1, 3)
    }
    waves["3"] = replace(waves["3"], is_archived=True)
    assert [wave.number for wave in chosen_waves(asked, waves, "2")] == numbers


def test_rounds_are_pooled_by_choosing_them(visit: Visit, store: Store, wave: Wave, key: str) -> None:
    """The address holds them, and the result is that of all their people; what came later is said of each round."""
    store.name_wave(wave.id, "Spring")
    store.add_solution(wave.study_id, Solution(id="radio", name="Radio"))
    store.import_wave(wave.study_id, *demo_answers(STUDY, 60, seed=1))
    page = visit("results.py", key=key)
    assert rounds(page) == ["2"]
    assert "60 people · everybody" in text(page)
    box = next(box for box in page.multiselect if box.label == "Rounds")
    assert box.options[1].startswith("Spring · ")
    assert box.options[1].endswith(" · 240 people")
    box.set_value(["2", "1"]).run()
    assert page.query_params["round"] == "1+2"
    assert "300 people · everybody" in text(page)
    assert "2 rounds taken together" in text(page)
    assert "Spring did not ask or offer\n- Radio" in text(page).replace("**", "")


@pytest.mark.parametrize(("idle", "is_told"), [(0, True), (2, False), (5, True)])
def test_stakeholders_are_not_told_that_few_joined_without_rating(
    visit: Visit, store: Store, study_id: str, idle: int, is_told: bool
) -> None:
    """The choice of a round counts who rated, beside all who joined, only where these are the same or five more."""
    wave = store.open_wave(study_id)
    for person in range(7 + idle):
        ratings = (Rating(outcome=FIRST.id, importance=5, experience=2),) if person < 7 else ()
        store.save(wave.id, f"{person:022}", Answers(ratings=ratings, profile={"solution": "vinyl"}))
    page = visit("results.py", key=results_key(store, study_id))
    (label,) = next(box for box in page.selectbox if box.label == "Round").options
    assert label.endswith("7 people") == is_told
