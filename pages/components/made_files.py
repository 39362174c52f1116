"""Files that are made once somebody asks for them: a button, progress while it is made, a download that then begins."""

from collections.abc import Callable, Iterable
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.web.one_time_files import Holder, one_time_files
from pages.components.address import root_path
from pages.components.browser import browsers
from pages.components.escape import escaped
from pages.components.permission import ask_permission
from pages.components.sign_in import current_sign_in, is_facilitator

MADE = "made-file"
"""The session's key of the token and the name of the file that was made last, before the key of its place."""

MIMES = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".csv": "text/csv",
    ".json": "application/json",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".headway": "application/zip",
    ".backup": "application/zip",
}

Say = Callable[[float, str], object]
"""Shows how much is done (0–1), and in a phrase what is being done; what it raises ends the making."""

Content = TypeVar("Content", bytes, str)


class MadeFile(NamedTuple):
    """A file by the label of its button and by its name, and what writes it to a path."""

    label: str
    name: str
    write: Callable[[Path, Say], object]


class Taker(NamedTuple):
    """Who takes files: for whom they are kept, and what raises Refused once they may have them no more."""

    holder: Holder
    ask: Callable[[], None]


def facilitator() -> Taker:
    """Return the facilitator, by the sign-in of this browser."""
    mine = current_sign_in()
    return Taker(Holder(mine, lambda cookies: bool(mine) and browsers.sign_in(cookies) == mine), ask_permission)


def written(make: Callable[[], Content]) -> Callable[[Path, Say], object]:
    """Return what writes the content that a quick function returns."""

    def write(path: Path, _: Say) -> None:
        content = make()
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return write


@st.fragment
def draw_made_file(file: MadeFile, key: str = "", **look: Any) -> None:  # noqa: ANN401
    """Draw the button of a file of the facilitator and, below it, what comes of it; `look` is as of Streamlit's button.

    `key` tells files of one name on a page apart.
    """
    if is_facilitator():
        asked = [file] if draw_file_button(file, key, **look) else []
        draw_download(asked, key or file.name, facilitator())


def draw_file_button(file: MadeFile, key: str = "", **look: Any) -> bool:  # noqa: ANN401
    """Draw the button of a file, and return whether it was pressed: then `draw_download` is to be given the file."""
    return st.button(file.label, key=f"make-{key or file.name}", **{"icon": ":material/download:", **look})


def draw_download(asked: Iterable[MadeFile], key: str, taker: Taker) -> None:
    """Make the file that was asked for, if any, with its progress; its download begins, and its link stays until then.

    A refusal stays where the progress was. `key` names the place in the session.
    """
    place = st.empty()
    is_made = False
    for file in asked:
        try:
            token = one_time_files.add(file.name, _mime(file.name), taker.holder, partial(_make, file, taker, place))
        except JtbdError as error:
            place.error(escaped(str(error)), icon=":material/error:")
            return
        finally:
            st.session_state.pop(f"{MADE}-{key}", None)
        st.session_state[f"{MADE}-{key}"] = token, file.name
        is_made = True
    token, name = st.session_state.get(f"{MADE}-{key}", ("", ""))
    if one_time_files.size(token):
        with place.container():
            _draw_link(token, name)
        if is_made:
            st.iframe(_address(token), height=1)


@st.fragment(run_every="2s")
def _draw_link(token: str, name: str) -> None:
    """Draw the link of a file until it was taken."""
    if size := one_time_files.size(token):
        link = f'<a href="{_address(token)}" style="color: inherit" download>Download {escape(name)}</a>'
        st.html(f"<p>{link} ({_said(size)}, works once)</p>")


def _address(token: str) -> str:
    return f"{root_path()}/file/{token}"


def _make(file: MadeFile, taker: Taker, place: Any, path: Path) -> None:  # noqa: ANN401 - a place of Streamlit's
    """Write a file, in this thread: a press of another button of the page waits, another tab ends it."""

    def say(done: float, what: str) -> None:
        taker.ask()
        place.progress(min(done, 1.0), what)

    say(0.0, f"Making {file.name} …")
    file.write(path, say)
    taker.ask()
    place.empty()


def _mime(name: str) -> str:
    return MIMES[Path(name).suffix]


def _said(size: int) -> str:
    return f"{size / 1e6:,.1f} MB" if size > 1e5 else f"{max(1, round(size / 1000))} kB"
