"""The charts of a study that can be taken along."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers
from jtbd_core.report.slides import offered, slide
from tests.live.compared import STUDY
from tests.report.test_board_report import subject


def test_a_study_offers_the_charts_it_has(store: Store) -> None:
    """Each says its finding, of which round and people; of one round nothing changed over time."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    about = subject(store, STUDY, wave)._replace(group="CD")
    titles = offered(store, about)
    assert {"success", "success-landscape", "key-delivered", "for-whom-success", "solutions", "comes-from"} <= set(
        titles
    )
    assert "over-time-success" not in titles
    landscape, plane = slide(store, about, "success-landscape"), slide(store, about, "solutions")
    assert landscape
    assert plane
    assert landscape.legend[0][0] == "A"
    assert landscape.context.endswith("60 people · CD")
    assert plane.context.endswith("60 people · everybody")
