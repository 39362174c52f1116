"""Differences in words: the headline, both scores, and a difference with its interval."""

import math

import pandas as pd
import pytest

from jtbd_core.scoring.difference_words import (
    Marked,
    both_scores,
    difference_in_words,
    differences_sentence,
    once,
    question_sentence,
)
from jtbd_core.scoring.measures import MEASURES

ROW = {
    "question": "solution",
    "outcome": "o1",
    "statement": "I sleep",
    "group": "Rehab app",
    "n": 12,
    "n_others": 28,
    "score": 0.08,
    "others": 0.67,
    "difference": -0.59,
    "difference_low": -0.76,
    "difference_high": -0.27,
}
NONE = pd.DataFrame(columns=list(ROW))


def rows(*changes: dict[str, object]) -> pd.DataFrame:
    """Return marked rows that differ from `ROW`."""
    return pd.DataFrame([ROW | change for change in changes])


def said(single: pd.DataFrame = NONE, crossed: pd.DataFrame = NONE, elsewhere: int = 0, findable: float = 0.2) -> str:
    """Return the headline of success outcomes by unmet."""
    return differences_sentence(Marked(single, crossed, elsewhere), "unmet", "success outcomes", findable)


def test_the_headline_counts_and_names_the_largest() -> None:
    """One difference, several, and those that only crossed groups show."""
    largest = "“I sleep” matters and falls short for 8 % of the group “Rehab app”, for 67 % of the others."
    assert said(rows({})) == f"One difference is beyond noise. {largest}"
    assert said(rows({}, {"outcome": "o2"})) == f"Two differences are beyond noise. The largest: {largest}"
    crossed = said(crossed=rows({}, {"outcome": "o2"}))
    same = "groups of people who gave the same answers to two questions"
    assert crossed == f"Two differences between {same} are beyond noise. The largest: {largest}"


@pytest.mark.parametrize(
    ("elsewhere", "findable", "sentence"),
    [
        (0, 0.224, "; the smallest difference these answers could have shown is about 22 percentage points."),
        (0, 1.08, "; so few answers could hardly have shown any difference."),
        (0, math.nan, "."),
        (1, 0.224, " in success outcomes; one difference is in key outcomes."),
        (3, 0.224, " in success outcomes; three differences are in key outcomes."),
    ],
)
def test_a_page_without_marks_says_what_it_could_have_found(elsewhere: int, findable: float, sentence: str) -> None:
    """Or where there are differences, or that so few could show none."""
    assert said(elsewhere=elsewhere, findable=findable) == f"No group differs beyond noise{sentence}"


def test_the_groups_of_one_question_are_told_apart_from_others() -> None:
    """The headline says of which question it speaks, and how many differences are elsewhere."""
    place = "by “Where?”"
    assert question_sentence(rows({}), "unmet", "Where?", 2, 0.2).startswith(f"One difference {place} is beyond noise.")
    assert question_sentence(rows({}), "unmet", "Where?", 2, 0.2).endswith("Two differences are between other groups.")
    none = f"No group differs beyond noise {place}"
    assert question_sentence(NONE, "unmet", "Where?", 1, 0.2) == f"{none}; one difference is between other groups."
    assert question_sentence(NONE, "unmet", "Where?", 0, math.nan) == f"{none}."


def test_other_scores_are_said_in_their_units() -> None:
    """Opportunity has a score rather than a share of people."""
    row = rows({"score": 15.04, "others": 6.6, "difference": 8.44})
    sentence = differences_sentence(Marked(row, NONE, 0), "opportunity", "key outcomes", 1.0)
    assert sentence.endswith("“I sleep” has opportunity 15.0 for “Rehab app”, 6.6 for the others.")


def test_figures_have_signs_and_intervals() -> None:
    """A difference that rounds to nothing has no sign."""
    unmet, opportunity = MEASURES["unmet"], MEASURES["opportunity"]
    assert both_scores(ROW, unmet) == "8 %, others 67 %"
    assert difference_in_words(ROW, unmet) == "−59 points (−76 to −27)"
    assert [opportunity.signed(value) for value in (1.44, -0.3, -0.01)] == ["+1.4", "−0.3", "0.0"]


def test_options_that_mirror_each_other_are_one_difference() -> None:
    """Kept is the option with more; the largest difference comes first."""
    mirrored = {"difference": 0.59, "n": 28, "n_others": 12, "group": "Booklet"}
    other = {"outcome": "o2", "difference": 0.7}
    assert once(rows({}, mirrored, other))[["outcome", "group"]].to_numpy().tolist() == [
        ["o2", "Rehab app"],
        ["o1", "Booklet"],
    ]
