"""A look at a file before it is imported."""

import pytest
from msgspec.structs import replace

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.assignment import Assignment, Column
from jtbd_core.exchange.look import look_at, look_at_sheet
from jtbd_core.study.scale import FIVE, SEVEN
from tests.exchange.exports import EXPORTS, STATEMENTS
from tests.exchange.test_ratings_table import COVER, ROWS, book

LABELS = "id,imp_a,sat_a\n1,so so,fine\n2,grand,poor\n3,grand,fine\n"


def test_what_would_be_kept_is_counted() -> None:
    """People, ratings, answers about people, remarks, days, and what is passed over."""
    kept = look_at(EXPORTS["Formbricks"]).kept
    assert kept is not None
    assert (kept.respondents, kept.raters, tuple(kept.outcomes), kept.ratings) == (3, 3, STATEMENTS, 16)
    assert list(kept.groups.values()) == [["Post office", "Courier"]]
    assert (kept.remarks, kept.has_weights, kept.period is None) == (2, False, False)
    assert "userAgent - os" in kept.passed_over
    assert kept.leaders[0][0] == STATEMENTS[1]


def test_each_column_shows_its_first_values() -> None:
    """Beside its heading, so that whoever does not know the file can say what it is."""
    look = look_at(b"id,imp_a,sat_a,note\n1,5,2,\n2,4,3,why\n")
    assert dict(zip(look.assignment.headings, look.samples, strict=True))["imp_a"] == "5 · 4"
    assert look.samples[3] == "why"


def test_a_file_in_which_nothing_is_recognised_can_be_assigned_by_hand() -> None:
    """All its columns are there, and the complaint is one line; once assigned, it is kept."""
    content = b"Some title\n\nwho,q1,q2\nann,5,2\nbob,4,1\n"
    look = look_at(content)
    assert look.assignment.headings == ("who", "q1", "q2")
    assert "neither the columns" in look.complaint
    roles = (
        Column(heading="who", role="respondent"),
        Column(heading="q1", role="importance", outcome="speed"),
        Column(heading="q2", role="experience", outcome="speed"),
    )
    kept = look_at(content, replace(look.assignment, columns=roles)).kept
    assert kept is not None
    assert (kept.respondents, tuple(kept.outcomes)) == (2, ("speed",))


def test_who_it_is_is_asked_where_two_columns_could_say() -> None:
    """Neither is taken until one is chosen."""
    look = look_at(b"id,respondent_id,imp_a,sat_a\n1,x,5,2\n")
    assert (look.persons, look.assignment.place("respondent"), look.kept) == (("id", "respondent_id"), None, None)


def test_a_scale_in_doubt_is_asked() -> None:
    """The look has the scales that it can be, and keeps the file once one is chosen."""
    content = b"imp_a,sat_a\n7,2\n6,3\n7,1\n"
    look = look_at(content)
    assert look.scales["importance"][0] == SEVEN
    chosen = look_at(content, replace(look.assignment, points={"importance": SEVEN, "experience": FIVE}))
    assert chosen.kept is not None
    assert chosen.kept.points == {"importance": SEVEN, "experience": FIVE}


def test_labels_of_no_known_scale_are_put_in_order_by_hand() -> None:
    """They are listed with how often they stand, without a code, and read once they have one."""
    look = look_at(LABELS.encode())
    assert [(one.text, one.cells, one.code) for one in look.labels["importance"]] == [
        ("so so", 1, None),
        ("grand", 2, None),
    ]
    codes = {"importance": {"so so": 2, "grand": 5}, "experience": {"fine": 4, "poor": 1}}
    chosen = look_at(LABELS.encode(), replace(look.assignment, labels=codes))  # type: ignore[arg-type]
    assert chosen.kept is not None
    assert [one.code for one in chosen.labels["importance"]] == [2, 5]


def test_a_sheet_is_looked_at_when_it_is_chosen() -> None:
    """Also one without ratings, whose columns can then be assigned."""
    content = book(COVER, ("First", 0, 0, ROWS), ("Second", 0, 0, [*ROWS, ["eve", 1, 1, "big"]]))
    look = look_at(content)
    assert (look.sheets, look.assignment.sheet) == (("Read me", "First", "Second"), "First")
    second = look_at_sheet(content, "Second")
    assert second.kept is not None
    assert (second.assignment.sheet, second.kept.respondents) == ("Second", 3)
    assert look_at_sheet(content, "Read me").kept is None


def test_what_is_no_table_is_refused() -> None:
    """An empty file has nothing to be assigned."""
    with pytest.raises(UnreadableFile, match="empty"):
        look_at(b"\n\n")
    with pytest.raises(UnreadableFile, match="no column a"):
        look_at(b"x,y\n1,2\n", Assignment(columns=(Column(heading="a", role="respondent"),)))
