"""The choice of a wave, which the interface calls a round: its name, the days of its field work, its people."""

from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_days, round_name
from pages.components.clock import clock
from pages.components.plural import plural


def round_label(wave: Wave, people: int | None) -> str:
    """Return a wave with its dates and, if it may be told, how many rated: "Round 1 · 3–9 March 2026 · 14 people"."""
    many = [] if people is None else [plural(people, "person", "people")]
    return " · ".join((round_name(wave), field_dates(wave), *many))


def field_dates(wave: Wave) -> str:
    """Return the days on which a wave took answers by the viewer's calendar: "3–9 March 2026", "since 3 March 2026"."""
    return round_days(wave, clock)
