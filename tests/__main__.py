"""`python -m tests`: every check that CI makes, in order, until the first that fails.

Arguments go to pytest: `python -m tests -k form`.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests import caddy, chromium, nginx, postgres
from tests.debian import MissingError

ROOT = Path(__file__).resolve().parent.parent
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = {
    "ruff check .": ["-m", "ruff", "check", "."],
    "ruff format --check .": ["-m", "ruff", "format", "--check", "."],
    "mypy --strict jtbd_core": ["-m", "mypy", "--strict", "jtbd_core"],
    "lint-imports": ["-c", LINT_IMPORTS],
}
TOGETHER = ["-n", "3", "--no-loadscope-reorder", "-m", "not shared and not bench"]
NO_TESTS_COLLECTED = 5


class Failed(Exception):
    """A check said no; its text is what the check had to say."""


def announce(name: str, step: Callable[[], str]) -> None:
    """Run a step and print its name, what it found, and how long it took, on one line."""
    print(f"{name} …", end=" ", flush=True)
    started = time.perf_counter()
    found = step()
    print(f"{found} ({time.perf_counter() - started:.1f} s)", flush=True)


def check(command: Sequence[str]) -> str:
    """Run a Python command quietly; raise `Failed` with its output when it fails."""
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise Failed(done.stdout + done.stderr)
    return "ok"


def pytest(arguments: Sequence[str]) -> int:
    """Run pytest with its output shown as it comes, and return its exit code."""
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], stdin=subprocess.DEVNULL).returncode


def run_tests(arguments: Sequence[str]) -> int:
    """Run the tests asked for, or all: first those that measure time, alone, then the rest on three workers.

    A third of their time tests wait, so that three take two processors.
    """
    if arguments:
        return pytest(arguments)
    measured = pytest(["-m", "bench and not shared"])
    return pytest(TOGETHER) if measured in (0, NO_TESTS_COLLECTED) else measured


def main(arguments: Sequence[str]) -> int:
    """Make every check and return the exit code of the first that failed, else 0."""
    os.chdir(ROOT)
    try:
        for name, command in CHECKS.items():
            announce(name, lambda command=command: check(command))
        announce("Chromium", chromium.find_or_install)
        announce("PostgreSQL", lambda: str(postgres.find_or_install()))
        announce("nginx", nginx.find_or_install)
        announce("Caddy", caddy.find_or_install)
    except (Failed, MissingError) as error:
        print(f"failed\n{error}", flush=True)
        return 1
    return run_tests(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
