"""What is typed below the question of a job step, completed to a key outcome."""

import pytest

from jtbd_core.study import Outcome, Step, Study
from jtbd_core.study.wording import Problem, problems
from jtbd_core.study.wording.completion import Completion
from jtbd_core.study.wording.key_completion import key_completion


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("time it takes to find recipes", "Minimize the time it takes to find recipes"),
        ("Reduce the number of trips", "Minimize the number of trips"),
        ("accuracy of the list", "Increase the accuracy of the list"),
        ("Increase the likelihood that it fits", "Increase the likelihood that it fits"),
        ("waiting time at the border", "Minimize the waiting time at the border"),
        ("cost of the stamps", "Minimize the cost of the stamps"),
        ("money spent on stamps", "Minimize the money spent on stamps"),
        ("uncertainty about who drives", "Minimize the uncertainty about who drives"),
    ],
)
def test_a_measure_gets_its_direction(line: str, statement: str) -> None:
    """Whole statements stay as they are."""
    assert key_completion(line) == Completion(statement)
    assert not [one.rule for one in _found(statement) if one.severity == "error"]


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("how long I ponder over a title", "time I ponder over a title"),
        ("how long it takes to mow the lawn", "time it takes to mow the lawn"),
        ("how long the queue stands still", "time that the queue stands still"),
        ("how often the alarm rings", "number of times the alarm rings"),
        ("how many neighbours do not answer", "number of neighbours who do not answer"),
        ("how much water is wasted", "amount of water that is wasted"),
        ("how hard it is to lift the lid", "effort it takes to lift the lid"),
        ("how much it costs to fix the roof", "cost of fixing the roof"),
        ("minutes lost per shift", "number of minutes lost per shift"),
        ("hours on hold", "number of hours on hold"),
        ("days until the paint is dry", "number of days until the paint is dry"),
        ("It takes too long to find recipes", "time it takes to find recipes"),
        ("takes me forever to park", "time it takes me to park"),
        ("it took four calls to get a date", "number of calls it takes to get a date"),
        ("finding recipes takes ages", "time spent finding recipes"),
        ("the permit takes months", "time that the permit takes"),
        ("guests wait too long", "time that guests wait"),
        ("agreeing on a date is hard", "effort of agreeing on a date"),
        ("waste time hunting for pens", "time wasted hunting for pens"),
        ("too many trips", "number of trips"),
        ("unclear who pays", "uncertainty about who pays"),
    ],
)
def test_a_quantity_is_named(line: str, measure: str) -> None:
    """Time, effort, money and numbers, however they are said."""
    assert key_completion(line) == Completion(f"Minimize the {measure}")


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("it takes half the day", "time it takes to pack the van"),
        ("much too slow", "time it takes to pack the van"),
        ("it is a nightmare", "effort it takes to pack the van"),
        ("too expensive", "cost of packing the van"),
    ],
)
def test_what_is_said_of_the_step_names_it(line: str, measure: str) -> None:
    """Without a verb in the name of the step, the time is left that it takes."""
    assert key_completion(line, "pack the van") == Completion(f"Minimize the {measure}")
    assert key_completion("it takes half the day").statement == "Minimize the time it takes"


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("waiting for the ferry to leave", "time spent waiting for the ferry to leave"),
        ("searching for the manual", "time spent searching for the manual"),
        ("looking for a plug", "time spent looking for a plug"),
        ("driving more than I wished", "time spent driving more than I wished"),
        ("working longer than I am asked to", "likelihood of working longer than I am asked to"),
        ("mislabelling a jar", "likelihood of mislabelling a jar"),
        ("forgetting the eggs", "likelihood of forgetting the eggs"),
        ("having to phone again", "likelihood of having to phone again"),
        ("getting soaked", "likelihood of getting soaked"),
        ("lose the spare key", "likelihood of losing the spare key"),
        ("confusion over the order", "likelihood of confusion over the order"),
        ("damage to the hull", "likelihood of damage to the hull"),
        ("Avoid that they are afraid", "likelihood that they are afraid"),
        ("avoid asking twice", "likelihood of asking twice"),
        ("hidden costs turn up", "likelihood that hidden costs turn up"),
        ("time runs out", "likelihood that time runs out"),
        ("the effort is wasted", "likelihood that the effort is wasted"),
        ("seedlings break", "likelihood that seedlings break"),
        ("I forget the eggs", "likelihood that I forget the eggs"),
        ("the mast was bent", "likelihood that the mast is bent"),
        ("dough sticks everywhere", "likelihood that the dough sticks everywhere"),
        ("leaves blown onto the path", "likelihood that leaves are blown onto the path"),
        ("paint dripped on the floor", "likelihood that paint is dripped on the floor"),
        ("lids left open", "likelihood that lids are left open"),
        ("dogs barking next door", "likelihood of dogs barking next door"),
        ("tenants who won't pay", "number of tenants who will not pay"),
        ("burnt crusts that don't come off", "number of burnt crusts that do not come off"),
        ("tools I cannot find", "number of tools I cannot find"),
        ("typing errors", "number of typing errors"),
        ("missing screws", "number of missing screws"),
        ("dirty pots", "number of dirty pots"),
        ("questions from the board", "number of questions from the board"),
        ("noise from the road", "amount of noise from the road"),
    ],
)
def test_what_goes_wrong_becomes_a_number_or_a_likelihood(line: str, measure: str) -> None:
    """It is what was meant, so nobody need look at it."""
    assert key_completion(line) == Completion(f"Minimize the {measure}")


def test_too_little_of_something_is_turned_round() -> None:
    """The likelihood that there is enough should be greater."""
    assert key_completion("not enough shovels") == Completion("Increase the likelihood that there are enough shovels")


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("Catching a rare bird", "Minimize the time spent catching a rare bird"),
        ("Finding the right gate", "Minimize the time it takes to find the right gate"),
        ("Minimize finding the right gate", "Minimize the time it takes to find the right gate"),
        ("find a free seat", "Minimize the time it takes to find a free seat"),
        ("lifting the boat", "Minimize the effort of lifting the boat"),
        ("the bread is ready on time", "Increase the likelihood that the bread is ready on time"),
        ("which tram to take", "Minimize the uncertainty about which tram to take"),
    ],
)
def test_an_act_is_no_mishap(line: str, statement: str) -> None:
    """Less of what is wanted is never made of it; whether it is the time that matters is in doubt."""
    assert key_completion(line) == Completion(statement, is_doubtful=True)


@pytest.mark.parametrize(
    "line",
    [
        "have enough notice",
        "useful hints",
        "the pilots arrived late",
        "how tired I am",
        "stressful",
        "knowing the way",
        "I forgot the rope",
        "Reduce upset",
    ],
)
def test_what_no_sound_sentence_can_be_made_of_stays(line: str) -> None:
    """It needs another wording."""
    assert key_completion(line) == Completion(line, is_unclear=True)


def _found(statement: str) -> tuple[Problem, ...]:
    outcome = Outcome(id="one", statement=statement, step="step")
    return problems(Study(title="T", job="Move house", steps=(Step(id="step", name="S"),), outcomes=(outcome,)))


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("waiting weeks for a reply", "Minimize the time spent waiting weeks for a reply"),
        ("the printer keeps eating the paper", "Minimize the likelihood that the printer keeps eating the paper"),
        ("everything takes hours in the cold", "Minimize the likelihood that everything takes hours in the cold"),
        ("no idea if it got there", "Minimize the uncertainty about whether it got there"),
    ],
)
def test_verbs_are_not_taken_for_things(line: str, statement: str) -> None:
    """What is waited for, what goes on and what everything does is no number of things."""
    assert key_completion(line).statement == statement


def test_a_colour_is_nothing_that_is_suffered() -> None:
    """Of “a red brick in the wall” no statement is made."""
    assert key_completion("a red brick in the wall").is_unclear
