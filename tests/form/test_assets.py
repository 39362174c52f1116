"""The assets of the pages: style and script."""

import re

import pytest

from jtbd_core.form.texts import TEXTS
from tests.form.conftest import Visitor


@pytest.mark.parametrize(("name", "kind"), [("style.css", "text/css"), ("script.js", "text/javascript")])
def test_style_and_script_change_their_address_with_their_content(visitor: Visitor, name: str, kind: str) -> None:
    """Style and script may be kept for a year, because their address names their version."""
    visitor.start()
    address = re.search(rf'"(/r/{name}\?\w+)"', visitor.reply.text).group(1)
    asset = visitor.client.get(address)
    assert asset.headers["content-type"].startswith(kind)
    assert "immutable" in asset.headers["cache-control"]


def arrive_with(visitor: Visitor, accepted: str) -> Visitor:
    """Let the visitor's browser ask for these languages."""
    visitor.client.headers["accept-language"] = accepted
    return visitor


def test_the_script_speaks_the_language_of_its_page(visitor: Visitor) -> None:
    """The texts that the script shows come with it, in the language of the page."""
    arrive_with(visitor, "fr").start()
    address = re.search(r'"(/r/script\.js\?\w+)"', visitor.reply.text).group(1)
    assert TEXTS["fr"]["saved"] in visitor.client.get(address).text
