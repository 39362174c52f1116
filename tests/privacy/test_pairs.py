"""Figures of who rated a success outcome and a job step: held back where few people came to both, or left both."""

import numpy as np
import pytest

from jtbd_core.privacy import without_pairs
from tests.privacy.room import Room
from tests.privacy.saved import saves_by_outcome


def people(first: int, last: int) -> list[str]:
    """Return the names of so many people."""
    return [f"p{number:02}" for number in range(first, last)]


def room_of(names: list[str]) -> Room:
    """Return a room in which people rated a success outcome and a job step, looked at after its reveal."""
    room = Room(np.random.default_rng(0), 40, ["calm", "time"], [])
    rate(room, names, "calm", "time")
    return looked_at(room, "reveal")


def rate(room: Room, names: list[str], *outcomes: str) -> None:
    """Let people answer."""
    room.log += [
        [len(room.log) + at, name, *ids, 5.0, 3.0, False]
        for at, (name, *ids) in enumerate(((name, outcome) for name in names for outcome in outcomes), 1)
    ]


def looked_at(room: Room, occasion: str = "") -> Room:
    """Let somebody look at a room, on another occasion if one is named."""
    room.occasion = occasion or room.occasion
    room.look()
    return room


def is_hidden(room: Room) -> bool:
    """Whether nothing of the outcome is shown beside the step."""
    return bool(without_pairs(saves_by_outcome(room._frame()), room.ledger, [["time"]], ["calm"]))


def test_five_who_come_to_both_are_shown() -> None:
    """Who rated one of the two alone hides nothing: no other figure is of who rated both."""
    room = room_of(people(0, 20))
    assert not is_hidden(room)
    rate(room, people(20, 25), "calm", "time")
    rate(room, people(25, 31), "time")
    assert not is_hidden(looked_at(room, "end"))


def test_one_who_comes_to_both_is_not_told() -> None:
    """Five more rated the outcome and five the step, but only one of them both; on the next occasion there are five."""
    room = room_of(people(0, 20))
    rate(room, people(20, 25), "calm")
    rate(room, people(24, 29), "time")
    assert is_hidden(looked_at(room, "second reveal"))
    rate(room, people(29, 34), "calm", "time")
    assert not is_hidden(looked_at(room, "end"))


@pytest.mark.parametrize("rating", [(1.0, 3.0), (5.0, 1.0)])
def test_who_changes_an_answer_covers_nobody_who_comes(rating: tuple[float, float]) -> None:
    """One comes to both, and four change importance or experience: the number of people tells that it is one."""
    room = room_of(people(0, 20))
    rate(room, people(20, 25), "calm")
    rate(room, people(24, 29), "time")
    room.log += [[len(room.log) + at, name, "time", *rating, False] for at, name in enumerate(people(0, 4), 1)]
    assert is_hidden(looked_at(room, "end"))


def test_fewer_than_five_are_not_shown() -> None:
    """They would be told by a round that is taken together with others."""
    room = room_of([])
    rate(room, people(0, 10), "calm")
    rate(room, people(6, 20), "time")
    assert is_hidden(looked_at(room))


def test_who_deletes_leaves_both_with_the_same_others() -> None:
    """So that what is left can be shown, of five people fewer."""
    room = room_of(people(0, 30))
    room.delete("p03")
    assert not is_hidden(looked_at(room))
    assert {len(one) for one in room.shown["['calm'] with ['time']"]} == {30, 25}
