"""What a value target may aim at."""

from datetime import date

import pytest

from jtbd_core.errors import Refused
from jtbd_core.wave.target import Aim

GOOD = {"outcomes": ("a", "b"), "at_most": 40, "owner": "Ann", "due": date(2026, 3, 31)}


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("outcomes", ()),
        ("outcomes", ("a", "a")),
        ("outcomes", tuple("abcdefghijk")),
        ("at_most", 100),
        ("at_most", -1),
        ("owner", " "),
        ("owner", "n" * 101),
        ("text", "n" * 2001),
        ("text", "\x00"),
    ],
)
def test_an_aim_that_cannot_be_kept_is_refused(part: str, value: object) -> None:
    """It needs outcomes, each once, a share below 100 %, somebody who answers for it, and texts of bearable length."""
    Aim(**GOOD)
    with pytest.raises(Refused):
        Aim(**GOOD | {part: value})
