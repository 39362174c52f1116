"""The list of who can see what of a study's results: a link each, to copy, change and revoke."""

from datetime import UTC, datetime, timedelta
from functools import partial

import streamlit as st

from jtbd_core.study import StudyRecord
from jtbd_core.study.results_link import ResultsLink
from pages.components.address import public_address
from pages.components.clock import clock
from pages.components.escape import escaped
from pages.components.link import KEY
from pages.components.link_form import DEPTHS, NEW, SHOWN, draw_link_form
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.phone import is_phone
from pages.components.sign_in import is_facilitator

DAY = "%d %B %Y"
DATA = (
    "A row per outcome. `_low` and `_high` are the ends of a 95 % interval, `_expected` is what to expect when asked "
    "again. To choose a round or a group, add what the address of the page has for it, such as `&round=1`."
)


@st.fragment
def draw_results_links(record: StudyRecord) -> None:
    """Draw the links that work, the button that makes one, and the names of those that were revoked.

    A fragment: to draw all of the page anew after a link was revoked would hold up the pages that it closes.
    """
    if not is_facilitator():
        return
    links = my_store().results_links(record.id)
    st.caption("Who can see what: results, read-only. A revoked link closes within a second, open pages too.")
    for link in links:
        if link.revoked_at is None:
            _draw_link(link)
    # The key counts the links: the popover closes with each that is made.
    with st.popover("New link", icon=":material/add:", key=f"new-link-{len(links)}"):
        draw_link_form(NEW, f"new {len(links)}", "Make the link", partial(my_store().add_results_link, record.id))
    if revoked := [escaped(one.settings.name) for one in links if one.revoked_at]:
        st.caption(f"Revoked: {', '.join(revoked)}.")


def _draw_link(link: ResultsLink) -> None:
    card = st.container(border=True, horizontal=not is_phone(), vertical_alignment="center", gap="small")
    with card.container(width="stretch", gap=None):
        st.markdown(f"**{escaped(link.settings.name)}**")
        st.caption(said(link))
    with card.container(horizontal=True, width="content", gap="small"):
        with st.popover("Link", key=f"show-link-{link.id}"):
            address = f"{public_address()}/results?{KEY}={link.key}"
            st.code(address, language=None, wrap_lines=True)
            if link.settings.data:
                _draw_data(address)
            if link.settings.frame_origin:
                st.caption(f"For a page of {escaped(link.settings.frame_origin)}:")
                st.code(f'<iframe src="{address}&embed=true"></iframe>', language=None, wrap_lines=True)
        # The key holds the settings: the popover closes once they are changed.
        place = f"{link.id} {hash(link.settings)}"
        with st.popover("Change", key=f"change-link-{place}"):
            draw_link_form(link.settings, place, "Save the link", partial(my_store().change_results_link, link.id))
        with st.popover("Revoke …", key=f"revoke-link-{link.id}"):
            st.write("Whoever has this link sees nothing any more, within a second. It cannot be brought back.")
            st.button(
                "Revoke the link",
                type="primary",
                icon=":material/link_off:",
                key=f"revoke-{link.id}",
                on_click=do,
                args=(my_store().revoke_results_link, link.id),
            )


def _draw_data(address: str) -> None:
    """Draw the addresses of the figures, and what whoever reads them with a program needs to know."""
    st.caption("The figures, for a spreadsheet (*Data from the web*) or a notebook (`pandas.read_csv`):")
    for kind in ("csv", "json"):
        st.code(address.replace("/results?", f"/results.{kind}?"), language=None, wrap_lines=True)
    st.caption(DATA)


def said(link: ResultsLink) -> str:
    """Return what a link shows, until when, and when it was last used, in one line."""
    settings = link.settings
    more = [name for name in SHOWN if getattr(settings, name)]
    shown = ", ".join((DEPTHS[settings.depth].lower(), *more))
    ends = settings.expires_at
    until = "no end" if ends is None else f"{'until' if link.is_open else 'expired on'} {clock(ends, DAY).lstrip('0')}"
    locked = ("passphrase",) if settings.passphrase else ()
    return " · ".join((shown, until, *locked, _last_used(link.used_at)))


def _last_used(day: datetime | None) -> str:
    """Return on what day a link was last used; days are those of UTC."""
    if day is None:
        return "never used"
    today = datetime.now(UTC).date()
    names = {today: "today", today - timedelta(days=1): "yesterday"}
    return f"last used {names.get(day.date(), day.strftime(DAY).lstrip('0'))}"
