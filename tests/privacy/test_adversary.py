"""All attacks together: nothing that is ever shown of a room tells of fewer than 5 people."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from jtbd_core.live import snapshot
from jtbd_core.privacy import THRESHOLD, outcome_ledger, saves, segments, targets
from jtbd_core.privacy.outcome_ledger import OutcomeLedger
from jtbd_core.privacy.row_space import Span
from jtbd_core.wave import Group
from jtbd_core.wave.ledger import SEGMENT, Release
from tests.privacy.adversary import discloses
from tests.privacy.figures import figures
from tests.privacy.rooms import play, play_rounds

ROOMS, ROUNDS = 190, 10
SMALL = (16, 3)
"""The most people and outcomes of a room here; `python -m tests.bench.disclosure` plays larger ones, and more."""

RULES = ("is_telling", "THRESHOLD", "without_pairs", "segments", "targets", "counted", "is_covered")

CROSSED = 30
"""The most people of one of two rounds here."""


class Unheld(OutcomeLedger):
    """A ledger that releases whatever sets there are of enough people."""

    def release_groups(self, groups: Sequence[Group], marked: Release) -> None:
        """Release all groups."""
        found = [replace(marked, group=group) for group in groups]
        self.releases += [one for one in found if self.members(one).sum() >= THRESHOLD]

    def is_safe(self, *candidates: Release) -> bool:
        """Take all sets of enough people for safe."""
        return all(self.members(one).sum() >= THRESHOLD for one in candidates)


def disclosures(rooms: int, rounds: int = 0) -> Iterator[str]:
    """Play rooms, and pairs of rounds, and yield those in which the adversary learns what few people answered."""
    for kind, many, played, sizes in (("room", rooms, play, SMALL), ("rounds", rounds, play_rounds, (CROSSED,))):
        for seed in range(many):
            if any(map(discloses, figures(played(seed, *sizes)))):
                yield f"{kind} {seed}"


def test_nobody_is_told() -> None:
    """Whatever happens in which order: the adversary learns of no 1 to 4 people, and is shown figures all the same."""
    assert list(disclosures(ROOMS, ROUNDS)) == []
    rounds = [play_rounds(seed, CROSSED) for seed in range(ROUNDS)]
    assert all(one.shown for one in rounds)
    seen = {one.group.question for played in rounds for one in played.ledger.releases}
    assert {SEGMENT, f"{SEGMENT}+q0"} <= seen


@pytest.mark.parametrize("rule", RULES)
def test_the_adversary_finds_what_a_rule_hides(monkeypatch: pytest.MonkeyPatch, rule: str) -> None:
    """With one rule switched off there are disclosures, and the adversary finds them."""
    if rule == "THRESHOLD":
        monkeypatch.setattr(outcome_ledger, rule, 1)
    elif rule == "without_pairs":
        monkeypatch.setattr(snapshot, rule, lambda *_: frozenset())
    elif rule == "is_covered":
        monkeypatch.setattr(outcome_ledger, rule, lambda *_: True)
    elif rule == "counted":
        monkeypatch.setattr(saves, rule, lambda *_: ())
    elif rule == "segments":
        monkeypatch.setattr(segments, "OutcomeLedger", Unheld)
    elif rule == "targets":
        monkeypatch.setattr(targets, "OutcomeLedger", Unheld)
    else:
        monkeypatch.setattr(Span, rule, lambda _: False)
    assert any(disclosures(ROOMS))


def test_what_the_adversary_tells() -> None:
    """Two sets that differ by four people tell of them, by five they do not; nor do two halves of a room."""
    answers = [(f"p{n}", (5.0, 1.0)) for n in range(20)]
    everybody = frozenset(answers)
    assert discloses([everybody, frozenset(answers[4:])])
    assert not discloses([everybody, frozenset(answers[5:])])
    assert not discloses([everybody, frozenset(answers[:10]), frozenset(answers[10:])])
    three = [frozenset(answers[a:b]) for a, b in ((0, 7), (7, 13), (13, 19))]
    assert discloses([everybody, *three])  # the others are one
