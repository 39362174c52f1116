"""The questions by which a study is found."""

import pytest
from msgspec.structs import replace

from jtbd_core.exchange.demo import demo_study, examples
from jtbd_core.study import Outcome, Solution, Step, Study
from jtbd_core.study.builder import BuilderQuestion, next_question, question_of, questions

EXAMPLES = (*examples().values(), demo_study())
STUDY = Study(
    title="Parcels",
    job="Send a parcel to my aunt",
    steps=(Step(id="wrap", name="Wrap my parcel"), Step(id="post", name="At the counter", is_core=True)),
    outcomes=(
        Outcome(id="whole", statement="The parcel is not damaged", dimension="functional", polarity="avoid"),
        Outcome(id="time", statement="Minimize the time it takes to wrap", step="wrap"),
    ),
    solutions=(Solution(id="mail", name="Mail"),),
)


def asked(study: Study = STUDY) -> dict[str, BuilderQuestion]:
    """Return the questions by their ids."""
    return {one.id: one for one in questions(study, EXAMPLES)}


def test_the_questions_of_the_article_name_the_job() -> None:
    """Its verb stands as the sentence needs it; “my” becomes “your” where the question says “you”."""
    found = asked()
    assert found["functional"].text == "After sending a parcel to your aunt, what do you want to have happened?"
    assert found["functional-avoid"].text == "After sending a parcel to your aunt, what should not have happened?"
    assert found["emotional-avoid"].lead == "I do not feel …"
    assert found["social-avoid"].text.endswith("how should others not perceive you?")
    assert found["step.wrap"].text.startswith("While you wrap your parcel, what takes too long")
    assert found["social"].lead == "My … think that I …"


def test_a_service_is_asked_about_those_it_serves_first() -> None:
    """A job that names guests is judged on their side."""
    found = asked(replace(STUDY, job="Serve guests a meal"))["functional"]
    assert found.text == "Once “At the counter” is done, what should have happened on the guests’ side?"
    assert found.also == "After serving guests a meal, what do you want to have happened?"


@pytest.mark.parametrize(
    ("parts", "also"),
    [
        ({"executor": "A niece"}, ""),
        ({"executor": "A parcel company"}, "If you do it for a customer: once “At the counter” is done, what should"),
        (
            {"steps": (*STUDY.steps, Step(id="tell", name="Tell the tenants"))},
            "Once “At the counter” is done, what should",
        ),
    ],
)
def test_those_who_are_served_are_asked_about_where_there_are_any(parts: dict[str, object], also: str) -> None:
    """Who does it, or a step, tells of them."""
    found = asked(replace(STUDY, **parts))["functional"]
    assert found.text.startswith("After sending")
    assert found.also.startswith(also)
    assert bool(found.also) == bool(also)


def test_a_step_that_has_its_ing_form_is_asked_about_by_its_name() -> None:
    """“While you wrapping” is no English."""
    steps = (Step(id="wrap", name="Wrapping the vase", is_core=True),)
    assert asked(replace(STUDY, steps=steps, outcomes=()))["step.wrap"].text.startswith("In “Wrapping the vase”, what")


def test_an_organisation_is_asked_as_we() -> None:
    """Its answers open with “we” and “our”, and so do examples of jobs that share nothing with it."""
    found = asked(Study(title="R", job="Hold a regatta", executor="A rowing club"))
    assert found["emotional"].lead == "We feel …"
    assert found["social-avoid"].lead.startswith("Our … do not think")
    assert found["emotional"].examples[0].startswith("We feel")
    assert not [one.id for one in found.values() if "I can" in one.text]


def test_the_purpose_is_asked_last() -> None:
    """It is answered by any text."""
    assert list(asked())[-1] == "purpose"
    assert not asked()["purpose"].is_answered
    assert asked(replace(STUDY, purpose="We choose a carrier by it."))["purpose"].is_answered


def test_other_languages_are_asked_without_a_verb_form() -> None:
    """English grammar knows no other verbs, and no opening words in another language."""
    found = asked(replace(STUDY, job="Ein Paket senden", language="de"))
    assert found["functional"].text == "Once “Ein Paket senden” is done, what do you want to have happened?"
    assert found["step.wrap"].text.startswith("In “Wrap my parcel”")
    assert {one.lead for one in found.values()} == {""}


def test_each_polarity_is_answered_by_itself() -> None:
    """The core step is asked for once there are steps; one solution does not answer what people use."""
    found = asked()
    assert [name for name, one in found.items() if one.is_answered] == [
        "job",
        "steps",
        "core",
        "functional-avoid",
        "step.wrap",
    ]
    assert "core" not in asked(Study(title="P", job="Send a parcel"))
    assert [question_of(one) for one in STUDY.outcomes] == ["functional-avoid", "step.wrap"]


def test_what_was_skipped_comes_last() -> None:
    """The next question has no answer yet, and comes after the one at hand."""
    found = tuple(asked().values())
    assert [one.id for one in (next_question(found), next_question(found, "core")) if one] == [
        "executor",
        "functional",
    ]
    assert next_question(found, "purpose") is None


def test_examples_come_from_the_nearest_job() -> None:
    """Words of the job decide; a job without such statements gives way to the next."""
    near = asked(Study(title="P", job="Send a package to a friend", steps=STUDY.steps))
    assert near["functional"].nearest == "Send a package a long distance"
    assert near["functional-avoid"].examples[0] == "The package is not damaged upon arrival"
    assert near["step.wrap"].examples
    assert near["step.wrap"].nearest != "Send a package a long distance"
