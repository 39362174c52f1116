"""Above 4,096 respondents blocks of people are weighted: the figures stay what they were."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.scoring import posterior
from jtbd_core.scoring.ratings import rating_matrix

PEOPLE, OUTCOMES = 6000, 6


@pytest.fixture(scope="module")
def ratings() -> pd.DataFrame:
    """Return ratings in which people who like one outcome like the others too, some of them missing."""
    random = np.random.default_rng(8)
    mood = random.normal(size=(PEOPLE, 1))
    means = np.linspace(2.8, 3.2, OUTCOMES)
    experience = np.clip(np.rint(means + mood + random.normal(size=(PEOPLE, OUTCOMES))), 1, 5)
    experience[random.random((PEOPLE, OUTCOMES)) < 0.2] = np.nan
    return pd.DataFrame(
        {
            "respondent": np.repeat(np.arange(PEOPLE), OUTCOMES),
            "outcome": np.tile([f"o{number}" for number in range(OUTCOMES)], PEOPLE),
            "importance": random.integers(1, 6, PEOPLE * OUTCOMES).astype(float),
            "experience": experience.ravel(),
        }
    )


def test_blocks_agree_with_weighting_everybody(ratings: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits, chances and ranks are those of one weight per respondent, within the noise of 4,000 draws."""
    blocked = score(ratings, top=2).set_index("outcome")
    monkeypatch.setattr(posterior, "BLOCKS", PEOPLE)
    exact = score(ratings, top=2).set_index("outcome").loc[blocked.index]
    for name in ("importance", "satisfaction", "opportunity", "value_wanted", "share_short"):
        assert (blocked[name] == exact[name]).all()
        width = exact[name + "_high"] - exact[name + "_low"]
        for ending in ("_low", "_high"):
            assert ((blocked[name + ending] - exact[name + ending]).abs() < 0.06 * width).all()
    assert ((blocked["p_top"] - exact["p_top"]).abs() < 0.06).all()
    assert ((blocked[["rank_low", "rank_high"]] - exact[["rank_low", "rank_high"]]).abs() <= 1).all(axis=None)


def test_blocks_keep_outcomes_correlated(ratings: pd.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    """The draws of two outcomes that the same people like go together as much as with one weight each."""
    matrix = rating_matrix(ratings, 4)
    by_block = posterior.posterior(matrix, 4000, 0)
    monkeypatch.setattr(posterior, "BLOCKS", PEOPLE)
    by_person = posterior.posterior(matrix, 4000, 0)
    assert len(by_block.units) < len(by_person.units)
    correlations = [np.corrcoef(drawn.joint["satisfaction"]) for drawn in (by_block, by_person)]
    assert correlations[1][0, 1] > 0.2
    assert np.abs(correlations[0] - correlations[1]).max() < 0.08
