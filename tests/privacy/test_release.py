"""What is released of a wave that goes on."""

from collections.abc import Mapping
from itertools import pairwise

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from jtbd_core.privacy import THRESHOLD, released

Save = tuple[int, str, int | None, int | None]
"""Who saved which outcome with which importance and experience."""

SAVES = st.lists(
    st.tuples(
        st.integers(0, 11),
        st.sampled_from(["time", "calm"]),
        st.sampled_from([None, 2, 5, 5]),
        st.sampled_from([None, 1, 4, 4]),
    ),
    min_size=20,
    max_size=40,
)


def log(saves: list[Save]) -> pd.DataFrame:
    """Return saves as the store's log, numbered from 1."""
    rows = [
        (seq, f"p{person}", outcome, importance, experience, importance is experience is None)
        for seq, (person, outcome, importance, experience) in enumerate(saves, start=1)
    ]
    columns = ["seq", "respondent", "outcome", "importance", "experience", "not_applicable"]
    return pd.DataFrame(rows, columns=columns).astype({"importance": "float64", "experience": "float64"})


def picture(saves: list[Save], revealed: int = 0) -> Mapping[tuple[str, str], tuple[float, float]]:
    """Return what counts in a score of all that is released: importance and experience by outcome and respondent."""
    shown = released(log(saves), revealed).dropna()
    return {(row.outcome, row.respondent): (row.importance, row.experience) for row in shown.itertuples()}


def everyone(outcome: str, people: range, experience: int = 2) -> list[Save]:
    """Return the saves of people who rate an outcome one after another."""
    return [(person, outcome, 5, experience) for person in people]


def changed(before: Mapping, after: Mapping, outcome: str) -> int:
    """Return how many people's rating of an outcome differs between two pictures."""
    return sum(before.get(one) != after.get(one) for one in before.keys() | after.keys() if one[0] == outcome)


@settings(max_examples=30)
@given(SAVES)
def test_no_save_moves_an_outcome_by_fewer_than_five_people(saves: list[Save]) -> None:
    """Whatever order answers come in, are changed and are taken back, each step is nobody or five people or more."""
    pictures = [picture(saves[:count]) for count in range(len(saves) + 1)]
    for before, after in pairwise(pictures):
        for outcome in ("time", "calm"):
            assert changed(before, after, outcome) in (0, *range(THRESHOLD, 13))


@given(SAVES)
def test_fewer_than_five_people_are_held_back(saves: list[Save]) -> None:
    """Everything is released but what fewer than five people changed last."""
    everything = picture(saves, revealed=len(saves))
    for outcome in ("time", "calm"):
        assert changed(picture(saves), everything, outcome) < THRESHOLD


@settings(max_examples=30)
@given(SAVES, st.integers(0, 40))
def test_after_a_reveal_steps_start_anew(saves: list[Save], revealed: int) -> None:
    """What a reveal showed stays, and from there on no step is smaller than five people."""
    at_reveal = picture(saves[:revealed], revealed)
    for count in range(revealed, len(saves) + 1):
        for outcome in ("time", "calm"):
            moved = changed(at_reveal, picture(saves[:count], revealed), outcome)
            assert moved in (0, *range(THRESHOLD, 13))
            if moved:
                return


def test_an_outcome_appears_with_five_people() -> None:
    """Four raters show nothing; the fifth shows all five; another outcome waits for its own."""
    saves = everyone("time", range(5)) + everyone("calm", range(4))
    assert picture(everyone("time", range(4))) == {}
    assert {person for _, person in picture(saves)} == {f"p{n}" for n in range(5)}
    assert {outcome for outcome, _ in picture(saves)} == {"time"}


def test_the_same_answers_sent_again_release_nobody() -> None:
    """A retry, and the page's own save after those of its cards, are no change: the sixth person stays unseen."""
    saves = everyone("time", range(6))
    again = saves + everyone("time", range(5)) * 3
    assert "p5" not in {person for _, person in picture(again)}


def test_half_a_rating_counts_for_no_step() -> None:
    """Four who only said how important it is are no cover for one who rated both."""
    halves = [(person, "time", 5, None) for person in range(5, 9)]
    saves = everyone("time", range(5)) + halves + everyone("time", range(9, 10))
    assert len(picture(saves)) == 5


def test_a_mind_that_is_changed_back_counts_for_no_step() -> None:
    """Who goes back to what is shown has not changed it."""
    back = everyone("time", range(4), experience=1) + everyone("time", range(4))
    saves = everyone("time", range(5)) + back + everyone("time", range(5, 6))
    assert len(picture(saves)) == 5


def test_experience_alone_makes_steps_where_no_importance_is_asked() -> None:
    """In a study without importance five ratings of experience are shown."""
    saves = [(person, "time", None, 2) for person in range(5)]
    assert len(released(log(saves), 0, asks_importance=False)) == 5
    assert released(log(saves), 0, asks_importance=True).empty


def test_an_empty_log_releases_nothing() -> None:
    """A wave without answers has the columns of a full one."""
    assert list(released(log([]), 0)) == ["respondent", "outcome", "importance", "experience", "not_applicable"]
