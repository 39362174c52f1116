"""The assets of the pages: style, script and icon, cached for good at addresses that change with their content."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec
from starlette.responses import Response

from jtbd_core.form.texts import TEXTS, text

HERE = Path(__file__).parent
ASSETS = {
    "style.css": "text/css",
    "script.js": "text/javascript",
    "icon.svg": "image/svg+xml",
    "practice.css": "text/css",
}
# Bundled into one file: over a bad network all of it arrives or nothing.
SCRIPT = ("outbox.js", "cards.js", "stopwatch.js", "page.js")
SAID_BY_SCRIPT = ("saving", "saved", "kept", "held", "too_late", "not_taken", "stay", "wait", "unsent")

_COMMENT = re.compile(r"^[ \t]*(//[^\n]*|/\*(?:(?!\*/).)*\*/)[ \t]*\n", re.MULTILINE | re.DOTALL)

_CAST_OR_SPACE = re.compile(r"/\*\* @type [^*]*\*/ |^\s+|[ \t]+// [^\n]*$", re.MULTILINE)
_STYLE_COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)
_STYLE_SPACE = re.compile(rb"\s*([{};,>])\s*|(?<=:) ")


def asset(name: str, language: str = "en") -> Response:
    """Return an asset, which browsers may cache for a year; the script comes with its texts in a language."""
    kept = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
    return Response(_content(name, language), media_type=ASSETS[name], headers=kept)


@cache
def version() -> str:
    """Return the version in the addresses of the assets: a digest of all of them."""
    return sha256(b"".join(_content(name, language) for name in ASSETS for language in TEXTS)).hexdigest()[:12]


@cache
def _content(name: str, language: str) -> bytes:
    if name == "script.js":
        return _script(language).encode()
    return _STYLE_SPACE.sub(rb"\1", _STYLE_COMMENT.sub(b"", (HERE / name).read_bytes()))


def _script(language: str) -> str:
    """Return the bundled script, preceded by its texts; without comments, a third of its size."""
    said = msgspec.json.encode({key: text(language, key) for key in SAID_BY_SCRIPT}).decode()
    parts = [_bare((HERE / "script" / part).read_text(encoding="utf-8")) for part in SCRIPT]
    return "\n".join(['"use strict";', f"const texts = {said};", *parts])


def _bare(script: str) -> str:
    return _CAST_OR_SPACE.sub("", _COMMENT.sub("", script))
