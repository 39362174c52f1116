"""A study from a study file."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import study_to_json
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_a_study_file_is_imported(facilitate: Visit, store: Store) -> None:
    """A study file becomes a draft equal to what the file says."""
    page = press(facilitate(), "Import a study file")
    content = study_to_json(demo_study()).encode()
    page.file_uploader[0].set_value(("demo.json", content, "application/json")).run()
    press(page, "Import")
    assert store.studies()[0].study == demo_study()


def test_a_broken_study_file_is_named(facilitate: Visit, store: Store) -> None:
    """What is wrong with a file is said with the file's name, and nothing is kept."""
    page = press(facilitate(), "Import a study file")
    page.file_uploader[0].set_value(("mine.json", b'{"title": 3}', "application/json")).run()
    assert "mine.json" in text(page)
    assert "title" in text(page)
    assert store.studies() == []
