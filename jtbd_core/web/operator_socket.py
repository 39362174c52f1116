"""The operator's socket: a Unix socket beside a DuckDB file, over which commands ask the server that has it open.

Only its owner may connect (mode 0600). A request is a line of JSON, `{"verb": …, "about": …}`, of at most
`LONGEST_REQUEST` bytes; lines follow that tell the progress, and a last one with the result or the refusal.
"""

import json
import os
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import IO

import msgspec

from jtbd_core.contract.backups import Progress
from jtbd_core.errors import JtbdError, StoreUnavailable

OperatorVerb = Callable[[str, Progress], str]
"""What the server does when asked: given a text, such as a file's path, and the progress to call, it returns a text."""

SECONDS_TO_ASK = 10.0
LONGEST_REQUEST = 400_000
LONGEST_PATH = 100  # the kernel takes 107 bytes


class Request(msgspec.Struct, frozen=True):
    """What a command asks: a verb, and the text that it is given."""

    verb: str
    about: str


class OperatorSocket:
    """Listens beside a database for requests of these verbs, each answered in a thread of its own."""

    def __init__(self, database: Path, verbs: Mapping[str, OperatorVerb]) -> None:
        self._path = socket_path(database)
        self._verbs = verbs
        self._is_ours = False
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)

    def start(self) -> None:
        """Begin to listen; raises OSError where no socket can be made."""
        self._path.unlink(missing_ok=True)  # left by a server that was killed: the database has one server at a time
        with _short(self._path) as path:
            self._socket.bind(path)
        self._is_ours = True
        self._path.chmod(0o600)
        self._socket.listen()  # nobody can connect earlier, while the mode is that of the umask
        Thread(target=self._listen, name="operator", daemon=True).start()

    def stop(self) -> None:
        """Stop listening, and remove the socket."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        if self._is_ours:
            self._path.unlink(missing_ok=True)

    def _listen(self) -> None:
        with suppress(OSError):  # it was closed
            while True:
                connection, _ = self._socket.accept()
                Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        connection.settimeout(SECONDS_TO_ASK)
        with suppress(OSError), connection, connection.makefile("rw", encoding="utf-8") as lines:
            try:
                asked = msgspec.json.decode(lines.readline(LONGEST_REQUEST), type=Request)
                verb = self._verbs[asked.verb]
                _send(lines, result=verb(asked.about, lambda done, of_all: _send(lines, done=done, of_all=of_all)))
            except JtbdError as refusal:
                _send(lines, refusal=str(refusal))
            except (ValueError, KeyError, RecursionError):
                _send(lines, refusal="The server does not know this request.")


def ask_server(database: Path, verb: str, about: str, progress: Progress) -> str | None:
    """Ask the server that has a DuckDB file open, and return what it says; None if no server listens.

    Raises:
        JtbdError: the server refused, with its words.
        StoreUnavailable: the server ended before it was done.
    """
    if not hasattr(socket, "AF_UNIX"):  # on Windows
        return None
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            with _short(socket_path(database)) as path:
                connection.connect(path)
        except (FileNotFoundError, ConnectionRefusedError):
            return None
        except OSError as error:
            raise StoreUnavailable(f"The server cannot be asked over {socket_path(database)}: {error}.") from error
        with connection.makefile("rw", encoding="utf-8") as lines:
            _send(lines, verb=verb, about=about)
            for line in lines:
                told = json.loads(line)
                if "done" in told:
                    progress(told["done"], told["of_all"])
                elif "refusal" in told:
                    raise JtbdError(told["refusal"])
                else:
                    return str(told["result"])
    raise StoreUnavailable("The server ended before it was done.")


def socket_path(database: Path) -> Path:
    """Return where the server of a DuckDB file listens."""
    return database.with_name(f"{database.name}.sock")


def _send(lines: IO[str], **told: object) -> None:
    lines.write(json.dumps(told) + "\n")
    lines.flush()


@contextmanager
def _short(path: Path) -> Iterator[str]:
    """Yield a name of a socket that is short enough for the kernel: on Linux, by way of its opened folder."""
    if len(os.fsencode(path)) <= LONGEST_PATH:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
