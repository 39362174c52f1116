"""Kinds and job steps of a ratings file."""

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.outcome_columns import read_outcomes
from jtbd_core.exchange.ratings_table import open_ratings

HEAD = "respondent,outcome,experience,kind,job_step"


def file(*rows: str, head: str = HEAD) -> bytes:
    """Return a file of these rows."""
    return "\n".join([head, *rows]).encode()


def test_an_outcome_has_its_kind_and_step_once() -> None:
    """An outcome with a step is a key outcome; the others have the kind that the file says, or are success outcomes."""
    found = read_outcomes(
        file("1,fast,3,key outcome,Find", "1,calm,3,emotional,", "2,fast,4,key outcome,Find", "2,proud,1,,")
    )
    assert found.to_numpy(na_value="").tolist() == [
        ["fast", "key outcome", "Find"],
        ["calm", "emotional", ""],
        ["proud", "success outcome", ""],
    ]
    without = read_outcomes(file("1,fast,3,Find", "1,calm,3,", head="respondent,outcome,experience,Step"))
    assert without["kind"].tolist() == ["key outcome", "success outcome"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            file("1,3,4", head="id,imp_fast,sat_fast"),
            "Kinds and job steps are read from a long file, with a column outcome.",
        ),
        (file("1,fast,3", head="id,outcome,sat"), "There is no column job_step or step."),
        (file("1,fast,3,,Find", "2,fast,3,,Buy"), "The outcome fast has more than one job step or kind."),
        (file("1,fast,3,key outcome,"), "The key outcome fast has no job step."),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, message: str) -> None:
    """In one clear line."""
    with pytest.raises(UnreadableFile) as refused:
        read_outcomes(content)
    assert str(refused.value).endswith(message)


def test_where_two_columns_could_name_the_person_one_is_chosen() -> None:
    """As for the ratings of the same file."""
    content = file("1,x,fast,3,Find", head="id,person,outcome,experience,step")
    assert read_outcomes(content, open_ratings(content, "person").assignment)["outcome"].tolist() == ["fast"]
    with pytest.raises(UnreadableFile, match="--respondent"):
        read_outcomes(content)
