"""People, scales and languages on the define page."""

from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.rotation import Rotation
from jtbd_core.wave import StudyRecord
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT, section, typed
from tests.pages.words import press, text


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


def test_solutions_and_questions_are_added_and_deleted(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Both are typed, edited in place and deleted."""
    section(page, "People")
    typed(page, "desk-new-solution", "Post office")
    page.text_input(key="desk-new-question").set_value("Where?")
    page.text_input(key="desk-new-options").set_value("At home; On the move")
    press(page, "Add question")
    typed(page, "field-question-where", "Where are you?")
    typed(page, "desk-new-solution", "Post office")
    assert "appears twice among the names of solutions" in text(page)
    study = store.study(record.id).study
    assert [one.name for one in study.solutions] == ["Post office"]
    assert [(one.question, [o.label for o in one.options]) for one in study.circumstances] == [
        ("Where are you?", ["At home", "On the move"])
    ]
    page.button(key="delete-solution-post-office").click().run()
    assert store.study(record.id).study.solutions == ()


def test_what_is_not_translated_is_listed(facilitate: Visit, store: Store) -> None:
    """The page counts the missing texts of each language and lists them."""
    record = store.add_study(replace(DRAFT, outcomes=(), translations={"de": {"title": "Pakete"}}))
    page = section(facilitate("define.py", study=record.id), "Languages")
    assert any("Deutsch: 2 texts of 3 missing" in expander.label for expander in page.expander)
    assert "- Send a package" in text(page)
    assert page.text_input(key="field-de-title").label == "Title: Parcels"
    assert page.text_input(key="field-de-job").label == "Job: Send a package"


def test_the_language_of_a_study_can_be_changed(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Which language a study is written in is kept with it, and the checks then say how far they go."""
    section(page, "Languages")
    page.selectbox(key="field-language").set_value("fr").run()
    assert store.study(record.id).study.language == "fr"
    assert "know English alone" in text(section(page, "Job and outcomes"))


def test_a_translation_is_typed_text_by_text(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Each text has a field for its translation, which is kept at once; an emptied one is missing again."""
    section(page, "Languages")
    page.selectbox(key="translate-into").set_value("de").run()
    typed(page, "field-de-outcome.whole", "Das Paket kommt heil an")
    assert store.study(record.id).study.translations == {"de": {"outcome.whole": "Das Paket kommt heil an"}}
    typed(page, "field-de-outcome.whole", "")
    assert store.study(record.id).study.translations == {}
