"""The charts of a study that can be taken along."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers
from jtbd_core.live.findings import findings
from jtbd_core.report.slides import offered, slide
from jtbd_core.wave import Group
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


def test_a_chart_of_everybody_counts_everybody(store: Store) -> None:
    """Where a group is chosen, a chart of the group says its people, and one that does not follow it all people."""
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY, 60))
    group = Group("solution", STUDY.solutions[-1].id)
    found = findings(store, STUDY, wave, group)
    about = subject(store, STUDY, wave)._replace(found=found, group=STUDY.solutions[-1].name)
    own, plane = slide(store, about, "success"), slide(store, about, "solutions")
    assert own
    assert plane
    assert own.context.endswith(f"{found.results.people} people · {about.group}")
    assert found.results.people < 60
    assert plane.context.endswith("60 people · everybody")
