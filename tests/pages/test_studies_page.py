"""My studies, as the facilitator uses it."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import study_to_json
from tests.pages.conftest import Visit
from tests.pages.words import press, text

RATINGS = b"id,imp_speed,sat_speed,imp_cost,sat_cost\n1,5,2,4,4\n2,4,6,3,0\n3,5,1,2,5\n4,4,2,1,4\n5,5,3,,\n6,5,2,4,4\n"


def test_an_empty_database_offers_the_demo_and_a_new_study(facilitate: Visit) -> None:
    """The first page of an empty database says what to do."""
    labels = [button.label for button in facilitate().button]
    assert labels[:2] == ["Open the demo study", "New study"]


def test_the_demo_study_has_answers_and_an_open_round(facilitate: Visit, store: Store) -> None:
    """One click makes the demo study: 240 generated respondents, marked as such, in a round that is open."""
    press(facilitate(), "Open the demo study")
    (record,) = store.studies()
    (wave,) = store.waves(record.id)
    assert (record.study, wave.status) == (demo_study(), "open")
    assert store.progress(wave.id).rated == 240


def test_a_new_study_needs_no_more_than_its_job(facilitate: Visit, store: Store) -> None:
    """A study with nothing but a job is kept as a draft under the job's name."""
    page = press(facilitate(), "New study")
    page.text_input[0].set_value("Send a package a long distance")
    press(page, "Create")
    assert [record.study.title for record in store.studies()] == ["Send a package a long distance"]


def test_a_new_study_without_a_job_is_refused(facilitate: Visit, store: Store) -> None:
    """An empty job is named, and nothing is kept."""
    page = press(press(facilitate(), "New study"), "Create")
    assert "Say what the job is" in text(page)
    assert store.studies() == []


def test_a_study_starts_from_an_example(facilitate: Visit, store: Store) -> None:
    """An example becomes a draft of one's own."""
    press(press(facilitate(), "From an example"), "Start from this example")
    assert len(store.studies()) == 1


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


def test_ratings_become_a_study_with_a_closed_round(facilitate: Visit, store: Store) -> None:
    """A ratings file is counted, codes outside 1–5 are told and kept as not applicable, and the round is closed."""
    page = press(facilitate(), "Import ratings")
    page.file_uploader[0].set_value(("survey.csv", RATINGS, "text/csv")).run()
    assert "6 respondents × 2 outcomes" in text(page)
    assert "2 cells held a code outside 1–5" in text(page)
    press(page, "Import as a closed round")
    (record,) = store.studies()
    (wave,) = store.waves(record.id)
    assert (record.study.title, wave.status) == ("survey", "closed")
    ratings = store.ratings(wave.id)
    assert ratings["respondent"].nunique() == 6
    assert ratings["not_applicable"].sum() == 2


def test_exported_answers_are_imported_with_their_wording(facilitate: Visit, store: Store) -> None:
    """A file of answers names each outcome by its id, and its statement comes back with it."""
    answers = "respondent,outcome,statement,importance,experience\n" + "".join(
        f"{person},on-time,The package is delivered on time,5,2\n{person},calm,,4,3\n" for person in range(5)
    )
    page = press(facilitate(), "Import ratings")
    page.file_uploader[0].set_value(("answers.csv", answers.encode(), "text/csv")).run()
    press(page, "Import as a closed round")
    (record,) = store.studies()
    outcomes = [(one.id, one.statement) for one in record.study.outcomes]
    assert outcomes == [("on-time", "The package is delivered on time"), ("calm", "Calm")]


def test_an_unreadable_ratings_file_is_named_with_its_place(facilitate: Visit, store: Store) -> None:
    """A word where a number belongs is told with file, row and column."""
    page = press(facilitate(), "Import ratings")
    page.file_uploader[0].set_value(("survey.csv", b"imp_a,sat_a\n5,2\n5,often\n", "text/csv")).run()
    shown = text(page)
    assert all(part in shown for part in ("survey.csv", "ow 3", "sat_a"))
    assert store.studies() == []


def test_a_refused_import_leaves_no_study(facilitate: Visit, store: Store) -> None:
    """A title that cannot be one is named, and neither a study nor a round is kept."""
    page = press(facilitate(), "Import ratings")
    page.file_uploader[0].set_value(("survey.csv", RATINGS, "text/csv")).run()
    next(box for box in page.text_input if box.label == "Title of the study").set_value("x" * 400)
    press(page, "Import as a closed round")
    assert "title" in text(page)
    assert store.studies() == []


def test_a_deleted_study_goes_to_the_bin(facilitate: Visit, store: Store) -> None:
    """It is told how long it lies there, and one click brings it back."""
    record = store.add_study(demo_study())
    page = press(facilitate(), "Move to the bin")
    assert store.studies() == []
    assert "30 days left" in text(page)
    press(page, "Restore")
    assert [one.id for one in store.studies()] == [record.id]


def test_a_study_in_the_bin_can_be_deleted_for_good(facilitate: Visit, store: Store) -> None:
    """The second click, behind the bin, leaves nothing."""
    store.shelve_study(store.add_study(demo_study()).id, "bin")
    press(facilitate(), "Delete for good")
    assert store.studies("bin") == []


def test_a_study_is_archived_and_taken_back(facilitate: Visit, store: Store) -> None:
    """An archived study leaves the list, and comes back to it."""
    record = store.add_study(demo_study())
    page = press(facilitate(), "Archive")
    assert [one.id for one in store.studies("archive")] == [record.id]
    press(page, "Take back")
    assert [one.id for one in store.studies()] == [record.id]


@pytest.mark.parametrize("page", ["define.py", "room.py", "results.py"])
def test_a_page_of_a_study_in_the_bin_says_so(facilitate: Visit, store: Store, page: str) -> None:
    """The facilitator who opens an old address is told where the study is."""
    record = store.shelve_study(store.add_study(demo_study()).id, "bin")
    assert "This study is in the bin" in text(facilitate(page, study=record.id))


@pytest.mark.parametrize("page", ["display.py", "results.py"])
def test_a_link_to_a_study_in_the_bin_says_so(visit: Visit, store: Store, page: str) -> None:
    """Stakeholders and the projector read that the study was taken back, not that the link is wrong."""
    wave = store.open_wave(store.add_study(demo_study()).id)
    record = store.shelve_study(wave.study_id, "bin")
    keys = {"display.py": wave.display_key, "results.py": record.results_key}
    assert "This study was taken back" in text(visit(page, key=keys[page]))


@pytest.mark.parametrize("page", ["define.py", "room.py", "results.py"])
def test_a_page_without_a_study_leads_to_the_studies(facilitate: Visit, page: str) -> None:
    """A page that was opened without a study says so instead of failing."""
    assert "Choose a study first" in text(facilitate(page))


def test_a_study_starts_from_an_earlier_one(facilitate: Visit, store: Store) -> None:
    """The copy is a draft with the same outcomes; the note, which is about the earlier answers, is left behind."""
    store.open_wave(store.add_study(demo_study()).id)
    press(press(facilitate(), "From an earlier study"), "Start from this study")
    copy = next(record for record in store.studies() if record.status == "draft").study
    assert (copy.title, copy.note) == (f"{demo_study().title} (copy)", "")
    assert copy.outcomes == demo_study().outcomes


def test_without_an_earlier_study_the_page_says_so(facilitate: Visit) -> None:
    """An empty database has nothing to copy, and says where to begin."""
    assert "There is no earlier study yet" in text(press(facilitate(), "From an earlier study"))
