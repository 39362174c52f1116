"""Whether the 95 % intervals hold the truth in 95 % of studies, from eight people up."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score

STUDIES = 250
"""Per truth; with six truths the coverage is known to ±1.1 points (two standard errors)."""

TRUTHS = [(4.3, 2.6, 0.0), (4.0, 3.2, 0.3), (3.5, 3.5, 0.3), (3.0, 4.0, 0.5), (4.6, 1.8, -0.2), (2.6, 2.4, 0.0)]
"""Mean importance, mean experience and their correlation: underserved, middling, overserved, extreme, unimportant."""

JUDGED = ["opportunity", "unmet", "value_wanted", "share_short"]


def population(mean_importance: float, mean_experience: float, correlation: float) -> np.ndarray:
    """Return a population of 100,000 pairs of ratings, rounded from correlated normal opinions."""
    opinions = np.random.default_rng(5).multivariate_normal(
        [mean_importance, mean_experience], np.array([[1, correlation], [correlation, 1]]) * 1.2, 100_000
    )
    return np.clip(np.rint(opinions), 1, 5)


def truth_of(pairs: np.ndarray) -> dict[str, float]:
    """Return the scores of a whole population, worked out without the code under test."""
    important, satisfied = 10 * np.mean(pairs[:, 0] >= 4), 10 * np.mean(pairs[:, 1] >= 4)
    return {
        "opportunity": important + max(important - satisfied, 0),
        "unmet": float(np.mean((pairs[:, 0] >= 4) & (pairs[:, 1] < 4))),
        "value_wanted": float(np.mean(np.maximum(4 - pairs[:, 1], 0))),
        "share_short": float(np.mean(pairs[:, 1] < 4)),
    }


@pytest.mark.parametrize("people", [8, 20, 200])
def test_intervals_cover_the_truth(people: int) -> None:
    """Each outcome is one study of its own: 92 to 97 of 100 intervals hold the truth, for every score."""
    studies, truths = [], {}
    for place, settings in enumerate(TRUTHS):
        pairs = population(*settings)
        drawn = pairs[np.random.default_rng([people, place]).integers(0, len(pairs), (people, STUDIES))]
        names = [f"{place} {number}" for number in range(STUDIES)]
        truths |= dict.fromkeys(names, truth_of(pairs))
        respondents = np.repeat(np.arange(people), STUDIES)
        values = {"importance": drawn[..., 0].ravel(), "experience": drawn[..., 1].ravel()}
        studies.append(pd.DataFrame({"respondent": respondents, "outcome": np.tile(names, people)} | values))
    table = score(pd.concat(studies), draws=1000).set_index("outcome")
    truth = pd.DataFrame(truths).T.loc[table.index]
    for name in JUDGED:
        covered = (table[name + "_low"] <= truth[name]) & (truth[name] <= table[name + "_high"])
        assert 0.92 <= covered.mean() <= 0.97, name
