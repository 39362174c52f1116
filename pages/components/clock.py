"""The clock of the viewer's browser: times of the store, which are UTC, in its time zone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from jtbd_core.wave.rounds import Clock

UTC_ZONE = ZoneInfo("UTC")


def zone() -> ZoneInfo:
    """Return the time zone of the viewer's browser, UTC if it names none that is known."""
    return _named() or UTC_ZONE


def is_zone_known() -> bool:
    """Whether the browser names a time zone that is known; where it does not, pages say that their clock is UTC."""
    return _named() is not None


def clock(moment: datetime, form: str = "%H:%M") -> str:
    """Return a time of the store on the viewer's clock: "14:05"; "14:05 UTC" where their time zone is not known."""
    return moment.replace(tzinfo=UTC).astimezone(zone()).strftime(form) + ("" if is_zone_known() else " UTC")


def fixed_clock() -> Clock:
    """Return the viewer's clock as it is now, for what is made outside of the session: it never says UTC."""
    here = zone()
    return lambda moment, form: moment.replace(tzinfo=UTC).astimezone(here).strftime(form)


def _named() -> ZoneInfo | None:
    try:
        return ZoneInfo(st.context.timezone or "")
    except (KeyError, ValueError, OSError):  # such as Etc/Unknown, an absolute path, or the name of a folder of zones
        return None
