"""An assistant as a server of tools sees it: a process that starts `jtbd_core mcp` and writes to it what it likes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from tests.server import ROOT

SECONDS_TO_REPLY = 120.0
HELLO = {
    "protocolVersion": "2025-06-18",
    "capabilities": {},
    "clientInfo": {"name": "test", "version": "1"},
}


class Assistant:
    """One `python -m jtbd_core mcp` of a database; `lines` holds all that it ever replied, byte for byte."""

    def __init__(self, db: Path | str, *studies: str) -> None:
        named = [part for study in studies for part in ("--study", study)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "jtbd_core", "mcp", *named],
            cwd=ROOT,
            env={**os.environ, "HEADWAY_DB": str(db)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.lines: list[bytes] = []
        self.replies: dict[object, dict[str, object]] = {}
        self.said = b""
        self._new: SimpleQueue[object] = SimpleQueue()
        self._readers = [Thread(target=read, daemon=True) for read in (self._read, self._read_errors)]
        for reader in self._readers:
            reader.start()
        self.ask("initialize", HELLO)
        self.write(b'{"jsonrpc":"2.0","method":"notifications/initialized"}')

    def call(self, tool: str, **arguments: object) -> tuple[bool, str]:
        """Call a tool; return whether it refused, and what it said."""
        result = self.ask("tools/call", {"name": tool, "arguments": arguments})["result"]
        return result["isError"], result["content"][0]["text"]

    def ask(self, method: str, params: object) -> dict[str, object]:
        """Send a request and return the reply."""
        asked = f"asked-{len(self.lines)}-{len(self.replies)}"
        self.write(json.dumps({"jsonrpc": "2.0", "id": asked, "method": method, "params": params}).encode())
        self.wait([asked])
        return self.replies[asked]

    def write(self, line: bytes) -> None:
        """Write a line, whatever it is."""
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def wait(self, ids: Iterable[object]) -> None:
        """Wait until all requests of these ids were answered."""
        while missing := [one for one in ids if one not in self.replies]:
            try:
                self._new.get(timeout=SECONDS_TO_REPLY)
            except Empty:
                raise TimeoutError(f"no reply to {missing[:3]}; {self.said.decode()}") from None

    def memory(self) -> float:
        """Return the resident memory of the process in MB."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def stop(self) -> int:
        """End the input, and return the exit code."""
        self.process.stdin.close()
        code = self.process.wait(SECONDS_TO_REPLY)
        for reader in self._readers:
            reader.join()
        self.process.stdout.close()
        self.process.stderr.close()
        return code

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.append(line)
            reply = json.loads(line)
            if isinstance(reply.get("id"), str | int):
                self.replies[reply["id"]] = reply
                self._new.put(reply["id"])

    def _read_errors(self) -> None:
        for line in self.process.stderr:
            self.said += line
