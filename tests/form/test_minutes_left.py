"""How long it still takes, as the pages of cards say it."""

from collections.abc import Callable

from msgspec.structs import replace

from jtbd_core.study import Study
from jtbd_core.wave import Wave
from tests.form.conftest import PARCEL, Visitor


def test_the_page_says_how_many_minutes_are_left(
    arrive: Callable[[Wave], Visitor], open_wave: Callable[[Study], Wave]
) -> None:
    """First by the typical pace, after five cards by one's own, and nothing once all is rated."""
    outcomes = tuple(replace(PARCEL.outcomes[0], id=f"o-{n}", statement=f"Minimize the loss {n}") for n in range(12))
    visitor = arrive(open_wave(replace(PARCEL, outcomes=outcomes)))
    visitor.start()
    assert "0 of 12 statements rated about 3 min left" in visitor.press().words
    for n, seconds in enumerate(("60", "50", "40", "61", "59", "1")):
        rating = {"outcome": f"o-{n}", f"i.o-{n}": "4", "t": seconds} | ({f"e.o-{n}": "2"} if n < 5 else {})
        visitor.client.post(f"{visitor.address}/p/{visitor.token}/card", data=rating)
    assert "5 of 12 statements rated about 7 min left" in visitor.open(f"{visitor.address}/1").words
    visitor.rate()
    assert "left" not in visitor.open(f"{visitor.address}/1").words
