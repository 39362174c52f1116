"""Headway itself, started as an operator starts it, on a free port with a database of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit

import httpx

from jtbd_core.access import SIGN_IN_COOKIE

ROOT = Path(__file__).resolve().parent.parent
SIGN_IN_LINK = re.compile(r"Sign in as facilitator: (https?://\S+)")
STARTED = "Headway has started"
"""What a log of JSON says instead of the link."""
SECONDS_TO_START = 60
SECONDS_TO_STOP = 20
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
"""The headers that ask for a websocket."""


class Headway:
    """One Headway process; the address and the database stay the same when it is started again.

    With a path it is told by HEADWAY_URL that it is reached there.
    """

    def __init__(self, db: Path | str, app: Path = ROOT / "app.py", path: str = "", **environment: str) -> None:
        self.db = db
        self.url = f"http://localhost:{free_port()}{path}"
        self.signin_url = ""
        self._cookie = ""
        self.output: list[str] = []
        self._app = app
        self.environment = ({"HEADWAY_URL": self.url} if path else {}) | environment
        self._process: subprocess.Popen[str] | None = None

    @property
    def pid(self) -> int:
        """Return the process id of the running server."""
        assert self._process is not None, "Headway is not running"
        return self._process.pid

    @property
    def cookie(self) -> str:
        """Return the value of a sign-in cookie: the printed link works once, the cookie in any browser of a test."""
        if not self._cookie:
            self._cookie = httpx.post(self.signin_url).cookies[SIGN_IN_COOKIE]
        return self._cookie

    def start(self) -> None:
        """Start the server and wait until it has printed its sign-in link and answers."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", self._app, *self._options()],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "HEADWAY_DB": str(self.db), **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.signin_url = self._wait_for_signin_link(self._process)
        with httpx.Client(transport=httpx.HTTPTransport(retries=6), timeout=SECONDS_TO_START) as client:
            client.get(f"{self.url}/_stcore/health").raise_for_status()

    def stop(self) -> None:
        """Ask the server to end, as Ctrl-C does, and wait for it; a stopped server stays stopped."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the server as a power failure does: no warning, no clean-up."""
        self._end(signal.SIGKILL)

    def _options(self) -> list[str]:
        return ["--server.port", str(urlsplit(self.url).port), "--server.headless", "true"]

    def _wait_for_signin_link(self, process: subprocess.Popen[str]) -> str:
        links: SimpleQueue[str] = SimpleQueue()
        Thread(target=self._read_output, args=(process, links), daemon=True).start()
        try:
            link = links.get(timeout=SECONDS_TO_START)
        except Empty:
            link = ""
        if not link:
            self.kill()
            raise RuntimeError("Headway printed no sign-in link:\n" + "".join(self.output))
        return link

    def _read_output(self, process: subprocess.Popen[str], links: SimpleQueue[str]) -> None:
        for line in process.stdout:
            self.output.append(line)
            if link := SIGN_IN_LINK.search(line):
                links.put(link.group(1))
            elif STARTED in line:
                links.put(STARTED)
        process.stdout.close()
        links.put("")  # it ended: nobody should wait any longer

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(timeout=SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        finally:
            self._process = None


def free_port() -> int:
    """Return a port that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
