"""The choices of results that an address holds: which waves, and which group of their people."""

import re
from collections.abc import Mapping, Sequence

from jtbd_core.contract import Store
from jtbd_core.live.findings import pooled_findings, progress
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.wave import Group, Wave, reported_study
from jtbd_core.wave.groups import CAREFUL, CROSS


def counting(waves: Mapping[str, Wave]) -> dict[str, Wave]:
    """Return the waves that count, the latest first: neither the trial nor archived ones."""
    return {name: wave for name, wave in waves.items() if not (wave.is_trial or wave.is_archived)}


def wave_names(asked: str) -> list[str]:
    """Return the names of waves in an address, in which a "+" that was not quoted arrives as a blank."""
    return re.split(r"[+ ]", asked)


def chosen_waves(asked: str, waves: Mapping[str, Wave], default: str) -> tuple[Wave, ...]:
    """Return the waves that an address asks for, such as "1+2", the earliest first; else the default.

    Only waves that count are taken together with others.
    """
    names = [name for name in wave_names(asked) if name in waves]
    several = [name for name in names if name in counting(waves)]
    found = several or names[:1] or [default]
    return tuple(sorted({waves[name].id: waves[name] for name in found}.values(), key=lambda wave: wave.number))


def default_wave(store: Store, waves: Mapping[str, Wave]) -> str:
    """Return the latest wave with enough answers to show results, by its value in the address; else the latest."""
    shown = (name for name, wave in counting(waves).items() if progress(store, wave.id).rated >= THRESHOLD)
    return next(shown, next(iter(waves)))


def group_name(group: Group) -> str:
    """Return the value of a group in the address."""
    return f"{group.question}.{group.option}"


def offered_groups(
    store: Store, study: Study, waves: Sequence[Wave], *, with_unreleased: bool = False
) -> dict[str, Group]:
    """Return the groups of waves by their value in the address: those of one question that privacy releases.

    To the facilitator, all of `THRESHOLD` people or more. Those without a flag of careless answers are offered to the
    facilitator always, to others where there are fewer of them than of all.
    """
    found = pooled_findings(store, reported_study(study, *waves), waves, with_unreleased=with_unreleased)
    everybody, groups = found.sizes
    single = {group: people for group, people in groups.items() if CROSS not in group.question}
    offered = [group for group, people in single.items() if group != CAREFUL or people < everybody]
    return {group_name(one): one for one in (dict.fromkeys((*offered, CAREFUL)) if with_unreleased else offered)}
