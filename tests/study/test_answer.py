"""The outcomes that are made of answers."""

from msgspec.structs import replace

from jtbd_core.study import Outcome, Step, Study
from jtbd_core.study.answer import answers, is_clean
from jtbd_core.study.builder import questions

STUDY = Study(
    title="Dinner",
    job="Host a dinner party",
    steps=(Step(id="plan", name="Plan the menu"), Step(id="serve", name="Serve", is_core=True)),
    outcomes=(Outcome(id="full", statement="The guests are full", dimension="functional"),),
)
ASKED = {one.id: one for one in questions(STUDY, ())}


def test_answers_belong_to_their_question() -> None:
    """Whatever step their words name; what is complete and sound can be added as it is."""
    (found,) = answers(ASKED["step.plan"], "- time it takes to serve", STUDY)
    assert (found.statement, found.section, is_clean(found)) == (
        "Minimize the time it takes to serve",
        ASKED["step.plan"].section,
        True,
    )


def test_what_should_not_happen_is_said_as_not_happening() -> None:
    """What was turned round is to be looked at, and so is what still says that something happens."""
    found = answers(ASKED["functional-avoid"], "No guest gets sick\nthe food is burnt\nhungry guests", STUDY)
    assert [(one.statement, one.polarity, is_clean(one)) for one in found] == [
        ("No guest gets sick", "avoid", True),
        ("The food is not burnt", "avoid", False),
        ("Hungry guests", "avoid", False),
    ]
    assert "reworded" in found[1].reason
    assert "Say it as not happening" in found[2].reason


def test_a_bad_thing_that_reads_as_not_happening_is_looked_at() -> None:
    """“Nobody helps” has the form of an outcome to avoid, and is what should not happen itself."""
    found = answers(ASKED["functional-avoid"], "Nobody helps in the kitchen\nNobody is hurt\nguests being ill", STUDY)
    assert [(one.statement, is_clean(one)) for one in found] == [
        ("Nobody helps in the kitchen", False),
        ("Nobody is hurt", True),
        ("Guests are not ill", False),
    ]
    assert "Is this itself the bad thing?" in found[0].reason


def test_what_is_added_speaks_as_who_does_the_job() -> None:
    """An organisation says “we”; a bare act, and a long phrase, are looked at."""
    club = replace(STUDY, executor="A cooking club")
    asked = {one.id: one for one in questions(club, ())}
    typed = {
        "functional": "train new members",
        "emotional": "proud",
        "emotional-avoid": "afraid of being sued",
        "social": "a good host",
    }
    found = [answers(asked[name], line, club)[0] for name, line in typed.items()]
    assert [(one.statement, is_clean(one)) for one in found] == [
        ("We can train new members", False),
        ("We feel proud", True),
        ("We do not feel afraid of being sued", False),
        ("Others see us as a good host", False),
    ]


def test_what_is_avoided_is_asked_about_where_something_should_happen() -> None:
    """Else the question of what should not happen would be taken for answered."""
    (found,) = answers(ASKED["functional"], "Nobody waits for a plate", STUDY)
    assert (found.polarity, is_clean(found)) == ("avoid", False)
    assert "avoid, not wanted?" in found.reason


def test_a_double_negation_is_turned() -> None:
    """What is not so becomes what should be likelier."""
    (found,) = answers(ASKED["step.serve"], "the plates are not warm", STUDY)
    assert found.statement == "Increase the likelihood that the plates are warm"
    assert not [one for one in found.found if one.severity == "error"]


def test_what_is_known_or_faulty_is_not_clean() -> None:
    """A statement that is there already, and one with a vague word."""
    found = answers(ASKED["functional"], "The guests are full\nThe dinner is easily cooked", STUDY)
    assert [(one.is_known, is_clean(one)) for one in found] == [(True, False), (False, False)]


def test_another_language_is_taken_as_it_is() -> None:
    """Nothing is completed where the grammar is not known."""
    german = Study(title="Essen", job="Ein Essen geben", language="de")
    (found,) = answers(ASKED["emotional-avoid"], "einsam", german)
    assert (found.statement, found.section) == ("einsam", ASKED["emotional-avoid"].section)
