"""A real nginx in front of Headway, with TLS, by the configuration that operators are given."""

import shutil
import ssl
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from tests import debian
from tests.debian import MissingError
from tests.server import ROOT

CONFIGURATION = ROOT / ".deploy" / "nginx.conf"
AROUND = "daemon off; pid {folder}/pid; error_log stderr;\nevents {{}}\nhttp {{ {temporary} include headway.conf; }}\n"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
CERTIFICATE = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
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
        subprocess.run(
            [*CERTIFICATE, "-subj", "/CN=localhost", "-keyout", folder / "key", "-out", folder / "crt"],
            check=True,
            capture_output=True,
        )
        text = CONFIGURATION.read_text(encoding="utf-8")
        for example, ours in (
            ("listen 443 ssl", f"listen 127.0.0.1:{urlsplit(address).port} ssl"),
            ("127.0.0.1:8501", urlsplit(server).netloc.replace("localhost", "127.0.0.1")),
            ("/etc/ssl/certs/headway.crt", f"{folder}/crt"),
            ("/etc/ssl/private/headway.key", f"{folder}/key"),
            ("/var/log/nginx/headway.log", str(self.log)),
            ("/var/log/nginx/headway.error.log", f"{folder}/error.log"),
        ):
            text = replaced(text, example, ours)
        if blocks_websockets:
            text = replaced(text, "Upgrade $http_upgrade", 'Upgrade ""')
        (folder / "headway.conf").write_text(text, encoding="utf-8")
        temporary = " ".join(f"{name}_temp_path {folder}/{name};" for name in TEMPORARY)
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder, temporary=temporary))
        self._process = subprocess.Popen([find_or_install(), "-p", folder, "-c", folder / "nginx.conf"])

    def stop(self) -> None:
        """End nginx and wait for it."""
        self._process.terminate()
        self._process.wait(timeout=20)


def replaced(text: str, example: str, ours: str) -> str:
    """Return the configuration with something of ours in place of an example, which has to be in it."""
    assert example in text, f"{CONFIGURATION} lacks {example}"
    return text.replace(example, ours)


def untrusted() -> ssl.SSLContext:
    """Return a TLS context that accepts the certificate that nobody vouches for."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
