"""Files that leave once, as somebody else may try to have them."""

import warnings
from pathlib import Path

import pytest
from starlette.applications import Starlette

from jtbd_core.errors import Refused
from jtbd_core.web.one_time_files import MOST_FILES, SECONDS_KEPT, Holder, OneTimeFiles, one_time_route

with warnings.catch_warnings(action="ignore"):  # it wants httpx2 and works with httpx as well
    from starlette.testclient import TestClient

CONTENT = "a,b\n" * 100_000
ANN = Holder("Ann", lambda cookies: cookies == "sign-in=ann")


class Clock:
    """A clock that is put forward."""

    now = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Give the clock of the files."""
    return Clock()


@pytest.fixture
def files(clock: Clock) -> OneTimeFiles:
    """Give a place for files."""
    return OneTimeFiles(clock)


@pytest.fixture
def client(files: OneTimeFiles) -> TestClient:
    """Give a browser whose cookie is that of Ann's sign-in."""
    return TestClient(Starlette(routes=[one_time_route(files, "/headway")]), cookies={"sign-in": "ann"})


def add(files: OneTimeFiles) -> tuple[str, Path]:
    """Add a file of Ann's, and return its token and where it lies."""
    paths = list[Path]()

    def make(path: Path) -> None:
        paths.append(path)
        path.write_text(CONTENT)

    return files.add("answers.csv", "text/csv", ANN, make), paths[0]


def test_a_file_leaves_once(client: TestClient, files: OneTimeFiles) -> None:
    """As a download that nobody keeps a copy of; then it is gone from the disk, and its address gives nothing."""
    token, path = add(files)
    assert files.size(token) == len(CONTENT)
    reply = client.get(f"/headway/file/{token}")
    assert (reply.status_code, reply.text) == (200, CONTENT)
    assert reply.headers["content-disposition"] == 'attachment; filename="answers.csv"'
    assert (reply.headers["cache-control"], reply.headers["content-length"]) == ("no-store", f"{len(CONTENT)}")
    assert not path.parent.exists()
    assert files.size(token) is None
    again = client.get(f"/headway/file/{token}")
    assert (again.status_code, "downloaded already" in again.text) == (404, True)


@pytest.mark.parametrize("cookies", [{}, {"sign-in": "bo"}, {"sign-in": "nobody"}])
def test_another_browser_is_given_nothing(client: TestClient, files: OneTimeFiles, cookies: dict[str, str]) -> None:
    """Though it knows the address; whose page had the file made is given it all the same."""
    token, _ = add(files)
    mine = dict(client.cookies)
    client.cookies = cookies
    assert client.get(f"/headway/file/{token}").status_code == 404
    client.cookies = mine
    assert client.head(f"/headway/file/{token}").status_code == 404
    assert client.get(f"/headway/file/{token}", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404
    assert client.get(f"/headway/file/{token}").status_code == 200


def test_files_that_nobody_takes_are_deleted(files: OneTimeFiles, clock: Clock) -> None:
    """The oldest of too many of one holder, and after a while all."""
    other = files.add("answers.csv", "text/csv", ANN._replace(name="Bo"), lambda path: path.write_text(CONTENT))
    made = [add(files) for _ in range(MOST_FILES + 1)]
    assert [path.exists() for _, path in made] == [False, *[True] * MOST_FILES]
    assert files.size(other) == len(CONTENT)
    clock.now = SECONDS_KEPT + 1
    token, path = add(files)
    assert [one.exists() for _, one in made] == [False] * (MOST_FILES + 1)
    assert files.size(token) == len(CONTENT)
    files.clear()
    assert not path.exists()


def test_of_a_file_that_cannot_be_made_nothing_is_left(files: OneTimeFiles) -> None:
    """The refusal is passed on."""
    paths = list[Path]()

    def refuse(path: Path) -> None:
        paths.append(path)
        raise Refused("No.")

    with pytest.raises(Refused):
        files.add("answers.csv", "text/csv", ANN, refuse)
    assert not paths[0].parent.exists()
