"""What a link may be set to."""

import pytest

from jtbd_core.errors import JtbdError
from jtbd_core.study.results_link import LinkSettings


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"name": " "}, "is empty"),
        ({"depth": "headlines"}, "gives none"),
        ({"passphrase": "a hash", "data": True}, "no data by address"),
        ({"passphrase": "a hash", "frame_origin": "https://a.example"}, "asks for no passphrase"),
    ],
)
def test_settings_that_contradict_each_other_are_refused(settings: dict[str, object], said: str) -> None:
    """No link says that it shows less than it gives away."""
    with pytest.raises(JtbdError, match=said):
        LinkSettings(**{"name": "Board", **settings})


@pytest.mark.parametrize(
    "origin",
    [
        "intranet.example.com",
        "https://a.example/",
        "https://a.example *",
        "https://*",
        "https://a.example;script-src",
        "https://me@a.example",
        "ftp://a.example",
        "https://a.example:0",
        "https://a.example:x",
        "https://",
        "'none'",
    ],
)
def test_what_is_no_origin_is_refused(origin: str) -> None:
    """Nothing but an origin reaches the header."""
    with pytest.raises(JtbdError, match="by its origin"):
        LinkSettings(name="Board", frame_origin=origin)


@pytest.mark.parametrize("origin", ["https://intranet.example.com", "http://localhost:8080"])
def test_an_origin_may_frame_a_link(origin: str) -> None:
    """With or without a port."""
    assert LinkSettings(name="Board", frame_origin=origin).frame_origin == origin
