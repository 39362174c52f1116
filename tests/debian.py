"""Programs the tests need from outside Python: on Debian as root they are installed when missing."""

import os
import shutil
import subprocess


class MissingError(Exception):
    """A program is not there and could not be installed; the text says what to do."""


def can_install() -> bool:
    """Say whether this is a Debian-like machine and we may install on it."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install Debian packages without a question; raise `MissingError` with apt's own words if that fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-qq", *command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode != 0:
            raise MissingError(f"apt-get {' '.join(command)} failed:\n{done.stdout}")
