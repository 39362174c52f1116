"""The lists: by tie group, by dimension and by job step."""

import pytest

from jtbd_core.charts import interval_list, key_outcomes_by_step, shortfall_by_dimension
from jtbd_core.charts.lists import Ranked
from tests.charts.samples import STEPS, domains, drawn, rows_drawn, scores_of


def test_list_has_the_same_letters_as_the_landscape() -> None:
    """With letters, the list sets the landscape's letter before each statement it stands for."""
    rows = rows_drawn(interval_list(scores_of(4), with_letters=True))
    texts = {row["outcome"]: row["text"].split(" · ")[0] for row in rows if row.get("outcome") and "text" in row}
    assert (texts["o0"], texts["o1"]) == ("A", "B")
    assert texts["o2"].startswith("My package")


def test_list_is_divided_into_tie_groups() -> None:
    """Each tie group has its heading above its outcomes, and says how many are too close to rank."""
    rows = {row["row"]: row["text"] for row in rows_drawn(interval_list(scores_of(3))) if "text" in row}
    texts = [rows[at].split("\n")[0] for at in sorted(rows)]
    assert (texts[0], texts[3]) == ("Top group · 2 too close to rank", "Group 2")
    assert [text.startswith("My package") for text in texts] == [False, True, True, False, True]


@pytest.mark.parametrize(("by", "domain"), [("opportunity", (0, 20)), ("value_wanted", (0, 3))])
def test_list_axis_is_fixed(by: Ranked, domain: tuple[float, float]) -> None:
    """The list's axis runs over the whole score, not over the data."""
    assert domains(interval_list(scores_of(5), by, deepest=3), "x") == {domain}


def test_list_prints_n_in_every_row() -> None:
    """Beside each score stands how many people it rests on."""
    notes = [row["note"] for row in rows_drawn(interval_list(scores_of(5, people=7))) if row.get("note")]
    assert set(notes) == {"n 7"}


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
