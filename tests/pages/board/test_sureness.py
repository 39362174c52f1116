"""The view *How sure*: how many of the top belong there, careless answers, other formulas, and who answered."""

import re

import pandas as pd
import pytest
from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.scoring.quality import quality_flags
from tests.links import results_key
from tests.pages.conftest import Visit

STUDY = demo_study()
PEOPLE = 40


def answers(careless: int) -> tuple[pd.DataFrame, dict[str, dict[str, str]]]:
    """Return the demo's answers of some people, so many of whom gave one pair throughout."""
    ratings, profiles = demo_answers(STUDY, PEOPLE)
    lazy = ratings["respondent"].isin(ratings["respondent"].unique()[:careless])
    return ratings.assign(
        importance=ratings["importance"].mask(lazy, 1), experience=ratings["experience"].mask(lazy, 5)
    ), profiles


def study_id(store: Store, careless: int) -> str:
    """Return the id of a study with a closed round."""
    record = store.add_study(STUDY)
    store.import_wave(record.id, *answers(careless))
    return record.id


def said(page: AppTest) -> str:
    """Return the text of all HTML on a page."""
    return " ".join(one.proto.body for one in page.get("html"))


@pytest.mark.parametrize(("careless", "is_told"), [(0, False), (3, False), (8, True)])
def test_stakeholders_see_both_lists_where_they_tell_of_nobody(
    visit: Visit, store: Store, careless: int, is_told: bool
) -> None:
    """With eight careless people both top fives and a switch for all results; with three neither, nor with none."""
    key = results_key(store, study_id(store, careless))
    page = visit("results.py", key=key, part="How sure")
    assert "would be there too" in said(page)
    assert (f"without careless answers, {PEOPLE - careless} people<" in said(page)) == is_told
    assert bool(page.toggle) == is_told
    assert ("would give away" in said(page)) != is_told
    assert "Collected elsewhere and imported" in said(page)
    if is_told:
        page.toggle[0].set_value(True).run()
        assert page.query_params["who"] == "Careless.no"
        assert f"{PEOPLE - careless} people · without careless answers" in page.get("popover")[0].proto.popover.label


def test_few_who_were_careless_in_the_other_kind_are_not_counted(visit: Visit, store: Store) -> None:
    """Three stopped before the success outcomes, whose list is the same without them: their number is not told."""
    ratings, profiles = answers(3)
    flags = quality_flags(ratings).set_index("respondent")["is_careless"]
    lazy = ratings["respondent"].map(flags).astype(bool)
    success = ratings["outcome"].isin([one.id for one in STUDY.success_outcomes])
    record = store.add_study(STUDY)
    store.import_wave(record.id, ratings[~(lazy & success)], profiles)
    page = visit("results.py", key=results_key(store, record.id), part="How sure")
    assert "would give away" in said(page)
    assert not re.search(r"\d of 40|without careless answers, \d|answers of \d", said(page))


def test_the_facilitator_sees_which_flags_and_who_finished(facilitate: Visit, store: Store) -> None:
    """Few are counted too; formulas are told by the outcomes that drop, and the response in full."""
    page = facilitate("results.py", study=study_id(store, 3), part="How sure")
    assert "3 of 40 people answered in a way that looks careless" in said(page)
    assert "3 gave the same two answers throughout" in said(page)
    assert "now</span>" in said(page)
    assert re.search(r"<b>\d\.\d</b> · \d (or|to) \d", said(page))
    assert "gap of averages" in said(page)
    assert "Gap: importance less experience." in said(page)
    assert "unclamped" not in said(page)
    assert "Joined" not in said(page)
    assert "could change which are at the top" in said(page)
    assert "✓ stays" in said(page)


def test_of_one_outcome_there_is_no_order_to_be_sure_of(visit: Visit, store: Store) -> None:
    """It is said once, above who answered; no other formula could choose another."""
    alone = replace(STUDY, steps=(), outcomes=STUDY.success_outcomes[:1])
    wave = store.import_wave(store.add_study(alone).id, *demo_answers(alone, 20))
    shown = said(visit("results.py", key=results_key(store, wave.study_id), part="How sure"))
    assert shown.count("too few outcomes for a top of the list") == 1
    assert "would be there too" not in shown
    assert "Who answered" in shown
