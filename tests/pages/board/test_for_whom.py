"""The view *For whom*: headline, choices, matrix and differences, or why there is nothing to compare."""

import pytest
from msgspec.structs import replace
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers
from jtbd_core.wave import Answers, Rating
from tests.links import results_key
from tests.live.compared import STUDY
from tests.pages.conftest import Visit


@pytest.fixture
def key(store: Store) -> str:
    """Give the key of the results of 60 people who rated a part of the demo study."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    return results_key(store, wave.study_id)


def said(page: AppTest) -> str:
    """Return all that a page says in plain words."""
    return " ".join([one.proto.body for one in page.get("html")] + [one.value for one in [*page.caption, *page.info]])


def drawn(page: AppTest) -> list[str]:
    """Return how the charts of a page are described, in a few words."""
    return [" ".join(chart.proto.alt.split()[:6]) for chart in page.get("vega_lite_chart")]


def test_a_stakeholder_sees_who_differs(visit: Visit, key: str) -> None:
    """The headline, a matrix of all groups, the differences, and what is not shown and why; links choose otherwise."""
    page = visit("results.py", key=key, part="For whom")
    assert "of the group “Streaming service”" in said(page)
    assert drawn(page)[0] == "6 success outcomes by 10 groups,"
    assert drawn(page)[1].startswith("Differences beyond noise.")
    assert "Not shown: " in said(page)
    assert "the rest would give so few away" in said(page)
    page.segmented_control[-1].set_value("differences").run()
    assert "differences" in page.query_params["order"]
    page = visit("results.py", key=key, part="For whom", kind="key", score="opportunity", groups="place")
    assert "Opportunity; under each group how many people." in said(page)
    assert drawn(page)[0] == "4 key outcomes by 3 groups,"
    assert "No group differs beyond noise by “Where do you mostly listen?”" in said(page)


def test_a_phone_shows_differences_first_and_one_question(
    visit: Visit, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question is that of the largest difference."""
    monkeypatch.setattr(ContextProxy, "headers", {"User-Agent": "Mobile"})
    page = visit("results.py", key=key, part="For whom")
    assert [box.label for box in page.selectbox][-1] == "Score"
    named = list(page.segmented_control[1].options)
    assert named[:3] == ["Solution", "Where do you mostly listen?", "How often do you listen?"]
    first, second = drawn(page)
    assert first.startswith("Differences beyond noise.")
    assert second == "6 success outcomes by 4 groups,"


def test_what_there_is_nothing_to_compare_for(visit: Visit, store: Store) -> None:
    """Of an open round stakeholders are told when groups are compared; a study without groups says so."""
    for study, words in ((STUDY, "after the reveal"), (replace(STUDY, solutions=(), circumstances=()), "no groups to")):
        record = store.add_study(study)
        wave = store.open_wave(record.id)
        rating = Rating(outcome=study.outcomes[0].id, importance=4, experience=1)
        for number in range(5):
            store.save(wave.id, f"{len(words)}{number:020}", Answers(ratings=(rating,)))
        assert words in said(visit("results.py", key=results_key(store, record.id), part="For whom"))


def test_one_outcome_has_no_order(visit: Visit, store: Store) -> None:
    """There is nothing to choose between the highest score and the largest difference first."""
    alone = replace(STUDY, outcomes=STUDY.success_outcomes[:1])
    wave = store.import_wave(store.add_study(alone).id, *demo_answers(alone, 60))
    page = visit("results.py", key=results_key(store, wave.study_id), part="For whom")
    assert drawn(page)[0].startswith("1 success outcome by ")
    assert [choice.label for choice in page.segmented_control] == ["Score"]
