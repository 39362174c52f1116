"""Insights: what is computed from a snapshot of answers, in the worker, and cached for all viewers."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Generic, Literal, NamedTuple, TypeVar, cast

import pandas as pd
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.live.file_weights import file_weights
from jtbd_core.live.findings import Pulse, pulse
from jtbd_core.live.flags import flag_profiles
from jtbd_core.live.refresh import EVERYBODYS, GROUPS, Refreshed
from jtbd_core.live.sharing import Released, release
from jtbd_core.live.snapshot import Snapshot, moving_snapshot, occasion_snapshot, pooled, whole_snapshot
from jtbd_core.live.worker import worker
from jtbd_core.study import Study
from jtbd_core.wave import Wave

Found = TypeVar("Found")
Analyse = Callable[[Study, Snapshot], Found]
Take = Callable[[Study, Released], Snapshot]
Moment = Literal["occasion", "now"]

MOST_CACHED = 128


class Question(NamedTuple):
    """What is asked of the answers: of which waves, a hash of the study's words, which analysis, when and for whom.

    An analysis is a function of a module with its arguments, which can be hashed.
    """

    wave_ids: tuple[str, ...]
    study_hash: int
    analysis: Hashable
    moment: Moment
    with_unreleased: bool

    @property
    def is_of_occasion(self) -> bool:
        """Whether it is of what was released on the last occasion, which new answers do not move."""
        return self.moment == "occasion" and not self.with_unreleased


def insight(
    store: Store,
    study: Study,
    waves: Sequence[Wave],
    analyse: Analyse[Found],
    *,
    with_unreleased: bool,
    moment: Moment = "occasion",
) -> Found | None:
    """Return what an analysis finds in the answers of one wave or several, None while nothing may be shown yet.

    Computed in the worker: `analyse` is a function of a module, or a `functools.partial` of one whose arguments can be
    hashed. The answers are those of the last occasion of each wave, its reveal or its end, or everybody's `now`, which
    have no groups. Those `with_unreleased` answers are for the facilitator alone: they hold all answers as they are
    now. While a room answers, what is given may be some seconds old.
    """
    ids = tuple(one.id for one in waves)
    question = Question(ids, hash_of(study), _key(analyse), moment, with_unreleased)
    waves, pulses = as_they_stand(store, waves)
    return cast(Found | None, _cache(question).get(store, study, waves, analyse, pulses))


def hash_of(study: Study) -> int:
    """Return a hash of what an analysis reads of a study."""
    return hash((study.steps, study.outcomes, study.solutions, study.circumstances, study.settings))


def as_they_stand(store: Store, waves: Sequence[Wave]) -> tuple[list[Wave], tuple[Pulse, ...]]:
    """Return waves as they stand now, and their pulses."""
    pulses = tuple(pulse(store, one.id) for one in waves)
    pairs = zip(waves, pulses, strict=True)
    return [replace(one, status=at.status, revealed_at=at.revealed_at) for one, at in pairs], pulses


def whole(store: Store, study: Study, waves: Sequence[Wave]) -> Snapshot | None:
    """Return all answers of waves as they are now, for the facilitator alone; None where there are none."""
    return _whole(store, study, waves, _as_it_is)


def _as_it_is(_: Study, snapshot: Snapshot) -> Snapshot:
    return snapshot


def _key(analyse: Hashable) -> Hashable:
    """Return the name of an analysis for a cache: partials, inside of others too, by what they are made of."""
    if isinstance(analyse, partial):
        return analyse.func, tuple(map(_key, analyse.args)), tuple(sorted(analyse.keywords.items()))
    return analyse


@lru_cache(MOST_CACHED)
def _cache(question: Question) -> "InsightCache[object]":
    return InsightCache(question)


class InsightCache(Generic[Found]):
    """The newest insight of one question; a stale one is served while one background thread refreshes it."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._refreshed = Refreshed[Found | None](GROUPS if question.is_of_occasion else EVERYBODYS)

    def get(
        self, store: Store, study: Study, waves: Sequence[Wave], analyse: Analyse[Found], pulses: Sequence[Pulse]
    ) -> Found | None:
        """Return the insight at these pulses, or a stale one; where there is none yet, all viewers wait.

        New answers do not move an occasion: only another one, and deletions, have its insight computed anew.
        """
        stamp = tuple(pulses)
        if self._question.is_of_occasion:
            stamp = tuple(one.unmoved for one in pulses)
        return self._refreshed.get(stamp, partial(self._found, store, study, waves, analyse))

    def _found(self, store: Store, study: Study, waves: Sequence[Wave], analyse: Analyse[Found]) -> Found | None:
        if self._question.with_unreleased:
            return _whole(store, study, waves, analyse)
        take = moving_snapshot if self._question.moment == "now" else occasion_snapshot
        return _released(store, study, waves, analyse, take)


def _whole(store: Store, study: Study, waves: Sequence[Wave], analyse: Analyse[Found]) -> Found | None:
    answers = {
        str(one.number): (store.ratings(one.id), store.profiles(one.id), store.cards(one.id), store.weights(one.id))
        for one in waves
    }
    return cast(Found | None, worker.run(_of_all, study, answers, analyse))


def _of_all(study: Study, answers: Mapping[str, tuple[pd.DataFrame, ...]], analyse: Analyse[Found]) -> Found | None:
    flagged = {
        number: (ratings, pd.concat([profiles, flag_profiles(ratings, cards)], ignore_index=True))
        for number, (ratings, profiles, cards, _) in answers.items()
    }
    weights = file_weights({number: weights for number, (*_, weights) in answers.items()})
    return _analysed(study, whole_snapshot(study, flagged)._replace(weights=weights), analyse)


def _released(store: Store, study: Study, waves: Sequence[Wave], analyse: Analyse[Found], take: Take) -> Found | None:
    """Have the worker analyse what is released of the waves, one after the other, the last together with all."""
    *others, last = waves
    before = {str(one.number): release(store, study, one, take) for one in others}
    return release(store, study, last, partial(_of_released, before, str(last.number), take, analyse))


def _of_released(
    before: Mapping[str, Snapshot],
    number: str,
    take: Take,
    analyse: Analyse[Found],
    study: Study,
    released: Released,
) -> Found | None:
    found = take(study, released)
    return _analysed(study, pooled({**before, number: found}) if before else found, analyse)


def _analysed(study: Study, found: Snapshot, analyse: Analyse[Found]) -> Found | None:
    return analyse(study, found) if len(found.ratings) else None
