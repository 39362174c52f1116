"""Readiness of a study for launch: gaps, duration and offers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core.exchange.demo import demo_study
from jtbd_core.study import Outcome, Solution, Step, Study
from jtbd_core.study.duration import duration
from jtbd_core.study.readiness import AMBER_ABOVE, readiness
from jtbd_core.study.scale import Rotation
from tests.study.test_duration import long_study

DEMO = demo_study()


def gaps(study: Study) -> dict[str, str]:
    """Return the severity of each gap, by its place."""
    return {gap.place: gap.severity for gap in readiness(study).gaps}


def without(study: Study, **parts: str | None) -> Study:
    """Return the study without the outcomes whose parts are these."""
    left = (one for one in study.outcomes if not all(getattr(one, name) == part for name, part in parts.items()))
    return replace(study, outcomes=tuple(left))


def test_the_demo_study_lacks_nothing() -> None:
    """The demo study is ready, and short enough."""
    ready = readiness(DEMO)
    assert (ready.gaps, ready.is_ready, ready.level, ready.offer) == ((), True, "green", None)
    assert ready.sentence == (
        "Ready to launch: 34 outcomes to rate in about 8 min on a phone, which 62\u00a0% of those who begin are "
        "expected to finish. To let more of them finish, leave out some outcomes, or let each person rate only a part "
        "of them (in the outline, under “Scales”)."
    )


def test_where_few_finish_fewer_outcomes_are_advised() -> None:
    """Of a short study nothing is advised; with rotation people may rate fewer still."""
    short = replace(DEMO, outcomes=DEMO.outcomes[:20])
    rotated = replace(DEMO, settings=replace(DEMO.settings, rotation=Rotation(key_outcomes=20)))
    assert (readiness(short).loses_many, "To let more" in readiness(short).sentence) == (False, False)
    assert readiness(DEMO).loses_many
    assert "rate fewer of them" in readiness(rotated).sentence


def test_an_empty_study_is_not_ready() -> None:
    """The sentence names the first thing to do."""
    ready = readiness(Study(title="New", job="Send a package"))
    assert not ready.is_ready
    assert ready.sentence == "Not yet: add at least one outcome."


def test_a_doubt_about_the_wording_blocks_no_launch() -> None:
    """Two nouns that may be one idea are a warning, two sentences an error."""

    def worded(statement: str) -> Study:
        return replace(DEMO, outcomes=(*DEMO.outcomes, Outcome(id="new", statement=statement, dimension="functional")))

    assert readiness(worded("I have time for my work and family")).is_ready
    assert readiness(worded("My language and culture are passed on to my children")).is_ready
    assert not readiness(worded("I am rested and my children are well")).is_ready


@pytest.mark.parametrize(
    ("study", "place", "severity"),
    [
        pytest.param(without(DEMO, step="find"), "step.find", "warning", id="step without outcomes"),
        pytest.param(without(DEMO, dimension="social"), "social", "warning", id="dimension missing"),
        pytest.param(without(DEMO, dimension=None), "step.find", "warning", id="success outcomes alone"),
        pytest.param(without(DEMO, polarity="avoid"), "outcomes", "warning", id="no avoid-outcome"),
        pytest.param(replace(DEMO, solutions=()), "solutions", "warning", id="no solutions"),
        pytest.param(replace(DEMO, solutions=DEMO.solutions[:1]), "solutions", "info", id="one solution"),
        pytest.param(replace(DEMO, circumstances=()), "circumstances", "warning", id="no circumstance question"),
        pytest.param(replace(DEMO, purpose=""), "purpose", "info", id="no purpose"),
        pytest.param(
            replace(DEMO, steps=tuple(replace(step, is_core=False) for step in DEMO.steps)),
            "steps",
            "error",
            id="no core step",
        ),
        pytest.param(replace(DEMO, job="Listen and sing"), "job", "error", id="job with two acts"),
        pytest.param(
            replace(DEMO, solutions=(*DEMO.solutions, Solution(id="artist", name="Artist"))),
            "outcomes",
            "error",
            id="statement that names a solution",
        ),
    ],
)
def test_what_is_missing_is_a_gap(study: Study, place: str, severity: str) -> None:
    """Each thing that is missing is a gap with its place."""
    assert gaps(study)[place] == severity


def test_key_outcomes_alone_are_one_gap() -> None:
    """Without success outcomes the three dimensions are not listed as gaps of their own."""
    study = replace(DEMO, outcomes=DEMO.key_outcomes)
    assert gaps(study) == {"outcomes": "warning"}


@pytest.mark.parametrize(("outcomes", "level"), [(60, "green"), (61, "amber"), (75, "amber"), (76, "red")])
def test_the_level_follows_the_minutes(outcomes: int, level: str) -> None:
    """Up to 12 minutes are green, up to 15 amber, more are red."""
    assert readiness(long_study(outcomes)).level == level


def test_too_long_a_study_is_not_ready() -> None:
    """A red duration blocks the launch, an amber one is a warning."""
    assert gaps(long_study(76))["settings"] == "error"
    assert gaps(long_study(61))["settings"] == "warning"


def test_rotation_is_offered_with_its_price() -> None:
    """Of 120 outcomes each person rates 60, so that twice as many people are needed."""
    offer = readiness(long_study(120)).offer
    assert offer is not None
    assert (offer.rotation.key_outcomes, offer.outcomes, offer.minutes, offer.people_factor) == (60, 60, 12, 2.0)
    assert "2.0 times as many people are needed: 60 in place of 30" in offer.sentence


@given(key=st.integers(0, 120), success=st.integers(0, 120))
def test_the_offer_is_the_largest_that_fits(key: int, success: int) -> None:
    """What is offered takes 12 minutes at most, and one outcome more would not."""
    study = Study(
        title="Any",
        job="Do it",
        steps=(Step(id="do", name="Do", is_core=True),),
        outcomes=(
            *(Outcome(id=f"k-{n}", statement=f"Key {n}", step="do") for n in range(key)),
            *(Outcome(id=f"s-{n}", statement=f"Success {n}", dimension="social") for n in range(success)),
        ),
    )
    offer = readiness(study).offer
    assert (offer is None) == (duration(study) <= AMBER_ABOVE)
    if offer:
        size = offer.rotation.key_outcomes
        more = replace(offer.rotation, key_outcomes=size + 1)
        taken = [replace(study, settings=replace(study.settings, rotation=one)) for one in (offer.rotation, more)]
        assert duration(taken[0]) == offer.minutes <= AMBER_ABOVE
        assert size >= key or duration(taken[1]) > AMBER_ABOVE


def test_what_launching_freezes_is_counted() -> None:
    """The sentence names what the study has."""
    assert readiness(DEMO).freezes.startswith("Launching freezes 34 statements, 6 job steps, 4 solutions, 2 questions")
    assert "job step" not in readiness(replace(DEMO, steps=(), outcomes=DEMO.success_outcomes)).freezes
