"""QR codes and join codes as pictures."""

import re

from pages.components.qr_code import code_card, qr_code


def test_a_qr_code_is_black_on_white() -> None:
    """The picture has a ground of its own, so that it can be scanned on a dark page too."""
    assert re.findall('(?:fill|stroke)="(#[0-9a-f]+)"', qr_code("https://headway.example.com/r/abc")) == [
        "#fff",
        "#000",
    ]


def test_a_join_code_is_read_in_two_halves() -> None:
    """Six letters and digits stand in two lines of three."""
    assert re.findall(">([A-Z0-9]+)<", code_card("ABC123")) == ["ABC", "123"]
