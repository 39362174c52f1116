"""Groups that may be shown next to the results of everybody."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.privacy import group_ratings, shown_groups
from jtbd_core.study import Circumstance, Option, Solution
from jtbd_core.wave import Group

DEMO = demo_study()
STUDY = replace(
    DEMO,
    solutions=tuple(Solution(id=name, name=name) for name in ("post", "courier", "drone")),
    circumstances=(
        Circumstance(
            id="haste", question="In a hurry?", options=(Option(id="low", label="No"), Option(id="high", label="Yes"))
        ),
    ),
)
FIRST, SECOND = (one.id for one in STUDY.outcomes[:2])

SOLUTIONS = st.sampled_from(["post", "courier", "drone", ""])
PEOPLE = st.lists(st.tuples(SOLUTIONS, st.sampled_from(["low", "high", ""])), max_size=40)


def rated(people: Sequence[object], outcome: str = FIRST) -> pd.DataFrame:
    """Return ratings of one outcome by as many people."""
    names = [f"p{number}" for number in range(len(people))]
    ratings = pd.DataFrame({"respondent": names, "outcome": outcome, "importance": 5.0, "experience": 2.0})
    return ratings.assign(not_applicable=False)


def answered(people: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    """Return what people answered about themselves."""
    rows = [
        (f"p{number}", question, option)
        for number, person in enumerate(people)
        for question, option in person.items()
        if option
    ]
    return pd.DataFrame(rows, columns=["respondent", "question", "option"])


def using(**counts: int) -> list[dict[str, str]]:
    """Return people by the solution that they use."""
    return [{"solution": name} for name, count in counts.items() for _ in range(count)]


def shown(people: Sequence[Mapping[str, str]]) -> dict[str, int]:
    """Return the options whose groups may be shown, with their people."""
    found = shown_groups(STUDY, rated(people), answered(people))
    return {group.option: count for group, count in found.items()}


@pytest.mark.parametrize(
    ("people", "offered"),
    [
        (using(post=4, courier=9), {}),
        (using(post=5, courier=9), {"post": 5, "courier": 9}),
        (using(post=9, courier=9, drone=5), {"post": 9, "courier": 9, "drone": 5}),
        (using(post=9), {"post": 9}),
        (using(), {}),
    ],
)
def test_a_group_is_shown_if_it_and_the_others_are_five_or_more(
    people: list[dict[str, str]], offered: dict[str, int]
) -> None:
    """Neither a small group nor the few outside of a large one can be told apart by subtraction."""
    assert shown(people) == offered


def test_what_all_large_groups_leave_is_not_told() -> None:
    """Everybody without those who use post and courier would be the two with a drone: the smaller one is kept back."""
    assert shown(using(post=10, courier=9, drone=2)) == {"post": 10}
    assert shown([*using(post=10, courier=9), {}, {}]) == {"post": 10}
    assert shown(using(post=10, courier=9, drone=5)) == {"post": 10, "courier": 9, "drone": 5}


def test_groups_that_nearly_coincide_are_not_both_shown() -> None:
    """All who use the post but one are in no hurry: the difference of the two groups would be that one person."""
    people = [{"solution": "post", "haste": "low"}] * 9 + [{"solution": "post", "haste": "high"}]
    people += [{"solution": "courier", "haste": "high"}] * 10
    assert shown(people) == {"low": 9, "high": 11}
    assert shown(people[1:] + [{"solution": "courier", "haste": "low"}] * 8) == {
        "post": 9,
        "courier": 18,
        "low": 16,
        "high": 11,
    }


@given(PEOPLE)
def test_no_two_shown_groups_and_no_rest_tell_of_fewer_than_five(people: list[tuple[str, str]]) -> None:
    """Whoever answers what: groups, their complements, what they leave, and their differences are nobody or five."""
    answers = [{"solution": solution, "haste": haste} for solution, haste in people]
    profiles, everybody = answered(answers), {f"p{number}" for number in range(len(people))}
    members = {
        group: set(profiles[(profiles["question"] == group.question) & (profiles["option"] == group.option)].respondent)
        for group in shown_groups(STUDY, rated(people), profiles)
    }
    isolated = [*members.values(), *(everybody - one for one in members.values())]
    for question in ("solution", "haste"):
        of_question = [one for group, one in members.items() if group.question == question]
        isolated.append(everybody.difference(*of_question) if of_question else set())
    isolated += [a ^ b for a, b in combinations(members.values(), 2)]
    isolated += [everybody - (a ^ b) for a, b in combinations(members.values(), 2)]
    assert not [one for one in isolated if 0 < len(one) < 5]


def test_an_outcome_that_few_others_rated_is_kept_back() -> None:
    """A group is shown, but not on the outcome that all others but four left out."""
    people = using(post=8, courier=8)
    second = rated(people, SECOND)[:12]
    profiles, ratings = answered(people), pd.concat([rated(people), second])
    found = group_ratings(STUDY, ratings, profiles, Group("solution", "post"))
    assert found["outcome"].value_counts().to_dict() == {FIRST: 8}
    second.loc[0, "importance"] = None
    more = pd.concat([ratings, rated([*people, *people], SECOND)[12:13]])
    assert SECOND in set(group_ratings(STUDY, more, profiles, Group("solution", "post"))["outcome"])


def test_the_demo_shows_most_of_its_groups() -> None:
    """With 240 people no group of the demo study is kept back."""
    ratings, answers = demo_answers(DEMO)
    profiles = pd.DataFrame(
        [(who, *answer) for who, profile in answers.items() for answer in profile.items()],
        columns=["respondent", "question", "option"],
    )
    groups = shown_groups(DEMO, ratings, profiles)
    assert set(groups) == {Group(q, o) for q, options in DEMO.questions().items() for o in options}
    assert sum(size for group, size in groups.items() if group.question == "solution") == 240
    assert shown_groups(DEMO, ratings[:0], profiles) == {}
