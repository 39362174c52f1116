"""Scores of a ratings file by the weights in one of its columns, and what is said of these."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from jtbd_core.exchange.ratings_file import RatingsFile
    from jtbd_core.study.scale import Reading


def weighted_scores(
    read: "RatingsFile", ratings: "pd.DataFrame", how: "Reading", top: int, by: str, seed: int
) -> "pd.DataFrame":
    """Return the weighted scores, with the score that decides the order without weights as `<by>_plain`."""
    import pandas as pd

    from jtbd_core.scoring import score
    from jtbd_core.scoring.ratings import rating_matrix
    from jtbd_core.scoring.table import order_by
    from jtbd_core.scoring.weights import capped

    weights = capped(pd.Series(read.weights))
    scores = score(ratings, anchor=how, top=top, by=by, seed=seed, weights=weights)
    matrix = rating_matrix(ratings, how)
    by = order_by(by, matrix.has_importance)
    plain = pd.Series(matrix.scores[by], index=list(matrix.outcomes))
    return scores.assign(**{f"{by}_plain": plain[scores["outcome"]].to_numpy()})


def said_weighting(read: "RatingsFile", weight: str) -> str:
    """Return how the scores are weighted, how many weights were cut, and how much all people then say."""
    import pandas as pd

    from jtbd_core.scoring.weights import MOST, capped, effective_n

    given = pd.Series(read.weights)
    weights = capped(given)
    cut = (
        f", {many:,} of {len(given):,} weights cut to {MOST:g} × their median" if (many := sum(weights < given)) else ""
    )
    return (
        f"Weighted by {weight}{cut}. n_eff = (Σw)² / Σw² is {effective_n(weights):,.1f} for all respondents; plain is "
        "the score without weights."
    )
