"""The charts of the results."""

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.study.scale import Settings
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import spec, text

STUDY = demo_study()


def test_every_chart_is_described(visit: Visit, store: Store) -> None:
    """List and landscape of each kind, and what stands in place of a list, have their descriptions and keys."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 20))
    key = results_key(store, wave.study_id)
    pages = {
        (kind, show): visit("results.py", key=key, kind=kind, show=show)
        for kind in ("success", "key")
        for show in ("order", "delivered", "wanted")
    }
    alts = {chart.proto.alt for page in pages.values() for chart in page.get("vega_lite_chart")}
    assert len(alts) == 8  # a landscape stands beside three charts
    assert all("outcomes" in alt for alt in alts)
    assert all("Mark: measured now. Tick and bar" in text(pages[kind, "order"]) for kind in ("success", "key"))
    assert "'domain': ['short by 2 or more', 'short by 1', 'met', 'exceeded']" in str(
        spec(pages["success", "delivered"], 0)
    )
    assert "'short by 1', 'satisfied'" in str(spec(pages["key", "delivered"], 0))
    assert "the most value wanted, " in text(pages["success", "wanted"])
    assert "falls short for" in text(pages["success", "delivered"])


def test_without_importance_there_is_the_list_alone(visit: Visit, store: Store) -> None:
    """There is nothing to draw a landscape of."""
    alone = replace(STUDY, settings=Settings(asks_importance=False))
    ratings, profiles = demo_answers(STUDY, 40)
    wave = store.import_wave(store.add_study(alone).id, ratings.assign(importance=float("nan")), profiles)
    page = visit("results.py", key=results_key(store, wave.study_id))
    alts = [chart.proto.alt for chart in page.get("vega_lite_chart")]
    assert len(alts) == 1
    assert alts[0].startswith("14 success outcomes from 40 people by “falls short”")


def test_the_landscape_has_fixed_axes(visit: Visit, key: str) -> None:
    """Importance and satisfaction run from 0 to 10 whatever the data."""
    landscape = str(spec(visit("results.py", key=key), 1))
    assert "'domain': [0.0, 10.0]" in landscape


def test_a_cut_list_can_be_shown_whole(visit: Visit, key: str) -> None:
    """Its key counts what is shown until all of it is."""
    page = visit("results.py", key=key)
    assert "Shown: 12 of 14 outcomes" in text(page)
    whole, cut = page.get("toggle")[0], spec(page)["height"]
    assert whole.label == "Show all 14"
    whole.set_value(True).run()
    assert "Shown: 12 of 14 outcomes" not in text(page)
    assert spec(page)["height"] > cut + 60
    page.get("toggle")[0].set_value(False).run()
    assert "Shown: 12 of 14 outcomes" in text(page)
