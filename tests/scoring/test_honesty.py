"""What is claimed of a study is true as often as it is said: six cells of `tests.bench.honesty`, with fewer studies."""

import pytest

from jtbd_core.scoring import posterior
from tests.claims import Cell, Claims, claims_of, split_claims, trial
from tests.rates import Aim, aims, rate_of, verdict_of

STUDIES = 20
FLAT = Cell("flat", 12, 60)
CELLS = (
    FLAT,
    Cell("odi", 12, 60),
    Cell("few", 12, 12),
    Cell("few", 30, 12),
    Cell("odi", 30, 12, anchor=3),
    Cell("spread", 12, 12, is_half=True),
)

Figures = dict[Cell, list[Claims]]


@pytest.fixture(scope="module")
def figures() -> Figures:
    """Return the claims of the studies of each cell."""
    return {cell: claims_in(cell) for cell in CELLS}


def claims_in(cell: Cell) -> list[Claims]:
    """Return the claims of each study of a cell, and of as many rooms that may be split."""
    found = [claims_of(trial(cell, study)) for study in range(STUDIES)]
    return [one | split for one, split in zip(found, split_claims(cell, STUDIES), strict=True)]


@pytest.mark.parametrize("aim", aims("opportunity"), ids=str)
def test_an_aim_is_met(figures: Figures, aim: Aim) -> None:
    """The rate, over all cells or in each, is within its standard errors of what it must be."""
    found = verdict_of(aim, figures)
    assert found.is_met, found


def test_without_the_learned_prior_the_leader_owes_its_lead_to_luck(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the plain posterior the leader of outcomes that differ little is expected several points too high."""
    monkeypatch.setattr(posterior, "learned_prior", lambda *_: None)
    studies = [claims_of(trial(FLAT, study, draws=200)) for study in range(STUDIES)]
    assert rate_of(studies, "leader's excess").value > 3
    assert not verdict_of(aims("opportunity")[0], {FLAT: studies}).is_met
