"""How a study asks, chosen at the desk."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import StudyRecord
from jtbd_core.study.scale import Rotation
from tests.pages.conftest import Visit
from tests.pages.desk.draft import section
from tests.pages.words import text


def test_importance_can_be_left_out(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Switching importance off is kept with the study at once."""
    section(page, "Scales")
    page.toggle(key="setting-importance").set_value(False).run()
    assert not store.study(record.id).study.settings.asks_importance


def test_each_person_can_rate_a_part(facilitate: Visit, store: Store) -> None:
    """The setting says what it saves and costs."""
    study = demo_study()
    record = store.add_study(study)
    page = section(facilitate("define.py", study=record.id), "Scales")
    next(toggle for toggle in page.toggle if "a part" in toggle.label).set_value(True).run()
    page.number_input[0].set_value(4).run()
    each = 4 + len(study.success_outcomes)
    assert f"Each person rates {each} of {len(study.outcomes)} outcomes" in text(page)
    assert f"{30 * len(study.key_outcomes) / 4:.0f} in place of 30" in text(page)
    assert store.study(record.id).study.settings.rotation == Rotation(key_outcomes=4)
