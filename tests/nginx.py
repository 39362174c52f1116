"""A real nginx in front of Headway, with TLS, by the configuration that operators are given."""

import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from tests import debian
from tests.debian import MissingError
from tests.proxy import certificate, configuration

AROUND = "daemon off; pid {folder}/pid; error_log stderr;\nevents {{}}\nhttp {{ {temporary} include headway.conf; }}\n"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
__all__ = ["MissingError", "Nginx", "find_or_install"]


def find_or_install() -> str:
    """Return the path of nginx, installing it if need be; raise `MissingError` if there is no way."""
    path = "/usr/sbin:/usr/local/sbin:/usr/bin"
    if not (shutil.which("nginx") or shutil.which("nginx", path=path)) and debian.can_install():
        debian.install("nginx-light", "openssl")
    if found := shutil.which("nginx") or shutil.which("nginx", path=path):
        return found
    raise MissingError("The tests of the proxy need nginx. Install it (Debian: apt-get install nginx-light).")


class Nginx:
    """One nginx process in a folder of its own; `log` is its access log.

    One that `blocks_websockets` answers what asks for one as any other request, as do many networks of companies.
    """

    def __init__(self, folder: Path, address: str, server: str, *, blocks_websockets: bool = False) -> None:
        self.log = folder / "access.log"
        key, certified = certificate(folder)
        text = configuration(
            "nginx.conf",
            {
                "listen 443 ssl": f"listen 127.0.0.1:{urlsplit(address).port} ssl",
                "127.0.0.1:8501": urlsplit(server).netloc.replace("localhost", "127.0.0.1"),
                "/etc/ssl/certs/headway.crt": str(certified),
                "/etc/ssl/private/headway.key": str(key),
                "/var/log/nginx/headway.log": str(self.log),
                "/var/log/nginx/headway.error.log": f"{folder}/error.log",
                **({"Upgrade $http_upgrade": 'Upgrade ""'} if blocks_websockets else {}),
            },
        )
        (folder / "headway.conf").write_text(text, encoding="utf-8")
        temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, temporary=temporary))
        self._process = subprocess.Popen([find_or_install(), "-p", folder, "-c", folder / "nginx.conf"])

    def stop(self) -> None:
        """End nginx and wait for it."""
        self._process.terminate()
        self._process.wait(timeout=20)
