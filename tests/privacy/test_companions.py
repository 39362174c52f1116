"""Who leaves with somebody who deleted their answers: whoever it was, the groups look alike afterwards."""

import numpy as np
import pytest

from jtbd_core.privacy import shown_people
from jtbd_core.privacy.companions import companions
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import EVERYBODY
from tests.privacy.room import Room
from tests.privacy.saved import saves_by_outcome

GROUPS = [Group(f"q{question}", option) for question in range(2) for option in "01"]


def lost(many: int, who: int) -> dict[Group, tuple[int, int]]:
    """Let one of so many people in two times two groups delete their answer; return how many each group had and has."""
    room = Room(np.random.default_rng(0), many, ["time"], [2, 2])
    for number in range(many):
        room.profile |= {(f"p{number:03}", f"q{at}"): str(number // 2**at % 2) for at in range(2)}
        room.log.append([number + 1, f"p{number:03}", "time", 5.0, 1.0 + number % 5, False])
    room.occasion = "reveal"
    found = []
    for _ in range(2):
        room.look()
        found.append(shown_people(saves_by_outcome(room._frame()), room.ledger))
        if not room.gone:
            room.delete(f"p{who:03}")
    return {group: (found[0][group], found[1].get(group, 0)) for group in (EVERYBODY, *GROUPS)}


@pytest.mark.parametrize("who", range(4))
def test_of_few_people_all_groups_are_hidden(who: int) -> None:
    """The one leaves everybody with four others, and no group tells which it was in."""
    sizes = lost(60, who)
    assert sizes == {EVERYBODY: (60, 55), **dict.fromkeys(GROUPS, (30, 0))}


@pytest.mark.parametrize("who", range(4))
def test_of_many_people_each_group_loses_some(who: int) -> None:
    """Those who leave are of all groups, the one's and the others; else both groups of a question are hidden."""
    sizes = lost(400, who)
    before, after = sizes.pop(EVERYBODY)
    assert 10 <= before - after <= before // 10
    for question in ("q0", "q1"):
        both = [size for group, size in sizes.items() if group.question == question]
        assert all(after == 0 for _, after in both) or all(before - after >= 5 and after > 0 for before, after in both)


def test_fives_are_taken_until_all_are_covered() -> None:
    """Of a step of seven all others leave; with groups to cover, whole fives of another step do too."""
    steps, turns = [list(range(1, 7)), list(range(7, 27))], list(range(27))
    assert list(companions(0, steps, [], turns, 20)) == [[1, 2, 3, 4, 5, 6]]
    more, few = companions(0, steps, [set(range(7, 27))], turns, 20)
    assert (more, few) == ([*range(1, 12)], [*range(1, 7)])
    assert len(list(companions(0, steps, [set(range(7, 27))], turns, 10))) == 1
    assert list(companions(0, [[1, 2], *steps], [], turns, 20)) == []


def test_groups_stay_whole_when_somebody_deletes_who_came_after_them() -> None:
    """Who leaves along came after the reveal too: of views that compare groups as on it, none loses anybody."""
    room = Room(np.random.default_rng(0), 400, ["time"], [2, 40])
    for number in range(400):
        room.profile |= {(f"p{number:03}", "q0"): str(number % 2), (f"p{number:03}", "q1"): str(number // 2 % 40)}
        room.log.append([number + 1, f"p{number:03}", "time", 5.0, 1.0 + number % 5, False])
        if number == 300:
            room.occasion = "reveal"
            room.look()
    room.look()
    before = room.snapshot()
    room.delete("p350")
    room.look()
    assert len(before.groups)
    assert room.snapshot().groups.equals(before.groups)
    assert len(shown_people(saves_by_outcome(room._frame()), room.ledger)) > 1
