"""Slopes and the list of changes as charts."""

from itertools import pairwise

import pytest

from jtbd_core.charts.slopes import HEIGHT, LINE, change_list, slopes
from jtbd_core.charts.spec import spec_of
from tests.charts.changed import STATEMENTS, changed
from tests.charts.samples import rows_drawn

ROUNDS = {"1": "Round 1", "2": "In spring"}


@pytest.mark.parametrize(("by", "highest", "end"), [("unmet", 0.58, 0.6), ("unmet", 0.7, 0.7), ("opportunity", 9, 10)])
def test_the_axis_ends_above_the_highest_interval(by: str, highest: float, end: float) -> None:
    """At the next tenth, so that no part of the height stays empty."""
    found = changed("less", "cannot tell")
    scores = found.scores.assign(high=highest)
    drawn = spec_of(slopes(found._replace(scores=scores), by, ROUNDS, STATEMENTS))
    scales = [one["encoding"]["y"].get("scale", {}).get("domain") for one in drawn["layer"]]
    assert scales
    assert all(one == [0, end] for one in scales)


@pytest.mark.parametrize("verdicts", [("less", "more", "cannot tell", "unchanged"), ("unchanged",)])
def test_the_charts_are_valid(verdicts: tuple[str, ...]) -> None:
    """Vega-Lite accepts both, with and without something that changed."""
    found = changed(*verdicts)
    for chart in (slopes(found, "unmet", ROUNDS, STATEMENTS), change_list(found, "unmet", STATEMENTS)):
        chart.to_dict()
        assert spec_of(chart)["layer"]


@pytest.mark.parametrize(
    ("verdicts", "named"),
    [
        (("less", "more", "cannot tell", "unchanged"), {"I can walk without crutches", "No complications"}),
        (("unchanged", "cannot tell", "unchanged", "unchanged"), {"I can walk without crutches", "I feel cheerful"}),
    ],
)
def test_some_lines_have_names(verdicts: tuple[str, ...], named: set[str]) -> None:
    """Those of what changed, and the highest: grey lines alone would say nothing."""
    found = changed(*verdicts)
    highest = found.scores.assign(score=found.scores["score"] + found.scores["outcome"].map({"a": 0.2}).fillna(0.0))
    rows = rows_drawn(slopes(found._replace(scores=highest), "unmet", ROUNDS, STATEMENTS))
    said = {row["text"].replace("\n", " ").partition(" % ")[2] for row in rows if "text" in row}
    assert named <= said
    assert len(said) == (4 if "less" in verdicts else 3)


def test_names_of_lines_that_end_together_stand_apart() -> None:
    """Each begins below the last line of the one above, however many lines they have."""
    found = changed("less", "less", "less")
    scores = found.scores.assign(score=0.3, low=0.2, high=0.4)
    statements = {"a": "A", "b": "I can walk without any crutches again", "c": "No complications"}
    rows = rows_drawn(slopes(found._replace(scores=scores), "unmet", ROUNDS, statements))
    named = sorted({(row["place"], row["text"].count("\n") + 1) for row in rows if "text" in row}, reverse=True)
    assert sorted(lines for _, lines in named) == [1, 2, 3]
    line = LINE / HEIGHT * 0.4
    for (upper, lines), (lower, _) in pairwise(named):
        assert upper - lines * line >= lower - 1e-9


def test_names_stay_within_the_chart() -> None:
    """Those of lines that end at the top stand beside and below their ends, not above them over the rounds."""
    found = changed("less", "less", "less")
    scores = found.scores.assign(score=0.74, low=0.7, high=0.75)
    statements = dict.fromkeys("abc", "I can walk without any crutches, as far as ever before")
    rows = rows_drawn(slopes(found._replace(scores=scores), "unmet", ROUNDS, statements))
    assert max(row["place"] for row in rows if "text" in row) <= 0.8


def test_a_kind_that_nobody_rated_has_no_lines() -> None:
    """Its frames have no rows, and no types either."""
    found = changed("unchanged")
    nobody = found._replace(scores=found.scores.head(0).astype(object), changed=found.changed.head(0))
    assert not any("text" in row for row in rows_drawn(slopes(nobody, "unmet", ROUNDS, STATEMENTS)))


@pytest.mark.parametrize(("many", "overlap"), [(3, False), (5, False), (8, "greedy")])
def test_every_round_of_a_few_has_its_label(many: int, overlap: object) -> None:
    """Also on a phone, where more than three stand in two lines by turns; of many some are left out."""
    found = changed("less")
    rounds = {str(at): f"Round {at}" for at in range(1, many + 1)}
    drawn = spec_of(slopes(found, "unmet", rounds, STATEMENTS))
    x = next(one["encoding"]["x"] for one in drawn["layer"] if "axis" in one["encoding"].get("x", {}))
    assert x["axis"]["labelOverlap"] == overlap
    assert [label.startswith("\n") for label in x["sort"]] == [many > 3 and at % 2 == 0 for at in range(many)]
