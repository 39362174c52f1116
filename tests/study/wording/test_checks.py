"""All wording rules: how often they are right, their order, and which suggestions are offered."""

from itertools import chain

import pytest
from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy
from jtbd_core.exchange.demo import demo_study, examples
from jtbd_core.study import Dimension, Outcome, Study
from jtbd_core.study.wording import applied, problems
from jtbd_core.study.wording.across import RULES_ACROSS
from jtbd_core.study.wording.checks import RULES
from tests.study.wording.one_statement import said, study
from tests.study.wording.wording_table import Labelled, hits, labelled

TABLE = labelled()
ALL = frozenset(RULES) | frozenset(RULES_ACROSS)
ERRORS = frozenset(rule for rule, (severity, _) in RULES.items() if severity == "error")
EXAMPLES = [*examples().values(), demo_study()]
PUBLISHED = ("develop-professional-competencies", "listen-to-music", "send-a-package")
SEED = [one for stem in PUBLISHED for one in examples()[stem].outcomes]


def test_published_statements_give_no_error() -> None:
    """The fifteen statements of the seed, and those of the demo, are worded as they should be."""
    assert len(SEED) == 15
    assert [found for one in EXAMPLES for found in problems(one) if found.severity != "info"] == []


def test_the_table_is_as_large_as_it_should_be() -> None:
    """At least 150 statements the rules were built on, and 50 written later, with each rule right and wrong."""
    assert sum(one.set == "build" for one in TABLE) >= 150
    assert sum(one.set != "build" for one in TABLE) >= 50
    assert set(chain.from_iterable(one.rules for one in TABLE)) == ALL


def test_errors_are_rarely_wrong() -> None:
    """Of what is called an error at least 98 % is one; at least 90 % of the errors are found, or at least doubted."""
    assert hits(TABLE, ERRORS, Labelled.errors).precision >= 0.98
    assert hits(TABLE, ERRORS).recall >= 0.9


@pytest.mark.parametrize("rule", sorted(ALL, key=lambda name: int(name[1:])))
def test_each_rule_finds_what_it_should(rule: str) -> None:
    """No rule lives on the precision of the others."""
    found = hits(TABLE, frozenset({rule}))
    assert found.right >= 3
    assert found.precision >= 0.85
    assert found.recall >= 0.75


@pytest.mark.parametrize(
    ("rule", "place", "sure", "doubtful"),
    [
        ("L04", "functional", "The ferry is cheap", "I live a simple life"),
        ("L04", "functional", "Better invoicing", "Slow cooking keeps the meat tender"),
        ("L04", None, "Minimize the time it takes to quickly find a song", "Minimize the likelihood of a poor view"),
        ("L04", "functional", "Claims are paid quickly", "I know how quickly claims are paid"),
        ("L05", "functional", "A quiz at the door", "Services talk to each other"),
        ("L05", "functional", "Reliable connection", "My children inherit the farm"),
        ("L05", "social", "The bridge is open", "Reviewers regard my work as sound"),
        ("L07", "functional", "Nurses should explain the treatment", "My mobile keeps me from work I should do"),
        ("L08", None, "Minimize the time and cost of a move", "Minimize the time it takes to note weight and height"),
        (
            "L09",
            None,
            "Minimize the time it takes to pay to under 5 minutes",
            "Minimize the time it takes to run 10 km",
        ),
        ("L10", None, "Minimize the likelihood of not being paid", "Minimize the likelihood that a valve fails"),
        ("L13", "functional", "Lower the cost of a repair", "Lower back pain is gone"),
        ("L14", "functional", "Churn has dropped", "Our sales have grown"),
        ("L17", "functional", "Exercise every day", "Exercise keeps my blood sugar level"),
    ],
)
def test_what_a_rule_doubts_is_a_warning(rule: str, place: Dimension | None, sure: str, doubtful: str) -> None:
    """An error must be nearly certain, so words that may be right where they stand are a warning."""
    assert said(study(sure, place), rule).severity == "error"
    assert said(study(doubtful, place), rule).severity == "warning"


def test_no_suggestion_makes_a_duplicate() -> None:
    """Where the rewritten statement is there already, it is not offered."""
    one = study("Reduce the cost of a repair")
    other = replace(one.outcomes[0], id="other", statement="Minimize the cost of a repair")
    both = replace(one, outcomes=(*one.outcomes, other))
    assert not said(both, "L16").can_apply
    with pytest.raises(InvalidStudy):
        applied(both, said(one, "L16"))


def test_no_suggestion_brings_a_new_error() -> None:
    """“I feel confident” would be no better among functional outcomes than “Feeling confident”."""
    assert not said(study("Feeling confident", "functional"), "L17").can_apply


def test_the_job_comes_first_then_the_order_of_the_study() -> None:
    """Problems are listed as the study is."""
    one = study("I want rest", "emotional", job="Sleep and eat")
    later = Outcome(id="two", statement="To be rested", dimension="functional")
    found = problems(replace(one, outcomes=(later, *one.outcomes)))
    assert [(problem.outcome, problem.rule) for problem in found] == [(None, "L02"), ("two", "L17"), ("one", "L07")]


def test_another_language_gets_only_what_needs_no_grammar() -> None:
    """A German study gets a note, and is checked for length, questions and duplicates."""
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
