"""How a study asks, chosen at the desk."""

from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.form import preview
from jtbd_core.study import StudyRecord
from jtbd_core.study.scale import ELEVEN, FIVE, HUNDRED, SEVEN, TEN, Importance, Instrument, Rotation
from pages.desk.asking import POINT_NAMES
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


def test_the_draft_asks_on_five_points_unless_told_otherwise(page: AppTest) -> None:
    """Points are a choice; nothing is chosen for whoever does not look."""
    section(page, "Scales")
    assert {page.selectbox(key=f"setting-{kind}-points").value for kind in ("importance", "key", "success")} == {FIVE}
    assert "bands of opportunity hold for key outcomes:" in text(page)


def test_points_come_with_their_usual_cut_and_anchor(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Who chooses other points has the usual values of those, and may set others."""
    section(page, "Scales")
    for kind, points in (("importance", TEN), ("key", ELEVEN), ("success", SEVEN)):
        page.selectbox(key=f"setting-{kind}-points").set_value(points).run()
    settings = store.study(record.id).study.settings
    assert settings.importance == Importance(points=TEN, cut=8)
    assert settings.key == Instrument(scale="satisfaction", points=ELEVEN, anchor=8)
    assert settings.success == Instrument(scale="expectation", points=SEVEN, anchor=4)
    assert "bands of opportunity hold for none of these outcomes" in text(page)
    page.selectbox(key="setting-importance-cut").set_value(9).run()
    page.selectbox(key="setting-success-anchor").set_value(5).run()
    settings = store.study(record.id).study.settings
    assert (settings.importance.cut, settings.success.anchor) == (9, 5)


def test_expectation_is_asked_where_it_has_a_middle(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Ten points and 0 to 100 are not offered for it; a scale that lacks the points chosen before is asked on five."""
    section(page, "Scales")
    page.selectbox(key="setting-key-points").set_value(TEN).run()
    page.selectbox(key="setting-key-scale").set_value("expectation").run()
    assert store.study(record.id).study.settings.key == Instrument(scale="expectation", anchor=3)
    assert page.selectbox(key="setting-key-points").options == [POINT_NAMES[one] for one in (FIVE, SEVEN, ELEVEN)]


def test_a_pair_has_no_anchor(page: AppTest, store: Store, record: StudyRecord) -> None:
    """It is met where expectation is reached; the points stay when the scale becomes a pair."""
    section(page, "Scales")
    page.selectbox(key="setting-success-points").set_value(SEVEN).run()
    page.selectbox(key="setting-success-scale").set_value("pair").run()
    assert store.study(record.id).study.settings.success == Instrument(scale="pair", anchor=0, points=SEVEN)
    assert "setting-success-anchor" not in {box.key for box in page.selectbox}
    assert "How well do you expect this to be met?" in "".join(preview(store.study(record.id).study).values())


def test_a_point_of_a_hundred_is_typed(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Where a list would be long the cut is a number."""
    section(page, "Scales")
    page.selectbox(key="setting-importance-points").set_value(HUNDRED).run()
    page.number_input(key="setting-importance-cut").set_value(80).run()
    assert store.study(record.id).study.settings.importance == Importance(points=HUNDRED, cut=80)
