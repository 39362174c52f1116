"""The log of a wave in memory: fed part by part it is what all rows at once make it."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from jtbd_core.privacy import RatingLog, ratings_of
from jtbd_core.wave.ledger import ERASED
from jtbd_core.wave.log_part import LogPart
from tests.privacy.saved import part_of


def rows(random: np.random.Generator, many: int, scale: int = 5) -> pd.DataFrame:
    """Return saves of some people, who answer anew, by halves, or delete."""
    codes = random.integers(1, scale + 1, (2, many)).astype(float)
    codes[random.random((2, many)) < 0.1] = np.nan
    codes[:, random.random(many) < 0.05] = ERASED
    names = {"respondent": random.integers(0, 12, many), "outcome": random.integers(0, 3, many)}
    named = {name: [f"{name}-{one}" for one in of] for name, of in names.items()}
    return pd.DataFrame({"seq": np.arange(1, many + 1), **named, "importance": codes[0], "experience": codes[1]})


def fed(*parts: pd.DataFrame) -> RatingLog:
    """Return a log that was fed with parts, one after the other."""
    log = RatingLog()
    for part in parts:
        log.take(part_of(part))
        log.add()
    return log


@pytest.mark.parametrize("seed", range(4))
def test_parts_make_what_all_rows_make(seed: int) -> None:
    """Which saves count at a row, whose answers are fresh, and what they are: with few codes first, and many later."""
    random = np.random.default_rng(seed)
    few, many = rows(random, 60), rows(random, 200, 20)
    everything = pd.concat([few, many.assign(seq=many["seq"] + 60)], ignore_index=True)
    cuts = [0, 20, 60, 61, 150, 260]
    parts = fed(*(everything.iloc[at:to] for at, to in pairwise(cuts)))
    at_once = fed(everything.sample(frac=1, random_state=seed))
    for outcome, mine in parts.items():
        other = at_once[outcome]
        for until in (0, 30, 155, 260):
            shown = [ratings_of({outcome: one}, {outcome: one.at(until)}) for one in (mine, other)]
            by_name = [one.sort_values("respondent", ignore_index=True) for one in shown]
            pd.testing.assert_frame_equal(*by_name)
        for untils in ([], [40], [155, 40], [40, 155, 259]):
            for with_changes in (False, True):
                assert mine.fresh(untils, with_changes=with_changes) == other.fresh(untils, with_changes=with_changes)


@pytest.mark.parametrize("seed", range(4))
def test_fresh_are_the_people_in_no_released_set(seed: int) -> None:
    """Counted one by one: people whose latest answer counts, less those in the set at any row of a release."""
    log = fed(rows(np.random.default_rng(seed), 150))
    for saves in log.values():
        person = saves.person
        latest = set(person[saves.at(150) & ~saves.is_erased].tolist())
        for untils in ([30], [30, 90], [120, 10, 60]):
            released = {one for until in untils for one in person[saves.at(until)].tolist()}
            assert saves.fresh(untils) == len(latest - released)
            assert saves.at_any(untils).tolist() == np.any([saves.at(until) for until in untils], axis=0).tolist()


def test_what_arrives_late_never_counts() -> None:
    """Of three saves of a card one that was tapped before another that is there already is left out, in any part."""
    frame = pd.DataFrame(
        {"seq": [1, 2, 3], "respondent": "a", "outcome": "time", "importance": 5.0, "experience": [1.0, 2.0, 3.0]}
    )
    whole = part_of(frame)
    for cut in (1, 2):
        log = RatingLog()
        for places in (slice(0, cut), slice(cut, 3)):
            part = {**whole.rows, "tapped": np.array([10, 30, 20])}
            log.take(LogPart(whole.people, whole.outcomes, {name: of[places] for name, of in part.items()}))
            log.add()
        saves = log["time"]
        assert ratings_of(log, {"time": saves.at(9)})["experience"].tolist() == [2.0]
        assert (log.rows, log.last) == (2, 3)
