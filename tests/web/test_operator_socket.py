"""The operator's socket: for its owner alone, with progress, refusals, and a server that ends."""

import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from jtbd_core.contract.backups import Progress, no_progress
from jtbd_core.errors import JtbdError, Refused, StoreUnavailable
from jtbd_core.web.operator_socket import OperatorSocket, ask_server, socket_path


def count(file: str, progress: Progress) -> str:
    """Tell some progress and repeat the file's name."""
    progress(1, 2)
    return f"counted {file}"


def refuse(file: str, progress: Progress) -> str:
    """Refuse what is asked."""
    raise Refused(f"{file} is there already.")


@pytest.fixture(params=["here", "a folder with a name that is too long for the kernel " * 4])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Name a database in a folder with a short or a long name."""
    (tmp_path / request.param).mkdir()
    return tmp_path / request.param / "headway.duckdb"


@pytest.fixture
def listener(database: Path) -> Iterator[OperatorSocket]:
    """Give a socket that listens beside the database."""
    listener = OperatorSocket(database, {"count": count, "refuse": refuse})
    listener.start()
    yield listener
    listener.stop()


def test_the_server_is_asked(listener: OperatorSocket, database: Path) -> None:
    """The command hears the progress and then the result."""
    seen: list[tuple[int, int]] = []
    assert ask_server(database, "count", "ä file", lambda *told: seen.append(told)) == "counted ä file"
    assert seen == [(1, 2)]


def test_its_refusals_arrive(listener: OperatorSocket, database: Path) -> None:
    """A refusal comes with the server's words, as does that of an unknown verb, and the socket goes on."""
    with pytest.raises(JtbdError, match=r"letter is there already\."):
        ask_server(database, "refuse", "letter", no_progress)
    with pytest.raises(JtbdError, match="does not know"):
        ask_server(database, "paint", "letter", no_progress)
    assert ask_server(database, "count", "it", no_progress) == "counted it"


def test_it_is_for_its_owner_alone(listener: OperatorSocket, database: Path) -> None:
    """The socket has the mode 0600."""
    assert stat.S_IMODE(socket_path(database).stat().st_mode) == 0o600


def test_without_a_server_nobody_is_asked(listener: OperatorSocket, database: Path) -> None:
    """There is no answer where no socket is, nor from one that a killed server left, which the next one replaces."""
    listener.stop()
    assert ask_server(database, "count", "it", no_progress) is None
    killed = OperatorSocket(database, {})
    killed.start()
    killed._socket.shutdown(socket.SHUT_RDWR)
    killed._socket.close()
    assert socket_path(database).exists()
    assert ask_server(database, "count", "it", no_progress) is None
    again = OperatorSocket(database, {"count": count})
    again.start()
    assert ask_server(database, "count", "it", no_progress) == "counted it"
    again.stop()
    assert not socket_path(database).exists()


def test_a_server_that_ends_is_no_success(database: Path) -> None:
    """A command whose server ends before the result says so."""

    def end(file: str, progress: Progress) -> str:
        raise ConnectionResetError

    listener = OperatorSocket(database, {"end": end})
    listener.start()
    with pytest.raises(StoreUnavailable, match="before it was done"):
        ask_server(database, "end", "it", no_progress)
    listener.stop()
