"""Kinds of ratings that are told by labels in cells, where no heading says them."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.headings import Rated
from jtbd_core.exchange.look import look_at
from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.exchange.told_kinds import rated_by_labels

LABELS = {
    "de": (("unwichtig", "sehr wichtig"), ("sehr unzufrieden", "sehr zufrieden")),
    "fr": (("pas important", "très important"), ("très insatisfait", "très satisfait")),
    "es": (("nada importante", "muy importante"), ("muy insatisfecho", "muy satisfecho")),
    "pt": (("nada importante", "muito importante"), ("muito insatisfeito", "muito satisfeita")),
    "en": (("Not important", "Very important"), ("falls short", "far exceeds it")),
}


def kinds(headings: str, *rows: str) -> list[tuple[str, str] | None]:
    """Return the kind and the outcome of each column of a table."""
    found = rated_by_labels(tuple(headings.split(",")), [tuple(row.split(",")) for row in rows])
    return [(one.kind, one.outcome) if one else None for one in found]


@pytest.mark.parametrize("language", LABELS)
def test_labels_tell_kinds_in_all_languages(language: str) -> None:
    """Which column comes first does not matter."""
    importance, experience = LABELS[language]
    rows = [f"{n},{one},{two}" for n, (one, two) in enumerate(zip(experience, importance, strict=True))]
    assert kinds("id,Q1[a],Q2[a]", *rows) == [None, ("experience", "a"), ("importance", "a")]


def test_a_column_with_few_answers_is_of_its_question_or_what_its_partner_is_not() -> None:
    """Of labels that both kinds have, the other columns of an array tell, or the other column of a statement."""
    array = kinds("Q1[a],Q1[b],Q2[a],Q2[b]", "very important,neutral,satisfied,neutral")
    assert array == [("importance", "a"), ("importance", "b"), ("experience", "a"), ("experience", "b")]
    bare = kinds("It is fast,It is fast2", "neutral,satisfied", "neutral,")
    assert bare == [("importance", "It is fast"), ("experience", "It is fast")]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Q1[a],Q2[a]", "very,extremely"),
        ("Q1[a],Q2[a]", "5,2"),
        ("Q1[a],Q2[a]", "very important,I love it"),
        ("Q1[a],Q2[b]", "very important,satisfied"),
        ("Q1[a],Q2[a]", "very important,"),
    ],
    ids=["labels of both kinds", "numbers", "other words", "another outcome", "no answers"],
)
def test_nothing_is_told_where_labels_leave_a_doubt(headings: str, row: str) -> None:
    """What columns are is then asked: all stand there, passed over."""
    assert kinds(headings, row) == [None, None]
    look = look_at(f"{headings}\n{row}\n".encode())
    assert (look.kept, look.assignment.headings) == (None, tuple(headings.split(",")))


def test_two_pairs_of_questions_of_the_same_rows_are_not_mixed() -> None:
    """Nobody can tell which belong together."""
    rows = "very important,satisfied,very important,satisfied"
    with pytest.raises(UnreadableFile, match=r"Q1\[a\] and Q3\[a\] mean the same"):
        read_ratings(f"Q1[a],Q2[a],Q3[a],Q4[a]\n{rows}\n".encode())


def test_a_question_of_satisfaction_is_one_by_its_labels() -> None:
    """What falls short of expectations is none."""
    headings = ("Fast", "Fast 2", "Calm", "Calm 2")
    told = rated_by_labels(headings, [("very important", "satisfied", "very important", "falls short")])
    assert told[1] == Rated("experience", "Fast", "Fast satisfaction")
    assert told[3] == Rated("experience", "Calm", "Calm")
