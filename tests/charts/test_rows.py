"""The rows of a list: one per outcome under the heading of its group."""

from jtbd_core.charts import interval_list
from jtbd_core.charts.rows import under_headings
from tests.charts.samples import scores_of


def test_list_grows_with_its_rows() -> None:
    """The height is so much per row, and every row has its place on the axis."""
    spec = interval_list(scores_of(150)).to_dict()
    assert spec["height"]["step"] > 40
    assert spec["encoding"]["y"]["scale"]["domain"] == list(range(152))


def test_outcomes_stand_under_the_heading_of_their_group() -> None:
    """Headings come in the order given, also those of an empty group; a group without a heading is left out."""
    scores = scores_of(4)
    headings = {"social": "Social", "spiritual": "Spiritual", "functional": "Functional"}
    rows = under_headings(scores, scores["kind"], headings)
    assert list(rows["is_heading"]) == [True, False, True, True, False]
    assert list(rows["outcome"].dropna()) == ["o2", "o0"]
    assert list(rows["band"]) == [0, 0, 1, 0, 0]
    assert list(rows["row"]) == [0, 1, 2, 3, 4]
