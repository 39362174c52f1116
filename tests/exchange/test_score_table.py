"""Scores as a table to read or export."""

import io

import pandas as pd
import pytest

from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.exchange.score_table import all_scores, scores_csv
from jtbd_core.exchange.workbook import workbook
from jtbd_core.scoring.study_scores import study_scores
from tests.exchange.test_workbook import DIGITS, rows

STUDY = demo_study()
RATINGS = demo_answers(STUDY)[0]


def test_scores_have_all_digits_under_headings_that_say_what_they_are() -> None:
    """Each score names its formula, scale and interval, and is the number on the results page."""
    found = study_scores(STUDY, RATINGS)
    headings, first, *_ = rows(workbook({"Scores": all_scores(STUDY, found)}), "Scores")
    shown = dict(zip(headings, first, strict=True))
    row = found.all.iloc[0]
    assert shown["Opportunity, 0–20: I + max(I − S, 0)"] == pytest.approx(row["opportunity"], rel=DIGITS)
    assert shown["Opportunity, expected when asked again"] == pytest.approx(row["opportunity_expected"], rel=DIGITS)
    interval = [row["opportunity_low"], row["opportunity_high"]]
    assert [shown["Opportunity, 95 % from"], shown["Opportunity, 95 % to"]] == pytest.approx(interval, rel=DIGITS)
    assert (shown["Scale of experience"], shown["Its points"], shown["Anchor"]) == ("expectation", "1 to 5", 3)
    assert shown["n: people who rated it"] == row["n"]


def test_scores_are_a_file_for_a_spreadsheet() -> None:
    """A row per outcome names its study and round; figures are numbers without a tail, each end of an interval too."""
    content = scores_csv(study_scores(STUDY, RATINGS), {"Study": "Music", "Round": "Round 3"})
    assert content.startswith("\ufeff".encode())
    table = pd.read_csv(io.BytesIO(content))
    assert len(table) == len(STUDY.outcomes)
    assert list(table.columns[:3]) == ["Study", "Round", "Outcome"]
    assert set(table["Round"]) == {"Round 3"}
    ends = [f"Matters and falls short (%), 95 % {end}" for end in ("from", "to")]
    low, high = (table[end].dropna() for end in ends)
    assert (low <= high).all()
    figures = [column for column in table.select_dtypes("number") if column not in ("n", "Tier")]
    assert len(figures) > 20
    assert all((table[one].dropna() == table[one].dropna().round(3)).all() for one in figures)
