"""Random rooms: people answer, think again, say late what circumstances they are in, and delete, while others look."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from jtbd_core.privacy import Occasion, next_releases, saves_by_outcome, shown_rows
from jtbd_core.privacy.saves import ERASED
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import EVERYBODY, Ledger
from tests.privacy.adversary import Answer

COLUMNS = ["seq", "respondent", "outcome", "importance", "experience", "not_applicable"]


@dataclass
class Room:
    """A wave as the store has it, and all sets of answers that were shown of each outcome."""

    random: np.random.Generator
    people: int
    outcomes: list[str]
    options: list[int]
    log: list[list[object]] = field(default_factory=list)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    occasion: str = ""
    waits_for_reveal: bool = False
    ledger: Ledger = field(default_factory=Ledger)
    shown: dict[str, list[frozenset[Answer]]] = field(default_factory=dict)

    @property
    def groups(self) -> list[Group]:
        """All groups that the questions make."""
        return [
            Group(f"q{question}", f"{option}") for question, many in enumerate(self.options) for option in range(many)
        ]

    def save(self, person: str, outcome: str) -> None:
        """Let a person answer, and perhaps say something about themselves; a half rating now and then."""
        importance, experience = self.random.integers(1, 6, 2).astype(float).tolist()
        if self.random.random() < 0.05:
            importance = float("nan")
        self.log.append([len(self.log) + 1, person, outcome, importance, experience, False])
        for question, many in enumerate(self.options):
            if (person, f"q{question}") not in self.profile and self.random.random() < 0.5:
                self.profile[person, f"q{question}"] = str(self.random.integers(many))

    def say_late(self, person: str) -> None:
        """Let a person change what they said of themselves."""
        if self.options:
            question = int(self.random.integers(len(self.options)))
            self.profile[person, f"q{question}"] = str(self.random.integers(self.options[question]))

    def delete(self, person: str) -> None:
        """Let a person delete their answers: what is left tells neither who nor which."""
        self.gone.add(person)
        other = f"gone {person}"
        for row in self.log:
            if row[1] == person:
                kept = [ERASED if value == value else value for value in (row[3], row[4])]  # NaN is not itself
                row[1], row[3], row[4] = other, *kept
        self.profile = {key: option for key, option in self.profile.items() if key[0] != person}
        members = {
            key: frozenset(other if one == person else one for one in names)
            for key, names in self.ledger.members.items()
        }
        self.ledger = Ledger(self.ledger.releases, members)

    def look(self) -> None:
        """Let somebody look at everything that is shown now."""
        log = pd.DataFrame(self.log, columns=COLUMNS).astype({"importance": float, "experience": float})
        said = [(person, question, option) for (person, question), option in self.profile.items()]
        profiles = pd.DataFrame(said, columns=["respondent", "question", "option"], dtype=str)
        at = Occasion(self.occasion, is_moving=bool(self.occasion) or not self.waits_for_reveal)
        saves = saves_by_outcome(log)
        self.ledger = self.ledger.plus(next_releases(saves, self.ledger, profiles, self.groups, at))
        for group in (EVERYBODY, *self.groups):
            rows = log.loc[shown_rows(saves, self.ledger, group)]
            for outcome, mine in rows.groupby("outcome"):
                pairs = zip(mine["importance"].tolist(), mine["experience"].tolist(), strict=True)
                answers = frozenset(zip(mine["respondent"].tolist(), pairs, strict=True))
                self.shown.setdefault(str(outcome), []).append(answers)


def play(seed: int, most_people: int = 40, most_outcomes: int = 8) -> Room:
    """Play a random room to its end and past it, with every attack in it, and return it."""
    random = np.random.default_rng(seed)
    room = Room(
        random=random,
        people=int(random.integers(5, most_people + 1)),
        outcomes=[f"o{n}" for n in range(random.integers(1, most_outcomes + 1))],
        options=random.integers(2, 5, random.integers(0, 4)).tolist(),
        waits_for_reveal=bool(random.random() < 0.3),
    )
    names = [f"p{n}" for n in range(room.people)]
    share = random.choice([0.6, 1.0])  # planned missing
    cards = [(person, outcome) for person in names for outcome in room.outcomes if random.random() < share]
    for at in random.permutation(len(cards)).tolist():
        person, outcome = cards[at]
        if person not in room.gone:
            room.save(person, outcome)
        _disturb(room, str(random.choice(names)))
    room.occasion = "end"
    room.look()
    for person in random.choice(names, 2, replace=False).tolist():
        if person not in room.gone and random.random() < 0.5:
            room.delete(person)
            room.look()
    return room


def _disturb(room: Room, person: str) -> None:
    """Let one of the things happen that happen beside answering."""
    event = room.random.random()
    if event < 0.05:
        room.look()
    elif event < 0.11 and person not in room.gone:
        room.save(person, str(room.random.choice(room.outcomes)))
    elif event < 0.13 and person not in room.gone:
        room.say_late(person)
    elif event < 0.15 and person not in room.gone:
        room.delete(person)
        if room.random.random() < 0.7:
            room.look()
    elif event < 0.17:
        room.occasion = f"reveal {len(room.log)}"
        room.look()
