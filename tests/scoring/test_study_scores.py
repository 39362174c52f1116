"""The ratings of a wave scored against its study."""

import pandas as pd
import pytest
from msgspec.structs import replace

from jtbd_core import score
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.exchange.score_table import score_table
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.study.scale import Settings
from tests.scoring.samples import few

STUDY = demo_study()
RATINGS, _ = demo_answers(STUDY)
FOUND = study_scores(STUDY, RATINGS)


def test_kinds_are_ranked_apart_with_their_own_anchors() -> None:
    """Success and key outcomes score as if the other kind had not been asked."""
    success = [outcome.id for outcome in STUDY.success_outcomes]
    alone = score(RATINGS[RATINGS["outcome"].isin(success)], anchor=3, by="unmet")
    pd.testing.assert_frame_equal(FOUND.success[alone.columns], alone)
    assert set(FOUND.key["kind"]) == {"key outcome"}


def test_bands_hold_for_the_satisfaction_scale_alone() -> None:
    """The demo study asks for expectation of success outcomes, so only key outcomes have chances of a band."""
    assert FOUND.key["p_extreme"].le(FOUND.key["p_high"]).all()
    assert "p_high" not in FOUND.success


def test_outcomes_carry_their_words() -> None:
    """Statement, kind, polarity, step and the share that does not apply stand beside the scores."""
    row = FOUND.key.set_index("outcome").loc[STUDY.key_outcomes[0].id]
    assert row["statement"] == STUDY.key_outcomes[0].statement
    assert row["step"] == STUDY.steps[0].name
    assert 0 <= row["not_applicable"] < 0.5


def test_an_outcome_nobody_rated_is_in_the_table() -> None:
    """Every outcome of the study has its row, also before anybody rated it."""
    found = study_scores(STUDY, RATINGS[RATINGS["outcome"] != STUDY.success_outcomes[0].id])
    assert len(found.success) == len(STUDY.success_outcomes)
    assert found.success.iloc[-1]["n"] == 0
    assert len(study_scores(STUDY, RATINGS.iloc[:0]).all) == len(STUDY.outcomes)


def test_an_outcome_that_too_few_rated_has_no_scores() -> None:
    """Four people's ratings of an outcome stay out, five people's are shown."""
    first, second = (outcome.id for outcome in STUDY.success_outcomes[:2])
    rated = few([(f"{i}", one, 5.0, 1.0) for one, people in ((first, 4), (second, 5)) for i in range(people)])
    found = study_scores(STUDY, rated, fewest=5)
    assert found.success.set_index("outcome")["n"].loc[[first, second]].tolist() == [0, 5]
    table = score_table(found.success)
    assert table["n"].isna().sum() == len(STUDY.success_outcomes) - 1


def test_does_not_apply_is_a_share_of_those_shown() -> None:
    """Who was not shown an outcome has no row and is in no share; who was shown it and skipped it is."""
    two = STUDY.success_outcomes[:2]
    rows = few([("a", two[0].id, None, None), ("b", two[0].id, None, None), ("c", two[1].id, 5, 1)])
    rows.loc[0, "not_applicable"] = True
    found = study_scores(STUDY, rows).success.set_index("outcome")
    assert found.loc[two[0].id, "not_applicable"] == 0.5
    assert found.loc[two[1].id, "not_applicable"] == 0


def test_experience_alone_is_ordered_by_what_falls_short() -> None:
    """A study that does not ask for importance has no opportunity, even if importance was stored."""
    found = study_scores(replace(STUDY, settings=Settings(asks_importance=False)), RATINGS)
    assert found.by == {"success outcomes": "share_short", "key outcomes": "value_wanted"}
    assert "opportunity" not in found.success
    assert found.success["share_short"].is_monotonic_decreasing
    assert found.key["value_wanted"].is_monotonic_decreasing


def test_the_table_for_people_has_readable_headings() -> None:
    """Shares are per cent and intervals are text; success outcomes alone have no column for the job step."""
    table = score_table(FOUND.success)
    assert "Job step" not in table
    first, row = FOUND.success.iloc[0], table.iloc[0]
    assert row["Falls short"] == pytest.approx(100 * first["share_short"])
    assert row["Opportunity, 95 %"] == f"{first['opportunity_low']:.1f}–{first['opportunity_high']:.1f}"


def test_the_score_that_orders_a_table_stands_first_in_it() -> None:
    """Right of the outcome, with its interval and what is expected of it."""
    columns = list(score_table(FOUND.success, "unmet"))
    first = ["Outcome", "Matters and falls short", "Matters and falls short, 95 %", "Matters and falls short, expected"]
    assert columns[:4] == first
    assert len(columns) == len(set(columns)) == len(list(score_table(FOUND.success)))
