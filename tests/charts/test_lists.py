"""The lists: by rank, by dimension and by job step."""

import altair as alt
import pytest

from jtbd_core.charts import interval_list, key_outcomes_by_step, shortfall_by_dimension
from jtbd_core.charts.delivered import names_of, told
from jtbd_core.charts.lists import MOST_ROWS, Look, list_key
from jtbd_core.charts.palette import GREY
from tests.charts.samples import STEPS, domains, drawn, rows_drawn, scores_of, with_bands


def figures(chart: alt.LayerChart, name: str) -> list[str]:
    """Return the texts of a column of figures, from above."""
    rows = [
        row
        for row in rows_drawn(chart)
        if name in row and {name, "middle"} <= set(row) <= {name, "middle", "row", "lines"}
    ]
    return [row[name] for row in sorted(rows, key=lambda row: row["middle"])]


def headings(chart: alt.LayerChart) -> list[str]:
    """Return the headings of a list, from above."""
    statements = {row["statement"].split()[0] for row in rows_drawn(chart) if row.get("statement")}
    return [text for text in figures(chart, "text") if text.split()[0] not in statements]


def test_list_has_the_letters_of_the_landscape() -> None:
    """They stand before the statements they stand for."""
    assert figures(interval_list(scores_of(4), look=Look({"o0": "A", "o1": "B"})), "letter") == ["A", "B", "", ""]


@pytest.mark.parametrize(
    ("top", "said"),
    [
        (2, ["Contend for first place · too close to rank", "Below them"]),
        (1, ["Leads", "Below them · their order is not certain"]),
        (3, ["Contend for first place · too close to rank"]),
    ],
)
def test_list_parts_contenders_from_the_rest(top: int, said: list[str]) -> None:
    """There is one border: those that contend for the first place stand above it."""
    assert headings(interval_list(scores_of(3, top=top))) == said


def test_one_outcome_leads_nothing() -> None:
    """There is none that it could lead."""
    assert headings(interval_list(scores_of(1, top=1))) == ["The only outcome that was rated"]


def test_contenders_alone_have_the_colour_of_their_kind() -> None:
    """They are filled too; the rest is grey and hollow."""
    chart = interval_list(scores_of(3)).to_dict()
    strong = {row["outcome"]: row["is_strong"] for rows in chart["datasets"].values() for row in rows if "n" in row}
    assert strong == {"o0": True, "o1": True, "o2": False}
    point = next(layer["encoding"] for layer in chart["layer"] if "fill" in layer["encoding"])
    assert (point["color"]["value"], point["color"]["condition"]["test"]) == (GREY, "datum.is_strong")
    assert point["fill"]["condition"]["test"] == "datum.is_strong"


@pytest.mark.parametrize(
    ("by", "domain"), [("opportunity", (0, 20)), ("unmet", (0, 1)), ("share_short", (0, 1)), ("value_wanted", (0, 3))]
)
def test_list_axis_has_room_for_all_intervals(by: str, domain: tuple[float, float]) -> None:
    """The axis begins at 0 and ends beyond the widest interval, of scores that are to share it too."""
    scores = scores_of(5)
    assert domains(interval_list(scores, by), "x") == {domain}
    assert domains(interval_list(scores.tail(1), by, Look(beside=scores)), "x") == {domain}
    assert domains(interval_list(scores.tail(1), by), "x") != {domain}


def test_list_shows_what_is_expected_beside_what_is_measured() -> None:
    """The mark is the measured score, tick and bar the expected one; figures and n stand beside them."""
    scores = scores_of(2, people=7).assign(unmet=[0.9, 0.5], unmet_expected=[0.84, 0.45])
    chart = interval_list(scores, "unmet")
    marks = {
        layer["mark"]["type"]: layer["encoding"]["x"]
        for layer in chart.to_dict()["layer"]
        if "tooltip" in layer["encoding"]
    }
    assert {mark: x["field"] for mark, x in marks.items()} == {
        "rule": "unmet_expected_low",
        "tick": "unmet_expected",
        "point": "unmet",
    }
    assert figures(chart, "value") == ["90 %", "50 %"]
    assert figures(chart, "expected") == ["84 (80–100)", "45 (40–60)"]
    assert figures(chart, "last") == ["n 7", "n 7"]


def test_an_expected_score_is_bold_where_it_differs() -> None:
    """Above five percentage points it is, at five it is not."""
    scores = scores_of(2).assign(unmet=[0.9, 0.5], unmet_expected=[0.84, 0.45])
    spec = interval_list(scores, "unmet").to_dict()
    columns = [layer for layer in spec["layer"] if layer["encoding"].get("text", {}).get("field") == "expected"]
    bold = {
        row["expected"]: layer["mark"].get("fontWeight") == "bold"
        for layer in columns
        for row in spec["datasets"][layer["data"]["name"]]
    }
    assert bold == {"84 (80–100)": True, "45 (40–60)": False}


def test_bands_are_marked_where_the_scale_has_them() -> None:
    """Opportunity has lines at 10, 12 and 15 on the satisfaction scale alone."""
    scores = scores_of(3, kind="key outcome")
    at = [{row["at"] for row in rows_drawn(interval_list(one)) if "at" in row} for one in (scores, with_bands(scores))]
    assert at == [{0, 5, 10, 15, 20}, {0, 10, 12, 15, 20}]


def test_a_long_list_is_cut_and_says_so() -> None:
    """Its key, true on a slide without a table too, says of how many, and counts contenders among the others."""
    scores = scores_of(20, top=14)
    assert len(drawn(interval_list(scores))) == MOST_ROWS
    said = "Shown: 12 of 20 outcomes; 2 of the others contend too. Mark: now."
    assert list_key(scores, "Mark: now.", MOST_ROWS) == said
    assert list_key(scores.head(5), "Mark: now.", MOST_ROWS) == "Mark: now."


def test_all_rows_are_shown_where_they_are_asked_for() -> None:
    """Then there is nothing to count."""
    scores = scores_of(20)
    assert len(drawn(interval_list(scores, look=Look(most=20)))) == 20
    assert list_key(scores, "Mark: now.", 20) == "Mark: now."


def test_shortfall_shows_success_outcomes_only() -> None:
    """Key outcomes are never ranked beside success outcomes."""
    scores = scores_of(8)
    assert drawn(shortfall_by_dimension(scores)) == set(scores.loc[scores["kind"] != "key outcome", "outcome"])


def test_shortfall_goes_from_dimension_to_dimension() -> None:
    """Functional, emotional and social come in this order, whoever leads."""
    over = headings(shortfall_by_dimension(scores_of(8)[::-1]))
    assert over == ["Functional · n 12", "Emotional · n 12", "Social · n 12"]


def test_steps_come_in_the_order_given() -> None:
    """Job steps stand in the job's order, and one without a rated key outcome says so."""
    chart = key_outcomes_by_step(scores_of(8, kind="key outcome"), STEPS[::-1])
    assert headings(chart) == ["1  Send – nothing rated", "2  Pack", "3  Plan"]


def test_bars_are_named_as_the_scale_tells_them() -> None:
    """*Met* and *exceeded* are told of expectations; of satisfaction there is one share, and of more points ranges."""
    expected, satisfied = (scores_of(2, kind=kind) for kind in ("functional", "key outcome"))
    assert list(names_of(expected).values()) == ["short by 2 or more", "short by 1", "met", "exceeded"]
    assert list(names_of(satisfied).values()) == ["short by 2 or more", "short by 1", "satisfied"]
    assert list(names_of(expected.assign(deepest=8)).values())[:2] == ["short by 3 or more", "short by up to 2"]
    both = told(satisfied.assign(share_met=0.5, share_exceeded=0.25))
    assert both["share_met"].tolist() == [0.75, 0.75]
