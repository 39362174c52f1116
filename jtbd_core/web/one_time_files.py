"""Files that leave once: each by an address of its own, for whoever's page had it made, and then it is gone."""

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from jtbd_core import access
from jtbd_core.web.headers import HEADERS
from jtbd_core.web.origin import has_own_origin

GONE = "This file was downloaded already, or it is another browser's. Have it made again on the page that offers it."
MOST_FILES, SECONDS_KEPT = 20, 1800.0
"""The most files of one holder that wait to be downloaded, and for how long one does; older ones are deleted."""


class Holder(NamedTuple):
    """For whom files are made: the name of a sign-in or of a link, and whether it holds for a header `Cookie`."""

    name: str
    holds: Callable[[str], bool]


class OneTimeFile(NamedTuple):
    """A file that waits, in a folder of its own, under the name it is downloaded by."""

    path: Path
    mime: str
    holder: Holder
    made_at: float

    def delete(self) -> None:
        """Delete the file and its folder."""
        shutil.rmtree(self.path.parent, ignore_errors=True)


class OneTimeFiles:
    """The files that wait, by token; safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._files: dict[str, OneTimeFile] = {}
        self._clock = clock
        self._lock = Lock()

    def add(self, name: str, mime: str, holder: Holder, make: Callable[[Path], object]) -> str:
        """Have a file made at the path that is given to `make`, and return the token that gives it to its holder.

        What `make` raises is passed on, and nothing is kept.
        """
        file = OneTimeFile(Path(tempfile.mkdtemp(prefix="headway-")) / name, mime, holder, self._clock())
        try:
            make(file.path)
        except BaseException:
            file.delete()
            raise
        token = access.new_key()
        with self._lock:
            self._files[token] = file._replace(made_at=self._clock())
            old = [key for key, one in self._files.items() if self._clock() - one.made_at > SECONDS_KEPT]
            of_holder = [key for key, one in self._files.items() if one.holder.name == holder.name]
            for key in {*old, *of_holder[:-MOST_FILES]}:
                self._files.pop(key).delete()
        return token

    def size(self, token: str) -> int | None:
        """Return the bytes of a file, None once it is gone."""
        file = self._files.get(token)
        return file.path.stat().st_size if file and file.path.exists() else None

    def take(self, token: str, cookies: str) -> OneTimeFile | None:
        """Return the file of a token, which nobody is given again; None for another browser, which takes nothing."""
        file = self._files.get(token)
        if file is None or not file.holder.holds(cookies):
            return None
        with self._lock:
            return self._files.pop(token, None)

    def clear(self) -> None:
        """Delete all files."""
        with self._lock:
            while self._files:
                self._files.popitem()[1].delete()


one_time_files = OneTimeFiles()


def one_time_route(files: OneTimeFiles, root: str = "") -> Route:
    """Return the route `/file/<token>` below `root`."""

    def give(request: Request) -> Response:
        """Stream the file and delete it; 404 without one for this browser, and for a page that is not ours."""
        is_asked = request.method == "GET" and has_own_origin(request)
        file = files.take(request.path_params["token"], request.headers.get("cookie", "")) if is_asked else None
        return _Once(file) if file else PlainTextResponse(GONE, 404, HEADERS)

    return Route(f"{root}/file/{{token}}", give)


class _Once(FileResponse):
    """The stream of a file, which is deleted when it ends, or breaks off."""

    def __init__(self, file: OneTimeFile) -> None:
        super().__init__(file.path, headers=HEADERS, media_type=file.mime, filename=file.path.name)
        self._file = file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._file.delete()
