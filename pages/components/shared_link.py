"""The link by which somebody looks at results: what it opens, until it has ended; then that it opens nothing."""

from collections.abc import Callable
from contextlib import suppress
from itertools import count

import streamlit as st

from jtbd_core import access
from jtbd_core.errors import NotFound, Refused, StoreUnavailable
from jtbd_core.study import StudyRecord
from jtbd_core.study.results_link import ResultsLink
from pages.components.address import root_path
from pages.components.clock import clock
from pages.components.link import KEY, linked_study, refuse, unless_binned
from pages.components.sign_in import is_facilitator
from pages.components.store import the_store

SECONDS_BETWEEN_LOOKS = 0.6
"""So that a page whose link has ended is redrawn within a second."""


def shared_link() -> ResultsLink | None:
    """Return the link to results whose key is in the address, None for the facilitator without one; else stop the page.

    That it was used today is noted.
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
    return link


def shared_study(link: ResultsLink | None) -> StudyRecord:
    """Return the study that a link opens or, for the facilitator, whose id is in the address; else stop the page."""
    if link is None:
        return linked_study()
    try:
        return unless_binned(the_store().study(link.study_id))
    except NotFound:
        refuse()


def watch_link(link: ResultsLink) -> None:
    """Rerun the page within a second of the end of its link, or of a change to what it shows."""
    looks = count()

    @st.fragment(run_every=SECONDS_BETWEEN_LOOKS)
    def look() -> None:
        if next(looks):
            rerun_if_changed(link)

    look()


def rerun_if_changed(link: ResultsLink) -> None:
    """Rerun the page, which then says so, if a link has ended, is locked, or shows something else than it did."""
    if _has_changed(link):
        st.rerun(scope="app")


def while_shared(link: ResultsLink, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return the data of a download of viewers, which a window that was left open has no more once its link has ended,
    or shows something else than it did.

    It is asked before the file is made, and again before it is given.
    """

    def made() -> bytes:
        _ask_files(link)
        content = make()
        _ask_files(link)
        return content

    return made


def gives_files(key: str) -> bool:
    """Whether the link that has this key gives files now."""
    try:
        link = the_store().results_link(key)
        return link.is_open and link.settings.files and the_store().study(link.study_id).shelf != "bin"
    except NotFound:
        return False


def _ask_files(link: ResultsLink) -> None:
    if not gives_files(link.key) or the_store().results_link(link.key).settings != link.settings:
        raise Refused("This link was withdrawn or changed. Load the page anew.")


def _has_changed(link: ResultsLink) -> bool:
    try:
        now = the_store().results_link(link.key)
        is_as_before = now.is_open and now.settings == link.settings and _is_unlocked(now)
        return not is_as_before or the_store().study(now.study_id).shelf == "bin"
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
