"""The README tells the truth: its commands run as they stand, and its layout is that of the repository."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server import SIGN_IN_LINK, free_port

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TEST_COMMAND = (
    "python3 -m venv .venv && .venv/bin/pip install -q -r tests/requirements.txt && .venv/bin/python -m tests"
)
INSTALLING = re.compile(r"python3 -m venv |\.venv/bin/pip install ")
RATINGS = "respondent,outcome,importance,experience,place\n" + "".join(
    f"{person},{outcome},{importance},{experience},{'home' if person % 2 else 'work'}\n"
    for person in range(20)
    for outcome, importance, experience in (("speed", 5, 2), ("cost", 3, 4))
)
SECONDS_TO_RUN = 120


def commands() -> list[str]:
    """Return the commands of the README's shell blocks, each by itself, without installing and the test command."""
    blocks = re.findall(r"^```(?:bash|sh|shell)\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    parts = [part for line in lines if line and line != TEST_COMMAND for part in line.split(" && ")]
    return [part for part in parts if not INSTALLING.match(part)]


def layout() -> dict[str, set[str]]:
    """Return what the README's layout names below each folder, the repository itself being the empty one."""
    (block,) = re.findall(r"^## Layout\n.*?^```\n(.*?)^```", README, flags=re.MULTILINE | re.DOTALL)
    named: dict[str, set[str]] = {"": set()}
    folder = ""
    for line in block.splitlines():
        name, is_inner = line.split()[0].rstrip("/"), line.startswith(" ")
        folder = folder if is_inner else name
        named.setdefault(folder if is_inner else "", set()).add(name)
    return named


def parts_of(folder: str) -> set[str]:
    """Return the packages of a folder of the repository, without its loose modules."""
    return {path.parent.name for path in (ROOT / folder).glob("*/__init__.py")}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Give a folder like a clone in which Headway is installed, with a file of ratings and a database of its own."""
    for name in ("app.py", "pages", "jtbd_core", "data", "tests", ".streamlit"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    (tmp_path / "ratings.csv").write_text(RATINGS, encoding="utf-8")
    return tmp_path


def environment(clone: Path) -> dict[str, str]:
    """Return the environment of a shell in the clone."""
    own = {"HEADWAY_DB": str(clone / "headway.duckdb"), "PYTHONUNBUFFERED": "1"}
    return {**os.environ, **own, "STREAMLIT_SERVER_PORT": str(free_port()), "STREAMLIT_SERVER_HEADLESS": "true"}


def start(command: str, clone: Path) -> subprocess.Popen[str]:
    """Start a command of the README in the clone."""
    return subprocess.Popen(
        shlex.split(command),
        cwd=clone,
        env=environment(clone),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_its_shell_commands_run_one_after_the_other(clone: Path) -> None:
    """Who types what stands there, in that order, is refused nothing and has the exported answers in the end."""
    typed = [command for command in commands() if "streamlit run" not in command]
    assert typed
    for command in typed:
        running = start(command, clone)
        said, _ = running.communicate(timeout=SECONDS_TO_RUN)
        assert running.returncode == 0, f"{command}\n{said}"
    assert "speed" in (clone / "answers.csv").read_text(encoding="utf-8")


def test_its_command_to_start_prints_a_sign_in_link(clone: Path) -> None:
    """The server that the README starts says where to sign in."""
    (command,) = [command for command in commands() if "streamlit run" in command]
    with start(command, clone) as running:
        try:
            assert any(SIGN_IN_LINK.search(line) for line in running.stdout)
        finally:
            running.terminate()


def test_its_layout_names_what_there_is() -> None:
    """Each line names a file or folder that exists, and no part of the core or of the pages is left out."""
    named = layout()
    assert [
        f"{folder}/{name}" for folder, names in named.items() for name in names if not (ROOT / folder / name).exists()
    ] == []
    assert parts_of("jtbd_core") <= named["jtbd_core"]
    assert parts_of("pages") <= named["pages"]


def test_it_is_one_read() -> None:
    """The README has at most 150 lines."""
    assert len(README.splitlines()) <= 150


def test_it_gives_the_test_command() -> None:
    """The README's test command stands where .ci/run looks for it, and is the one it should be."""
    block = re.search(r"^.*<!-- test command -->.*\n```\w*\n(.*?)\n```$", README, re.MULTILINE | re.DOTALL)
    assert block is not None
    assert block.group(1) == TEST_COMMAND
