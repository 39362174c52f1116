"""The log of a wave as whole numbers, against the same log as a frame."""

from itertools import pairwise

import pandas as pd
import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.store import log_verbs
from jtbd_core.study.scale import SEVEN, Instrument, Settings
from jtbd_core.wave import Answers, Rating, Wave
from jtbd_core.wave.log_part import MISSING
from tests.store.studies import PARCEL, rated

COLUMNS = ["seq", "respondent", "outcome", "importance", "experience"]


def rows_of(store: Store, wave_id: str, after: int = 0) -> pd.DataFrame:
    """Return the rows of a log as a frame, in their order."""
    frames, names = [], ((), ())
    for people, outcomes, rows in store.log_parts(wave_id, after):
        names = (people, outcomes) if people else names
        named = {"respondent": [names[0][at] for at in rows["person"]]}
        named["outcome"] = [names[1][at] for at in rows["outcome"]]
        frames.append(pd.DataFrame({**rows, **named})[COLUMNS])
    found = pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=COLUMNS)
    codes = found[COLUMNS[3:]].astype("float64").replace(float(MISSING), float("nan"))
    return found.assign(**codes).sort_values("seq", ignore_index=True)


@pytest.fixture
def asked(store: Store) -> Wave:
    """Give a wave with pairs, in which three people answered, half of a rating and a change among it."""
    pair = Settings(success=Instrument(scale="pair", anchor=0, points=SEVEN))
    wave = store.open_wave(store.add_study(replace(PARCEL, settings=pair)).id)
    for name, met, expected in (("a", 2, 6), ("b", 7, None), ("c", None, 3)):
        rating = Rating(outcome="on-time", importance=4, experience=met, expectation=expected)
        store.save(wave.id, name * 22, Answers(ratings=(rating, Rating(outcome="time", experience=3))))
    store.save(wave.id, "b" * 22, rated("time", 5, 1))
    return wave


def test_the_rows_are_those_of_the_frame(store: Store, asked: Wave, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of pairs, of somebody who deleted their answers, and where they come in several parts."""
    store.delete_response(store.response("c" * 22).id)
    log = store.log(asked.id, 99)[COLUMNS].sort_values("seq", ignore_index=True)
    pd.testing.assert_frame_equal(rows_of(store, asked.id), log, check_dtype=False)
    monkeypatch.setattr(log_verbs, "ROWS", 2)
    pd.testing.assert_frame_equal(rows_of(store, asked.id), log, check_dtype=False)


def test_only_what_is_new_is_read(store: Store, asked: Wave) -> None:
    """Nothing of what there was; and nothing of another wave."""
    last = store.version(asked.id).last
    assert rows_of(store, asked.id, last).empty
    store.save(asked.id, "d" * 22, rated("time", 1, 2))
    store.save(store.open_wave(asked.study_id, is_beside=True).id, "e" * 22, rated("time", 1, 2))
    (row,) = rows_of(store, asked.id, last).itertuples(index=False)
    assert (row.outcome, row.importance, row.experience, row.seq > last) == ("time", 1.0, 2.0, True)


def test_people_and_outcomes_are_numbered_as_they_came(store: Store, asked: Wave) -> None:
    """So that what is computed in their order is the same on each engine."""
    (part,) = store.log_parts(asked.id, 0)
    log = store.log(asked.id, 99).sort_values("seq")
    assert [*part.people] == log["respondent"].unique().tolist()
    assert [*part.outcomes] == log["outcome"].unique().tolist()
    assert all(before < after for before, after in pairwise(sorted(part.rows["seq"])))
