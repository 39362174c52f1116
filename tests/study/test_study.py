"""A study: its rules, its file, and what is derived from it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy
from jtbd_core.study import (
    DIMENSIONS,
    MOST_OUTCOMES,
    Circumstance,
    Option,
    Outcome,
    Solution,
    Step,
    Study,
    study_from_json,
    study_to_json,
)
from jtbd_core.study.scale import IMPORTANT_FROM, SCALES, Importance, Instrument, Settings
from jtbd_core.study.value import LONGEST_TEXT, comparable

STEP = Step(id="hand-over", name="Hand over", is_core=True)
KEY = Outcome(id="time", statement="Minimize the time it takes to hand over the package", step="hand-over")
SUCCESS = Outcome(id="on-time", statement="The package is delivered on time", dimension="functional")
URGENT = Circumstance(
    id="haste",
    question="How urgent was it?",
    options=(Option(id="low", label="Not urgent"), Option(id="high", label="Urgent")),
)
PARCEL = Study(
    title="Parcels",
    job="Send a package a long distance",
    steps=(STEP,),
    outcomes=(KEY, SUCCESS),
    solutions=(Solution(id="post", name="Post office"),),
    circumstances=(URGENT,),
)

ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40).filter(comparable)
several_ids = st.lists(ids, unique=True, max_size=4)
instruments = st.sampled_from(
    [
        Instrument(scale=name, anchor=anchor, points=points)
        for name, scale in SCALES.items()
        for points, usual in scale.anchors.items()
        for anchor in {usual, 0 if name == "pair" else points.highest}
    ]
)
importances = st.sampled_from([Importance(points=points, cut=cut) for points, cut in IMPORTANT_FROM.items()])


@st.composite
def studies(draw: st.DrawFn) -> Study:
    """Draw any valid study."""
    step_names = draw(st.lists(texts, unique=True, max_size=4))
    steps = [Step(id=f"s{number}", name=name) for number, name in enumerate(step_names)]
    homes: list[dict[str, Any]] = [{"step": step.id} for step in steps]
    homes += [{"dimension": name} for name in DIMENSIONS]
    statements = draw(st.lists(texts, unique=True, max_size=6))
    return Study(
        title=draw(texts),
        job=draw(texts),
        purpose=draw(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=40)),
        steps=tuple(steps),
        outcomes=tuple(
            Outcome(
                id=f"o{number}",
                statement=statement,
                polarity=draw(st.sampled_from(["wanted", "avoid"])),
                **draw(st.sampled_from(homes)),
            )
            for number, statement in enumerate(statements)
        ),
        solutions=tuple(Solution(id=name, name=draw(texts)) for name in draw(several_ids)),
        circumstances=tuple(
            Circumstance(id=f"c-{name}", question=draw(texts), options=URGENT.options) for name in draw(several_ids)
        ),
        settings=Settings(
            asks_importance=draw(st.booleans()),
            key=draw(instruments),
            success=draw(instruments),
            importance=draw(importances),
        ),
    )


@given(studies())
def test_a_study_survives_its_file(study: Study) -> None:
    """A study written and read again is equal."""
    assert study_from_json(study_to_json(study)) == study


@given(studies())
def test_a_study_file_is_stable(study: Study) -> None:
    """A study file read and written again is the same text."""
    text = study_to_json(study)
    assert study_to_json(study_from_json(text)) == text


def test_a_study_file_is_readable() -> None:
    """A study file is indented, keeps every letter as it is, and leaves out what was not set."""
    text = study_to_json(Study(title="Café “Zürich”", job="Drink coffee"))
    assert text == '{\n  "title": "Café “Zürich”",\n  "job": "Drink coffee"\n}'


def test_equal_studies_have_equal_files() -> None:
    """The text depends on the values alone, not on where their words came from."""
    typed = replace(SUCCESS, polarity="".join(["want", "ed"]))
    assert study_to_json(replace(PARCEL, outcomes=(KEY, typed))) == study_to_json(PARCEL)


def test_what_could_not_be_read_is_not_written() -> None:
    """A study built with an unknown word is refused when it is written, not when it is read again."""
    with pytest.raises(InvalidStudy, match=r"Avoid.*polarity"):
        study_to_json(replace(PARCEL, outcomes=(replace(SUCCESS, polarity="Avoid"),)))


def test_a_study_is_frozen() -> None:
    """A value cannot be changed in place."""
    with pytest.raises(AttributeError):
        PARCEL.title = "Other"  # type: ignore[misc]


def test_a_changed_copy_is_checked() -> None:
    """Replacing a part of a study checks the whole again."""
    with pytest.raises(InvalidStudy, match="job step “hand-over”, which is missing"):
        replace(PARCEL, steps=())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not a study file"),
        ("{", "not a study file"),
        ("[]", "Expected `object`, got `array`"),
        (b"\xff\xfe", "not a study file"),
        ('{"title": "T"}', "`job`"),
        ('{"title": 1, "job": "J"}', r"\$\.title"),
        ('{"title": "T", "job": "J", "colour": "red"}', "`colour`"),
        ('{"title": "T", "job": "J", "steps": [{"id": "a", "name": "A", "is_core": "yes"}]}', "steps.*is_core"),
        ('{"title": "T", "job": "J", "settings": {"key": {"scale": "satisfaction", "anchor": "4"}}}', "anchor"),
        ('{"title": "T", "job": "J", "outcomes": [{"id": "a", "statement": "S", "dimension": "x"}]}', "dimension"),
        ('{"title": " ", "job": "J"}', "The title of the study is empty"),
    ],
)
def test_a_wrong_file_is_refused(text: str | bytes, message: str) -> None:
    """What is not a study file is refused with the place that is wrong; nothing is coerced."""
    with pytest.raises(InvalidStudy, match=message):
        study_from_json(text)


def with_parts(**parts: object) -> Callable[[], Study]:
    """Return a function that puts these parts into the study."""
    return lambda: replace(PARCEL, **parts)


MANY = [Outcome(id=f"o{n}", statement=f"Statement {n}", dimension="social") for n in range(MOST_OUTCOMES + 1)]
BROKEN: list[tuple[Callable[[], object], str]] = [
    (lambda: Step(id="Hand over", name="x"), "The job step id “Hand over”"),
    (lambda: Outcome(id="a--b", statement="x", dimension="social"), "The outcome id “a--b”"),
    (lambda: Solution(id="", name="x"), "The solution id “”"),
    (lambda: Option(id="x" * 61, label="x"), "The option id .* at most 60"),
    (lambda: Circumstance(id="é", question="x", options=URGENT.options), "The circumstance id “é”"),
    (lambda: Step(id="a", name=" "), "The name of job step “a” is empty"),
    (lambda: Outcome(id="a", statement="", dimension="social"), "The statement of outcome “a” is empty"),
    (lambda: Outcome(id="a", statement="x\ny", dimension="social"), "outcome “a” contains a line break"),
    (lambda: Solution(id="a", name="x" * (LONGEST_TEXT + 1)), "The name of solution “a” is longer than 300"),
    (lambda: Option(id="a", label="\x00"), "The label of option “a” contains"),
    (lambda: Outcome(id="a", statement="Neither"), "“Neither” needs a job step"),
    (lambda: Outcome(id="a", statement="Both", step="s", dimension="social"), "“Both” needs a job step"),
    (lambda: Circumstance(id="a", question="Why?", options=URGENT.options[:1]), "“Why\\?” needs at least two"),
    (lambda: Circumstance(id="solution", question="?", options=URGENT.options), "the id “solution”"),
    (
        lambda: Circumstance(id="a", question="Why?", options=URGENT.options[:1] * 2),
        "“low” appears twice among the options of “Why\\?”",
    ),
    (lambda: Instrument(scale="expectation", anchor=1), "from 2 to 5 of the scale, not 1"),
    (lambda: Instrument(scale="expectation", anchor=6), "from 2 to 5 of the scale, not 6"),
    (with_parts(title=""), "The title of the study is empty"),
    (with_parts(job="x" * 301), "The job is longer than 300"),
    (with_parts(purpose="x" * 1501), "The purpose is longer than 1500"),
    (with_parts(note="x" * 1501), "The note is longer than 1500"),
    (with_parts(steps=(STEP, STEP)), "“hand-over” appears twice among the job steps"),
    (with_parts(steps=(STEP, Step(id="b", name="B", is_core=True))), "Only one job step can be the core step"),
    (with_parts(outcomes=(SUCCESS, SUCCESS)), "“on-time” appears twice among the outcomes"),
    (
        with_parts(outcomes=(SUCCESS, replace(SUCCESS, id="b"))),
        "“The package is delivered on time” appears twice among the statements",
    ),
    (with_parts(solutions=PARCEL.solutions * 2), "“post” appears twice among the solutions"),
    (with_parts(circumstances=(URGENT, URGENT)), "“haste” appears twice among the circumstances"),
    (with_parts(outcomes=MANY), "at most 300 outcomes; this one has 301"),
    (with_parts(steps=[STEP] * 400_000), "at most 100 job steps; this one has 400,000"),
    (with_parts(solutions=PARCEL.solutions * 1000), "at most 300 solutions"),
    (with_parts(circumstances=[URGENT] * 101), "at most 100 circumstances"),
    (with_parts(translations={f"l{n}": {} for n in range(101)}), "at most 100 translations"),
    (lambda: replace(URGENT, options=URGENT.options * 200), "at most 300 options of a question"),
]


@pytest.mark.parametrize(("build", "message"), BROKEN, ids=[message for _, message in BROKEN])
def test_a_broken_rule_is_named(build: Callable[[], object], message: str) -> None:
    """A part that breaks a rule is refused with a message that names the part and the rule."""
    with pytest.raises(InvalidStudy, match=message):
        build()


def test_outcomes_are_told_apart_by_kind() -> None:
    """Key outcomes belong to a step, success outcomes have the kind of their dimension."""
    assert (PARCEL.key_outcomes, PARCEL.success_outcomes) == ((KEY,), (SUCCESS,))
    assert (KEY.kind, SUCCESS.kind) == ("key outcome", "functional")


def test_each_kind_has_its_anchor() -> None:
    """By default key outcomes are met at 4 (satisfaction) and success outcomes at 3 (expectation)."""
    assert {name: one.anchor for name, one in PARCEL.readings().items()} == {"time": 4, "on-time": 3}


def test_questions_begin_with_the_solution() -> None:
    """What groups respondents is the solution used and then the circumstances; none without them."""
    assert list(PARCEL.questions().items()) == [
        ("solution", {"post": "Post office"}),
        ("haste", {"low": "Not urgent", "high": "Urgent"}),
    ]
    assert Study(title="T", job="J").questions() == {}


def test_a_launch_needs_outcomes_and_a_core_step() -> None:
    """What is missing before a launch is said in one sentence each; success outcomes need no steps."""
    plain = Step(id="a", name="A")
    assert PARCEL.missing_for_launch() == []
    assert Study(title="T", job="J", outcomes=(SUCCESS,)).missing_for_launch() == []
    assert Study(title="T", job="J", steps=(plain,)).missing_for_launch() == [
        "Add at least one outcome.",
        "Say which job step is the core step.",
    ]


def test_a_title_that_is_the_job_follows_it() -> None:
    """A title equal to the job follows it, another one stays."""
    study = Study(title="Sending packages", job="Sending packages").with_job("Send a package")
    assert (study.title, study.with_job("Send a parcel").title) == ("Send a package", "Send a parcel")
    assert replace(study, title="Parcels").with_job("Send a parcel").title == "Parcels"
