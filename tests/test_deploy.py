"""What operators are given in `.deploy`, as far as it can be checked without an engine for containers or systemd."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proxy import DEPLOY
from tests.server import ROOT

PROGRAMS = ("app.py", "jtbd_core", "pages")


def instructions() -> Iterator[tuple[str, str]]:
    """Give the instructions of the Containerfile, with what they say."""
    text = re.sub(r"^#.*\n", "", (DEPLOY / "Containerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    for line in text.replace("\\\n", "").splitlines():
        if line:
            word, _, said = line.partition(" ")
            yield word, said


def known_variables() -> set[str]:
    """Return the variables that the program reads."""
    files = [path for name in PROGRAMS for path in ([ROOT / name] if name == "app.py" else (ROOT / name).rglob("*.py"))]
    return {name for path in files for name in re.findall(r'"(HEADWAY_\w+)"', path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", sorted(path.name for path in DEPLOY.iterdir()))
def test_every_variable_is_one_that_the_program_reads(name: str) -> None:
    """A name that was misspelt would say nothing."""
    named = set(re.findall(r"HEADWAY_\w+", (DEPLOY / name).read_text(encoding="utf-8")))
    assert named <= known_variables()


def test_the_container_gets_all_that_the_program_needs() -> None:
    """Each folder that is copied is there, none is missing, and all packages are of the versions that are tested."""
    copied = {word for name, said in instructions() if name == "COPY" for word in said.split()[:-1]}
    assert copied == {"requirements.txt", ".streamlit", "data/examples", *PROGRAMS}
    assert [name for name in copied if not (ROOT / name).exists()] == []
    installed = next(said for name, said in instructions() if "pip install" in said)
    pinned = (ROOT / "tests" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert set(re.findall(r'"([^"]+)"', installed)) <= set(pinned)


def test_the_container_and_the_service_start_headway_alike() -> None:
    """By the command of the README; the container listens to others, the service to the proxy alone."""
    (command,) = (json.loads(said) for name, said in instructions() if name == "CMD")
    unit = (DEPLOY / "headway.service").read_text(encoding="utf-8")
    started = shlex.split(re.search(r"^ExecStart=(.*)$", unit, re.MULTILINE)[1])
    options = subprocess.run([sys.executable, "-m", "streamlit", "run", "--help"], capture_output=True, text=True)
    assert [part for part in command if part[:2] == "--" and part not in options.stdout] == []
    place = command.index("--server.address")
    assert command[:place] + command[place + 2 :] == ["streamlit", *started[1:]]


def test_systemd_takes_the_service(tmp_path: Path) -> None:
    """Where systemd is there to ask; with the program of the tests in the place of an operator's."""
    unit = tmp_path / "headway.service"
    program = str(Path(shutil.which("true")))
    unit.write_text(re.sub("(?m)^ExecStart=\\S+", f"ExecStart={program}", (DEPLOY / unit.name).read_text("utf-8")))
    if analyze := shutil.which("systemd-analyze"):
        found = subprocess.run([analyze, "verify", unit], capture_output=True, text=True)
        assert (found.returncode, found.stderr) == (0, "")
