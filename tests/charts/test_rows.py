"""The rows of a list: one per outcome under the heading of its group."""

from jtbd_core.charts import key_outcomes_by_step
from jtbd_core.charts.places import LINE
from jtbd_core.charts.rows import FREE, HEADING, under_headings
from tests.charts.samples import scores_of


def test_list_grows_with_its_rows() -> None:
    """The height is that of all headings and rows, which stand below each other without a gap."""
    scores = scores_of(100)
    rows = under_headings(scores, scores["tie_group"], {1: "One", 2: "Two"})
    assert (rows["top"][1:].to_numpy() == rows["bottom"][:-1].to_numpy()).all()
    lines = (rows["text"].str.count("\n") + 1)[~rows["is_heading"]]
    heights = 2 * HEADING + len(lines) * FREE + lines.sum() * LINE
    assert rows["bottom"].max() == heights
    spec = key_outcomes_by_step(scores.assign(kind="key outcome", step="Plan"), ["Plan"]).to_dict()
    assert spec["height"] == heights - HEADING


def test_a_row_is_as_high_as_its_statement_needs() -> None:
    """One long statement does not make the rows of short ones higher: more of them are seen at once."""
    scores = scores_of(2).assign(statement=["I am promoted", ("I am promoted " * 6).strip()])
    rows = under_headings(scores, scores["tie_group"], {1: "One"})
    assert rows["lines"].tolist()[1:] == [1, 3]
    assert rows["row"].tolist() == [HEADING, FREE + LINE, FREE + 3 * LINE]
    assert rows["bottom"].tolist() == [HEADING, HEADING + FREE + LINE, HEADING + 2 * FREE + 4 * LINE]
    assert rows["text"].iloc[2].replace("\n", " ") == scores["statement"].iloc[1]


def test_outcomes_stand_under_the_heading_of_their_group() -> None:
    """Headings come in the order given, also those of an empty group; a group without a heading is left out."""
    scores = scores_of(4)
    headings = {"social": "Social", "spiritual": "Spiritual", "functional": "Functional"}
    rows = under_headings(scores, scores["kind"], headings)
    assert list(rows["is_heading"]) == [True, False, True, True, False]
    assert list(rows["outcome"].dropna()) == ["o2", "o0"]
    assert list(rows["band"]) == [0, 0, 1, 0, 0]
