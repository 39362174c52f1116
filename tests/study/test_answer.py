"""The outcomes that are made of answers."""

from msgspec.structs import replace

from jtbd_core.study import Outcome, Step, Study
from jtbd_core.study.answer import answers, is_clean
from jtbd_core.study.builder import questions
from jtbd_core.study.wording import problems
from jtbd_core.study.wording.proposal import with_proposals

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
    """What is denied for its question is to be looked at, and so is what still says that something happens."""
    found = answers(ASKED["functional-avoid"], "No guest gets sick\nthe food is burnt\nhungry guests", STUDY)
    assert [(one.statement, one.polarity, is_clean(one)) for one in found] == [
        ("No guest gets sick", "avoid", True),
        ("The food is not burnt", "avoid", False),
        ("Hungry guests", "avoid", False),
    ]
    assert [one.typed for one in found] == ["", "the food is burnt", ""]
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
        ("Others see us as a good host", True),
    ]


def test_what_is_avoided_is_asked_about_where_something_should_happen() -> None:
    """Else the question of what should not happen would be taken for answered."""
    (found,) = answers(ASKED["functional"], "Nobody waits for a plate", STUDY)
    assert (found.polarity, is_clean(found)) == ("avoid", False)
    assert "so it is marked as avoid" in found.reason


def test_what_a_wanted_state_lacks_is_wanted() -> None:
    """“Without” denies nothing of the state; the checks do not ask again, and what is denied is asked about."""
    found = answers(
        ASKED["functional"], "The evening ends without a quarrel\nI am free of debts\nI do not owe rent", STUDY
    )
    assert [(one.polarity, is_clean(one)) for one in found] == [("wanted", True), ("wanted", True), ("avoid", False)]
    after = with_proposals(STUDY, found[:2])
    assert not [one for one in problems(after) if one.rule == "L06"]


def test_what_may_mean_something_else_is_not_sure() -> None:
    """A measure gets its opening without a look; what nothing sound can be made of is unclear, with a reason."""
    found = answers(ASKED["step.plan"], "time it takes to shop\nguests quarrel\ntasting the dishes\nstressful", STUDY)
    assert [(one.statement, one.is_sure, one.is_unclear) for one in found] == [
        ("Minimize the time it takes to shop", True, False),
        ("Minimize the likelihood that guests quarrel", False, False),
        ("Minimize the time it takes to taste the dishes", False, False),
        ("Stressful", False, True),
    ]
    assert [one.typed for one in found] == ["time it takes to shop", "guests quarrel", "tasting the dishes", ""]
    assert "Say what there should be less of" in found[3].reason


def test_what_others_think_must_be_about_the_person() -> None:
    """A line without a verb of perceiving comes back, and what is thought of something else is explained, not moved."""
    found = answers(ASKED["social"], "waiters: that we tip well\nThe neighbours are quiet around us", STUDY)
    assert [(one.statement, is_clean(one)) for one in found] == [
        ("Waiters think that we tip well", False),
        ("The neighbours are quiet around us", False),
    ]
    denied, of_others = answers(
        ASKED["social-avoid"], "waiters: that we are mean\nMy guests do not think the cellar is haunted", STUDY
    )
    assert (denied.statement, is_clean(denied)) == ("Waiters do not think that we are mean", False)
    (problem,) = of_others.found
    assert "not of you" in problem.why
    assert not problem.can_apply


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
