"""Translations of a study: fallback, missing texts, refusals."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy
from jtbd_core.study import Study, study_from_json, study_to_json, translation
from tests.study.test_study import PARCEL, studies

GERMAN = {
    "title": "Pakete",
    "job": "Ein Paket weit verschicken",
    "outcome.time": "Die Übergabe des Pakets dauert nicht lange",
    "step.hand-over": "Übergeben",
    "solution.post": "Postfiliale",
    "circumstance.haste": "Wie eilig war es?",
    "option.haste.low": "Nicht eilig",
}
SPOKEN = replace(PARCEL, translations={"de": GERMAN})


def test_translated_texts_replace_their_originals() -> None:
    """Every text that is translated is said in the language asked for, whatever part it belongs to."""
    assert translation.texts(translation.in_language(SPOKEN, "de")) == translation.texts(PARCEL) | GERMAN


def test_what_is_not_translated_is_said_in_the_own_language() -> None:
    """A missing text, and a missing language, fall back to the language the study is written in."""
    assert translation.in_language(SPOKEN, "fr") == SPOKEN
    assert translation.language_of(SPOKEN, "outcome.time", "de") == "de"
    assert translation.language_of(SPOKEN, "outcome.on-time", "de") == "en"


@given(studies(), st.data())
def test_any_text_can_be_translated(study: Study, data: st.DataObject) -> None:
    """Each id that a study's texts have leads to one text; ids, scales and order stay."""
    said = {name: f"{name} auf Deutsch" for name in translation.texts(study) if data.draw(st.booleans())}
    spoken = translation.in_language(replace(study, translations={"de": said}), "de")
    assert translation.texts(spoken) == translation.texts(study) | said
    assert spoken.readings() == study.readings()


@given(studies())
def test_translations_survive_the_study_file(study: Study) -> None:
    """A study file with translations read and written again is the same text."""
    said = {name: f"{name} ist „übersetzt“" for name in translation.texts(study)}
    text = study_to_json(replace(study, language="pt-BR", translations={"de": said, "fr": {}}))
    assert study_to_json(study_from_json(text)) == text


def test_what_is_missing_is_listed_by_language() -> None:
    """The texts without a translation are listed in the order of the form; an empty purpose is no text."""
    assert translation.missing(SPOKEN) == {"de": ["option.haste.high", "outcome.on-time"]}


def test_the_translation_of_a_part_that_is_gone_does_no_harm() -> None:
    """Taking an outcome out leaves its translation, for the case that it comes back."""
    without = replace(SPOKEN, outcomes=PARCEL.outcomes[1:])
    assert "outcome.time" not in translation.texts(translation.in_language(without, "de"))


@pytest.mark.parametrize(
    ("translations", "message"),
    [
        ({"Deutsch": {}}, "“Deutsch” is not the code of a language"),
        ({"en": {}}, "written in “en”"),
        ({"de": {"title": " "}}, "“title” in the language “de” is empty"),
        ({"de": {"job": "Zwei\nZeilen"}}, "line break"),
        ({"de": {"outcome.time": "Gleich", "outcome.on-time": "Gleich"}}, "twice among the statements"),
        ({"de": {"outcome.time": "The package is delivered on time"}}, "twice among the statements"),
    ],
)
def test_a_translation_that_cannot_be_shown_is_refused(
    translations: Mapping[str, Mapping[str, str]], message: str
) -> None:
    """What would break the form in one language is refused when the study is made, with the place."""
    with pytest.raises(InvalidStudy, match=message):
        replace(PARCEL, translations=translations)


def test_one_text_is_translated() -> None:
    """The other texts stay, also those of a part that is gone; spaces around it do not count."""
    without = replace(SPOKEN, outcomes=PARCEL.outcomes[1:])
    after = translation.with_translation(without, "de", "title", " Päckchen ")
    assert after.translations == {"de": GERMAN | {"title": "Päckchen"}}


def test_a_language_comes_with_its_first_text_and_goes_with_its_last() -> None:
    """A blank text is not translated any more; what was said of parts that are gone keeps no language."""
    french = translation.with_translation(SPOKEN, "fr", "title", "Colis")
    assert french.translations == {"de": GERMAN, "fr": {"title": "Colis"}}
    french = replace(french, translations={"fr": {"title": "Colis", "outcome.gone": "Il est parti"}})
    assert translation.with_translation(french, "fr", "title", " ") == PARCEL
