"""The table of solutions as HTML."""

import pandas as pd

from pages.board.solution_table import table_html


def table(name: str, efficiency: float) -> pd.DataFrame:
    """Return one solution and everybody; figures may be missing."""
    figures = {f"effectiveness{end}": 7.5 for end in ("", "_low", "_high", "_plain")}
    figures |= {f"efficiency{end}": efficiency for end in ("", "_low", "_high", "_plain")}
    who = (("a", name, 0), ("", "Everybody", -1))
    rows = [{"solution": one, "name": label, "look": look, "n": 12, **figures} for one, label, look in who]
    return pd.DataFrame(rows)


def test_names_are_shown_to_the_letter() -> None:
    """What people wrote is no markup, and each solution has the sign of the plane."""
    html = table_html(table("<b>App</b> & co", 3.0))
    assert "&lt;b&gt;App&lt;/b&gt; &amp; co" in html
    assert html.count("■") == 1
    assert "Everybody" in html
    assert "overflow-wrap: normal" in html.partition(">n<")[0].rpartition("<th")[2]


def test_what_was_measured_is_said_where_it_is_another_figure() -> None:
    """At equal circumstances a score may be another; the same figure is not said twice."""
    same = table("App", 3.0)
    assert "measured" not in table_html(same)
    assert "measured 6.1" in table_html(same.assign(effectiveness_plain=6.1))
    assert ">1,200<" in table_html(same.assign(n=1200))


def test_a_kind_without_figures_has_no_column() -> None:
    """A study of success outcomes alone shows effectiveness alone."""
    html = table_html(table("App", float("nan")))
    assert "Effectiveness" in html
    assert "Efficiency" not in html
