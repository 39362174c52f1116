"""Rules of the house that no linter knows: each test names what breaks it."""

import ast
import re
import socket
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {"README.md", "app.py", "data", "jtbd_core", "pages", "requirements.txt", "tests"}
SCREENS = ("app.py", "pages/")
SMELLS = {
    "SQL in a page": (
        SCREENS,
        r"(?i)\b(select\s.+\sfrom|insert into|delete from|create table|update\s.+\sset)\b",
    ),
    "data work in a page": (
        SCREENS,
        r"\.(groupby|merge|pivot|assign|apply)\(|\b(import|from) (pandas|altair)\b",
    ),
    "an engine in a page": (SCREENS, r"\b(import|from) (duckdb|psycopg)"),
    "markup that leans on Streamlit's insides": (
        SCREENS,
        r"unsafe_allow_(html|javascript)|data-testid|st-emotion|components\.v1|use_container_width",
    ),
    "polling by hand": (SCREENS, r"\btime\.sleep|\bwhile True\b|\bst\.rerun\(\)"),
    "the composition root imported": (("pages/", "jtbd_core/"), r"^\s*(import|from) app\b"),
    "a mock, a sleep or a way round a test": (
        ("tests/",),
        r"mock\.patch|\bpatch\.object|MagicMock|mocker\.|\bsleep\(|wait_for_timeout|pytest\.skip|\.xfail",
    ),
}
VAGUE_NAMES = re.compile(r"(^|/)(utils?|helpers?|common|misc|manager|service)s?\.py$|_(v2|new|old|final)\.py$")
A_THRESHOLD = re.compile(
    r"THRESHOLD|^_?(FEWEST|LEAST|MIN|MINIMUM|ENOUGH)(_(PEOPLE|PERSONS|OTHERS|RATERS|RESPONDENTS|ANSWERS|GROUP.*))?$"
)
A_FIGURE_IN_WORDS = re.compile(r"(?i)\b(5|five) (\w+ )?(people|others|andere|personas|personnes|pessoas)\b")
MACHINE_PATHS = re.compile(r"(?<![\w.~])/(work|root|home|Users)/\w|/tmp/\w")


def repository_files(*starts: str, suffix: str = "") -> list[str]:
    """Return the paths of all files that are, or are about to be, in the repository."""
    git = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(git, capture_output=True, text=True, check=True).stdout.split("\0")
    chosen = {path for path in listed if path.startswith(starts or "") and path.endswith(suffix)}
    return sorted(path for path in chosen if (ROOT / path).is_file())


def text(path: str) -> str:
    """Return a file's text; bytes that are none are replaced."""
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def places(pattern: str | re.Pattern[str], paths: list[str]) -> list[str]:
    """Return `path:line: text` wherever a pattern is found."""
    numbered = ((path, n, line) for path in paths for n, line in enumerate(text(path).splitlines(), start=1))
    return [f"{path}:{n}: {line.strip()}" for path, n, line in numbered if re.search(pattern, line)]


def calls(path: str) -> list[ast.Call]:
    """Return every call in a Python file."""
    return [node for node in ast.walk(ast.parse(text(path))) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("smell", SMELLS)
def test_no_smell(smell: str) -> None:
    """A smell that a pattern can find is nowhere in the repository."""
    starts, pattern = SMELLS[smell]
    paths = [path for path in repository_files(*starts, suffix=".py") if path != "tests/test_house_rules.py"]
    assert places(pattern, paths) == []


def test_every_chart_is_described() -> None:
    """A chart on a page comes with words for those who cannot see it."""
    charts = [(path, call) for path in repository_files(*SCREENS, suffix=".py") for call in calls(path)]
    undescribed = [
        f"{path}:{call.lineno}"
        for path, call in charts
        if getattr(call.func, "attr", "") in {"altair_chart", "vega_lite_chart"}
        and "alt" not in {keyword.arg for keyword in call.keywords}
    ]
    assert undescribed == []


def test_a_session_state_key_belongs_to_one_file() -> None:
    """No two files share a key of Streamlit's session state."""
    owners = defaultdict(set)
    for path in repository_files(*SCREENS, suffix=".py"):
        for key in re.findall(r"session_state(?:\[([^\]]+)\]|\.([a-z_]+)\b(?!\())", text(path)):
            owners[key].add(path)
    assert {key: paths for key, paths in owners.items() if len(paths) > 1} == {}


def own_thresholds(tree: ast.Module) -> list[int]:
    """Return the lines of a module that know by themselves of how few people nothing is shown."""
    constants = [
        node
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant)
        if A_THRESHOLD.search(ast.unparse(node).split("=")[0].split(":")[0].strip())
    ]
    return [node.lineno for node in (*constants, *filter(is_threshold, ast.walk(tree)))]


def is_threshold(node: ast.AST) -> bool:
    """Whether a node compares with 5, gives `fewest` a number, renames the threshold, or says it in words."""
    match node:
        case ast.Compare():
            return any(isinstance(one, ast.Constant) and one.value == 5 for one in (node.left, *node.comparators))
        case ast.keyword(arg="fewest", value=ast.Constant()):
            return True
        case ast.alias(name=name, asname=str()):
            return A_THRESHOLD.search(name) is not None
        case ast.Constant(value=str(said)):
            return A_FIGURE_IN_WORDS.search(said) is not None
    return False


def test_privacy_alone_has_a_threshold() -> None:
    """Of how few people nothing is shown is said in `privacy`, and nowhere else by a number or in words."""
    paths = [path for path in repository_files("jtbd_core/", *SCREENS, suffix=".py") if "/privacy/" not in path]
    assert [f"{path}:{line}" for path in paths for line in own_thresholds(ast.parse(text(path)))] == []


def test_the_top_level_holds_nothing_else() -> None:
    """The visible top level is exactly what the design shows."""
    assert {path.split("/")[0] for path in repository_files() if not path.startswith(".")} == TOP_LEVEL


def test_names_say_what_is_inside() -> None:
    """No file is called utils, or new."""
    assert [path for path in repository_files() if VAGUE_NAMES.search(path)] == []


def test_no_database_in_the_repository() -> None:
    """Nobody's answers are committed."""
    assert [path for path in repository_files() if path.endswith((".duckdb", ".wal", ".db"))] == []


def test_files_stay_short() -> None:
    """A source file has at most 250 lines."""
    sources = [path for path in repository_files() if path.endswith((".py", ".js", ".css", ".html"))]
    lengths = {path: len(text(path).splitlines()) for path in sources}
    assert {path: length for path, length in lengths.items() if length > 250} == {}


def test_every_test_says_what_it_shows() -> None:
    """Each test has a docstring."""
    tests = [
        (path, node)
        for path in repository_files("tests/", suffix=".py")
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    ]
    assert [f"{path}:{node.lineno}" for path, node in tests if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", ["requirements.txt", "tests/requirements.txt"])
def test_requirements_are_pinned(path: str) -> None:
    """Every requirement names its exact version."""
    lines = [line for line in text(path).splitlines() if line and not line.startswith(("#", "-r "))]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+(\[[\w,]+\])?==[\w.]+(; .+)?", line)] == []


def test_no_machine_of_ours_in_the_repository() -> None:
    """No path, host or package index of a machine we worked on is written down."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "config", "list"]
    settings = subprocess.run(pip, capture_output=True, text=True, check=True).stdout
    hosts = {host for host in re.findall(r"https?://([^/:'\s]+)", settings) if host != "pypi.org"}
    hosts |= {name for name in [socket.gethostname()] if len(name) > 8 and name != "localhost"}
    own = re.compile("|".join([MACHINE_PATHS.pattern, *(re.escape(host) for host in hosts)]))
    assert places(own, [path for path in repository_files() if path != "tests/test_house_rules.py"]) == []
