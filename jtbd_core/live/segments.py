"""Segments that nobody declared: people with unlike needs, where resamples of the same people give the same ones.

They are drawn at a reveal or at the end of a wave, when somebody looks, from the answers of that moment, and stand
until the next one. Viewers are shown what `privacy.segments` releases of segments that are found; what is only made is
drawn for the facilitator alone, from all answers.
"""

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.live.insights import as_they_stand, hash_of, whole
from jtbd_core.live.refresh import Lane, Refreshed
from jtbd_core.live.segment_view import Drawn, SegmentView, told
from jtbd_core.live.sharing import Further, Released, release
from jtbd_core.live.snapshot import Snapshot, careful_snapshot, occasion_snapshot
from jtbd_core.live.worker import run_apart
from jtbd_core.privacy import THRESHOLD, ratings_of
from jtbd_core.privacy.segments import counted_people, has_segments, next_segments, segment_group, segment_rows
from jtbd_core.scoring.segments import FOUND, MADE, Segmentation, segments
from jtbd_core.scoring.study_scores import most_rated
from jtbd_core.study import Study
from jtbd_core.wave import Group, Wave
from jtbd_core.wave.groups import crossing, groups_of
from jtbd_core.wave.ledger import EVERYBODY, SEGMENT, Ledger

MOST_CACHED = 64
SEGMENTS = Lane("segments", 1)
"""Segments take seconds, or at 10,000 people a minute: nothing else waits for them."""

ONE_ROUND = "Segments are drawn in one round at a time: choose one."
COPIED = "Segments are shown of the first study, not of its copy: both would draw them of the same people."
REPEATED = "resamples of the same people give the same ones"
BORDERS = "Another sample would draw the borders elsewhere"


class Segmented(NamedTuple):
    """Segments before anybody is shown them: how many people each has by name, whether found, and a verdict.

    Who has no segment, for too few answers or the same throughout, is in the largest one: everybody is in one.
    """

    people: tuple[frozenset[str], ...]
    is_found: bool
    verdict: str


class Moment(NamedTuple):
    """An occasion whose segments are still to be drawn, and everybody's answers then."""

    occasion: str
    ratings: pd.DataFrame


def found_segments(
    store: Store, study: Study, waves: Sequence[Wave], *, with_unreleased: bool, without_careless: bool = False
) -> SegmentView | None:
    """Return the segments of waves, None while nothing may be shown; for viewers, those of one wave.

    Those `with_unreleased` answers, and of those those `without_careless` ones, are for the facilitator alone.
    """
    if not with_unreleased and len(waves) > 1:
        return SegmentView(ONE_ROUND)
    now, pulses = as_they_stand(store, waves)
    stamp = tuple(one.unmoved for one in pulses)
    if with_unreleased:
        compute = partial(_of_all, store, study, now, without_careless)
    else:
        compute = partial(_released, store, study, now[0])
    ids = tuple(one.id for one in waves)
    return _cache(ids, hash_of(study), with_unreleased, without_careless).get(stamp, compute)


@lru_cache(MOST_CACHED)
def _cache(*_: object) -> Refreshed[SegmentView | None]:
    return Refreshed(SEGMENTS)


def segmented(study: Study, ratings: pd.DataFrame) -> Segmented:
    """Return the segments of everybody who gave these ratings, if some are found or made."""
    asked = ratings if study.settings.asks_importance else ratings.drop(columns="importance")
    found = segments(asked, study.readings())
    if not found.sizes:
        return Segmented((), is_found=False, verdict=found.verdict)
    number = found.membership.set_index("respondent")["segment"]
    people = pd.Series(ratings["respondent"].unique())
    by = people.groupby(people.map(number).fillna(1).astype(int))
    return Segmented(tuple(frozenset(names) for _, names in by), found.is_found, _verdict(found))


def _verdict(found: Segmentation) -> str:
    many = len(found.sizes)
    if found.is_found:
        return f"{many} segments found, not asked: {REPEATED}."
    agreement = float(found.stability.set_index("segments")["agreement"].loc[many])
    return (
        f"{many} segments made, not found: resamples of the same people agree by {agreement:.2f} of 1 (found from "
        f"{FOUND:.2f} on, none below {MADE:.2f}). {BORDERS}."
    )


def _of_all(store: Store, study: Study, waves: Sequence[Wave], without_careless: bool) -> SegmentView | None:
    """Return the segments of all answers, for the facilitator: found ones, or those that are only made."""
    snapshot = whole(store, study, waves)
    if snapshot and without_careless:
        snapshot = careful_snapshot(snapshot) or snapshot
    return snapshot and run_apart(_everything, study, snapshot)


def _everything(study: Study, snapshot: Snapshot) -> SegmentView:
    found = segmented(study, snapshot.ratings)
    if not found.people:
        return SegmentView(found.verdict)
    rated = snapshot.ratings
    parts = {number: rated[rated["respondent"].isin(names)] for number, names in enumerate(found.people, 1)}
    enough = {at: one[_raters(one) >= THRESHOLD] for at, one in parts.items()}
    return told(study, found.verdict, Drawn(rated, enough, _counted(study, snapshot, found.people)))


def _raters(ratings: pd.DataFrame) -> "pd.Series[int]":
    """Return for each rating how many people rated its outcome."""
    return ratings["outcome"].map(ratings["outcome"].value_counts())


def _counted(study: Study, snapshot: Snapshot, people: Sequence[frozenset[str]]) -> dict[Group, int]:
    """Return the numbers of people of `Drawn`; crossings of fewer than `THRESHOLD` people are left out."""
    rated = frozenset(most_rated(snapshot.ratings)["respondent"])
    said = snapshot.groups.groupby(["question", "option"])["respondent"].agg(frozenset).to_dict()
    groups = {one: said[one] & rated for one in groups_of(study) if one in said}
    own = {segment_group(number): names & rated for number, names in enumerate(people, 1)}
    both = {crossing(one, other): own[one] & groups[other] for one in own for other in groups}
    counted = {one: len(names) for one, names in {**groups, **own}.items()}
    counted |= {one: len(names) for one, names in both.items() if len(names) >= THRESHOLD}
    return {EVERYBODY: len(rated)} | counted


def _released(store: Store, study: Study, wave: Wave) -> SegmentView | None:
    """Return what is released of the segments of a wave; they are drawn before, if nobody has yet."""
    further: Further | None = None
    while True:
        found = release(store, study, wave, _look, further=further)
        if not isinstance(found, Moment):
            return found
        if wave.is_copied:
            return SegmentView(COPIED)
        drawn = run_apart(segmented, study, found.ratings)
        if not drawn.is_found:
            return SegmentView(f"{drawn.verdict[:-1]}, so none are shown." if drawn.people else drawn.verdict)
        further = partial(_next, found.occasion, drawn.people)


def _next(occasion: str, people: Sequence[frozenset[str]], study: Study, released: Released) -> Ledger:
    return next_segments(released.saves, released.ledger, occasion, people, groups_of(study))


def _look(study: Study, released: Released) -> SegmentView | Moment | None:
    """Return the view of the segments of the last occasion, or that occasion, where they are still to be drawn."""
    saves, ledger = released
    everybody = occasion_snapshot(study, released).ratings
    if everybody.empty:
        return None
    if not has_segments(ledger):
        return Moment(ledger.occasion, everybody)
    parts = {int(group.option): ratings_of(saves, rows) for group, rows in segment_rows(saves, ledger).items()}
    shown = {at: one[one["outcome"].isin(everybody["outcome"])] for at, one in sorted(parts.items())}
    drawn = sum(name == ledger.occasion and group.question == SEGMENT for name, group in ledger.members)
    said = _said(drawn, len(shown))
    return told(study, said, Drawn(everybody, shown, counted_people(saves, ledger))) if shown else SegmentView(said)


def _said(drawn: int, shown: int) -> str:
    """Return the verdict on so many segments that were found, of which so many may be shown."""
    said = f"{drawn} segments found, not asked: {REPEATED}."
    if shown == drawn:
        return said
    which = f"{shown} can be shown" if shown else "None can be shown"
    return f"{said} {which}: beside all that was shown before, more would give away fewer than {THRESHOLD} people."
