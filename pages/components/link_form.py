"""The form of a link to results: what it is called, what it shows, and who may open it until when."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time

import streamlit as st

from jtbd_core.access import SHORTEST_PASSPHRASE, passphrase_hash
from jtbd_core.errors import Refused
from jtbd_core.study.results_link import Depth, LinkSettings
from pages.components.clock import is_zone_known, zone
from pages.components.permission import do

DEPTHS: dict[Depth, str] = {
    "headlines": "Headlines only",
    "everybody": "Everybody",
    "groups": "Everybody and groups",
}
SHOWN = {
    "remarks": "Remarks that were released",
    "files": "Files to take along",
    "data": "Figures for programs",
}
HELP = {
    "files": "Not with headlines only: files hold every figure.",
    "data": "By an address, as CSV and JSON. Not with headlines only, nor with a passphrase.",
}
NEW = LinkSettings(name="New link")


def draw_link_form(now: LinkSettings, place: str, label: str, keep: Callable[[LinkSettings], object]) -> None:
    """Draw the form of a link's settings, with `place` in its keys; its button, with a label, has them kept."""
    named = ("name", "depth", *SHOWN, "until", "asks", "passphrase", "frame_origin")
    widgets = {field: f"link {field} {place}" for field in named}
    name, depths = "" if now == NEW else now.name, list(DEPTHS)
    with st.form(f"link {place}", border=False):
        left, right = st.columns(2, gap="medium")
        with left:
            st.text_input("For whom", name, key=widgets["name"], placeholder="Board", max_chars=60)
            st.radio("Shows", depths, depths.index(now.depth), format_func=DEPTHS.__getitem__, key=widgets["depth"])
            for field, what in SHOWN.items():
                st.checkbox(what, getattr(now, field), key=widgets[field], help=HELP.get(field))
        with right:
            _draw_access(now, widgets)
            st.form_submit_button(
                label, type="primary", on_click=do, args=(lambda: keep(_asked(now, widgets)),), key=f"keep-link {place}"
            )


def _draw_access(now: LinkSettings, widgets: Mapping[str, str]) -> None:
    """Draw until when a link works, and who else than its holder has a say in that."""
    end = now.expires_at.replace(tzinfo=UTC).astimezone(zone()) if now.expires_at else None
    day = "that day" if is_zone_known() else "that day in UTC: your browser names no time zone that is known here"
    st.date_input("Works until", end, key=widgets["until"], help=f"To the end of {day}. Empty: no end.")
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
