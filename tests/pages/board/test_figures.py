"""All figures."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.words import text

STUDY = demo_study()


def test_the_table_holds_every_outcome(visit: Visit, key: str) -> None:
    """The table of all figures has a row per outcome; it is drawn only where it is looked at."""
    page = visit("results.py", key=key, part="All figures")
    assert len(page.dataframe[-1].value) == len(STUDY.outcomes)
    assert f"All scores of {len(STUDY.outcomes)} outcomes, from the answers of 240 people." in text(page)
    assert not visit("results.py", key=key).dataframe


def test_there_is_no_table_of_too_few_people(visit: Visit, store: Store, study_id: str) -> None:
    """Instead of a table without figures stands why there are none; of a closed round nobody waits for more."""
    wave = store.open_wave(study_id)
    store.set_status(wave.id, "closed")
    page = visit("results.py", key=results_key(store, study_id), part="All figures")
    assert "Too few people rated: 0." in text(page)
    assert not page.dataframe
