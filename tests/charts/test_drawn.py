"""The charts as they are drawn: what they show, on which axes, and that they are valid and can be rendered."""

import json
import re
from collections.abc import Callable
from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import pytest
import vl_convert

from jtbd_core.charts import (
    interval_list,
    key_outcomes_by_step,
    lettered,
    letters,
    opportunity_landscape,
    shortfall_by_dimension,
)
from jtbd_core.charts.lists import Ranked

SCORES = {"importance": 10, "satisfaction": 10, "opportunity": 20, "value_wanted": 3, "share_short": 1}
KINDS = ["functional", "emotional", "social", "key outcome"]
STEPS = ["Plan", "Pack", "Send"]


def scores_of(outcomes: int, top: int = 2, people: int = 12, kind: str = "") -> pd.DataFrame:
    """Return scores of so many outcomes, best first; the first `top` are the top group, the rest group 2."""
    number = np.arange(outcomes)
    frame = pd.DataFrame(
        {
            "outcome": [f"o{at}" for at in number],
            "statement": [f"My package number {at} is delivered to the correct address in time" for at in number],
            "kind": [kind or KINDS[at % 4] for at in number],
            "polarity": ["wanted", "avoid"] * (outcomes // 2) + ["wanted"] * (outcomes % 2),
            "n": people,
            "tie_group": pd.array([1 if at < top else 2 for at in number], dtype="Int64"),
        }
    )
    frame["step"] = [STEPS[at % 2] if each == "key outcome" else None for at, each in enumerate(frame["kind"])]
    for name, most in SCORES.items():
        share = 0.9 - 0.8 * number / max(outcomes, 1)
        frame[name], frame[f"{name}_low"], frame[f"{name}_high"] = (
            most * share,
            most * (share - 0.1),
            most * (share + 0.1),
        )
    return frame


def experience_only(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of a study that asks for experience alone."""
    return scores.drop(columns=[name for name in scores if name.startswith(("importance", "opportunity"))])


def unrated(scores: pd.DataFrame, outcome: str) -> pd.DataFrame:
    """Return the scores with one outcome that nobody rated."""
    return scores.astype({"n": float}).assign(
        n=scores["n"].where(scores["outcome"] != outcome, 0),
        **{name: scores[name].where(scores["outcome"] != outcome) for name in [*SCORES, "tie_group"]},
    )


def rows_drawn(chart: alt.LayerChart) -> list[dict[str, Any]]:
    """Return every row of every data set in a chart."""
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


def drawn(chart: alt.LayerChart) -> set[str]:
    """Return the outcomes in a chart."""
    return {row["outcome"] for row in rows_drawn(chart) if row.get("outcome")}


def domains(chart: alt.LayerChart, axis: str) -> set[tuple[float, ...]]:
    """Return all domains that a chart's layers give an axis."""
    encodings = [layer.get("encoding", {}).get(axis, {}) for layer in chart.to_dict()["layer"]]
    return {tuple(each["scale"]["domain"]) for each in encodings if "scale" in each}


CHARTS: dict[str, Callable[[pd.DataFrame], alt.LayerChart]] = {
    "landscape": opportunity_landscape,
    "landscape of statements": lambda scores: opportunity_landscape(scores, labels="statement"),
    "landscape of letters": lambda scores: opportunity_landscape(scores, labels="letter"),
    "list": interval_list,
    "list with letters": lambda scores: interval_list(scores, with_letters=True),
    "list by value wanted": lambda scores: interval_list(scores, "value_wanted", deepest=2),
    "shortfall": shortfall_by_dimension,
    "steps": lambda scores: key_outcomes_by_step(scores, STEPS),
}


@pytest.mark.parametrize("outcomes", [0, 1, 3, 100])
@pytest.mark.parametrize("name", CHARTS)
def test_chart_is_valid_and_renders(name: str, outcomes: int) -> None:
    """Every chart, from none to a hundred outcomes, fits Vega-Lite's schema and becomes a picture without a warning."""
    spec = CHARTS[name](scores_of(outcomes)).to_dict()
    assert "width" not in spec
    assert vl_convert.vegalite_to_svg(spec).startswith("<svg")


@pytest.mark.parametrize("name", CHARTS)
def test_unrated_outcome_is_left_out(name: str) -> None:
    """An outcome that nobody rated is in no chart."""
    scores = scores_of(8)
    before = drawn(CHARTS[name](scores))
    gone = min(before)
    assert drawn(CHARTS[name](unrated(scores, gone))) == before - {gone}


@pytest.mark.parametrize("name", ["list by value wanted", "shortfall", "steps"])
def test_study_without_importance(name: str) -> None:
    """A study that asks for experience alone has its lists all the same."""
    assert drawn(CHARTS[name](experience_only(scores_of(8))))


@pytest.mark.parametrize("axis", ["x", "y"])
def test_landscape_axes_never_follow_the_data(axis: str) -> None:
    """Both axes of the landscape run from 0 to 10 in every layer."""
    assert domains(opportunity_landscape(scores_of(6)), axis) == {(0, 10)}


def test_landscape_shows_every_outcome_at_its_scores() -> None:
    """Outcomes with scores of their own are drawn exactly there."""
    scores = scores_of(6)
    at = {row["outcome"]: row for row in rows_drawn(opportunity_landscape(scores)) if "at_importance" in row}
    for _, row in scores.iterrows():
        place = at[row["outcome"]]
        assert (place["at_importance"], place["at_satisfaction"]) == (row["importance"], row["satisfaction"])


def test_moved_outcomes_say_so() -> None:
    """The tooltip of an outcome drawn beside its place tells how many share the place."""
    scores = scores_of(3).assign(importance=5.0, satisfaction=5.0)
    told = {row.get("Drawn") for row in rows_drawn(opportunity_landscape(scores)) if "at_importance" in row}
    assert told == {"beside its exact place, shared by 3 outcomes"}


def test_tooltip_has_the_whole_statement_and_every_interval() -> None:
    """A reader who points at a dot sees the full statement, n and each score with its interval."""
    row = next(row for row in rows_drawn(opportunity_landscape(scores_of(4, people=42))) if row.get("outcome") == "o1")
    assert row["Outcome"] == "My package number 1 is delivered to the correct address in time"
    assert row["Kind"] == "emotional, to avoid"
    assert (row["Answers"], row["Opportunity"], row["Falls short"]) == ("42", "14.0 (12.0–16.0)", "70 % (60–80)")


def test_crowd_keeps_intervals_of_the_top_group_only() -> None:
    """With a hundred outcomes only the top group's intervals are drawn, so that the rest stays readable."""
    chart = opportunity_landscape(scores_of(100, top=3)).to_dict()
    [whiskers] = {
        layer["data"]["name"] for layer in chart["layer"] if "x2" in layer["encoding"] and "color" in layer["encoding"]
    }
    assert len(chart["datasets"][whiskers]) == 3


def test_top_group_is_told_by_fill_and_size_too() -> None:
    """Who belongs to the top group can be seen without colour."""
    dots = opportunity_landscape(scores_of(6)).to_dict()["layer"][-1]["encoding"]
    assert {"fillOpacity", "size", "shape"} <= set(dots)


def test_one_kind_needs_no_legend() -> None:
    """The legend of kinds is there only where there is more than one."""
    legends = [
        opportunity_landscape(scores_of(6, kind=kind)).to_dict()["layer"][-1]["encoding"]["shape"]["legend"]
        for kind in ("social", "")
    ]
    assert legends[0] is None
    assert legends[1]


def test_a_landscape_has_letters_alone_where_it_is_told_to() -> None:
    """On a plot with room for statements they give way to letters larger than they were."""
    spec = opportunity_landscape(scores_of(6)).to_dict()
    seen = []
    for one in (spec, lettered(spec)):
        svg = vl_convert.vegalite_to_svg({**one, "width": 800, "height": 600})
        texts = re.findall(r"text: (A[^\"]*)\"[^>]* font-size=\"(\d+)[^>]* opacity=\"1\"", svg)
        seen.append({(len(text) > 1, int(size)) for text, size in texts})
    assert seen == [{(True, 12)}, {(False, 24)}]


def test_at_most_eight_letters() -> None:
    """The landscape names the top group, best first, and never more than eight."""
    assert letters(scores_of(20, top=3)) == {"o0": "A", "o1": "B", "o2": "C"}
    assert len(letters(scores_of(20, top=12))) == 8


def test_list_has_the_same_letters_as_the_landscape() -> None:
    """With letters, the list sets the landscape's letter before each statement it stands for."""
    rows = rows_drawn(interval_list(scores_of(4), with_letters=True))
    texts = {row["outcome"]: row["text"].split(" · ")[0] for row in rows if row.get("outcome") and "text" in row}
    assert (texts["o0"], texts["o1"]) == ("A", "B")
    assert texts["o2"].startswith("My package")


def test_list_is_divided_into_tie_groups() -> None:
    """Each tie group has its heading above its outcomes, and says how many are too close to call."""
    rows = {row["row"]: row["text"] for row in rows_drawn(interval_list(scores_of(3))) if "text" in row}
    texts = [rows[at].split("\n")[0] for at in sorted(rows)]
    assert (texts[0], texts[3]) == ("Top group · 2 too close to call", "Group 2")
    assert [text.startswith("My package") for text in texts] == [False, True, True, False, True]


@pytest.mark.parametrize(("by", "domain"), [("opportunity", (0, 20)), ("value_wanted", (0, 3))])
def test_list_axis_is_fixed(by: Ranked, domain: tuple[float, float]) -> None:
    """The list's axis runs over the whole score, not over the data."""
    assert domains(interval_list(scores_of(5), by, deepest=3), "x") == {domain}


def test_list_prints_n_in_every_row() -> None:
    """Beside each score stands how many people it rests on."""
    notes = [row["note"] for row in rows_drawn(interval_list(scores_of(5, people=7))) if row.get("note")]
    assert set(notes) == {"n 7"}


def test_list_grows_with_its_rows() -> None:
    """The height is so much per row, and every row has its place on the axis."""
    spec = interval_list(scores_of(150)).to_dict()
    assert spec["height"]["step"] > 40
    assert spec["encoding"]["y"]["scale"]["domain"] == list(range(152))


def test_shortfall_shows_success_outcomes_only() -> None:
    """Key outcomes are never ranked beside success outcomes."""
    scores = scores_of(8)
    assert drawn(shortfall_by_dimension(scores)) == set(scores.loc[scores["kind"] != "key outcome", "outcome"])


def test_shortfall_goes_from_dimension_to_dimension() -> None:
    """Functional, emotional and social come in this order, whoever leads."""
    rows = rows_drawn(shortfall_by_dimension(scores_of(8)[::-1]))
    headings = sorted((row["row"], row["text"]) for row in rows if row.get("text") and row["text"].endswith("· n 12"))
    assert [text.split(" · ")[0] for _, text in dict(headings).items()] == ["Functional", "Emotional", "Social"]


def test_steps_come_in_the_order_given() -> None:
    """Job steps stand in the job's order, and one without a rated key outcome says so."""
    rows = rows_drawn(key_outcomes_by_step(scores_of(8, kind="key outcome"), STEPS[::-1]))
    headings = {row["row"]: row["text"] for row in rows if row.get("text") and row["text"][0].isdigit()}
    assert [headings[at] for at in sorted(headings)] == ["1  Send – nothing rated", "2  Pack", "3  Plan"]


def test_same_scores_same_chart() -> None:
    """Drawing twice gives the same chart to the byte."""
    first, second = (json.dumps(opportunity_landscape(scores_of(9)).to_dict()) for _ in range(2))
    assert first == second
