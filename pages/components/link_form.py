"""The form of a link to results: what it is called, what it shows, and until when it works."""

from collections.abc import Callable
from datetime import UTC, datetime, time

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
    keys = {
        field: f"link {field} {place}" for field in ("name", "depth", *SHOWN, "until", "passphrase", "frame_origin")
    }
    st.text_input("For whom", now.name if now != NEW else "", key=keys["name"], placeholder="Board", max_chars=60)
    depths = list(DEPTHS)
    st.radio("Shows", depths, depths.index(now.depth), format_func=DEPTHS.__getitem__, key=keys["depth"])
    for field, label in SHOWN.items():
        st.checkbox(label, getattr(now, field), key=keys[field])
    st.date_input("Works until", _day(now.expires_at), key=keys["until"], help="To the end of that day; empty: no end.")

    asks = f"link asks {place}"
    if now.passphrase:
        st.checkbox("Ask for a passphrase", True, key=asks)
    st.text_input(
        "New passphrase" if now.passphrase else "Passphrase",
        key=keys["passphrase"],
        placeholder="the one before" if now.passphrase else "none",
        max_chars=200,
        help=f"At least {SHORTEST_PASSPHRASE} characters. Tell it otherwise than in the message with the link.",
    )

    st.text_input(
        "Site that may show it inside a page",
        now.frame_origin,
        key=keys["frame_origin"],
        placeholder="https://intranet.example.com",
        max_chars=200,
    )

    def asked() -> LinkSettings:
        given = {field: st.session_state[key] for field, key in keys.items()}
        until = given.pop("until")
        given["frame_origin"] = given["frame_origin"].strip().rstrip("/")
        kept = now.passphrase if st.session_state.get(asks) else ""
        given["passphrase"] = _hashed(given["passphrase"]) or kept
        has_list = given["depth"] != "headlines"
        given |= {name: given[name] and has_list for name in ("files", "data")}
        given |= {"expires_at": _end(until) if until else None}
        return LinkSettings(**given)

    return asked


def _hashed(passphrase: str) -> str:
    """Return the hash of a passphrase, empty for none; `Refused` if it is short."""
    if passphrase and len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise Refused(f"A passphrase has at least {SHORTEST_PASSPHRASE} characters.")
    return passphrase_hash(passphrase) if passphrase else ""


def _day(ends: datetime | None) -> "datetime | None":
    return ends.replace(tzinfo=UTC).astimezone(zone()) if ends else None


def _end(day: datetime) -> datetime:
    """Return the last second of a day on the facilitator's clock, in UTC."""
    return datetime.combine(day, time(23, 59, 59), zone()).astimezone(UTC).replace(tzinfo=None)
