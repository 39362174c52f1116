"""Quality flags for respondents whose answers may be careless."""

import pandas as pd
import pytest

from jtbd_core.scoring.quality import quality_flags


def flags(importance: list[float], experience: list[float], seconds: list[float]) -> dict[str, bool]:
    """Return the flags of one person who answered so."""
    outcomes = [f"o-{n}" for n in range(len(importance))]
    who = pd.DataFrame({"respondent": "7", "outcome": outcomes})
    found = quality_flags(
        who.assign(importance=importance, experience=experience), who.assign(seconds=seconds, took_bait=False)
    )
    (flag,) = found.set_index("respondent").to_dict("records")
    return flag


def test_who_takes_less_than_two_seconds_a_card_is_a_speeder() -> None:
    """The median decides: a pause in the middle hides no haste, and one quick card is none."""
    assert flags([1, 2, 3], [1, 2, 3], [1.0, 1.9, 60.0])["speeder"]
    assert not flags([1, 2, 3], [1, 2, 3], [1.0, 2.0, 3.0])["speeder"]


def test_without_times_nobody_is_a_speeder() -> None:
    """Imported answers have none."""
    assert not flags([1], [1], [float("nan")])["speeder"]


@pytest.mark.parametrize(("count", "is_straight"), [(9, False), (10, True)])
def test_one_answer_to_ten_outcomes_is_a_straight_line(count: int, is_straight: bool) -> None:
    """One question answered alike is enough, whatever the other says."""
    varied = [1.0 + n % 5 for n in range(count)]
    assert flags([4.0] * count, varied, [9.0] * count)["straight_line"] is is_straight
    assert flags(varied, [4.0] * count, [9.0] * count)["straight_line"] is is_straight
    assert not flags(varied, varied, [9.0] * count)["straight_line"]


def test_missing_answers_do_not_make_a_line_longer() -> None:
    """Only what was answered counts, and one other answer breaks the line."""
    missing, varied = float("nan"), [1.0 + n % 5 for n in range(12)]
    assert not flags([4.0] * 9 + [missing] * 3, varied, [9.0] * 12)["straight_line"]
    assert not flags([4.0] * 11 + [3.0], varied, [9.0] * 12)["straight_line"]
