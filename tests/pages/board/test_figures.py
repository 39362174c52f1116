"""All figures."""

import pytest
from streamlit.runtime.context import ContextProxy

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text

STUDY = demo_study()


def test_every_outcome_has_its_scores(visit: Visit, key: str) -> None:
    """The table has a row per outcome under a heading that says the order; it is drawn only where it is looked at."""
    page = visit("results.py", key=key, part="All figures")
    shown = text(page)
    assert all(one.statement in shown for one in STUDY.outcomes)
    assert f"All scores of {len(STUDY.outcomes)} outcomes, from the answers of 240 people." in shown
    assert "Success outcomes, highest “matters and falls short” first" in shown
    assert "Key outcomes, highest “opportunity” first" in shown
    assert "highest “" not in text(visit("results.py", key=key))


def test_the_rows_stand_in_the_order_that_is_said(visit: Visit, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a phone too, where each outcome opens its scores."""
    for agent, row in (("Laptop", "<tr><th"), ("Mobile", "<summary")):
        monkeypatch.setattr(ContextProxy, "headers", {"User-Agent": agent})
        (body,) = [
            one.proto.body
            for one in visit("results.py", key=key, part="All figures").get("html")
            if row in one.proto.body
        ]
        first = [part.partition("<b>")[2].partition("</b>")[0] for part in body.split(row)[1:]]
        shares = [int(one.split("\u00a0")[0]) for one in first if "%" in one]
        opportunities = [float(one) for one in first if one and "%" not in one]
        assert (len(shares), len(opportunities)) == (len(STUDY.success_outcomes), len(STUDY.key_outcomes))
        assert shares == sorted(shares, reverse=True)
        assert opportunities == sorted(opportunities, reverse=True)


def test_there_is_no_table_of_too_few_people(visit: Visit, store: Store, study_id: str) -> None:
    """Instead of a table without figures stands why there are none; of a closed round nobody waits for more."""
    wave = store.open_wave(study_id)
    store.set_status(wave.id, "closed")
    page = visit("results.py", key=results_key(store, study_id), part="All figures")
    assert "Too few people rated: 0." in text(page)
    assert not page.dataframe
