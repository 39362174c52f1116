"""The limits at which a wave closes automatically: a number of people, or a time on the facilitator's clock."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from jtbd_core.wave import MOST_PEOPLE, Limits
from pages.components.clock import is_zone_known, zone


def ask_limits(now: Limits, place: str) -> Callable[[], Limits]:
    """Draw the fields of a wave's limits, with `place` in their keys; an empty field means no limit.

    Return a function that reads the limits from the session state, for callbacks: a press right after typing comes
    before the rerun that would pass them.
    """
    there = zone()
    cap, closes = f"cap {place} {now.cap}", f"closes {place} {now.closes_at}"
    st.number_input(
        "Most people",
        1,
        MOST_PEOPLE,
        now.cap,
        key=cap,
        placeholder="no limit",
        help="Whoever comes later is told that the round is full. Who has begun can go on. With an open link, anybody "
        "can take all places at once; single-use codes prevent it.",
    )
    st.datetime_input(
        "Close automatically at",
        _shown(now.closes_at, there),
        key=closes,
        help=f"On the clock of {there.key}. After that the round takes no answers and stays closed; until then you can "
        "move it.",
    )
    if not is_zone_known():
        st.caption("The time is UTC: your browser names no time zone that is known here.")

    def asked() -> Limits:
        at = st.session_state[closes]
        closes_at = at.replace(tzinfo=there).astimezone(UTC).replace(tzinfo=None) if at else None
        return Limits(cap=st.session_state[cap], closes_at=closes_at)

    return asked


def _shown(closes_at: datetime | None, there: ZoneInfo) -> datetime | None:
    return closes_at.replace(tzinfo=UTC).astimezone(there).replace(tzinfo=None) if closes_at else None
