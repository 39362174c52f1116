"""Wording checks: what the rules say, and what one click does."""

from itertools import chain

import pytest
from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy, StudyChanged
from jtbd_core.exchange.demo import demo_study, examples
from jtbd_core.study import Dimension, Outcome, Polarity, Solution, Step, Study
from jtbd_core.study.wording import Problem, applied, dimension_by_grammar, is_avoid, is_english, problems
from jtbd_core.study.wording.across import RULES_ACROSS
from jtbd_core.study.wording.checks import RULES
from tests.study.wording.wording_table import hits, labelled

TABLE = labelled()
ALL = frozenset(RULES) | frozenset(RULES_ACROSS)
ERRORS = frozenset(rule for rule, (severity, _) in RULES.items() if severity == "error")
EXAMPLES = [*examples().values(), demo_study()]
SEED = [one for study in examples().values() for one in study.outcomes]


def study(statement: str, place: Dimension | None = None, polarity: Polarity = "wanted", job: str = "Do it") -> Study:
    """Return a study of one outcome: a key outcome unless a dimension is given."""
    step = None if place else "do"
    outcome = Outcome(id="one", statement=statement, step=step, dimension=place, polarity=polarity)
    return Study(title="One", job=job, steps=(Step(id="do", name="Do", is_core=True),), outcomes=(outcome,))


def said(one: Study, rule: str) -> Problem:
    """Return the first problem of this rule."""
    return next(found for found in problems(one) if found.rule == rule)


def corrected(one: Study, rule: str) -> Outcome:
    """Return the outcome with the suggestion of the first problem of this rule taken up."""
    return applied(one, said(one, rule)).outcomes[0]


def test_published_statements_give_no_error() -> None:
    """The fifteen statements of the seed, and those of the demo, are worded as they should be."""
    assert len(SEED) == 15
    assert [found for one in EXAMPLES for found in problems(one) if found.severity != "info"] == []


def test_published_statements_are_classified() -> None:
    """What a pasted statement is, is what its author called it, even where a feeling names colleagues."""
    success = [one for example in EXAMPLES for one in example.success_outcomes]
    assert [(dimension_by_grammar(one.statement), is_avoid(one.statement)) for one in success] == [
        (one.dimension, one.polarity == "avoid") for one in success
    ]
    assert dimension_by_grammar("Minimize the time it takes to find a song") is None


def test_the_slip_of_the_seed_is_an_advice() -> None:
    """“strategically importance” is pointed out, and corrected by one click."""
    example = examples()["develop-professional-competencies"]
    (slip,) = problems(example)
    assert (slip.rule, slip.severity, slip.words) == ("L15", "info", "importance")
    assert applied(example, slip).outcomes[-1].statement.endswith("I'm strategically important to the organization")


def test_the_table_is_as_large_as_it_should_be() -> None:
    """At least 150 statements the rules were built on, and 50 written later, with each rule right and wrong."""
    assert sum(one.set == "build" for one in TABLE) >= 150
    assert sum(one.set != "build" for one in TABLE) >= 50
    assert set(chain.from_iterable(one.rules for one in TABLE)) == ALL


def test_errors_are_rarely_wrong() -> None:
    """Of what is called an error at least 95 % is one, and at least 90 % of the errors are found."""
    found = hits(TABLE, ERRORS)
    assert found.precision >= 0.95
    assert found.recall >= 0.9


@pytest.mark.parametrize("rule", sorted(ALL, key=lambda name: int(name[1:])))
def test_each_rule_finds_what_it_should(rule: str) -> None:
    """No rule lives on the precision of the others."""
    found = hits(TABLE, frozenset({rule}))
    assert found.right >= 3
    assert found.precision >= 0.85
    assert found.recall >= 0.75


@pytest.mark.parametrize(
    ("before", "rule", "after"),
    [
        (
            study("Minimize the time it takes to quickly find a song"),
            "L04",
            "Minimize the time it takes to find a song",
        ),
        (study("I find music on my phone", "functional"), "L03", "I find music"),
        (study("Reduce the cost of a repair"), "L05", "Minimize the cost of a repair"),
        (study("Minimize delays"), "L05", "Minimize the number of delays"),
        (study("I am not proud of my work", "emotional", "avoid"), "L05", "I do not feel proud of my work"),
        (study("Minimize the time it takes to pay to under 5 minutes"), "L09", "Minimize the time it takes to pay"),
        (
            study("Minimize the likelihood that the package does not arrive"),
            "L10",
            "Increase the likelihood that the package arrives",
        ),
        (
            study("Minimize the likelihood that the door isn’t locked"),
            "L10",
            "Increase the likelihood that the door is locked",
        ),
        (study("Getting promoted", "functional"), "L17", "I am promoted"),
        (study("To be heard", "emotional"), "L17", "I feel heard"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_one_click_rewrites(before: Study, rule: str, after: str) -> None:
    """A mechanical rewrite says what the author meant, and keeps the id."""
    assert (corrected(before, rule).id, corrected(before, rule).statement) == ("one", after)


def test_one_click_rewrites_the_job() -> None:
    """A job that is worded as an activity becomes an act."""
    one = study("I feel relaxed", "emotional", job="Developing competencies")
    assert applied(one, said(one, "L05")).job == "Develop competencies"


def test_one_click_moves_to_another_dimension() -> None:
    """A feeling among the social outcomes, or under a job step, goes where feelings are."""
    for one, rule in ((study("I feel respected", "social"), "L05"), (study("I feel respected"), "L13")):
        outcome = corrected(one, rule)
        assert (outcome.id, outcome.step, outcome.dimension) == ("one", None, "emotional")
    assert said(study("I feel respected", "social"), "L05").offer == "Move to emotional success outcomes"


def test_one_click_sets_the_polarity() -> None:
    """A statement with a negation becomes an avoid-statement."""
    one = study("The package is not damaged", "functional")
    assert corrected(one, "L06").polarity == "avoid"
    assert said(one, "L06").offer == "Mark as avoid"


def test_no_suggestion_makes_a_duplicate() -> None:
    """Where the rewritten statement is there already, it is not offered."""
    one = study("Reduce the cost of a repair")
    other = replace(one.outcomes[0], id="other", statement="Minimize the cost of a repair")
    both = replace(one, outcomes=(*one.outcomes, other))
    assert not said(both, "L05").can_apply
    with pytest.raises(InvalidStudy):
        applied(both, said(one, "L05"))


def test_no_suggestion_brings_a_new_error() -> None:
    """“I feel confident” would be no better among functional outcomes than “Feeling confident”."""
    assert not said(study("Feeling confident", "functional"), "L17").can_apply


def test_a_problem_of_yesterday_changes_nothing_today() -> None:
    """A suggestion for a text that has changed since, or is gone, is refused."""
    before = study("Reduce the cost of a repair")
    for after in (study("Cut the cost of a repair"), replace(before, outcomes=())):
        with pytest.raises(StudyChanged):
            applied(after, said(before, "L05"))


def test_words_are_told_by_their_place() -> None:
    """A page can mark the words, under curly apostrophes too."""
    one = replace(
        study("I don’t wait for the night train", "functional", "avoid"),
        solutions=(Solution(id="t", name="Night train"),),
    )
    found = said(one, "L01")
    assert found.words == one.outcomes[0].statement[found.start : found.end] == "night train"


def test_the_job_comes_first_then_the_order_of_the_study() -> None:
    """Problems are listed as the study is."""
    one = study("I want rest", "emotional", job="Sleep and eat")
    later = Outcome(id="two", statement="To be rested", dimension="functional")
    found = problems(replace(one, outcomes=(later, *one.outcomes)))
    assert [(problem.outcome, problem.rule) for problem in found] == [(None, "L02"), ("two", "L17"), ("one", "L07")]


def test_another_language_gets_only_what_needs_no_grammar() -> None:
    """A German study is told so, and is checked for length, questions and duplicates."""
    statements = (
        "Das Paket ist pünktlich und heil",
        "Das Paket ist pünktlich und heil.",
        "Ist das Paket da?",
        "ja " * 21,
    )
    outcomes = tuple(Outcome(id=f"o-{n}", statement=one, dimension="social") for n, one in enumerate(statements))
    found = problems(Study(title="Paket", job="Paket und Brief senden", language="de-CH", outcomes=outcomes))
    assert [(one.rule, one.outcome) for one in found] == [
        ("language", None),
        ("L12", "o-1"),
        ("L07", "o-2"),
        ("L11", "o-3"),
    ]
    assert (is_english("en-GB"), is_english("de-CH")) == (True, False)


def test_statements_that_share_most_words_are_duplicates() -> None:
    """One word in five may differ, even where the spelling does."""
    one = study("My tax return is filed by the deadline", "functional")
    other = replace(one.outcomes[0], id="other", statement="My tax return is filed before the deadline")
    found = problems(replace(one, outcomes=(*one.outcomes, other)))
    assert [(problem.rule, problem.outcome) for problem in found] == [("L12", "other")]
