"""Rotation: each person rates a part of a long study, assigned so that all outcomes are shown equally often."""

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from jtbd_core.access import digest
from jtbd_core.cache import for_same_objects
from jtbd_core.study.study import Outcome, Study

SUCCESS_EACH = 15
"""The most success outcomes that one person is shown with rotation; a shorter list is shown whole."""


def kinds(study: Study) -> list[tuple[tuple[Outcome, ...], int]]:
    """Return key and success outcomes, each with the number of them that a person is shown."""
    key, success, rotation = study.key_outcomes, study.success_outcomes, study.settings.rotation
    if rotation is None:
        return [(key, len(key)), (success, len(success))]
    return [(key, min(len(key), rotation.key_outcomes)), (success, min(len(success), SUCCESS_EACH))]


def shown_each(study: Study) -> int:
    """Return the number of outcomes that each person is shown."""
    return sum(size for _, size in kinds(study))


@for_same_objects
def has_rotation(study: Study) -> bool:
    """Whether each person is shown only a part of the outcomes."""
    return shown_each(study) < len(study.outcomes)


def people_factor(study: Study) -> float:
    """Return the factor (≥ 1) of people needed until each outcome is rated as often as without rotation."""
    return max((len(outcomes) / size for outcomes, size in kinds(study) if outcomes), default=1.0)


def assigned(study: Study, shown: Mapping[str, int], seed: str) -> tuple[str, ...]:
    """Return the ids of the outcomes to show to the next person, in the order of the study.

    Of key and of success outcomes these are the ones that were `shown` to the fewest people so far (by outcome id), so
    that the counts differ by at most 1. Ties are broken by a hash of `seed` and id, so that each pair of outcomes is
    shown together about equally often.
    """
    chosen: set[str] = set()
    for outcomes, size in kinds(study):
        by_need = sorted(outcomes, key=lambda one: (shown.get(one.id, 0), digest(f"{seed} shown {one.id}")))
        chosen.update(one.id for one in by_need[:size])
    return tuple(one.id for one in study.outcomes if one.id in chosen)


def part(study: Study, shown: Collection[str]) -> Study:
    """Return the study with the outcomes of these ids only."""
    if len(shown) == len(study.outcomes):
        return study
    return replace(study, outcomes=tuple(one for one in study.outcomes if one.id in shown))
