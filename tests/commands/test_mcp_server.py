"""The tools for assistants over standard input and output, used by a real client and besieged."""

import asyncio
import io
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

from jtbd_core.commands import main
from jtbd_core.commands.mcp_server import LONGEST_MESSAGE, BoundedLines
from jtbd_core.contract import Store
from jtbd_core.store import open_store
from jtbd_core.web.data import Data
from pages.server.operator import operator_socket
from tests.assistant import Assistant
from tests.bench.mcp_hostility import siege
from tests.bench.mcp_world import McpWorld, mcp_world
from tests.pages.desk.draft import DRAFT
from tests.server import ROOT

HOSTILE = 200


@pytest.fixture
def db(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the database of a store whose server listens on the operator's socket."""
    path = tmp_path / "headway.duckdb"
    monkeypatch.setenv("HEADWAY_DB", str(path))
    with operator_socket(store, Data(store)):
        yield path


@pytest.fixture
def world(store: Store, tmp_path: Path) -> McpWorld:
    """Give studies and links of all kinds."""
    return mcp_world(store, tmp_path)


def test_a_client_reads_proposes_and_reads_results(store: Store, db: Path, world: McpWorld) -> None:
    """The whole way of an assistant, by the protocol's own client; the draft itself stays as it is."""

    async def use() -> list[str]:
        server = StdioServerParameters(
            command=sys.executable,
            args=["-m", "jtbd_core", "mcp", "--study", world.draft],
            env={"HEADWAY_DB": str(db)},
            cwd=ROOT,
        )
        said = [{"statement": "I do not feel rushed", "kind": "emotional", "polarity": "avoid"}]
        async with Client(stdio_client(server)) as client:
            tools = (await client.list_tools()).tools
            assert [one.name for one in tools if one.annotations.read_only_hint is not True] == ["add_drafts"]
            return [
                (await client.call_tool(name, given)).content[0].text
                for name, given in (
                    ("read_definition", {"study": world.draft}),
                    ("check_statements", {"statements": [{"statement": "Getting promoted"}]}),
                    ("add_drafts", {"study": world.draft, "statements": said}),
                    ("read_results", {"key": world.keys["open"]}),
                )
            ]

    before = store.study(world.draft)
    definition, checked, added, results = asyncio.run(use())
    assert '"job":"Send a package"' in definition
    assert '"rewrite":"I am promoted"' in checked
    assert "1 wait on the desk" in added
    assert results.encode() == Data(store).content("json", {"key": world.keys["open"]})
    assert store.study(world.draft) == before
    assert store.proposed_lines(world.draft) == (
        "statement\tkind\tstep\tpolarity\nI do not feel rushed\temotional\t\tavoid",
    )


def test_hostile_calls_leak_nothing_and_end_nothing(store: Store, db: Path, world: McpWorld) -> None:
    """Of 200 hostile lines; `python -m tests.bench.mcp_hostility` sends 5,000."""
    kept = world.kept(store)
    told = siege(store, world, db, HOSTILE)
    assert told.leaks == []
    assert told.code == 0
    assert world.kept(store) == kept
    assert told.refused > HOSTILE / 2
    assert told.results > 0
    assert told.after - told.before < 60
    assert set(told.said.splitlines()) <= {"A message of more than 300,000 bytes was left out."}


def test_a_postgresql_database_needs_no_server(postgres_url: str) -> None:
    """The command opens it itself, beside whoever else has it open."""
    with closing(open_store(postgres_url)) as store:
        draft = store.add_study(DRAFT).id
        assistant = Assistant(postgres_url, draft)
        assert assistant.call("add_drafts", study=draft, statements=[{"statement": "I feel calm"}])[0] is False
        assert assistant.call("read_results", key="k" * 22) == (True, "This link does not exist, or is not complete.")
        assert assistant.stop() == 0
        assert store.proposed_lines(draft) == ("statement\tkind\tstep\tpolarity\nI feel calm\t\t\t",)


def test_without_a_server_the_tools_say_so(tmp_path: Path) -> None:
    """In one line, without the place of the database, and what needs no server works."""
    assistant = Assistant(tmp_path / "headway.duckdb", "abc")
    refused, said = assistant.call("read_definition", study="abc")
    assert refused
    assert said.startswith("Headway cannot be reached.")
    assert str(tmp_path) not in said
    refused, said = assistant.call("check_statements", statements=[{"statement": "Getting promoted"}])
    assert not refused
    assert "I am promoted" in said
    assert assistant.stop() == 0


def test_a_line_that_is_too_long_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """Those before and after it are read, and nothing of it is told."""
    lines = BoundedLines(io.BytesIO(b"one\n" + b"x" * 3 * LONGEST_MESSAGE + b"\ntwo\n" + b"y" * 2 * LONGEST_MESSAGE))
    assert [lines.readline() for _ in range(5)] == ["one\n", "\n", "two\n", "\n", ""]
    assert capsys.readouterr().err == "A message of more than 300,000 bytes was left out.\n" * 2


def test_the_command_says_what_it_may() -> None:
    """How it is started, and what no assistant can do with it."""
    said = CliRunner().invoke(main, ["mcp", "--help"]).output
    assert "cannot launch, change or delete" in " ".join(said.split())
    assert '"args": ["-m", "jtbd_core", "mcp", "--study", "ID"]' in said
