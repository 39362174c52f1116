"""Random rooms: people answer, think again, say late what circumstances they are in, and delete, while others look."""

import numpy as np

from tests.privacy.room import Room


def play(seed: int, most_people: int = 40, most_outcomes: int = 8) -> Room:
    """Play a random room to its end and past it, with every attack in it, and return it."""
    random = np.random.default_rng(seed)
    room = Room(
        random=random,
        people=int(random.integers(5, most_people + 1)),
        outcomes=[f"o{n}" for n in range(random.integers(1, most_outcomes + 1))],
        options=random.integers(2, 5, random.integers(0, 4)).tolist(),
        waits_for_reveal=bool(random.random() < 0.3),
        drawing=np.random.default_rng([seed, 1]),
    )
    return _played(room, [f"p{n}" for n in range(room.people)])


def play_rounds(seed: int, most_people: int = 60) -> Room:
    """Play two rounds of a study whose crossings can be shown; while the second goes on, who looks sees both pooled."""
    random = np.random.default_rng(seed)
    outcomes = [f"o{n}" for n in range(random.integers(1, 3))]
    rooms = [Room(random, int(random.integers(20, most_people + 1)), outcomes, [2, 2], says=0.9) for _ in range(2)]
    for number, room in enumerate(rooms):
        room.drawing = np.random.default_rng([seed, number])
    _played(rooms[0], [f"a{n}" for n in range(rooms[0].people)])
    rooms[1].earlier, rooms[1].shown = rooms[0], rooms[0].shown
    return _played(rooms[1], [f"b{n}" for n in range(rooms[1].people)])


def _played(room: Room, names: list[str]) -> Room:
    """Let people answer, and other things happen, until the end of a room and past it."""
    random = room.random
    share = random.choice([0.6, 1.0])  # planned missing
    cards = [(person, outcome) for person in names for outcome in room.outcomes if random.random() < share]
    for step, at in enumerate(random.permutation(len(cards)).tolist()):
        person, outcome = cards[at]
        if person not in room.gone:
            room.save(person, outcome)
        _disturb(room, str(random.choice(names)))
        if step == len(cards) // 2 and random.random() < 0.5:
            _reveal(room)
    if random.random() < 0.5:  # what is shown of everybody has moved on since a reveal, and then somebody leaves both
        room.look()
        _delete(room, str(random.choice(sorted({*names} - room.gone))))
    room.occasion = "end"
    room.look()
    for person in random.choice(names, 4, replace=False).tolist():
        if person not in room.gone and random.random() < 0.5:
            room.delete(person)
            if random.random() < 0.5:
                room.look()
    room.look()
    return room


def _disturb(room: Room, person: str) -> None:
    """Let one of the things happen that happen beside answering."""
    events = {
        0.05: room.look,
        0.11: lambda: room.save(person, str(room.random.choice(room.outcomes))),
        0.13: lambda: room.say_late(person),
        0.15: lambda: _delete(room, person),
        0.17: lambda: _reveal(room),
        0.18: room.freeze,
        0.19: lambda: _delete_earlier(room),
        0.25: lambda: room.flagged.symmetric_difference_update({person}),
        0.26: lambda: _rethink(room),
    }
    chance = room.random.random()
    happens = next((event for share, event in events.items() if chance < share), None)
    if happens and person not in room.gone:
        happens()


def _rethink(room: Room) -> None:
    """Let five think again between two reveals: four whose scores stay as they are, and one to whom it matters less.

    Or four who stay far short, and one who does not.
    """
    outcome = str(room.random.choice(room.outcomes))
    _reveal(room)
    latest = {str(row[1]): row for row in room.log if row[2] == outcome and not str(row[1]).startswith("gone")}
    given = [(name, row[3], row[4]) for name, row in latest.items() if row[3] == row[3] and row[4] == row[4]]
    if len(room.log) % 2:
        changed = [(name, 9.0 - importance, experience) for name, importance, experience in given if importance > 3]
        again = [*changed[:4], *((name, 1.0, experience) for name, _, experience in changed[4:5])]
    else:
        four = [(name, importance, 3.0 - experience) for name, importance, experience in given if experience < 3][:4]
        rest = [one for one in given if one[0] not in {name for name, *_ in four} and one[2] in (2.0, 3.0)]
        again = [*four, *((name, importance, 5.0 - experience) for name, importance, experience in rest[:1])]
    for name, importance, experience in again:
        room.log.append([len(room.log) + 1, name, outcome, importance, experience, False])
    _reveal(room)


def _delete(room: Room, person: str) -> None:
    room.delete(person)
    [room.look, room.look_at_display, lambda: None][int(room.random.integers(3))]()


def _delete_earlier(room: Room) -> None:
    """Let somebody delete their answers to the round before, and somebody look at both."""
    if room.earlier:
        people = {str(row[1]) for row in room.earlier.log} - room.earlier.gone
        room.earlier.delete(str(room.random.choice(sorted(one for one in people if not one.startswith("gone")))))
        room.earlier.look()
        room.look()


def _reveal(room: Room) -> None:
    room.occasion = f"reveal {len(room.log)}"
    room.look()
