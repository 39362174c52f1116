"""Where the lines of a pasted list belong in a study."""

import pytest

from jtbd_core.errors import InvalidStudy
from jtbd_core.study import Outcome, Step, Study
from jtbd_core.study.sections import Section
from jtbd_core.study.wording.proposal import Proposal, proposals, with_proposals

STUDY = Study(
    title="Parcels",
    job="Send a package",
    steps=(Step(id="wrap", name="Wrap the package"), Step(id="carrier", name="Choose a carrier", is_core=True)),
    outcomes=(Outcome(id="there", statement="The package arrives", dimension="functional"),),
)


def proposed(*lines: str, study: Study = STUDY) -> tuple[Proposal, ...]:
    """Return the proposals for a pasted list."""
    return proposals(lines, study)


def test_a_mixed_list_finds_its_sections() -> None:
    """Each line goes by its wording: a step by the words it shares with its name, a dimension, a polarity."""
    found = proposed(
        "1. Minimize the time it takes to compare carriers",
        "• The address is\u200b legible",
        "I do not feel rushed",
        "My aunt thinks that I am generous",
    )
    assert [(one.statement, one.section, one.polarity, one.is_sure) for one in found] == [
        ("Minimize the time it takes to compare carriers", Section(step="carrier"), "wanted", True),
        ("The address is legible", Section(dimension="functional"), "wanted", True),
        ("I do not feel rushed", Section(dimension="emotional"), "avoid", True),
        ("My aunt thinks that I am generous", Section(dimension="social"), "wanted", True),
    ]


def test_a_key_outcome_of_no_step_stands_unsure_in_the_core_step() -> None:
    """Without a core step it has no section."""
    line = "Minimize the risk of theft"
    (one,) = proposed(line)
    assert (one.section, one.is_sure) == (Section(step="carrier"), False)
    (one,) = proposed(line, study=Study(title="Empty", job="Send a package"))
    assert one.section is None
    assert "no job step" in one.reason


@pytest.mark.parametrize("line", ["Check that the lid is shut", "Our revenue has grown", "Is it there?"])
def test_what_is_no_outcome_has_no_section(line: str) -> None:
    """A job step, a goal of a company and a question belong nowhere."""
    assert [one.section for one in proposed(line)] == [None]


def test_a_heading_may_name_a_step_that_is_new() -> None:
    """It is added with the outcomes below it, once."""
    found = proposed("## Step: Label it", "Minimize the time it takes to write", "Minimize the number of smears")
    after = with_proposals(STUDY, found)
    assert [step.name for step in after.steps] == ["Wrap the package", "Choose a carrier", "Label it"]
    assert [one.step for one in after.outcomes[1:]] == [after.steps[-1].id] * 2


def test_the_checks_find_what_they_would_find_in_the_study() -> None:
    """The finding carries the id that the outcome gets, so that its suggestion can be applied."""
    found = proposed("Emotional", "Getting promoted", "Reduce the cost of a box")
    after = with_proposals(STUDY, found)
    assert [{problem.rule for problem in one.found} for one in found] == [{"L17"}, {"L13"}]
    assert [one.found[0].outcome for one in found] == [one.id for one in after.outcomes[1:]]


def test_a_statement_that_is_there_is_known() -> None:
    """Whether in the study or above in the list; adding it again is refused."""
    found = proposed("the package arrives", "The box is dry", "- The box is dry")
    assert [one.is_known for one in found] == [True, False, True]
    with pytest.raises(InvalidStudy):
        with_proposals(STUDY, found)


def test_any_line_can_be_proposed() -> None:
    """Too long, empty or more than a study holds: what cannot be added is proposed all the same."""
    lines = ["", "x" * 400, "\u200b", *(f"Parcel {n} is there" for n in range(400))]
    assert len(proposed(*lines)) == 401


@pytest.mark.parametrize(
    ("language", "felt", "seen"),
    [
        ("de", "Ich fühle mich nicht gehetzt", "Meine Kollegen sehen mich nicht als faul"),
        ("fr-CH", "Je ne me sens pas pressé", "Mes amis ne me voient pas comme avare"),
        ("es", "No me siento solo", "Mis amigos no me consideran tacaño"),
        ("pt-BR", "Não me sinto sozinho", "Meus amigos não me veem como mesquinho"),
    ],
)
def test_the_other_languages_of_the_form_are_read_by_a_few_cues(language: str, felt: str, seen: str) -> None:
    """Feelings, opinions and negations are told, and never sure."""
    study = Study(title="Parcels", job="Send a package", language=language)
    assert [(one.section, one.polarity, one.is_sure) for one in proposed(felt, seen, study=study)] == [
        (Section(dimension="emotional"), "avoid", False),
        (Section(dimension="social"), "avoid", False),
    ]
