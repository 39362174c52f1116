"""The sections of a study: what they are called, and their order."""

import pytest
from msgspec.structs import replace

from jtbd_core.study import DIMENSIONS, Outcome
from jtbd_core.study.sections import Section, asked_sections, section_of, sections
from tests.form.conftest import PARCEL


def test_all_sections_come_in_the_order_of_the_study() -> None:
    """Job steps, then dimensions, with or without outcomes."""
    assert [one.id for one in sections(PARCEL)] == [*(f"step.{step.id}" for step in PARCEL.steps), *DIMENSIONS]


def test_asked_sections_come_in_the_order_of_the_form() -> None:
    """Job steps before dimensions, of each the shortest first; those without outcomes are not asked."""
    names = [section.name(PARCEL) for section in asked_sections(PARCEL)]
    assert names == ["Prepare", "Hand over", "Emotional", "Functional"]


def test_asked_sections_hold_every_outcome_once() -> None:
    """Each outcome stands in its own section."""
    asked = asked_sections(PARCEL)
    assert {one.id for group in asked.values() for one in group} == {one.id for one in PARCEL.outcomes}
    assert all(section.outcomes(PARCEL) == tuple(group) for section, group in asked.items())


def test_a_label_tells_a_dimension_from_a_job_step() -> None:
    """Among other sections a dimension says that it is one of success."""
    step, dimension = Section(step=PARCEL.steps[0].id), Section(dimension="social")
    assert (step.label(PARCEL), step.name(PARCEL)) == (PARCEL.steps[0].name, PARCEL.steps[0].name)
    assert (dimension.label(PARCEL), dimension.name(PARCEL)) == ("Success: social", "Social")


def test_an_outcome_of_an_unknown_dimension_does_not_vanish() -> None:
    """What the form could not ask is an error, not left out."""
    odd = Outcome(id="odd", statement="It is odd", dimension="spiritual")
    with pytest.raises(KeyError, match=section_of(odd).id):
        asked_sections(replace(PARCEL, outcomes=(*PARCEL.outcomes, odd)))
