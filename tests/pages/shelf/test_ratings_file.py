"""A study with a closed wave from a file of ratings."""

import json
from datetime import date

from jtbd_core.contract import Store
from jtbd_core.exchange.answers import answers_csv, wave_answers
from jtbd_core.exchange.demo import keep_demo
from jtbd_core.exchange.source import digest_of
from tests.pages.conftest import Visit
from tests.pages.made_files import given
from tests.pages.words import press, text

RATINGS = b"id,imp_speed,sat_speed,imp_cost,sat_cost\n1,5,2,4,4\n2,4,6,3,0\n3,5,1,2,5\n4,4,2,1,4\n5,5,3,,\n6,5,2,4,4\n"


def test_ratings_become_a_study_with_a_closed_wave(facilitate: Visit, store: Store) -> None:
    """A file of ratings is counted, codes outside 1–5 are told and kept as not applicable, and the wave is closed."""
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("survey.csv", RATINGS, "text/csv")).run()
    assert "6 respondents × 2 outcomes" in text(page)
    assert "2 cells hold numbers outside 1–5" in text(page)
    press(page, "Import as a closed round")
    (record,) = store.studies()
    (wave,) = store.waves(record.id)
    assert (record.study.title, wave.status) == ("survey", "closed")
    ratings = store.ratings(wave.id)
    assert ratings["respondent"].nunique() == 6
    assert ratings["not_applicable"].sum() == 2


def test_the_days_of_the_field_work_can_be_typed(facilitate: Visit, store: Store) -> None:
    """A file without dates is said to have none, in the look at it and in the results; with days it has these."""
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("survey.csv", RATINGS, "text/csv")).run()
    assert "no dates in the file" in text(page)
    press(page, "Import as a closed round")
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("again.csv", RATINGS + b"7,5,2,4,4\n", "text/csv")).run()
    page.date_input[0].set_value((date(2024, 5, 6), date(2024, 5, 17))).run()
    press(page, "Import as a closed round")
    again, first = (store.waves(record.id)[0] for record in store.studies())
    assert (first.is_undated, again.is_undated) == (True, False)
    assert (f"{again.opened_at:%d %m}", f"{again.closed_at:%d %m}") == ("06 05", "17 05")


def test_a_file_that_comes_again_is_asked_about(facilitate: Visit, store: Store) -> None:
    """Under another name too, and until its study is in the bin; it is imported again when that is wanted."""
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("survey.csv", RATINGS, "text/csv")).run()
    press(page, "Import as a closed round")
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("copy.csv", RATINGS, "text/csv")).run()
    assert "imported before: round 1 of “survey”" in text(page)
    assert next(one for one in page.button if one.label == "Import as a closed round").disabled
    page.checkbox[0].check().run()
    press(page, "Import as a closed round")
    again, first = store.studies()
    assert len(store.waves_from(digest_of(RATINGS))) == 2
    store.shelve_study(first.id, "bin")
    assert [wave.study_id for wave in store.waves_from(digest_of(RATINGS))] == [again.id]


def test_outcomes_are_worded_before_the_import(facilitate: Visit, store: Store) -> None:
    """What is said of an outcome is kept, and known again when the next file with these headings comes."""
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("survey.csv", RATINGS, "text/csv")).run()
    said = {"Statement of “speed”": "Minimize the time it takes", "Job step of “speed”": "Pack"}
    for label, value in said.items():
        next(box for box in page.text_input if box.label == label).set_value(value).run()
    for label, value in {"Kind of “cost”": "emotional", "Polarity of “cost”": "avoid"}.items():
        next(box for box in page.selectbox if box.label == label).set_value(value).run()
    press(page, "Import as a closed round")
    study = store.studies()[0].study
    speed, cost = study.outcomes
    assert (speed.statement, study.steps[0].name) == ("Minimize the time it takes", "Pack")
    assert (cost.statement, cost.kind, cost.polarity) == ("Cost", "emotional", "avoid")
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("next.csv", RATINGS + b"7,5,2,4,4\n", "text/csv")).run()
    assert "Minimize the time it takes" in [box.value for box in page.text_input]


def test_exported_answers_are_imported_with_their_wording(facilitate: Visit, store: Store) -> None:
    """A file of answers names each outcome by its id, and its statement comes back with it."""
    answers = "respondent,outcome,statement,importance,experience\n" + "".join(
        f"{person},on-time,The package is delivered on time,5,2\n{person},calm,,4,3\n" for person in range(5)
    )
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("answers.csv", answers.encode(), "text/csv")).run()
    press(page, "Import as a closed round")
    (record,) = store.studies()
    outcomes = [(one.id, one.statement) for one in record.study.outcomes]
    assert outcomes == [("on-time", "The package is delivered on time"), ("calm", "Calm")]


def test_the_column_that_names_the_person_is_asked_for(facilitate: Visit) -> None:
    """Where two could, one is chosen, and what is not read is named."""
    page = press(facilitate(), "Import")
    file = RATINGS.replace(b"id,", b"Start,id,person,").replace(b"\n", b"\nx,p,")[: -len(b"x,p,")]
    page.file_uploader[0].set_value(("survey.csv", file, "text/csv")).run()
    assert "Title of the study" not in [box.label for box in page.text_input]
    next(box for box in page.radio if "names the person" in box.label).set_value("person").run()
    assert "6 respondents × 2 outcomes" in text(page)
    assert "2 columns passed over: Start, id" in text(page)


def test_an_unreadable_ratings_file_is_named_with_its_place(facilitate: Visit, store: Store) -> None:
    """A word where a number belongs is told with file, row and column."""
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("survey.csv", b"imp_a,sat_a\n5,2\n5,often\n", "text/csv")).run()
    shown = text(page)
    assert all(part in shown for part in ("survey.csv", "ow 3", "sat_a"))
    assert store.studies() == []


def test_what_columns_are_is_saved_and_used(facilitate: Visit, store: Store) -> None:
    """A file whose headings say nothing is read by what was saved of it; what is no such thing is refused."""
    columns = '{"columns": [{"heading": "a", "role": "importance", "outcome": "speed"}, {"heading": "b", "role": "'
    columns += 'experience", "outcome": "speed"}, {"heading": "w", "role": "weight"}]}'
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("survey.csv", b"a,b,w\n5,2,1\n4,3,0.5\n", "text/csv")).run()
    assert "neither the columns" in text(page)
    page.file_uploader[1].set_value(("columns.json", columns.encode(), "application/json")).run()
    press(page, "Use it")
    assert "2 respondents × 1 outcome" in text(page)
    assert "a weight for each respondent" in text(page)
    assert json.loads(given(page, store, "Save what the columns are"))["columns"] == json.loads(columns)["columns"]
    page.file_uploader[1].set_value(("other.json", b"{}", "application/json")).run()
    press(page, "Use it")
    assert "not an assignment of columns" in text(page)


def test_a_refused_import_leaves_no_study(facilitate: Visit, store: Store) -> None:
    """A title that cannot be one is named, and neither a study nor a wave is kept."""
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(("survey.csv", RATINGS, "text/csv")).run()
    next(box for box in page.text_input if box.label == "Title of the study").set_value("x" * 400)
    press(page, "Import as a closed round")
    assert "title" in text(page)
    assert store.studies() == []


def test_our_own_export_comes_back_with_its_kinds_and_scales(facilitate: Visit, store: Store) -> None:
    """Nothing is asked but the name: the file says what its outcomes are."""
    record, wave = keep_demo(store)
    page = press(facilitate(), "Import")
    page.file_uploader[0].set_value(
        ("answers.csv", answers_csv(wave_answers(store, record.study, wave)), "text/csv")
    ).run()
    assert "240 respondents × 34 outcomes with kinds and scales, 4 solutions and 2 circumstances" in text(page)
    assert "links to one of the two only" in text(page)
    press(page, "Import as a closed round")
    copy = store.studies()[0].study
    assert [(one.id, one.kind) for one in copy.outcomes] == [(one.id, one.kind) for one in record.study.outcomes]
