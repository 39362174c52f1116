"""The limit on uploads."""

import pytest

from pages.components.upload import permits
from pages.server.upload_limit import UploadLimit
from tests.pages.server.programs import asked

PATH = "/_stcore/upload_file/mine/1"


def status(path: str = PATH, method: str = "PUT", length: bytes | None = b"60") -> int:
    """Return the status of an upload of so many bytes."""
    headers = [] if length is None else [(b"content-length", length)]
    given: int = asked(UploadLimit, {"path": path, "method": method, "headers": headers})["status"]
    return given


@pytest.mark.usefixtures("store")
def test_an_upload_without_a_permit_is_refused() -> None:
    """What is not an upload passes on."""
    assert status("/_stcore/upload_file/nobody/1") == status("/headway/_stcore/upload_file/nobody/1") == 403
    assert status("/_stcore/upload_file/nobody/1", "DELETE") == status("/", "GET") == 200


@pytest.mark.usefixtures("store")
def test_a_permit_is_for_so_many_bytes() -> None:
    """The first upload passes, the second would be more than is left, and one without a length is refused."""
    permits.grant("mine", "a sign-in", 100)
    assert [status(), status(), status(length=b"40"), status(length=None), status(length=b"-1")] == [
        200,
        413,
        200,
        411,
        411,
    ]
