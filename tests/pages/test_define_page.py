"""Define, as the facilitator uses it."""

from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.rotation import Rotation
from jtbd_core.study import Step, Study
from tests.pages.conftest import Visit
from tests.pages.words import press, text

DRAFT = Study(title="Parcels", job="Send a package", steps=(Step(id="wrap", name="Wrap", is_core=True),))


def test_a_pasted_list_becomes_outcomes(facilitate: Visit, store: Store) -> None:
    """One line is one statement, without its bullet or number, under the chosen dimension."""
    record = store.add_study(DRAFT)
    page = facilitate("define.py", study=record.id)
    next(box for box in page.selectbox if box.label == "Belongs to").set_value("Success: functional")
    next(box for box in page.text_area if box.label == "Statements").set_value(
        "1. The package is delivered on time\n• The package is delivered to the correct address\n\n"
    )
    press(page, "Add")
    outcomes = store.study(record.id).study.outcomes
    assert [outcome.statement for outcome in outcomes] == [
        "The package is delivered on time",
        "The package is delivered to the correct address",
    ]
    assert {outcome.dimension for outcome in outcomes} == {"functional"}


def test_a_draft_says_what_is_missing_for_its_launch(facilitate: Visit, store: Store) -> None:
    """A study without outcomes cannot be launched, and the page says why."""
    assert "Add at least one outcome" in text(facilitate("define.py", study=store.add_study(DRAFT).id))


def test_what_another_window_saved_is_not_overwritten(facilitate: Visit, store: Store) -> None:
    """Saving in a window that shows an older state is refused, and the newer state stays."""
    record = store.add_study(DRAFT)
    page = facilitate("define.py", study=record.id)
    store.save_study(record.id, replace(DRAFT, title="Newer"), record.revision)
    next(box for box in page.text_input if box.label == "Title").set_value("Older")
    press(page, "Save")
    assert "another window" in text(page)
    assert store.study(record.id).study.title == "Newer"


def test_importance_can_be_left_out(facilitate: Visit, store: Store) -> None:
    """Switching importance off is kept with the study."""
    record = store.add_study(DRAFT)
    page = facilitate("define.py", study=record.id)
    page.toggle[0].set_value(False).run()
    next(button for button in page.button if button.label == "Save" and not button.form_id).click().run()
    assert not store.study(record.id).study.settings.asks_importance


def test_each_person_can_rate_a_part(facilitate: Visit, store: Store) -> None:
    """The setting says what it saves and costs before it is kept."""
    study = demo_study()
    record = store.add_study(study)
    page = facilitate("define.py", study=record.id)
    next(toggle for toggle in page.toggle if "a part" in toggle.label).set_value(True).run()
    page.number_input[0].set_value(4).run()
    each = 4 + len(study.success_outcomes)
    assert f"Each person rates {each} of {len(study.outcomes)} outcomes" in text(page)
    assert f"{30 * len(study.key_outcomes) / 4:.0f} in place of 30" in text(page)
    next(button for button in page.button if button.label == "Save" and not button.form_id).click().run()
    assert store.study(record.id).study.settings.rotation == Rotation(key_outcomes=4)


def test_a_launched_study_is_shown_frozen(facilitate: Visit, store: Store) -> None:
    """After the launch there is nothing left to save."""
    record = store.add_study(demo_study())
    store.open_wave(record.id)
    page = facilitate("define.py", study=record.id)
    assert "frozen" in text(page)
    assert not [button for button in page.button if button.label == "Save"]


def test_what_is_not_translated_is_listed(facilitate: Visit, store: Store) -> None:
    """The page counts the missing texts of each language and lists them."""
    record = store.add_study(replace(DRAFT, translations={"de": {"title": "Pakete"}}))
    page = facilitate("define.py", study=record.id)
    assert any("Deutsch: 2 texts of 3 missing" in expander.label for expander in page.expander)
    assert "- Send a package" in text(page)


def test_the_language_of_a_study_can_be_changed(facilitate: Visit, store: Store) -> None:
    """Which language a study is written in is kept with it."""
    record = store.add_study(DRAFT)
    page = facilitate("define.py", study=record.id)
    next(box for box in page.selectbox if box.label == "Written in").set_value("fr").run()
    page.button(key="save-language").click().run()
    assert store.study(record.id).study.language == "fr"
