"""What is shown of value targets: each with the rounds that tell of it, before and now, and whether it is met."""

from collections.abc import Mapping, Sequence

from jtbd_core.charts.target_rows import TargetRow
from jtbd_core.contract import Store
from jtbd_core.live.findings import progress, pulse
from jtbd_core.live.reach import Reaches, reaches
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.targets import met
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_said
from jtbd_core.wave.target import Target

UNKNOWN = float("nan")


def target_lines(
    store: Store, study: Study, waves: Sequence[Wave], targets: Sequence[Target], *, with_unreleased: bool
) -> list[TargetRow]:
    """Return what is shown of each target: before from the round it was set from, now from the latest later one.

    `waves` are those that count, the latest first; `with_unreleased` answers is for the facilitator alone.
    """
    asked = _asked(store, waves, targets, with_unreleased=with_unreleased)
    aims = tuple((one.id, one.aim.outcomes) for one in targets)
    found = reaches(store, study, asked, aims, with_unreleased=with_unreleased)
    ended = {wave.number for wave in waves if _has_ended(store, wave)}
    return [_line(study, target, waves, found, ended) for target in targets]


def _asked(store: Store, waves: Sequence[Wave], targets: Sequence[Target], *, with_unreleased: bool) -> list[Wave]:
    """Return the waves that tell of targets: those they were set from, and the latest one.

    To viewers a wave tells from its reveal or its end on, to the facilitator once enough people have rated.
    """
    set_from = {target.wave_id for target in targets}
    rated = (wave for wave in waves if progress(store, wave.id).rated >= THRESHOLD)
    latest = next((wave for wave in rated if with_unreleased or _has_ended(store, wave)), None)
    return [wave for wave in waves if wave.id in set_from or wave is latest]


def _line(
    study: Study, target: Target, waves: Sequence[Wave], found: Mapping[str, Reaches], ended: set[int]
) -> TargetRow:
    set_in = next((wave for wave in waves if wave.id == target.wave_id), None)
    since = set_in.number if set_in else 0
    before = found.get(target.wave_id, {}).get(target.id)
    later = [wave for wave in waves if wave.number > since and target.id in found.get(wave.id, {})]  # latest first
    now = found[later[0].id][target.id] if later else None
    aim, at_most = target.aim, target.aim.at_most / 100
    again = f"{_dated(later[0])}{_timing(target, later[0], waves)}" if later else ""
    whose = f"{aim.owner} · due {aim.due.day} {aim.due:%b %Y}"
    (name, every), share = target_names(study, target), before.share if before else UNKNOWN
    if now is None:
        state = "hidden" if any(number > since for number in ended) else "waits"
        unknown = UNKNOWN, UNKNOWN, UNKNOWN, 0
        return TargetRow(name, every, whose, at_most, share, *unknown, state, set_in=_dated(set_in))
    figures = now.share, now.low, now.high, now.people
    return TargetRow(name, every, whose, at_most, share, *figures, met(now, at_most), again, _dated(set_in))


def _dated(wave: Wave | None) -> str:
    """Return what a wave is called in a sentence, with its month; empty for none."""
    if wave is None:
        return ""
    return round_said(wave) if wave.is_undated else f"{round_said(wave)}, {wave.opened_at:%B %Y}"


def _timing(target: Target, wave: Wave, waves: Sequence[Wave]) -> str:
    """Return how a wave lies to the day a target is due, to stand after its month; empty where it has no dates."""
    if wave.is_undated:
        return ""
    due = target.aim.due
    after = [one.number for one in waves if not one.is_undated and one.opened_at.date() > due]
    if wave.number not in after:
        return ", begun before the due date"
    return ", the first after the due date" if wave.number == min(after) else ", after the due date"


def _has_ended(store: Store, wave: Wave) -> bool:
    """Whether a wave had an occasion to tell: it was revealed, closed, or its answers were imported."""
    return pulse(store, wave.id).version.revealed > 0


def target_names(study: Study, target: Target) -> tuple[str, str]:
    """Return the outcomes of a target in words: the first and how many more, and all of them."""
    statements = {one.id: one.statement for one in study.outcomes}
    first, *others = [statements[one] for one in target.aim.outcomes]
    more = f", or {len(others)} more (named below)" if others else ""
    return f"{first}{more}", "; or ".join((first, *others))
