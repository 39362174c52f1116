"""The link by which somebody looks at results: what it opens, until it has ended; then that it opens nothing."""

from contextlib import suppress
from functools import partial

import streamlit as st

from jtbd_core import access
from jtbd_core.errors import NotFound, Refused, StoreUnavailable
from jtbd_core.study import StudyRecord
from jtbd_core.study.results_link import ResultsLink
from pages.components.address import root_path
from pages.components.clock import clock
from pages.components.link import KEY, linked_study, refuse, unless_binned
from pages.components.open_pages import open_pages
from pages.components.rerun import rerun_page
from pages.components.sign_in import is_facilitator
from pages.components.store import the_store


def shared_link() -> ResultsLink | None:
    """Return the link to results whose key is in the address, None for the facilitator without one; else stop the page.

    That it was used today is noted. The page is rerun within a second of the link's end, or of a change to it.
    """
    if KEY not in st.query_params:
        if is_facilitator():
            return None
        refuse()
    try:
        link = the_store().results_link(st.query_params[KEY])
    except NotFound:
        refuse()
    if not link.is_open:
        _say_ended(link)
    if not _is_unlocked(link):
        _say_locked(link)
    with suppress(StoreUnavailable):
        the_store().note_use(link)
    open_pages.current().has_changed = partial(_differs, link)
    return link


def shared_study(link: ResultsLink | None) -> StudyRecord:
    """Return the study that a link opens or, for the facilitator, whose id is in the address; else stop the page."""
    if link is None:
        return linked_study()
    try:
        return unless_binned(the_store().study(link.study_id))
    except NotFound:
        refuse()


def rerun_if_changed(link: ResultsLink) -> None:
    """Rerun the page, which then says so, if a link has ended, is locked, or shows something else than it did."""
    if _has_changed(link):
        rerun_page()


def ask_files(link: ResultsLink) -> None:
    """Raise Refused once a link gives no files any more, or shows something else than it did."""
    if not link.settings.files or _differs(link):
        raise Refused("This link was withdrawn or changed. Load the page anew.")


def shares_files(link: ResultsLink) -> bool:
    """Whether a link gives files as it did."""
    try:
        ask_files(link)
    except Refused:
        return False
    return True


def _has_changed(link: ResultsLink) -> bool:
    return _differs(link) or not _is_unlocked(link)


def _differs(link: ResultsLink) -> bool:
    """Whether a link has ended since, or shows something else."""
    try:
        now = the_store().results_link(link.key)
        return not now.is_open or now.settings != link.settings or the_store().study(now.study_id).shelf == "bin"
    except NotFound:
        return True


def _is_unlocked(link: ResultsLink) -> bool:
    """Whether the browser of this page was told the passphrase of a link, if it has one."""
    cookie = st.context.cookies.get(access.unlocking_cookie(link.id))
    return access.is_unlocked(the_store().secret(), link.id, link.settings.passphrase, cookie)


def _say_locked(link: ResultsLink) -> "st.NoReturn":
    """Draw that a link asks for a passphrase, and where; stop the page."""
    st.title("This link asks for a passphrase", anchor=False)
    st.link_button("Type the passphrase", f"{root_path()}/unlock/{link.key}", icon=":material/lock:")
    st.stop()


def _say_ended(link: ResultsLink) -> "st.NoReturn":
    """Draw that a link has ended, and stop the page."""
    if link.revoked_at or link.settings.expires_at is None:
        st.title("This link was withdrawn", anchor=False)
        st.write("Whoever sent it has ended it. Ask them for a new one.")
    else:
        st.title("This link has expired", anchor=False)
        st.write(f"It worked until {clock(link.settings.expires_at, '%d %B %Y, %H:%M')}. Ask whoever sent it for more.")
    st.stop()
