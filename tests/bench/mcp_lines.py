"""Lines that somebody hostile sends to the tools for assistants."""

import json
import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.bench.mcp_world import ORDERS, McpWorld
from tests.hostile import TEXTS

INJECTIONS = (
    *TEXTS,
    "../../etc/passwd",
    "%00",
    "\x00",
    "' OR '1'='1",
    "{{config}}",
    "*",
    "${jndi:ldap://localhost}",
    "\u202eabc\u200b",
    "None",
    "file:///etc/passwd",
    "a" * 64,
)
TOOLS = ("read_definition", "check_statements", "add_drafts", "read_results")
UNKNOWN = (
    "",
    "sign-in",
    "backup",
    "definition",
    "propose",
    "__class__",
    "launch",
    "delete_study",
    "read_results ",
    "🙂",
)
ODD = (
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "9" * 400,
    "null",
    "true",
    "-0",
    "[]",
    "{}",
    "[[]]",
    '"\\ud800"',
    '"\\u0000"',
)
NO_RPC = (
    b"",
    b"{",
    b"[]",
    b"null",
    b"[1,2,3]",
    b'"text"',
    b'{"jsonrpc":"1.0","id":1,"method":"tools/list"}',
    b'{"jsonrpc":"2.0","id":{},"method":"tools/list"}',
    b'{"jsonrpc":"2.0","id":null,"method":"tools/list"}',
    b'{"jsonrpc":"2.0","id":1.5,"method":"tools/list"}',
    b'{"jsonrpc":"2.0","method":7}',
    b'{"jsonrpc":"2.0","id":"unasked","result":{}}',
    b'{"jsonrpc":"2.0","id":"unasked","error":{"code":1,"message":"no"}}',
    b'{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"unasked"}}',
    b'{"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":[],"progress":"x"}}',
    b'[{"jsonrpc":"2.0","id":"batch","method":"tools/list"}]',
    b'{"jsonrpc":"2.0","id":"twice","id":"twice","method":"tools/list"}',
)


class Line(NamedTuple):
    """A line, the id of the reply that must come, None where none may come, and whether it must be refused."""

    content: bytes
    awaited: str | None = None
    is_refused: bool = False


Hostile = Callable[[McpWorld, random.Random, str], Line]


def hostile_lines(world: McpWorld, chance: random.Random, count: int) -> Iterator[Line]:
    """Yield so many lines of all kinds, the same ones for the same state of chance."""
    kinds = [kind for kind, weight in WEIGHTS.items() for _ in range(weight)]
    for number in range(count):
        yield chance.choice(kinds)(world, chance, f"h{number}")


def _call(name: str, tool: object, arguments: object, *, is_refused: bool = False) -> Line:
    asked = {"jsonrpc": "2.0", "id": name, "method": "tools/call", "params": {"name": tool, "arguments": arguments}}
    return Line(json.dumps(asked).encode(), name, is_refused)


def _wrong_key(world: McpWorld, chance: random.Random, name: str) -> Line:
    true = chance.choice([*world.keys.values(), *world.roles])
    at = chance.randrange(len(true))
    made = [true[:at] + chance.choice("aB3_-") + true[at + 1 :], true[:-1], f"{true} ", true.swapcase(), "", true * 2]
    return _call(name, "read_results", {"key": chance.choice([*made, *world.roles, *INJECTIONS])}, is_refused=True)


def _ended_link(world: McpWorld, chance: random.Random, name: str) -> Line:
    ended = [key for what, key in world.keys.items() if what not in ("open", "everybody")]
    return _call(name, "read_results", {"key": chance.choice(ended)}, is_refused=True)


def _results(world: McpWorld, chance: random.Random, name: str) -> Line:
    who = chance.choice(
        ["everybody", "haste.tiny", "haste.low", "solution.post", "haste.low+solution.post", "careful.*"]
    )
    key = world.keys[chance.choice(["open", "everybody"])]
    if chance.random() < 0.5:
        return _call(name, "read_results", {"key": key, "who": who})
    asked = {"key": key, "round": chance.choice(["", "1", "1+1", "trial", "2", "-1", "1;2", *INJECTIONS[:4]])[:64]}
    return _call(name, "read_results", {**asked, "who": chance.choice([who, chance.choice(INJECTIONS)[:130]])})


def _other_study(world: McpWorld, chance: random.Random, name: str) -> Line:
    made = chance.choice([*INJECTIONS, world.keys["open"], f"{world.draft} ", f"{world.draft}\n"])
    study = chance.choice([*world.others, made])
    said = (
        {}
        if (tool := chance.choice(TOOLS[:3])) == "read_definition"
        else {"statements": [{"statement": "I feel calm"}]}
    )
    return _call(name, tool, {"study": study, **said}, is_refused=True)


def _odd_value(world: McpWorld, chance: random.Random, name: str) -> Line:
    field = chance.choice(["study", "statements", "key", "round", "who", "with_retired", "extra", "kind"])
    tool, odd = chance.choice(TOOLS), chance.choice(ODD)
    params = f'{{"name":"{tool}","arguments":{{"{field}":{odd}}}}}'
    return Line(f'{{"jsonrpc":"2.0","id":"{name}","method":"tools/call","params":{params}}}'.encode())


def _oversized(world: McpWorld, chance: random.Random, name: str) -> Line:
    length = chance.choice([301, 5_000, 290_000, 310_000, 2_000_000])
    text = chance.choice(["a", "é", "\\u0041", "🙂"]) * (length // 2)
    if chance.random() < 0.5:
        return Line(_call(name, "check_statements", {"statements": [{"statement": text}]}).content)
    many = [{"statement": "I feel calm"}] * chance.choice([101, 3_000, 20_000])
    return Line(_call(name, "add_drafts", {"study": world.draft, "statements": many}).content)


def _deep(world: McpWorld, chance: random.Random, name: str) -> Line:
    depth = chance.choice([50, 150, 500, 5_000, 100_000])
    opened, closed = chance.choice([("[", "]"), ('{"a":', "}")])
    inner = f"{opened * depth}1{closed * depth if chance.random() < 0.8 else ''}"
    params = f'{{"name":"check_statements","arguments":{{"statements":{inner}}}}}'
    return Line(f'{{"jsonrpc":"2.0","id":"{name}","method":"tools/call","params":{params}}}'.encode())


def _binary(world: McpWorld, chance: random.Random, name: str) -> Line:
    noise = chance.randbytes(chance.choice([1, 40, 3_000])).replace(b"\n", b" ")
    return Line(chance.choice([noise, _call(name, "read_results", {"key": "KEY"}).content.replace(b"KEY", noise)]))


def _no_rpc(world: McpWorld, chance: random.Random, name: str) -> Line:
    return Line(chance.choice(NO_RPC))


def _unknown(world: McpWorld, chance: random.Random, name: str) -> Line:
    if chance.random() < 0.5:
        return _call(name, chance.choice([*UNKNOWN, *INJECTIONS]), {"key": world.keys["open"], "study": world.draft})
    method = chance.choice(
        ["resources/list", "resources/read", "prompts/get", "logging/setLevel", "x", "tools/", "ping"]
    )
    params = {"uri": "file:///etc/passwd", "name": chance.choice(INJECTIONS), "level": "debug"}
    return Line(json.dumps({"jsonrpc": "2.0", "id": name, "method": method, "params": params}).encode(), name)


def _statements(world: McpWorld, chance: random.Random, name: str) -> Line:
    texts = [ORDERS, *INJECTIONS, "My aunt thinks I am kind", "Minimize the time it takes to wrap", "| a | b |", "\t\t"]
    some = [{"statement": chance.choice(texts)[:300] or "-"} for _ in range(chance.choice([1, 2, 8]))]
    some[0] |= {"kind": chance.choice(["functional", "key outcome", "social"]), "step": chance.choice(texts)[:60]}
    tool = chance.choice(["check_statements", "add_drafts"])
    return _call(name, tool, {"study": world.draft, "statements": some})


WEIGHTS: dict[Hostile, int] = {
    _wrong_key: 5,
    _ended_link: 3,
    _results: 4,
    _other_study: 4,
    _odd_value: 4,
    _oversized: 1,
    _deep: 2,
    _binary: 3,
    _no_rpc: 3,
    _unknown: 3,
    _statements: 2,
}
"""The kinds of lines, and how often each is sent."""
