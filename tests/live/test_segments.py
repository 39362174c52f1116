"""Segments of a snapshot: shown where they are stable and large enough, else why there are none."""

import numpy as np
import pandas as pd

from jtbd_core.exchange.demo import demo_study
from jtbd_core.live.segments import segment_view
from jtbd_core.live.snapshot import Snapshot, whole_snapshot

STUDY = demo_study()


def snapshot(people: int, *, is_split: bool = True) -> Snapshot:
    """Return the answers of people of whom the first half streams and, where it is split, has needs of its own."""
    random = np.random.default_rng(1)
    outcomes = [one.id for one in STUDY.outcomes[:12]]
    names = [f"p{n:03}" for n in range(people)]
    codes = random.integers(2, 5, (2, people, len(outcomes))).astype(float)
    half = np.arange(people)[:, None] < people // 2
    first = half == (np.arange(len(outcomes)) < 6) if is_split else np.zeros((people, len(outcomes)), bool)
    importance, experience = np.where(first, [[[5.0]], [[1.0]]], codes)
    ratings = pd.DataFrame(
        {
            "respondent": np.repeat(names, len(outcomes)),
            "outcome": np.tile(outcomes, people),
            "importance": importance.ravel(),
            "experience": experience.ravel(),
        }
    )
    said = [(name, "solution", "streaming" if at < people // 2 else "vinyl") for at, name in enumerate(names)]
    profiles = pd.DataFrame(said, columns=["respondent", "question", "option"])
    return whole_snapshot(STUDY, {"1": (ratings, profiles)})


def test_stable_segments_are_told_by_their_needs_and_their_people() -> None:
    """Two halves with unlike needs are found: who they are, and what falls short for them."""
    found = segment_view(STUDY, snapshot(80))
    assert [one.people for one in found.segments] == [40, 40]
    assert found.verdict == "2 segments: resamples of the same people give the same ones."
    streams = next(one for one in found.segments if "Streaming service (100%, others 0%)" in one.members)
    assert len(streams.needs) == 3
    assert all("100%" in line for line in streams.needs)
    assert all("(others " in line for one in found.segments for line in one.needs)


def test_what_is_no_segment_is_not_shown() -> None:
    """Answers at random give other segments each time, and few people none: a sentence says so."""
    random = segment_view(STUDY, snapshot(80, is_split=False))
    assert (random.segments, random.verdict) == (
        (),
        "No stable segments: two halves of the same people give different ones.",
    )
    few = segment_view(STUDY, snapshot(40))
    assert few.segments == ()
    assert few.verdict == "No segments: 40 people are too few for two segments of 30."
