"""The matrix of outcomes and groups: what is marked, and how."""

from typing import Any

import altair as alt
import pandas as pd
import pytest

from jtbd_core.charts.columns import Column
from jtbd_core.charts.matrix import group_matrix
from tests.charts.samples import rows_drawn

COLUMNS = (Column("", "", "", "Everybody", 40), Column("solution", "a", "Solution", "Booklet", 18))
OUTCOMES = pd.DataFrame(
    {
        "outcome": ["o1", "o2", "o3"],
        "statement": ["I sleep", "I do not feel alone with all of my many worries in the night", "I walk"],
        "letter": ["A", "", ""],
    }
)
CELLS = pd.DataFrame(
    {
        "outcome": ["o1", "o2", "o3"] * 2,
        "question": [""] * 3 + ["solution"] * 3,
        "option": [""] * 3 + ["a"] * 3,
        "text": ["55", "49", "30", "93", "50", "8"],
        "mark": ["", "", "", "more", "", "less"],
        "Group": ["Everybody"] * 3 + ["Booklet"] * 3,
    }
)


def matrix(is_narrow: bool = False) -> alt.LayerChart:
    """Return the matrix of three outcomes and one group."""
    return group_matrix(OUTCOMES, CELLS, COLUMNS, is_narrow=is_narrow)


def layers(chart: alt.LayerChart, mark: str) -> list[dict[str, Any]]:
    """Return the layers of a kind of mark."""
    return [layer for layer in chart.to_dict()["layer"] if layer["mark"]["type"] == mark]


def test_a_mark_has_a_triangle_a_word_and_an_edge() -> None:
    """Direction never rests on colour alone; cells that do not differ have neither."""
    marked = {(row["text"], row["sign"], row["word"]) for row in rows_drawn(matrix()) if "sign" in row}
    assert marked == {("93", "▲", "more"), ("8", "▼", "less")}
    figures = next(layer for layer in layers(matrix(), "text") if layer["mark"].get("align") == "right")
    assert figures["encoding"]["text"]["field"] == "text"  # the level alone, apart from the direction
    edges = [layer for layer in layers(matrix(), "rect") if "stroke" in layer["mark"]]
    assert len(edges) == 2
    plain = {row["text"] for row in rows_drawn(matrix()) if row.get("mark") == "" and row["question"]}
    assert plain == {"50"}


def test_statements_stand_in_order_with_the_letters_of_contenders() -> None:
    """Those of two lines have higher rows; cells stand in the row of their statement."""
    rows = [row for row in rows_drawn(matrix()) if "first" in row and "text" in row]
    assert [row["text"].split()[1] for row in sorted(rows, key=lambda row: row["first"])] == ["sleep", "do", "walk"]
    assert {row["letter"] for row in rows_drawn(matrix()) if "letter" in row} == {"A"}
    middles = {row["outcome"]: row["middle"] for row in rows_drawn(matrix()) if "outcome" in row}
    assert middles["o1"] < middles["o2"] < middles["o3"]


@pytest.mark.parametrize("is_narrow", [True, False])
def test_its_height_follows_its_rows(is_narrow: bool) -> None:
    """On a phone rows are higher, as statements stand above their cells."""
    low = group_matrix(OUTCOMES.head(1), CELLS, COLUMNS, is_narrow=is_narrow).height
    assert matrix(is_narrow).height > low + 60
    assert matrix(is_narrow=True).height > matrix().height


def test_its_texts_are_large_enough_to_read() -> None:
    """None is smaller than 12 pixels, but for triangles."""
    texts = [layer for narrow in (True, False) for layer in layers(matrix(narrow), "text")]
    sizes = [layer["mark"]["fontSize"] for layer in texts if layer["encoding"]["text"]["field"] != "sign"]
    assert min(sizes) >= 12


def test_headings_are_repeated_in_a_long_matrix() -> None:
    """Whoever has moved down still reads which group a figure is of; a few rows need none."""
    many = pd.DataFrame({"outcome": [f"o{n}" for n in range(20)], "statement": "I sleep", "letter": ""})
    for rows, times in ((many, 2), (many.head(19), 1)):
        chart = group_matrix(rows, CELLS.iloc[[0, 3]].assign(outcome="o0"), COLUMNS)
        heads = [row["top"] for row in rows_drawn(chart) if row.get("title") == "Booklet"]
        assert len(heads) == times
        tops = sorted({row["top"] for row in rows_drawn(chart) if set(row) == {"top"}})
        assert all(not first <= head < last for head in heads for first, last in [(tops[0], tops[9])])
