"""All attacks together: nothing that is ever shown of a room tells of fewer than 5 people."""

from collections.abc import Iterator

import pytest

from jtbd_core.live import snapshot
from jtbd_core.privacy import outcome_ledger
from jtbd_core.privacy.row_space import Span
from tests.privacy.adversary import discloses
from tests.privacy.rooms import play, play_rounds

ROOMS, ROUNDS = 194, 6
SMALL = (16, 3)
"""The most people and outcomes of a room here; `python -m tests.bench.disclosure` plays larger ones, and more."""

CROSSED = 30
"""The most people of one of two rounds here."""


def disclosures(rooms: int, rounds: int = 0) -> Iterator[str]:
    """Play rooms, and pairs of rounds, and yield those in which the adversary learns what few people answered."""
    for kind, many, played, sizes in (("room", rooms, play, SMALL), ("rounds", rounds, play_rounds, (CROSSED,))):
        for seed in range(many):
            if any(map(discloses, played(seed, *sizes).figures())):
                yield f"{kind} {seed}"


def test_nobody_is_told() -> None:
    """Whatever happens in which order: the adversary learns of no 1 to 4 people, and is shown figures all the same."""
    assert list(disclosures(ROOMS, ROUNDS)) == []
    assert any(play(seed, *SMALL).shown for seed in range(5))


@pytest.mark.parametrize("rule", ["is_telling", "THRESHOLD", "without_pairs"])
def test_the_adversary_finds_what_a_rule_hides(monkeypatch: pytest.MonkeyPatch, rule: str) -> None:
    """With one rule switched off there are disclosures, and the adversary finds them."""
    if rule == "THRESHOLD":
        monkeypatch.setattr(outcome_ledger, rule, 1)
    elif rule == "without_pairs":
        monkeypatch.setattr(snapshot, rule, lambda *_: frozenset())
    else:
        monkeypatch.setattr(Span, rule, lambda _: False)
    assert any(disclosures(30))


def test_what_the_adversary_tells() -> None:
    """Two sets that differ by four people tell of them, by five they do not; nor do two halves of a room."""
    answers = [(f"p{n}", (5.0, 1.0)) for n in range(20)]
    everybody = frozenset(answers)
    assert discloses([everybody, frozenset(answers[4:])])
    assert not discloses([everybody, frozenset(answers[5:])])
    assert not discloses([everybody, frozenset(answers[:10]), frozenset(answers[10:])])
    three = [frozenset(answers[a:b]) for a, b in ((0, 7), (7, 13), (13, 19))]
    assert discloses([everybody, *three])  # the others are one
