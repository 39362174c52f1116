"""The languages of a study, edited at the desk."""

from msgspec.structs import replace
from streamlit.testing.v1 import AppTest

from jtbd_core.contract import Store
from jtbd_core.study import StudyRecord
from pages.components.escape import spoken
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT, section, typed
from tests.pages.words import text


def translated(page: AppTest) -> list[str]:
    """Return the keys of the fields for translations."""
    return [one.key for one in page.text_input if str(one.key).startswith("field-de-")]


def test_what_is_not_translated_is_counted_and_shown_alone(facilitate: Visit, store: Store) -> None:
    """The page counts the missing texts of each language, and its table has a row for each; the others on demand."""
    record = store.add_study(replace(DRAFT, outcomes=(), translations={"de": {"title": "Pakete"}}))
    page = section(facilitate("define.py", study=record.id, ask="off"), "Languages")
    assert "Deutsch: 2 texts of 3 missing" in text(page)
    assert translated(page) == ["field-de-job", "field-de-step.wrap"]
    page.segmented_control(key="translate-filter").set_value("All").run()
    assert translated(page.run()) == ["field-de-title", "field-de-job", "field-de-step.wrap"]
    assert page.text_input(key="field-de-title").label == spoken("Title: Parcels")
    assert page.text_input(key="field-de-job").label == spoken("Job: Send a package")


def test_a_row_stays_while_it_is_translated(facilitate: Visit, store: Store) -> None:
    """A text that is no longer missing does not vanish under the words that are being typed."""
    record = store.add_study(replace(DRAFT, translations={"de": {"title": "Pakete"}}))
    page = section(facilitate("define.py", study=record.id, ask="off"), "Languages")
    before = translated(page)
    assert translated(typed(page, "field-de-job", "Ein Paket verschicken")) == before
    assert "Deutsch: 3 texts of 5 missing" in text(page)


def test_the_language_of_a_study_can_be_changed(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Which language a study is written in is kept with it, and the checks then say how far they go."""
    section(page, "Languages")
    page.selectbox(key="field-language").set_value("fr").run()
    assert store.study(record.id).study.language == "fr"
    assert "know English alone" in text(section(page, "Outcomes"))


def test_a_translation_is_typed_text_by_text(page: AppTest, store: Store, record: StudyRecord) -> None:
    """Each text has a field for its translation, which is kept at once; an emptied one is missing again."""
    section(page, "Languages")
    page.selectbox(key="translate-into").set_value("de").run()
    typed(page, "field-de-outcome.whole", "Das Paket kommt heil an")
    assert store.study(record.id).study.translations == {"de": {"outcome.whole": "Das Paket kommt heil an"}}
    typed(page, "field-de-outcome.whole", "")
    assert store.study(record.id).study.translations == {}
