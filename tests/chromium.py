"""The browser for the tests: found on the machine, else installed."""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests import debian
from tests.debian import MissingError

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
__all__ = ["MissingError", "find", "find_or_install", "launch"]


def find() -> str | None:
    """Return the path of a Chromium on PATH, else of the one Playwright brought, else None."""
    on_path = (shutil.which(name) for name in NAMES)
    return next((path for path in on_path if path), None) or _playwright_own()


def _playwright_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def find_or_install() -> str:
    """Return the path of a Chromium, installing one if need be; raise `MissingError` if there is no way."""
    if path := find():
        return path
    if debian.can_install():
        debian.install("chromium", "fonts-liberation")
    else:
        subprocess.run(
            [sys.executable, "-m", "playwright", "install", "chromium"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
    if path := find():
        return path
    raise MissingError(
        "The browser tests need Chromium and it could not be installed. Install it (Debian: "
        "apt-get install chromium) or run `python -m playwright install chromium`, then try again."
    )


def launch(playwright: Playwright) -> Browser:
    """Start the machine's Chromium without a window."""
    path = find()
    if path is None:
        raise MissingError("No Chromium here: `python -m tests` installs one.")
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS))
