"""A pasted list, read line by line."""

import pytest

from jtbd_core.study.wording.pasted import Line, Place, pasted

STEPS = ("Wrap the package", "Choose a carrier")


def read(text: str) -> list[Line]:
    """Return the lines of a pasted text."""
    return list(pasted(text.splitlines(), STEPS))


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Functional", Place("functional")),
        ("## Functional outcomes", Place("functional")),
        ("Success: social", Place("social")),
        ("Emotional outcomes – avoid", Place("emotional", "", "avoid")),
        ("**Social (wanted)**", Place("social", "", "wanted")),
        ("Emotional jobs to avoid:", Place("emotional", "", "avoid")),
        ("## Step: Wrap the package", Place("key outcome", "Wrap the package")),
        ("2. wrap the package", Place("key outcome", "Wrap the package")),
        ("Job step 3: Label it", Place("key outcome", "Label it")),
        ("Key outcomes", Place("key outcome")),
        ("# What we heard", Place()),
    ],
)
def test_a_heading_holds_for_the_lines_below(heading: str, place: Place) -> None:
    """It is no statement itself, and says where those below belong."""
    assert read(f"Emotional\n{heading}\n- It is done\n\n- It is over") == [
        Line("It is done", place),
        Line("It is over", place),
    ]


def test_a_polarity_alone_keeps_the_kind_above() -> None:
    """“Avoid:” below “Social” means social outcomes to avoid."""
    assert [one.place for one in read("Social\nAvoid:\nNobody laughs")] == [Place("social", "", "avoid")]


@pytest.mark.parametrize(
    "table",
    [
        "Belongs to\tStatement\tPolarity\nsocial\tNobody laughs\tavoid\nWrap the package\tNo tape tears\t",
        "| kind | job step | statement | polarity |\n|---|---|---|---|\n| social | | Nobody laughs | Avoid |\n"
        "| key outcome | wrap the package | No tape tears | |",
    ],
    ids=["spreadsheet", "markdown"],
)
def test_cells_below_headings_say_where_a_statement_belongs(table: str) -> None:
    """Columns come in any order; kind and job step in one column or in two."""
    assert read(table) == [
        Line("Nobody laughs", Place("social", "", "avoid")),
        Line("No tape tears", Place("key outcome", "Wrap the package")),
    ]


def test_a_statement_that_begins_like_a_heading_stays() -> None:
    """Only a line of nothing else is a heading."""
    lines = ["Social workers visit me", "Avoid guilt", "Step by step I recover", "Functional parts are kept"]
    assert [one.statement for one in read("\n".join(lines))] == lines
