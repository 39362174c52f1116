"""A study from a study file."""

from pathlib import Path

from jtbd_core.contract import Store
from jtbd_core.exchange.archive_writing import write_archive
from jtbd_core.exchange.demo import demo_study, keep_demo
from jtbd_core.study import study_to_json
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_a_study_file_is_imported(facilitate: Visit, store: Store) -> None:
    """A study file becomes a draft equal to what the file says."""
    page = press(facilitate(), "Import")
    content = study_to_json(demo_study()).encode()
    page.file_uploader[0].set_value(("demo.json", content, "application/json")).run()
    press(page, "Make a draft of it")
    assert store.studies()[0].study == demo_study()


def test_a_broken_study_file_is_named(facilitate: Visit, store: Store) -> None:
    """What is wrong with a file is said with the file's name, and nothing is kept."""
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("mine.json", b'{"title": 3}', "application/json")).run()
    assert "mine.json" in text(page)
    assert "title" in text(page)
    assert store.studies() == []


def test_an_archive_becomes_a_copy(facilitate: Visit, store: Store, tmp_path: Path) -> None:
    """What it holds is said before, and that a round of it was going on; the copy stands beside the first."""
    record, _ = keep_demo(store)
    write_archive(store, record.id, tmp_path / "demo.headway")
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("demo.headway", (tmp_path / "demo.headway").read_bytes(), "")).run()
    assert "3 rounds, 610 respondents" in text(page)
    assert "1 round of it had not been closed" in text(page)
    press(page, "Import a copy")
    assert [one.study for one in store.studies()] == [record.study] * 2
    assert [one.status for one in store.waves(store.studies()[0].id)] == ["closed"] * 3


def test_a_broken_archive_is_named(facilitate: Visit, store: Store) -> None:
    """It is said with the file's name, and nothing is kept."""
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("mine.headway", b"PK", "")).run()
    assert "mine.headway: This is no archive of Headway, or it is damaged." in text(page)
    assert store.studies() == []


def test_a_list_of_outcomes_becomes_a_draft(facilitate: Visit, store: Store) -> None:
    """The same box takes it: what the file holds decides what becomes of it, and that is said."""
    page = press(facilitate(), "Import")
    content = b"kind;job step;statement\nfunctional;;It is not lost\n;Hand over;Minimize the time it takes to queue\n"
    page.file_uploader[0].set_value(("parcels.csv", content, "text/csv")).run()
    assert "A list of 2 outcomes in 1 job step: it becomes a new draft." in text(page)
    press(page, "Make a draft of it")
    (record,) = store.studies()
    assert (record.study.title, record.status, len(record.study.outcomes)) == ("parcels", "draft", 2)
