"""What the proxies of the tests have in common: a certificate, and an operator's configuration with places of ours."""

import ssl
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.server import ROOT

DEPLOY = ROOT / ".deploy"
CERTIFICATE = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def certificate(folder: Path) -> tuple[Path, Path]:
    """Make a key and a certificate for localhost that nobody vouches for, and return their paths."""
    key, certified = folder / "key", folder / "crt"
    names = ("-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
    command = [*CERTIFICATE, *names, "-keyout", key, "-out", certified]
    subprocess.run(command, check=True, capture_output=True)
    return key, certified


def configuration(name: str, places: Mapping[str, str]) -> str:
    """Return a configuration that operators are given, with our places for those of its example."""
    text = (DEPLOY / name).read_text(encoding="utf-8")
    for example, ours in places.items():
        assert example in text, f"{name} lacks {example}"
        text = text.replace(example, ours)
    return text


def untrusted() -> ssl.SSLContext:
    """Return a TLS context that accepts the certificate that nobody vouches for."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
