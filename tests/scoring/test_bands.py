"""The probabilities of Ulwick's bands."""

import numpy as np

from jtbd_core.scoring.bands import p_bands
from jtbd_core.scoring.posterior import posterior
from jtbd_core.scoring.ratings import rating_matrix
from tests.scoring.samples import group_of


def test_p_bands_tell_of_the_expected_score() -> None:
    """What fails everybody is extreme almost surely, what fails two of three likely high, what serves all neither."""
    ratings = group_of(range(40), [1, 1, 4, 1, 1, 4, 4, 4, 4, 1, 1, 1], ("a", "b", "c"))
    chances = p_bands(posterior(rating_matrix(ratings, 4), 1000, 0))
    assert set(chances) == {"p_high", "p_extreme"}
    assert (chances["p_extreme"] <= chances["p_high"]).all()
    assert np.all((chances["p_extreme"] >= 0) & (chances["p_high"] <= 1))
