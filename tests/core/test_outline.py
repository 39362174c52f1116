"""The parts of a study as rows of a table, and back."""

import pytest

from jtbd_core.errors import InvalidStudy
from jtbd_core.exchange import outline
from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import Step, Study

STUDY = demo_study()
DRAFT = Study(title="Parcels", job="Send a package", steps=(Step(id="wrap", name="Wrap", is_core=True),))


def test_rows_lead_back_to_the_same_study() -> None:
    """Editing nothing changes nothing: ids, order, steps, options and all."""
    study = outline.with_step_rows(STUDY, outline.step_rows(STUDY))
    study = outline.with_outcome_rows(study, outline.outcome_rows(study))
    study = outline.with_solution_rows(study, outline.solution_rows(study))
    assert outline.with_circumstance_rows(study, outline.circumstance_rows(study)) == STUDY


@pytest.mark.parametrize("line", ["1. A b", "2) A b", "- A b", "• A b", "* A b", "  a. A b", "(3) A b", "A b  "])
def test_bullets_and_numbers_are_removed(line: str) -> None:
    """Whatever a list was marked with, its words remain."""
    assert outline.statements(f"\n{line}\n\n") == ["A b"]


def test_words_that_look_like_a_mark_stay() -> None:
    """A statement may begin with a short word or hold a number."""
    lines = ["I feel safe", "3D prints hold", "A parcel arrives"]
    assert outline.statements("\n".join(lines)) == lines


def test_new_rows_get_readable_ids_of_their_own() -> None:
    """Two statements that begin alike still get different ids."""
    study = outline.with_statements(DRAFT, "The package arrives\nThe package, arrives!", "Wrap")
    assert [outcome.id for outcome in study.outcomes] == ["the-package-arrives", "the-package-arrives-2"]
    assert {outcome.step for outcome in study.outcomes} == {"wrap"}


def test_a_renamed_step_keeps_its_outcomes() -> None:
    """Steps and outcomes keep their ids when their words change."""
    study = outline.with_statements(DRAFT, "The package is wrapped", "Wrap")
    rows = [row | {"name": "Pack"} for row in outline.step_rows(study)]
    renamed = outline.with_step_rows(study, rows)
    assert (renamed.steps[0].name, renamed.outcomes[0].step) == ("Pack", "wrap")


def test_an_emptied_row_is_left_out() -> None:
    """A row without words is no outcome."""
    assert outline.with_outcome_rows(DRAFT, [{"id": None, "statement": " ", "belongs to": None}]).outcomes == ()


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"statement": "It arrives", "belongs to": "Elsewhere"}, "It arrives"),
        ({"statement": "It arrives", "belongs to": "Wrap", "polarity": "maybe"}, "maybe"),
        ({"statement": "", "belongs to": "Wrap"}, "empty"),
    ],
)
def test_a_row_that_fits_nowhere_is_named(row: dict[str, object], says: str) -> None:
    """The refusal names the statement or the word that is wrong."""
    with pytest.raises(InvalidStudy, match=says):
        outline.with_outcome_rows(DRAFT, [row])


def test_an_option_keeps_its_id_beside_new_ones() -> None:
    """Adding an option leaves the ids of the others."""
    rows = outline.circumstance_rows(STUDY)
    rows[0]["options"] = f"{rows[0]['options']}; In the garden"
    options = outline.with_circumstance_rows(STUDY, rows).circumstances[0].options
    assert options[:-1] == STUDY.circumstances[0].options
    assert options[-1].id == "in-the-garden"
