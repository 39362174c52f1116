"""A room: a wave as the store has it, what happens in it, and what whoever looks is shown of its answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from jtbd_core.live.sharing import Released
from jtbd_core.live.snapshot import Snapshot, occasion_snapshot, pooled
from jtbd_core.privacy import Occasion, marked_rows, next_releases, ratings_of, shown_people, shown_rows
from jtbd_core.privacy.saves import Saves
from jtbd_core.privacy.segments import next_segments
from jtbd_core.privacy.targets import next_targets, target_rows
from jtbd_core.study import Outcome, Step, Study
from jtbd_core.wave import Group
from jtbd_core.wave.groups import CAREFUL, careful_of
from jtbd_core.wave.ledger import ERASED, EVERYBODY, Ledger
from tests.privacy.adversary import Answer
from tests.privacy.leaving import Sizes, sizes, tells_of_groups
from tests.privacy.rated_pairs import rated_pairs
from tests.privacy.saved import saves_by_outcome

STEPS = ("before", "after")
COLUMNS = ["seq", "respondent", "outcome", "importance", "experience", "not_applicable"]


@dataclass
class Room:
    """A wave as the store has it, and all sets of answers that were shown of each outcome.

    With random numbers for `drawing` them, segments are drawn and value targets stated as people look.
    """

    random: np.random.Generator
    people: int
    outcomes: list[str]
    options: list[int]
    says: float = 0.5
    flagged: set[str] = field(default_factory=set)
    earlier: "Room | None" = None
    viewed: list[tuple[int, int]] = field(default_factory=list)
    log: list[list[object]] = field(default_factory=list)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    occasion: str = ""
    waits_for_reveal: bool = False
    frozen: int | None = None
    ledger: Ledger = field(default_factory=Ledger)
    shown: dict[str, dict[frozenset[Answer], None]] = field(default_factory=dict)
    drawing: np.random.Generator | None = None
    segments: list[frozenset[str]] = field(default_factory=list)
    targets: list[tuple[str, ...]] = field(default_factory=list)
    leaving: list[str] = field(default_factory=list)
    sizes: Sizes = field(default_factory=dict)
    framed: tuple[tuple[int, int], pd.DataFrame] | None = None

    @property
    def kinds(self) -> tuple[list[Group], ...]:
        """All groups that the questions make, crossings of the first question with the others, those without a flag."""
        groups = [Group(f"q{at}", f"{option}") for at, many in enumerate(self.options) for option in range(many)]
        crossings = [
            Group(f"q0+{other.question}", f"{one.option}+{other.option}")
            for one in groups
            for other in groups
            if one.question == "q0" != other.question
        ]
        return groups, crossings, [CAREFUL], careful_of(groups)

    @property
    def success(self) -> list[str]:
        """The success outcomes: every second one."""
        return self.outcomes[::2]

    @property
    def in_steps(self) -> dict[str, list[str]]:
        """The key outcomes of each job step."""
        return {step: self.outcomes[1::2][at :: len(STEPS)] for at, step in enumerate(STEPS)}

    def save(self, person: str, outcome: str) -> None:
        """Let a person answer, and perhaps say something about themselves; half a rating or none now and then."""
        importance, experience = self.random.integers(1, 6, 2).astype(float).tolist()
        kind = self.random.random()
        if kind < 0.1:
            importance = float("nan")
        does_not_apply = bool(kind < 0.05)
        if does_not_apply:
            experience = float("nan")
        self.log.append([len(self.log) + 1, person, outcome, importance, experience, does_not_apply])
        for question, many in enumerate(self.options):
            if (person, f"q{question}") not in self.profile and self.random.random() < self.says:
                self.profile[person, f"q{question}"] = str(self.random.integers(many))

    def say_late(self, person: str) -> None:
        """Let a person change what they said of themselves."""
        if self.options:
            question = int(self.random.integers(len(self.options)))
            self.profile[person, f"q{question}"] = str(self.random.integers(self.options[question]))

    def delete(self, person: str) -> None:
        """Let a person delete their answers: what is left tells neither who nor which."""
        self.gone.add(person)
        self.leaving.append(person)
        other = f"gone {person}"
        for row in self.log:
            if row[1] == person:
                kept = [ERASED if value == value else value for value in (row[3], row[4])]  # NaN is not itself
                row[1], row[3], row[4] = other, *kept
        self.profile = {key: option for key, option in self.profile.items() if key[0] != person}
        renamed = {person: other}
        members = {key: frozenset(renamed.get(one, one) for one in names) for key, names in self.ledger.members.items()}
        releases = tuple(
            replace(one, without=tuple(sorted(renamed.get(name, name) for name in one.without)))
            for one in self.ledger.releases
        )
        self.ledger = Ledger(releases, members)

    def look(self) -> None:
        """Let somebody look at everything that is shown now, and at a display that is frozen."""
        at = Occasion(self.occasion, is_moving=bool(self.occasion) or not self.waits_for_reveal)
        saves = self._release(at)
        if self.drawing:
            if self.drawing.random() < 0.5:
                self._draw_segments(saves, self.drawing)
            self._state_targets(saves, self.drawing.spawn(1)[0])
        numbers = shown_people(saves, self.ledger) | dict.fromkeys((EVERYBODY, CAREFUL), 0)
        for group in dict.fromkeys(group for _, group in self.ledger.current()):
            self._see(ratings_of(saves, shown_rows(saves, self.ledger, group)), numbers.get(group, 0))
        self._see_who_left()
        self.look_at_display()
        self._look_at_views()

    def _see_who_left(self) -> None:
        """See of which groups those are not who left since the last look, or are: of one person that tells."""
        before, self.sizes = self.sizes, sizes(self._frame(), self.ledger)
        one, *others = [*self.leaving, ""]
        if len(others) == 1 and tells_of_groups(one, before, self.sizes):
            self.shown.setdefault("people", {})[frozenset({(one, ())})] = None
        self.leaving = []

    def _draw_segments(self, saves: Mapping[str, Saves], random: np.random.Generator) -> None:
        """Draw segments of the last occasion, of few people too: those drawn before, a group or a chance part, nearly.

        A few people may be in another one than in what they are drawn like, or in none.
        """
        rated = pd.unique(ratings_of(saves, marked_rows(saves, self.ledger))["respondent"]).tolist()
        like = [[names] for (name, _), names in self.ledger.members.items() if name == self.ledger.occasion]
        known = [self.segments, like[random.integers(len(like))] if like else [], []][random.integers(3)]
        first = known or [frozenset(one for one in rated if random.random() < 0.5)]
        number = {name: at for at, names in enumerate(first, 1) for name in names}
        drawn = {name: number.get(name, 0) for name in rated}
        for name in rated[: random.choice([0, 0, 3, 6])]:
            drawn[name] = int(random.integers(-1, len(first) + 1))
        self.segments = [frozenset(name for name, one in drawn.items() if one == at) for at in range(len(first) + 1)]
        more = next_segments(saves, self.ledger, self.ledger.occasion, self.segments, self.kinds[0])
        self.ledger = self.ledger.plus(more)

    def _state_targets(self, saves: Mapping[str, Saves], random: np.random.Generator) -> None:
        """State a target or drop one, now and then, and see the reach of all: who rated which of its outcomes how."""
        if random.random() < 0.7 and len(self.outcomes) > 1:
            many = int(random.integers(2, len(self.outcomes) + 1))
            self.targets.append(tuple(sorted(random.choice(self.outcomes, many, replace=False).tolist())))
        del self.targets[: random.random() < 0.1]
        self.ledger = self.ledger.plus(next_targets(saves, self.ledger, self.targets))
        for outcomes in dict.fromkeys(self.targets):
            rated, given = ratings_of(saves, target_rows(saves, self.ledger, outcomes)), dict[str, tuple[float, ...]]()
            self._note(rated)
            for name, experience in rated.sort_values("outcome")[["respondent", "experience"]].itertuples(index=False):
                given[name.rpartition(" ")[2]] = (*given.get(name.rpartition(" ")[2], ()), experience)
            self.shown.setdefault(f"target {outcomes}", {})[frozenset(given.items())] = None

    def _look_at_views(self) -> None:
        """Let somebody look at the views that compare groups and rounds, where they can have moved."""
        rounds = [self.earlier, self] if self.earlier else [self]
        moved = [(len(one.ledger.releases), len(one.gone)) for one in rounds]
        if moved != self.viewed:
            self.viewed, snapshots = moved, [one.snapshot() for one in rounds]
            whole = [pooled({str(number): one for number, one in enumerate(snapshots)})] if self.earlier else []
            for snapshot in (snapshots[-1], *whole):
                self._see_cells(snapshot)
                self._see_pairs(snapshot)

    def snapshot(self) -> Snapshot:
        """Return what views compare that are made of the last occasion."""
        steps = tuple(Step(id=one, name=one) for one in STEPS)
        key = [Outcome(id=one, statement=one, step=step) for step, names in self.in_steps.items() for one in names]
        success = [Outcome(id=one, statement=one, dimension="social") for one in self.success]
        log, study = self._frame(), Study(title="Room", job="Meet", steps=steps, outcomes=(*key, *success))
        return occasion_snapshot(study, Released(saves_by_outcome(log), self.ledger))

    def freeze(self) -> None:
        """Freeze the display, or let it go on."""
        self.frozen = len(self.log) if self.frozen is None else None

    def look_at_display(self) -> None:
        """Let somebody look at the display that is frozen, if it is: it moves nothing on."""
        if self.frozen is not None:
            saves = self._release(Occasion("", is_moving=False))
            self._see(ratings_of(saves, shown_rows(saves, self.ledger, EVERYBODY, self.frozen)))

    def _release(self, at: Occasion) -> Mapping[str, Saves]:
        said = [(person, question, option) for (person, question), option in self.profile.items()]
        said += [(person, *CAREFUL) for person in sorted({str(row[1]) for row in self.log} - self.flagged)]
        profiles = pd.DataFrame(said, columns=["respondent", "question", "option"], dtype=str)
        saves = saves_by_outcome(self._frame())
        self.ledger = self.ledger.plus(next_releases(saves, self.ledger, profiles, self.kinds, at, self.frozen))
        return saves

    def _frame(self) -> pd.DataFrame:
        at = (len(self.log), len(self.gone))
        if self.framed is None or self.framed[0] != at:
            frame = pd.DataFrame(self.log, columns=COLUMNS).astype({"importance": float, "experience": float})
            self.framed = at, frame
        return self.framed[1]

    def _see(self, rated: pd.DataFrame, number: int = 0) -> None:
        """See ratings, and a number of people: where no outcome has as many, they are those who rated any."""
        self._note(rated)
        if number and number not in rated["outcome"].value_counts().tolist():
            raters = frozenset((name.rpartition(" ")[2], ()) for name in rated["respondent"])
            self.shown.setdefault("people", {})[raters] = None

    def _see_cells(self, snapshot: Snapshot) -> None:
        """See the ratings of a snapshot, and those of the cells that it shows."""
        ratings, groups, shown, careless = snapshot[:4]
        self._note(ratings)
        careful = ratings[ratings["respondent"].isin(careless.careful)]
        self._note(careful[careful["outcome"].isin(careless.outcomes)])
        members = groups.groupby(["question", "option"])["respondent"].agg(frozenset).to_dict()
        for cells, given in ((shown, ratings), (careless.shown, careful)):
            by_outcome = dict(tuple(given.groupby("outcome")))
            for outcome, question, option in cells.itertuples(index=False):
                rated = by_outcome[outcome]
                self._note(rated[[one in members[question, option] for one in rated["respondent"].tolist()]])

    def _see_pairs(self, snapshot: Snapshot) -> None:
        """See figures of who rated two job steps, or a success outcome and a step, where any may be shown."""
        seen = [[one] for one in self.success if one not in snapshot.apart]
        for pair, answers in rated_pairs(snapshot.ratings, seen, [names for names in self.in_steps.values() if names]):
            self.shown.setdefault(pair, {})[answers] = None

    def _note(self, ratings: pd.DataFrame) -> None:
        """Keep the answers of which figures were shown; a pool of rounds names people after these too."""
        answers: dict[str, list[Answer]] = {}
        columns = (ratings[name].tolist() for name in COLUMNS[1:5])
        for name, outcome, importance, experience in zip(*columns, strict=True):
            answers.setdefault(outcome, []).append((name.rpartition(" ")[2], (importance, experience)))
        for outcome, mine in answers.items():
            self.shown.setdefault(outcome, {})[frozenset(mine)] = None
