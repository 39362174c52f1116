"""What is released next: everybody by fresh answers, groups on an occasion, others withheld with a deletion."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from jtbd_core.privacy import THRESHOLD, Occasion, next_releases, shown_people
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import EVERYBODY
from tests.privacy.room import COLUMNS, Room
from tests.privacy.saved import saves_by_outcome

POST, COURIER = Group("q0", "0"), Group("q0", "1")


@pytest.fixture
def room() -> Room:
    """Give a room that is asked one outcome and one question with two options."""
    return Room(np.random.default_rng(0), 40, ["time"], [2])


def people(first: int, last: int) -> list[str]:
    """Return the names of so many people."""
    return [f"p{number:02}" for number in range(first, last)]


def answer(room: Room, names: list[str], option: str = "0") -> None:
    """Let people answer, who all chose an option; each in a way of their own, so that sets can be told apart."""
    for name in names:
        room.profile[name, "q0"] = option
        room.log.append([len(room.log) + 1, name, "time", 5.0, 1.0 + len(room.log) % 6, False])


def change(room: Room, names: list[str]) -> None:
    """Let people answer anew, in another way."""
    for name in names:
        before = [row for row in room.log if row[1] == name][-1]
        room.log.append([len(room.log) + 1, *before[1:4], 7.0 - before[4], False])


def seen(room: Room, group: Group = EVERYBODY) -> int:
    """Look, and return how many people's answers are shown of a group."""
    room.look()
    return shown_people(saves_by_outcome(log_of(room)), room.ledger).get(group, 0)


def log_of(room: Room) -> pd.DataFrame:
    """Return the saves of a room as the store's log."""
    return pd.DataFrame(room.log, columns=COLUMNS)


def test_everybody_moves_by_five_fresh_answers(room: Room) -> None:
    """Four show nothing; whoever looks when there are seven sees seven, and then eight to eleven see nothing new."""
    answer(room, people(0, THRESHOLD - 1))
    assert seen(room) == 0
    answer(room, people(4, 7))
    assert seen(room) == 7
    answer(room, people(7, 11))
    assert seen(room) == 7
    answer(room, people(11, 12))
    assert seen(room) == 12


def test_a_group_is_counted_by_one_outcome_and_everybody_by_all() -> None:
    """Who rated any of several outcomes is in no released set of a group; how many have come is no secret."""
    room = Room(np.random.default_rng(0), 40, ["time", "cost"], [2])
    for at, name in enumerate(people(0, 36)):
        room.profile[name, "q0"] = str(at % 2)
        room.log.append([at + 1, name, "time" if at < 16 else "cost", 5.0, 1.0 + at % 5, False])
    room.occasion = "one"
    assert seen(room) == 36
    assert seen(room, POST) == 10


def test_what_nobody_saw_was_not_released(room: Room) -> None:
    """Steps are those of who looks: without one, the second look shows all at once."""
    answer(room, people(0, 13))
    assert seen(room) == 13


def rethink(room: Room, names: list[str]) -> None:
    """Let people change what matters to them by a point, which no score shows."""
    room.log += [[len(room.log) + at, name, "time", 4.0, 3.0, False] for at, name in enumerate(names, 1)]


@pytest.mark.parametrize("another", [change, answer])
def test_who_changes_the_importance_alone_covers_nobody(room: Room, another: Callable[[Room, list[str]], None]) -> None:
    """Four do, and one comes or changes an experience: that is all that the end of the round would show."""
    room.log += [[at, name, "time", 5.0, 3.0, False] for at, name in enumerate(people(0, 20), 1)]
    room.occasion = "reveal"
    assert seen(room) == 20
    rethink(room, people(0, 4))
    another(room, people(20, 21) if another is answer else people(4, 5))
    room.occasion = "end"
    assert seen(room) == 20
    assert len(room.shown["time"]) == 1


@pytest.mark.parametrize("pairs", [(43, 53, 43, 13), (51, 52, 52, 53)], ids=["important", "far"])
def test_who_stays_alike_covers_nobody(room: Room, pairs: tuple[int, ...]) -> None:
    """Four stay important, or far short, and one does not: the end of the round would tell of that one alone."""
    for at, occasion in enumerate(("reveal", "end")):
        for name in people(0, 5 if at else 20):
            pair = map(float, divmod(pairs[at + 2 * (name == "p04")], 10))
            room.log.append([len(room.log) + 1, name, "time", *pair, False])
        room.occasion = occasion
        assert seen(room) == 20
    assert len(room.shown["time"]) == 1


def test_an_answer_that_was_shown_before_is_not_fresh(room: Room) -> None:
    """Who changes a mind and goes back covers nobody: with four such people a newcomer would stand alone."""
    answer(room, people(0, 10))
    assert seen(room) == 10
    for name in people(0, 4):
        (before,) = [row for row in room.log if row[1] == name]
        room.log.append([len(room.log) + 1, *before[1:4], 6.0 - before[4], False])
        room.log.append([len(room.log) + 1, *before[1:]])
    answer(room, people(10, 11))
    assert seen(room) == 10


def test_who_changes_a_mind_covers_nobody(room: Room) -> None:
    """Who answers anew makes no step, on a reveal neither where some come with them: these are told by their number."""
    answer(room, people(0, 10))
    assert seen(room) == 10
    change(room, people(0, 4))
    answer(room, people(10, 13))
    assert seen(room) == 10
    room.occasion = "reveal"
    assert seen(room) == 10
    answer(room, people(13, 15))
    assert seen(room) == 15


def test_on_a_reveal_changed_answers_count(room: Room) -> None:
    """Of five people or more who answer anew in the same thing, where nobody comes with them."""
    answer(room, people(0, 25))
    assert seen(room) == 25
    change(room, people(0, 25))
    assert (seen(room), len(room.shown["time"])) == (25, 1)
    room.occasion = "reveal"
    assert (seen(room), len(room.shown["time"])) == (25, 2)


def test_groups_move_on_an_occasion_only(room: Room) -> None:
    """Before a reveal no group is shown; afterwards it stays as it was, however many more answer."""
    answer(room, people(0, 9), "0")
    answer(room, people(9, 20), "1")
    assert seen(room, POST) == 0
    room.occasion = "reveal"
    assert (seen(room, POST), seen(room, COURIER)) == (9, 11)
    answer(room, people(20, 30), "0")
    assert (seen(room, POST), seen(room)) == (9, 30)


def test_who_says_late_what_they_use_joins_no_group(room: Room) -> None:
    """Profiles are frozen on the occasion with the answers."""
    answer(room, people(0, 9), "0")
    answer(room, people(9, 20), "1")
    room.profile["p00", "q0"] = "1"
    room.occasion = "reveal"
    assert (seen(room, POST), seen(room, COURIER)) == (8, 12)
    room.profile["p01", "q0"] = "1"
    assert (seen(room, POST), seen(room, COURIER)) == (8, 12)


def test_three_groups_that_leave_one_person_are_not_all_shown() -> None:
    """Of 23 people 11, 6 and 5 use something: everybody without the three would be the one who said nothing."""
    room = Room(np.random.default_rng(0), 23, ["time"], [3])
    answer(room, people(0, 11), "0")
    answer(room, people(11, 17), "1")
    answer(room, people(17, 22), "2")
    answer(room, people(22, 23), "0")
    del room.profile["p22", "q0"]
    room.occasion = "reveal"
    sizes = [seen(room, Group("q0", option)) for option in "012"]
    assert sizes[0] == 11
    assert 0 in sizes


def test_a_deletion_takes_others_with_it_until_five_are_fresh(room: Room) -> None:
    """The one is gone at once, with four others at least; they come back with the next five fresh answers."""
    answer(room, people(0, 20))
    assert seen(room) == 20
    room.delete("p03")
    assert seen(room) == 15
    answer(room, people(20, 24))
    assert seen(room) == 15
    answer(room, people(24, 25))
    assert seen(room) == 24


def test_a_deletion_from_a_small_step_takes_the_whole_step(room: Room) -> None:
    """Of a step of seven no two may be left, whom the sets before and after would tell."""
    answer(room, people(0, 12))
    assert seen(room) == 12
    answer(room, people(12, 19))
    assert seen(room) == 19
    room.delete("p14")
    assert seen(room) == 12


def test_others_who_delete_are_no_cover(room: Room) -> None:
    """Of two who delete between two looks each takes four living people along: the two know their own answers."""
    answer(room, people(0, 20))
    assert seen(room) == 20
    room.delete("p03")
    room.delete("p05")
    assert seen(room) == 10


def test_a_deletion_that_would_tell_shows_the_newest_set_without_the_one(room: Room) -> None:
    """Of five who came together two delete: the other three are no cover, and everybody is shown as before them."""
    answer(room, people(0, 12))
    assert seen(room) == 12
    answer(room, people(12, 17))
    assert seen(room) == 17
    room.delete("p12")
    room.delete("p13")
    assert seen(room) == 12


def test_who_left_everybody_leaves_the_groups_with_others(room: Room) -> None:
    """After the reveal somebody finds that it does not apply, others come, and the one deletes: the group is hidden."""
    answer(room, people(0, 10), "0")
    room.occasion = "reveal"
    assert seen(room, POST) == 10
    room.log.append([len(room.log) + 1, "p03", "time", 5.0, float("nan"), True])
    answer(room, people(10, 15), "1")
    assert (seen(room), seen(room, POST)) == (14, 10)
    room.delete("p03")
    assert (seen(room), seen(room, POST)) == (14, 0)


def test_a_wave_that_waits_shows_nothing_before_its_reveal(room: Room) -> None:
    """Everything counts at the reveal, and nothing before."""
    room.waits_for_reveal = True
    answer(room, people(0, 19))
    assert seen(room) == 0
    room.occasion = "reveal"
    assert seen(room) == 19


def test_an_empty_log_releases_nothing(room: Room) -> None:
    """Before the first answer there is nothing to release, whatever the occasion."""
    saves = saves_by_outcome(log_of(room))
    assert not next_releases(saves, room.ledger, log_of(room)[[]], room.kinds, Occasion("", True)).releases
