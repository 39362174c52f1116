"""Tables of figures: the words that a row is about stay in view, and leave a phone room for figures."""

import json

import pytest
from streamlit.testing.v1 import AppTest


def draw(*, is_narrow: bool) -> None:
    """Draw a table of an outcome and a group."""
    import pandas as pd

    from pages.components.figures_table import draw_table

    rows = pd.DataFrame({"Outcome": ["I walk"], "Group": ["App"], "Falls short": [50]})
    draw_table(rows, "table", is_narrow=is_narrow, fixed=2)


def drawn(*, is_narrow: bool) -> tuple[dict, int]:
    """Return how the columns of a table are configured, and the pixels of its rows where they are not the usual."""
    page = AppTest.from_function(draw, kwargs={"is_narrow": is_narrow}).run()
    return json.loads(page.dataframe[0].proto.columns), page.dataframe[0].proto.row_height


@pytest.mark.parametrize("is_narrow", [False, True])
def test_the_words_of_a_row_stay_in_view(is_narrow: bool) -> None:
    """On a phone they are narrow, and break into lines."""
    columns, height = drawn(is_narrow=is_narrow)
    assert [name for name, one in columns.items() if one.get("pinned")] == ["Outcome", "Group"]
    assert (height > 64, columns["Outcome"]["width"] == 126) == (is_narrow, is_narrow)
