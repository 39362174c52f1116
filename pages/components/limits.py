"""When a round ends by itself: after so many people, or at a time on the facilitator's own clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from jtbd_core.wave import MOST_PEOPLE, Limits


def ask_limits(now: Limits) -> Limits:
    """Let the facilitator choose the limits of a round; empty fields mean none."""
    zone = ZoneInfo(st.context.timezone or "UTC")
    cap = st.number_input(
        "Most people",
        1,
        MOST_PEOPLE,
        now.cap,
        placeholder="no limit",
        help="Whoever comes later is told that the round is full. Who has begun can go on.",
    )
    closes = st.datetime_input(
        "Closes by itself at",
        _shown(now.closes_at, zone),
        help=f"On the clock of {zone.key}. After that the round takes no answers and stays closed; until then you can "
        "move it.",
    )
    closes_at = closes.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None) if closes else None
    return Limits(cap=cap, closes_at=closes_at)


def _shown(closes_at: datetime | None, zone: ZoneInfo) -> datetime | None:
    return closes_at.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) if closes_at else None
