"""Charts as files."""

import re

import altair as alt
import pandas as pd

from jtbd_core.charts.files import chart_svg
from jtbd_core.charts.spec import spec_of


def test_each_line_of_a_text_stands_alone() -> None:
    """A line has a place of its own, below the one before: what is read from right to left is drawn so in files too."""
    words = pd.DataFrame({"text": ["لا أشعر\nبالوحدة"], "at": [1]})
    chart = alt.Chart(words).mark_text(lineBreak="\n", lineHeight=15).encode(x="at:Q", text="text:N")
    drawn = re.findall(r'<text[^>]* y="(\d+)">([^<]+)</text>', chart_svg(spec_of(chart), 200, 100))
    assert [one for one in drawn if "ل" in one[1]] == [("0", "لا أشعر"), ("15", "بالوحدة")]


def test_signs_are_drawn_in_a_font_that_has_them() -> None:
    """The figures beside an arrow keep theirs."""
    words = pd.DataFrame({"text": ["3 → 13 %"], "at": [1]})
    drawn = chart_svg(spec_of(alt.Chart(words).mark_text().encode(x="at:Q", text="text:N")), 200, 100)
    assert '>3 <tspan font-family="Noto Sans CJK TC">→</tspan> 13 %</text>' in drawn
