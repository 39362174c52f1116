"""What each column of a file means: assigned by hand, obeyed, kept as a file, and used for the next one."""

import pytest
from msgspec.structs import replace

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.assignment import Assignment, Column, Role, assignment_from_json, assignment_to_json
from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.exchange.ratings_table import open_ratings

TYPED = b"who,fast?,fast!,cheap?,cheap!\nann,5,2,4,3\nbob,4,1,5,5\n"


def assigned(**roles: str) -> Assignment:
    """Return an assignment of columns by heading, each given as its role and the outcome behind it."""
    columns = []
    for heading, said in roles.items():
        role, _, outcome = said.partition(" of ")
        columns.append(Column(heading=heading, role=role, outcome=outcome))  # type: ignore[arg-type]
    return Assignment(columns=tuple(columns))


BY_HAND = assigned(
    **{
        "who": "respondent",
        "fast?": "importance of pack fast",
        "fast!": "experience of pack fast",
        "cheap?": "importance of pay little",
        "cheap!": "experience of pay little",
    }
)


def test_columns_that_say_nothing_are_read_as_they_are_assigned() -> None:
    """No heading of the file names a rating; what is assigned by hand does."""
    read = read_ratings(TYPED, assignment=BY_HAND)
    assert (read.respondents, read.outcomes) == (("ann", "bob"), ("pack fast", "pay little"))
    assert read.ratings[["importance", "experience"]].to_numpy().tolist() == [[5, 2], [4, 3], [4, 1], [5, 5]]


def test_an_assignment_overrules_what_would_be_recognised() -> None:
    """A column of ratings can be passed over, and one of another name be read."""
    text = b"id,imp_a,sat_a,imp_b,sat_b,sat_a_2025\n1,5,2,4,3,1\n"
    chosen = assigned(id="respondent", imp_a="importance of a", sat_a="passed over", sat_a_2025="experience of a")
    read = read_ratings(text, assignment=chosen)
    assert read.ratings[["importance", "experience"]].to_numpy().tolist() == [[5, 1]]
    assert read.passed_over == ("sat_a", "imp_b", "sat_b")


def test_what_is_recognised_comes_back_from_a_file() -> None:
    """Kept as JSON, an assignment reads the next export, whose columns stand elsewhere, below other titles."""
    kept = assignment_to_json(open_ratings(b"id,imp_a,sat_a,note\n1,5,2,x\n").assignment)
    later = b"November\n\nnote,plan,sat_a,imp_a,ID\nx,pro,1,4,8\n"
    read = read_ratings(later, assignment=assignment_from_json(kept))
    assert read.ratings.astype({"respondent": "str"}).to_numpy().tolist() == [["8", "a", 4, 1, False]]


def test_headings_of_two_rows_are_found_again() -> None:
    """A question and its rows stand for a column together, also where headings are the same in one of the rows."""
    text = b"id,How important?,,How satisfied?,\n,a,b,a,b\n1,5,4,2,1\n"
    found = open_ratings(text).assignment
    assert [one.heading for one in found.columns][:3] == ["id", "How important? - a", "How important? - b"]
    read = read_ratings(b"October,,,,\n" + text, assignment=found)
    assert read.ratings[["importance", "experience"]].to_numpy().tolist() == [[5, 2], [4, 1]]


def test_a_column_that_is_gone_is_named() -> None:
    """The file of another survey is not read by this assignment."""
    with pytest.raises(UnreadableFile, match=r"no column fast!, which is the experience of pack fast"):
        read_ratings(b"who,fast?\nann,5\n", assignment=BY_HAND)


def with_role(heading: str, role: Role, outcome: str = "") -> Assignment:
    """Return the assignment by hand with another role for one column."""
    columns = (
        Column(heading=heading, role=role, outcome=outcome) if one.heading == heading else one
        for one in BY_HAND.columns
    )
    return replace(BY_HAND, columns=tuple(columns))


@pytest.mark.parametrize(
    ("heading", "role", "outcome", "says"),
    [
        ("fast!", "passed over", "", "No column holds experience of pack fast"),
        ("fast!", "experience", "", "Column fast! holds experience: say of which outcome"),
        ("fast!", "respondent", "", "Columns who and fast! are both the respondent"),
        ("cheap?", "passed over", "", "No column holds importance of pay little, as one does of other outcomes"),
        ("who", "outcome", "", "A long file needs a column respondent"),
    ],
)
def test_an_assignment_that_cannot_be_read_is_refused(heading: str, role: Role, outcome: str, says: str) -> None:
    """One line says what is missing, or what is there twice."""
    with pytest.raises(UnreadableFile) as refusal:
        read_ratings(TYPED, assignment=with_role(heading, role, outcome))
    assert says in str(refusal.value)


def test_two_answers_to_one_question_are_refused() -> None:
    """Where each answer has a column of its own, one of them is filled."""
    text = "id,imp_a,sat_a - neutral,sat_a - satisfied\n1,5,neutral,\n2,4,,satisfied\n"
    assert read_ratings(text.encode()).ratings["experience"].tolist() == [3, 4]
    with pytest.raises(UnreadableFile, match="Row 3, column sat_a - satisfied: another column of the same question"):
        read_ratings(text.replace("4,,", "4,neutral,").encode())


def test_what_is_no_assignment_is_refused() -> None:
    """A file that was written by hand says where it is wrong."""
    with pytest.raises(UnreadableFile, match=r"Invalid enum value .mood. - at `\$.columns"):
        assignment_from_json('{"columns": [{"heading": "a", "role": "mood"}]}')
