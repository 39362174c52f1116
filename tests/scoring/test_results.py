"""The results of a wave: scores with words, groups that may be shown, and sentences."""

import pandas as pd
import pytest
from msgspec.structs import replace

from jtbd_core import score
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.exchange.score_table import score_table
from jtbd_core.scoring.results import headline
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.study.scale import Settings

STUDY = demo_study()
RATINGS, PROFILES = demo_answers(STUDY)
FOUND = study_scores(STUDY, RATINGS)


def few(rows: list[tuple[str, str, float | None, float | None]]) -> pd.DataFrame:
    """Return ratings of a few people."""
    columns = ["respondent", "outcome", "importance", "experience"]
    return pd.DataFrame(rows, columns=columns).assign(not_applicable=False)


def test_kinds_are_ranked_apart_with_their_own_anchors() -> None:
    """Success and key outcomes score as if the other kind had not been asked."""
    success = [outcome.id for outcome in STUDY.success_outcomes]
    alone = score(RATINGS[RATINGS["outcome"].isin(success)], anchor=3)
    pd.testing.assert_frame_equal(FOUND.success[alone.columns], alone)
    assert set(FOUND.key["kind"]) == {"key outcome"}


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


def test_an_outcome_that_few_rated_has_no_scores_where_people_could_be_told() -> None:
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


def test_experience_alone_is_ordered_by_value_wanted() -> None:
    """A study that does not ask for importance has no opportunity, even if importance was stored."""
    found = study_scores(replace(STUDY, settings=Settings(asks_importance=False)), RATINGS)
    assert found.by == "value_wanted"
    assert "opportunity" not in found.success
    assert found.success["value_wanted"].is_monotonic_decreasing


def test_the_headline_admits_a_tie() -> None:
    """Where nothing can be told apart the sentence says so; where one leads it names that one."""
    a, b = (outcome.id for outcome in STUDY.success_outcomes[:2])
    tie = study_scores(STUDY, few([(f"{i}", one, 5.0, 1.0 + i % 5) for i in range(6) for one in (a, b)]))
    assert "cannot tell 2 success outcomes apart" in headline(tie.success, "success outcomes")
    clear = study_scores(
        STUDY, few([(f"{i}", one, 5.0, 1.0 if one == a else 5.0) for i in range(30) for one in (a, b)])
    )
    assert headline(clear.success, "success outcomes").startswith(
        f"One of 2 success outcomes stands out: “{STUDY.success_outcomes[0].statement}”, opportunity 20.0 ("
    )
    assert "No key outcomes can be shown yet" in headline(clear.key, "key outcomes")


def test_sureness_speaks_of_the_top_and_of_more_answers() -> None:
    """The top list's expected share, its future and the other formulas are told in sentences."""
    now, other = FOUND.sure["key outcomes"].sentences()
    assert now.startswith("Of the 5 outcomes at the top, ")
    assert now.endswith("100 more people would hardly change that.")
    assert "value wanted" in other
    people = [f"g{number:03}" for number in range(1, 25)]
    unsure = study_scores(STUDY, RATINGS[RATINGS["respondent"].isin(people)]).sure["success outcomes"].sentences()[0]
    assert all(f"with {more} more people" in unsure for more in (10, 30, 100))


def test_a_short_list_has_no_top_to_be_sure_of() -> None:
    """With five outcomes or fewer all are at the top."""
    rated = few([(f"{i}", outcome.id, 4.0, 2.0) for i in range(9) for outcome in STUDY.success_outcomes[:5]])
    assert study_scores(STUDY, rated).sure == {}


def test_the_table_for_people_has_readable_headings() -> None:
    """Shares are per cent and intervals are text; success outcomes alone have no column for the job step."""
    table = score_table(FOUND.success)
    assert "Job step" not in table
    first, row = FOUND.success.iloc[0], table.iloc[0]
    assert row["Falls short"] == pytest.approx(100 * first["share_short"])
    assert row["Opportunity, 95 %"] == f"{first['opportunity_low']:.1f}–{first['opportunity_high']:.1f}"
