"""Hostile calls to the tools for assistants: `python -m tests.bench.mcp_hostility`.

A process with the tools is sent wrong and ended keys, ids of other studies, arguments of all sizes, depths and kinds,
injections, unknown tools and what is no JSON-RPC, many at once. Everything that it ever replied is searched for what
nobody may see; it and its server must go on, and nothing that is stored may change but what waits for a draft.
"""

import json
import os
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from jtbd_core.contract import Store
from jtbd_core.live.worker import worker
from jtbd_core.store import open_store
from jtbd_core.web.data import Data
from pages.server.operator import operator_socket
from tests.assistant import Assistant
from tests.bench.mcp_lines import Line, hostile_lines
from tests.bench.mcp_world import McpWorld, mcp_world

CALLS, AT_ONCE, SEED = 5_000, 40, 20261130
INTERNALS = (r"Traceback", r'File \\?"', r"site-packages", r"\.py\b", r"\.sock\b", r"\.duckdb\b", r"0x[0-9a-f]{6,}")


class Siege(NamedTuple):
    """What came of hostile lines: how many were sent, answered and refused, what leaked, and memory in MB."""

    sent: int
    answered: int
    refused: int
    results: int
    leaks: list[str]
    before: float
    after: float
    code: int
    said: str


@contextmanager
def served(folder: Path) -> Iterator[tuple[Store, McpWorld, Path]]:
    """Give a store with the world of the attack, whose server listens on its socket."""
    db = folder / "headway.duckdb"
    os.environ["HEADWAY_DB"] = str(db)
    store = open_store(db)
    world = mcp_world(store, folder)
    with operator_socket(store, Data(store)):
        yield store, world, db
    store.close()


def siege(store: Store, world: McpWorld, db: Path, calls: int) -> Siege:
    """Send hostile lines and look at all that was replied."""
    assistant = Assistant(db, world.draft)
    for tool, asked in (("read_definition", {"study": world.draft}), ("read_results", {"key": world.keys["open"]})):
        refused, told = assistant.call(tool, **asked)
        assert not refused, told
    before = assistant.memory()
    lines = list(hostile_lines(world, random.Random(SEED), calls))
    for start in range(0, calls, AT_ONCE):
        some = lines[start : start + AT_ONCE]
        for line in some:
            assistant.write(line.content)
        assistant.wait([line.awaited for line in some if line.awaited is not None])
    after = assistant.memory()
    refused, told = assistant.call("read_definition", study=world.draft)
    assert not refused, told
    code = assistant.stop()
    replies = list(assistant.replies.values())
    errors = sum(map(is_refusal, replies))
    leaks = [*leaked([*assistant.lines, assistant.said], world), *let_through(lines, assistant.replies)]
    return Siege(
        len(lines), len(replies), errors, results(replies), leaks, before, after, code, assistant.said.decode()
    )


def leaked(lines: list[bytes], world: McpWorld) -> Iterator[str]:
    """Yield what may not be in a reply: secrets, internals, and figures of fewer people than are ever shown."""
    secrets = re.compile("|".join(re.escape(one) for one in world.secrets).encode())
    internals = re.compile("|".join(INTERNALS).encode())
    few = re.compile(rb'\\"(?:n|people)\\":[1-4][,}]')
    for line in lines:
        for what, pattern in (("secret", secrets), ("internals", internals), ("fewer than 5", few)):
            if found := pattern.search(line):
                yield f"{what}: {found[0]!r} in {line[:200]!r}"


def let_through(lines: list[Line], replies: Mapping[object, dict[str, object]]) -> Iterator[str]:
    """Yield the lines that had to be refused and were not."""
    for line in lines:
        if line.is_refused and not is_refusal(replies[line.awaited]):
            yield f"not refused: {line.content[:200]!r}"


def is_refusal(reply: dict[str, object]) -> bool:
    """Whether a reply is an error, of the protocol or of a tool."""
    return "error" in reply or reply["result"].get("isError", False)


def results(replies: list[dict[str, object]]) -> int:
    """Return how many replies hold results."""
    return sum('\\"outcomes\\"' in json.dumps(one) and '\\"people\\"' in json.dumps(one) for one in replies)


def main() -> None:
    """Play the attack and print what came of it; exit with 1 if anything leaked or ended."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as (store, world, db):
        kept, started = world.kept(store), time.perf_counter()
        told = siege(store, world, db, CALLS)
        seconds = time.perf_counter() - started
        is_same = world.kept(store) == kept
    worker.stop()
    print(
        f"{told.sent:,} lines sent, {told.answered:,} answered, {told.refused:,} of these refused, in {seconds:.0f} s"
    )
    print(f"{told.results:,} answers with results; memory {told.before:.0f} MB before, {told.after:.0f} MB after")
    print(f"leaks {len(told.leaks)}; exit code {told.code}; what is stored {'is the same' if is_same else 'CHANGED'}")
    print(
        "\n".join([*told.leaks[:10], *(f"said {n:,} times: {it}" for it, n in Counter(told.said.splitlines()).items())])
    )
    if told.leaks or told.code or not is_same:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
