"""Fragments that name a bad thing."""

import pytest

from jtbd_core.study.wording.fragment import denied_fragment, fragment
from jtbd_core.study.wording.gerund import infinitive
from jtbd_core.study.wording.voice import ALONE, TOGETHER


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("A singer being laughed at by the audience", "No singer is laughed at by the audience"),
        ("Neighbors shouting at the rowers", "Neighbors do not shout at the rowers"),
        ("a boat hitting the bank", "No boat hits the bank"),
        ("the treasurer of the club resigning", "The treasurer of the club does not resign"),
        ("somebody falling into the water", "Nobody falls into the water"),
        ("money being wasted", "Money is not wasted"),
        ("a guest left behind", "No guest is left behind"),
        ("keys missing from the board", "Keys are not missing from the board"),
        ("losing a boat", "We do not lose a boat"),
        ("being fined by the town", "We are not fined by the town"),
        ("me being late", "I am not late"),
        ("members thinking we are unfair", "Members do not think we are unfair"),
    ],
)
def test_a_fragment_is_denied(line: str, statement: str) -> None:
    """What has a subject does not do it; without one it is ours."""
    assert denied_fragment(line, TOGETHER) == statement


@pytest.mark.parametrize(
    "line",
    ["hungry guests", "The boat gets lost", "the rowers keep missing the start", "the building", "members not paying"],
)
def test_a_sentence_and_a_bare_noun_are_none(line: str) -> None:
    """Nothing is made of what does not say what happens, nor of what says it already."""
    assert denied_fragment(line, ALONE) is None


def test_a_feeling_is_not_taken_for_an_act() -> None:
    """“Being left out” is felt; “worrying” is a verb of feeling."""
    assert denied_fragment("being left out", ALONE, is_felt=True) is None
    assert denied_fragment("worrying about the tide", ALONE, is_felt=True) == "I do not worry about the tide"


def test_what_is_bad_about_a_thing_becomes_its_sentence() -> None:
    """The clause that says it loses its pronoun."""
    assert fragment("a boat that is leaking.") == "a boat is leaking"


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("leaving", "leave"),
        ("quitting", "quit"),
        ("crossing", "cross"),
        ("hesitating", "hesitate"),
        ("repeating", "repeat"),
        ("lying", "lie"),
        ("controlling", "control"),
        ("wasting", "waste"),
        ("visiting", "visit"),
    ],
)
def test_the_infinitive_of_a_form_is_found(form: str, verb: str) -> None:
    """Doubled letters and a lost “e” come back."""
    assert infinitive(form) == verb
