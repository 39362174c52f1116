"""The form of a link to results: what it is called, what it shows, and until when it works."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import partial

import streamlit as st

from jtbd_core.access import SHORTEST_PASSPHRASE, passphrase_hash
from jtbd_core.errors import Refused
from jtbd_core.study.results_link import Depth, LinkSettings
from pages.components.clock import zone

DEPTHS: dict[Depth, str] = {
    "headlines": "Headlines only",
    "everybody": "Everybody",
    "groups": "Everybody and groups",
}
SHOWN = {
    "remarks": "Remarks that were released",
    "files": "Files to take along (not with headlines only)",
    "data": "Figures by address, for programs (not with a passphrase)",
}
NEW = LinkSettings(name="New link")


def ask_link(now: LinkSettings, place: str) -> Callable[[], LinkSettings]:
    """Draw the fields of a link's settings, with `place` in their keys.

    Return a function that reads the settings from the session state, for callbacks.
    """
    named = ("name", "depth", *SHOWN, "until", "asks", "passphrase", "frame_origin")
    widgets = {field: f"link {field} {place}" for field in named}
    st.text_input("For whom", now.name if now != NEW else "", key=widgets["name"], placeholder="Board", max_chars=60)
    depths = list(DEPTHS)
    st.radio("Shows", depths, depths.index(now.depth), format_func=DEPTHS.__getitem__, key=widgets["depth"])
    for field, label in SHOWN.items():
        st.checkbox(label, getattr(now, field), key=widgets[field])
    _draw_access(now, widgets)
    return partial(_asked, now, widgets)


def _draw_access(now: LinkSettings, widgets: Mapping[str, str]) -> None:
    """Draw until when a link works, and who else than its holder has a say in that."""
    end = now.expires_at.replace(tzinfo=UTC).astimezone(zone()) if now.expires_at else None
    st.date_input("Works until", end, key=widgets["until"], help="To the end of that day; empty: no end.")
    if now.passphrase:
        st.checkbox("Ask for a passphrase", True, key=widgets["asks"])
    st.text_input(
        "New passphrase" if now.passphrase else "Passphrase",
        key=widgets["passphrase"],
        placeholder="the one before" if now.passphrase else "none",
        max_chars=200,
        help=f"At least {SHORTEST_PASSPHRASE} characters. Tell it otherwise than in the message with the link.",
    )
    st.text_input(
        "Site that may show it inside a page",
        now.frame_origin,
        key=widgets["frame_origin"],
        placeholder="https://intranet.example.com",
        max_chars=200,
    )


def _asked(now: LinkSettings, widgets: Mapping[str, str]) -> LinkSettings:
    given = {field: st.session_state.get(widget) for field, widget in widgets.items()}
    has_list = given["depth"] != "headlines"
    return LinkSettings(
        name=given["name"],
        depth=given["depth"],
        remarks=given["remarks"],
        files=given["files"] and has_list,
        data=given["data"] and has_list,
        expires_at=_end(given["until"]) if given["until"] else None,
        passphrase=_hashed(given["passphrase"]) or (now.passphrase if given["asks"] else ""),
        frame_origin=given["frame_origin"].strip().rstrip("/"),
    )


def _hashed(passphrase: str) -> str:
    """Return the hash of a passphrase, empty for none; `Refused` if it is short."""
    if passphrase and len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise Refused(f"A passphrase has at least {SHORTEST_PASSPHRASE} characters.")
    return passphrase_hash(passphrase) if passphrase else ""


def _end(day: date) -> datetime:
    """Return the last second of a day on the facilitator's clock, in UTC."""
    return datetime.combine(day, time(23, 59, 59), zone()).astimezone(UTC).replace(tzinfo=None)
