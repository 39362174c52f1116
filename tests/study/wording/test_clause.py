"""The main clause of a statement, and whether it is a sentence."""

import pytest

from jtbd_core.study.wording.clause import declares, main_clause


@pytest.mark.parametrize(
    ("statement", "clause"),
    [
        ("Most days I feel proud", "I feel proud"),
        ("During my stay(s) in the hospital, I felt that I was cared for", "I felt that I was cared for"),
        ("Often, people trust me", "people trust me"),
        ("When I leave I feel safe", "I feel safe"),
        ("The house stays warm in winter", "The house stays warm in winter"),
    ],
)
def test_what_leads_a_statement_is_left_out(statement: str, clause: str) -> None:
    """The person or the thing that it is about comes first."""
    assert main_clause(statement) == clause


@pytest.mark.parametrize(
    ("statement", "is_sentence"),
    [
        ("The house stays warm", True),
        ("Public transport is on time", True),
        ("Meetings end on time", True),
        ("Share photos with friends", False),
        ("Get a good night's sleep", False),
        ("Faster load times", False),
    ],
)
def test_a_sentence_has_a_subject_and_a_verb(statement: str, is_sentence: bool) -> None:
    """An imperative or a bare noun cannot be true or false."""
    assert declares(statement) == is_sentence
