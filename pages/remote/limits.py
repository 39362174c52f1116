"""The limits at which a wave closes automatically: a number of people, or a time on the facilitator's clock."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from jtbd_core.wave import MOST_PEOPLE, Limits


def ask_limits(now: Limits, place: str) -> Callable[[], Limits]:
    """Draw the fields of a wave's limits, with `place` in their keys; an empty field means no limit.

    Return a function that reads the limits from the session state, for callbacks: a press right after typing comes
    before the rerun that would pass them.
    """
    zone = ZoneInfo(st.context.timezone or "UTC")
    cap, closes = f"cap {place} {now.cap}", f"closes {place} {now.closes_at}"
    st.number_input(
        "Most people",
        1,
        MOST_PEOPLE,
        now.cap,
        key=cap,
        placeholder="no limit",
        help="Whoever comes later is told that the round is full. Who has begun can go on.",
    )
    st.datetime_input(
        "Close automatically at",
        _shown(now.closes_at, zone),
        key=closes,
        help=f"On the clock of {zone.key}. After that the round takes no answers and stays closed; until then you can "
        "move it.",
    )

    def asked() -> Limits:
        at = st.session_state[closes]
        closes_at = at.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None) if at else None
        return Limits(cap=st.session_state[cap], closes_at=closes_at)

    return asked


def _shown(closes_at: datetime | None, zone: ZoneInfo) -> datetime | None:
    return closes_at.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) if closes_at else None
