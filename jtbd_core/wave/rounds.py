"""How a wave, which people call a round, is called: its name, and the days of its field work."""

from collections.abc import Callable
from datetime import datetime

from jtbd_core.wave.wave import Wave

Clock = Callable[[datetime, str], str]
"""Says a time of the store, which is UTC, in a form of `strftime`, such as on the clock of a viewer."""


UNDATED = "no dates in the file"


def utc(moment: datetime, form: str) -> str:
    """Return a time of the store as it is."""
    return moment.strftime(form)


def round_name(wave: Wave) -> str:
    """Return what a wave is called: the name that it was given, or its number."""
    if wave.is_trial:
        return "Trial · does not count"
    return (wave.name or f"Round {wave.number}") + (" · archived" if wave.is_archived else "")


def round_said(wave: Wave) -> str:
    """Return what a wave is called in a sentence: its name in quotation marks, or "round 2"."""
    return f"“{wave.name}”" if wave.name else f"round {wave.number}"


def round_days(wave: Wave, clock: Clock) -> str:
    """Return the days on which a wave took answers by a clock: "3–9 March 2026", "since 3 March 2026", `UNDATED`."""
    if wave.is_undated:
        return UNDATED
    first = _day(wave.opened_at, clock)
    if wave.closed_at is None:
        return f"since {' '.join(first)}"
    last = _day(wave.closed_at, clock)
    alike = next((n for n in range(3) if first[n:] == last[n:]), 3)
    begun = " ".join(first[:alike])
    return f"{begun}{'–' if alike == 1 else ' – '}{' '.join(last)}" if begun else " ".join(last)


def _day(moment: datetime, clock: Clock) -> list[str]:
    return [clock(moment, form).removesuffix(" UTC").lstrip("0") for form in ("%d", "%B", "%Y")]
