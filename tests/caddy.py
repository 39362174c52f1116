"""A real Caddy in front of Headway, with TLS, by the configuration that operators are given."""

import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from tests import debian
from tests.debian import MissingError
from tests.proxy import certificate, configuration

EXAMPLE = "Caddyfile"
__all__ = ["Caddy", "MissingError", "find_or_install"]


def find_or_install() -> str:
    """Return the path of Caddy, installing it if need be; raise `MissingError` if there is no way."""
    if not shutil.which("caddy") and debian.can_install():
        debian.install("caddy")
    if found := shutil.which("caddy"):
        return found
    raise MissingError("The tests of the proxy need Caddy. Install it (Debian: apt-get install caddy).")


class Caddy:
    """One Caddy process in a folder of its own; `log` is what it writes down."""

    def __init__(self, folder: Path, address: str, server: str) -> None:
        self.log = folder / "caddy.log"
        key, certified = certificate(folder)
        text = configuration(
            EXAMPLE,
            {
                "{\n\t# Of": "{\n\tadmin off\n\tauto_https disable_redirects\n\t# Of",
                "headway.example.com {": f"https://localhost:{urlsplit(address).port} {{\n\ttls {certified} {key}",
                "127.0.0.1:8501": urlsplit(server).netloc.replace("localhost", "127.0.0.1"),
            },
        )
        (folder / EXAMPLE).write_text(text, encoding="utf-8")
        command = [find_or_install(), "run", "--adapter", "caddyfile", "--config", folder / EXAMPLE]
        environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        with self.log.open("w") as log:
            self._process = subprocess.Popen(command, env=environment, stderr=log)

    def stop(self) -> None:
        """End Caddy and wait for it."""
        self._process.terminate()
        self._process.wait(timeout=20)
