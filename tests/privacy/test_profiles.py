"""What few people change of what they said of themselves waits until at least five have: no group vanishes for them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from jtbd_core.privacy import THRESHOLD, shown_people
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import is_declared
from tests.privacy.adversary import discloses
from tests.privacy.figures import figures
from tests.privacy.room import COLUMNS, Room
from tests.privacy.saved import saves_by_outcome

OPTIONS = 3
EACH = 10


@pytest.fixture
def room() -> Room:
    """Give a room that was revealed: ten people in each of three groups, all of whom rated."""
    room = Room(np.random.default_rng(0), EACH * OPTIONS, ["time"], [OPTIONS])
    for number in range(EACH * OPTIONS):
        answer(room, f"p{number:02}", number // EACH)
    reveal(room, "one")
    return room


def answer(room: Room, name: str, option: int) -> None:
    """Let somebody of a group rate."""
    room.profile[name, "q0"] = str(option)
    room.log.append([len(room.log) + 1, name, "time", 5.0, 1.0 + len(room.log) % 5, False])


def move(room: Room, numbers: Sequence[int], option: int) -> None:
    """Let people say that they belong to another group."""
    room.profile |= {(f"p{number:02}", "q0"): str(option) for number in numbers}


def reveal(room: Room, name: str) -> None:
    """Reveal what is there, and look."""
    room.occasion = name
    room.look()


def sizes(room: Room) -> list[int]:
    """Return how many people are shown in each group as released on the last occasion."""
    on_it = {one.group for one in room.ledger.releases if one.occasion == room.occasion and is_declared(one.group)}
    found = shown_people(saves_by_outcome(pd.DataFrame(room.log, columns=COLUMNS)), room.ledger)
    return [found.get(group, 0) if (group := Group("q0", str(option))) in on_it else 0 for option in range(OPTIONS)]


@pytest.mark.parametrize("many", [1, THRESHOLD - 1])
def test_groups_stay_where_few_move(room: Room, many: int) -> None:
    """The two groups that few people move between do not vanish from the next reveal: that would tell of them."""
    move(room, range(many), 1)
    reveal(room, "two")
    assert sizes(room) == [EACH] * OPTIONS


def test_five_who_move_are_followed(room: Room) -> None:
    """Those who waited go with those who made them enough; others of the question still wait."""
    move(room, range(2), 1)
    reveal(room, "two")
    move(room, range(2, THRESHOLD), 1)
    move(room, [EACH], 2)
    reveal(room, "three")
    assert sizes(room) == [EACH - THRESHOLD, EACH + THRESHOLD, EACH]
    assert not any(map(discloses, figures(room)))


def test_who_takes_an_answer_back_waits_too(room: Room) -> None:
    """Who no longer says anything leaves a group alone."""
    del room.profile["p00", "q0"]
    reveal(room, "two")
    assert sizes(room) == [EACH] * OPTIONS


def test_newcomers_count_as_they_are(room: Room) -> None:
    """Nothing was ever shown of them: five join the group that they name, whoever else moves."""
    move(room, [0], 1)
    for number in range(EACH * OPTIONS, EACH * OPTIONS + THRESHOLD):
        answer(room, f"p{number:02}", 2)
    reveal(room, "two")
    assert sizes(room) == [EACH, EACH, EACH + THRESHOLD]


def test_who_joins_a_group_that_was_never_shown_is_followed() -> None:
    """Four said so before the reveal; with one who says it late they are enough."""
    room = Room(np.random.default_rng(0), EACH * 2, ["time"], [OPTIONS])
    for number in range(EACH * 2):
        answer(room, f"p{number:02}", 0 if number < EACH else 1)
    move(room, range(THRESHOLD - 1), 2)
    del room.profile["p19", "q0"]
    reveal(room, "one")
    assert sizes(room)[2] == 0
    move(room, [19], 2)
    reveal(room, "two")
    assert room.ledger.members["two", Group("q0", "2")] == {"p00", "p01", "p02", "p03", "p19"}


def test_who_deleted_their_answers_does_not_wait(room: Room) -> None:
    """Whoever is gone is in no group that is frozen later."""
    room.delete("p00")
    reveal(room, "two")
    assert room.ledger.members["two", Group("q0", "0")] == {f"p{number:02}" for number in range(1, EACH)}
