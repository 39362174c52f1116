"""The guard of the files that go in and out."""

from collections.abc import Callable

import pytest

from jtbd_core.access import SIGN_IN_COOKIE
from jtbd_core.contract import Store
from pages.components.browser import browsers
from pages.server.file_guard import FileGuard
from pages.server.static_files import Program
from tests.pages.server.programs import asked

PATH = "/_stcore/upload_file/mine/1"
COOKIE = f"{SIGN_IN_COOKIE}=of.file.guard"

Status = Callable[..., int]


@pytest.fixture
def status(store: Store) -> Status:
    """Give a function that asks one guard as a browser that is signed in, and returns the status."""
    browsers.add(COOKIE, "a sign-in")
    kept: list[FileGuard] = []

    def wrap(program: Program) -> FileGuard:
        kept[:] = kept or [FileGuard(program, 100)]
        return kept[0]

    def asking(path: str = PATH, method: str = "PUT", length: bytes = b"60", cookie: str = COOKIE) -> int:
        headers = [(b"cookie", b"theme=dark"), (b"cookie", cookie.encode()), (b"content-length", length)]
        return int(asked(wrap, {"path": path, "method": method, "headers": headers})["status"])

    return asking


@pytest.mark.parametrize(
    ("path", "method"),
    [(PATH, "PUT"), (f"/headway{PATH}", "PUT"), ("/media/abc.csv", "GET"), ("/headway/media/abc.csv", "HEAD")],
)
def test_files_are_for_a_browser_that_is_signed_in(status: Status, store: Store, path: str, method: str) -> None:
    """A stranger who knows the address is refused, and so is a window that was left open at the sign-out."""
    assert status(path, method) == 200
    assert status(path, method, cookie="") == status(path, method, cookie=f"{SIGN_IN_COOKIE}=forged") == 403
    store.sign_out("a sign-in")
    assert status(path, method) == 403


@pytest.mark.parametrize("path", ["/", "/static/media/font.woff2", "/headway/static/media/font.woff2", "/results"])
def test_all_else_passes(status: Status, path: str) -> None:
    """Pages, and the pictures and fonts of Streamlit itself, are for everybody."""
    assert status(path, "GET", cookie="") == 200


def test_a_session_uploads_so_many_bytes(status: Status) -> None:
    """What would be more than is left is refused, as is what does not say how long it is; another session goes on."""
    assert [status(), status(), status(length=b"40")] == [200, 413, 200]
    assert status(length=b"-1") == 411
    assert status("/_stcore/upload_file/yours/1") == 200
