"""Segments that nobody declared: people of a snapshot with unlike needs, where resamples give the same ones."""

from typing import NamedTuple

import pandas as pd

from jtbd_core.live.snapshot import ROUND, Snapshot
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.segments import UNSTABLE, segments
from jtbd_core.study import Study
from jtbd_core.wave.groups import groups_of

MOST_MARKS = 3
FEWEST_POINTS = 0.10
"""An answer to a question marks a segment that gives it more often than the others by at least this share."""

SHARES = {
    "unmet": "matters and falls short for",
    "important": "matters to",
    "satisfied": "is met for",
    "short": "falls short for",
}


class Segment(NamedTuple):
    """A segment: how many people, what they need more and less than the others, and who they are, as sentences."""

    people: int
    needs: tuple[str, ...]
    members: str


class SegmentView(NamedTuple):
    """The segments, the largest first, and a verdict; without stable segments the verdict says why there are none."""

    verdict: str
    segments: tuple[Segment, ...]


def segment_view(study: Study, snapshot: Snapshot) -> SegmentView:
    """Return the segments of a snapshot, for the facilitator alone: these sets of people are in no ledger."""
    asked = snapshot.ratings if study.settings.asks_importance else snapshot.ratings.drop(columns="importance")
    found = segments(asked, study.readings())
    if not found.is_found:
        return SegmentView(UNSTABLE if found.sizes else found.verdict, ())
    told = found.differences[found.differences["n"] >= THRESHOLD]
    parts = tuple(
        Segment(
            people, _needs(study, told[told["segment"] == number]), _members(study, snapshot, found.membership, number)
        )
        for number, people in enumerate(found.sizes, 1)
    )
    return SegmentView(f"{len(parts)} segments: resamples of the same people give the same ones.", parts)


def _needs(study: Study, differences: pd.DataFrame) -> tuple[str, ...]:
    """Return the largest differences of a segment in words: "“…” matters to 62 % (others 20 %)"."""
    words = {one.id: one.statement for one in study.outcomes}
    return tuple(
        f"“{words[row['outcome']]}” {SHARES[row['share']]} {row['own']:.0%} (others {row['others']:.0%})"
        for row in differences.head(MOST_MARKS).to_dict("records")
    )


def _members(study: Study, snapshot: Snapshot, membership: pd.DataFrame, number: int) -> str:
    """Return which answers to questions are given more often in a segment than in the others; empty without any."""
    groups = snapshot.groups[snapshot.groups["question"] != ROUND]
    of = membership.set_index("respondent")["segment"] == number
    inside = groups["respondent"].map(of)
    labels = study.questions()
    said = []
    for one in groups_of(study):
        is_one = (groups["question"] == one.question) & (groups["option"] == one.option)
        own, others = (is_one & (inside == side) for side in (True, False))
        shares = own.sum() / of.sum(), others.sum() / (~of).sum()
        if shares[0] - shares[1] >= FEWEST_POINTS and own.sum() >= THRESHOLD:
            label = labels[one.question][one.option]
            said.append((shares[1] - shares[0], f"{label} ({shares[0]:.0%}, others {shares[1]:.0%})"))
    return f"More often: {'; '.join(text for _, text in sorted(said))}." if said else ""
