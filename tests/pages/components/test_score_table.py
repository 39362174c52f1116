"""The table of scores."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.wave import Wave
from tests.pages.answers import rate_all
from tests.pages.conftest import Visit


def test_the_reveal_has_all_scores_as_a_table(visit: Visit, store: Store, wave: Wave) -> None:
    """Each outcome is a row; a measure is a column with its range."""
    rate_all(store, wave.id, 5)
    store.reveal(wave.id)
    table = visit("display.py", key=wave.display_key).dataframe[0].value
    assert set(table["Outcome"]) == {one.statement for one in demo_study().outcomes}
    assert table["Opportunity (0–20)"].between(0, 20).all()
