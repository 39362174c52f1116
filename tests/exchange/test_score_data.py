"""Scores as data for programs."""

import json

from msgspec.structs import replace

from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.exchange.score_data import data_csv, data_json, score_data
from jtbd_core.scoring.study_scores import study_scores

STUDY = demo_study()


def test_an_outcome_that_few_rated_has_no_figures() -> None:
    """Its row is there, with nothing in place of numbers, in both files."""
    ratings = demo_answers(STUDY, 6)[0]
    first = STUDY.outcomes[0].id
    few = ratings[(ratings["outcome"] != first) | ratings["respondent"].isin(sorted(set(ratings["respondent"]))[:2])]
    found = study_scores(STUDY, few, fewest=5)
    rows = json.loads(data_json(found, {"group": "everybody"}))["outcomes"]
    (row,) = [one for one in rows if one["outcome"] == first]
    assert {row[name] for name in ("n", "unmet", "unmet_low", "opportunity_expected")} == {None}
    (line,) = [one for one in data_csv(found).decode().splitlines() if one.startswith(f"{first},")]
    assert line.endswith(",,,,")


def test_figures_have_the_decimals_that_are_shown() -> None:
    """More of them would tell of single answers."""
    table = score_data(study_scores(STUDY, demo_answers(STUDY, 20)[0]))
    for name, decimals in {"opportunity_low": 1, "importance": 1, "unmet_expected": 2, "value_wanted_high": 2}.items():
        assert (table[name].dropna() == table[name].dropna().round(decimals)).all()


def test_a_statement_is_no_formula() -> None:
    """A spreadsheet that opens the file runs nothing."""
    study = replace(STUDY, outcomes=(replace(STUDY.outcomes[0], statement="=1+1"), *STUDY.outcomes[1:]))
    assert "'=1+1" in data_csv(study_scores(study, demo_answers(study, 6)[0])).decode()
