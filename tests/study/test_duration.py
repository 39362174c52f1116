"""The expected duration of the form and the expected completion rate."""

import pytest
from msgspec.structs import replace

from jtbd_core.study import Outcome, Step, Study
from jtbd_core.study.duration import answers, completion, duration, minutes_left, seconds_per_card
from jtbd_core.study.scale import Instrument, Rotation, Settings


def long_study(count: int, settings: Settings | None = None) -> Study:
    """Return a study of so many key outcomes."""
    outcomes = (
        Outcome(id=f"o-{n}", statement=f"Minimize the number of lost items {n}", step="do") for n in range(count)
    )
    steps = (Step(id="do", name="Do it", is_core=True),)
    return Study(title="Long", job="Do it", steps=steps, outcomes=tuple(outcomes), settings=settings or Settings())


def test_75_outcomes_are_15_minutes() -> None:
    """The estimate meets the published pace on phones, and half of it without importance."""
    study = long_study(75)
    assert duration(study) == 15
    assert duration(replace(study, settings=Settings(asks_importance=False))) == 8


def test_a_pair_is_a_third_answer() -> None:
    """Where expectation is asked apart a card takes half as long again; a person's time left follows from all cards."""
    paired = replace(long_study(75), settings=Settings(key=Instrument(scale="pair", anchor=0)))
    assert (answers(paired), duration(paired), seconds_per_card(paired, ())) == (225, 23, 18.0)
    mixed = replace(paired, outcomes=(*paired.outcomes[:3], Outcome(id="x", statement="It holds", dimension="social")))
    assert (answers(mixed), seconds_per_card(mixed, ())) == (11, 16.5)


def test_46_answers_are_completed_as_in_the_published_survey() -> None:
    """Of 177 people 130 gave all 46 answers."""
    assert answers(long_study(23)) == 46
    assert completion(long_study(23)) == pytest.approx(130 / 177)


def test_the_longer_the_fewer_finish() -> None:
    """Twice as many answers lose the same share once more; a part of them is finished by more."""
    whole, part = long_study(46), long_study(46, Settings(rotation=Rotation(key_outcomes=23)))
    assert completion(whole) == pytest.approx(completion(long_study(23)) ** 2)
    assert completion(part) == completion(long_study(23))


def test_everybody_finishes_what_has_no_questions() -> None:
    """A study without outcomes loses nobody."""
    assert completion(long_study(0)) == 1


def test_the_pace_is_a_person_s_own_after_five_cards() -> None:
    """Until then it is the typical one; one card that took long changes little."""
    study = long_study(75)
    assert seconds_per_card(study, [4.0] * 4) == 12.0
    assert seconds_per_card(study, [4.0, 4.5, 5.0, 5.5, 60.0]) == 5.0
    assert seconds_per_card(replace(study, settings=Settings(asks_importance=False)), []) == 6.0


@pytest.mark.parametrize(("cards", "seconds", "expected"), [(62, 6.0, 7), (10, 6.0, 1), (1, 0.0, 1), (0, 6.0, 0)])
def test_minutes_left_end_at_nothing(cards: int, seconds: float, expected: int) -> None:
    """As long as a card is left it is a minute at least."""
    assert minutes_left(cards, seconds) == expected
