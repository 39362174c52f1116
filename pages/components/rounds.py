"""How a wave, which the interface calls a round, is called: its name, the days of its field work, its people."""

from datetime import datetime

from jtbd_core.wave import Wave
from pages.components.clock import clock
from pages.components.plural import plural


def round_name(wave: Wave) -> str:
    """Return what a wave is called: the name that it was given, or its number."""
    if wave.is_trial:
        return "Trial · does not count"
    return (wave.name or f"Round {wave.number}") + (" · archived" if wave.is_archived else "")


def round_said(wave: Wave) -> str:
    """Return what a wave is called in a sentence: its name in quotation marks, or "round 2"."""
    return f"“{wave.name}”" if wave.name else f"round {wave.number}"


def round_label(wave: Wave, people: int) -> str:
    """Return a wave with its dates and the number of people who rated: "Round 1 · 3–9 March 2026 · 14 people"."""
    return f"{round_name(wave)} · {field_dates(wave)} · {plural(people, 'person', 'people')}"


def field_dates(wave: Wave) -> str:
    """Return the days on which a wave took answers by the viewer's calendar: "3–9 March 2026", "since 3 March 2026"."""
    if wave.closed_at is None:
        return f"since {_day(wave.opened_at)}"
    first, last = ([_part(one, form) for form in ("%d", "%B", "%Y")] for one in (wave.opened_at, wave.closed_at))
    alike = next((n for n in range(3) if first[n:] == last[n:]), 3)
    begun = " ".join(first[:alike])
    return f"{begun}{'–' if alike == 1 else ' – '}{' '.join(last)}" if begun else " ".join(last)


def _day(moment: datetime) -> str:
    return " ".join(_part(moment, form) for form in ("%d", "%B", "%Y"))


def _part(moment: datetime, form: str) -> str:
    return clock(moment, form).removesuffix(" UTC").lstrip("0")
