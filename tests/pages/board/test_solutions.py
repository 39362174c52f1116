"""Solutions on the results page: what is shown, to whom, and what it waits for."""

from msgspec.structs import replace

from jtbd_core.contract import Store
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text
from tests.store.studies import PARCEL, rated

TAB = "Solutions"


def test_solutions_and_what_makes_the_difference(visit: Visit, key: str) -> None:
    """A headline, the plane with its table, and two solutions side by side that the address chooses, as a table too."""
    page = visit("results.py", key=key, part=TAB, first="vinyl", second="cd")
    shown = text(page)
    assert "“Streaming service” is more efficient, but less effective." in shown
    assert "Everybody" in shown
    alts = [chart.proto.alt for chart in page.get("vega_lite_chart")]
    assert alts[0].startswith("Efficiency and effectiveness of 4 solutions")
    assert alts[1].startswith("34 outcomes with Vinyl on a record player and CD:")
    page.session_state["pair"] = True
    page.run()
    assert {"Outcome", "Verdict", "Difference"} <= set(page.dataframe[0].value.columns)
    page.query_params["second"] = "vinyl"
    assert "Choose two solutions." in text(page.run())


def test_solutions_wait_for_the_reveal(visit: Visit, facilitate: Visit, store: Store) -> None:
    """While a room answers stakeholders are told so; the facilitator sees what there is, or why there is nothing."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    for person in range(8):
        store.save(wave.id, f"{person:022}", rated("time", 5, 2))
    key = results_key(store, wave.study_id)
    assert "Solutions are compared after the reveal, or when the round closes." in text(
        visit("results.py", key=key, part=TAB)
    )
    mine = text(facilitate("results.py", study=wave.study_id, part=TAB))
    assert "No solution can be shown: fewer than 5 people rated enough with them" in mine


def test_a_closed_round_of_too_few_waits_for_nothing(visit: Visit, store: Store) -> None:
    """It is said how many rated, not that solutions appear once the round closes."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.save(wave.id, f"{0:022}", rated("time", 5, 2))
    store.set_status(wave.id, "closed")
    shown = text(visit("results.py", key=results_key(store, wave.study_id), part=TAB))
    assert "Too few people rated: 1." in shown
    assert "when the round closes" not in shown


def test_a_study_without_solutions_has_no_such_tab(visit: Visit, store: Store) -> None:
    """There is nothing to compare."""
    alone = store.open_wave(store.add_study(replace(PARCEL, solutions=())).id)
    page = visit("results.py", key=results_key(store, alone.study_id))
    assert TAB not in [tab.label for tab in page.tabs]
