"""The weights that imported files gave, as views weigh by them."""

from collections.abc import Iterator, Mapping

import pandas as pd

from jtbd_core.live.snapshot import in_round
from jtbd_core.scoring.weights import capped


def file_weights(weights: Mapping[str, pd.DataFrame]) -> dict[str, float]:
    """Return the weights of respondents, named as in a snapshot, given those of each round, by number, of `Store`.

    They are in means of their round, so that none outweighs another by its scale. Weights above 5 times the median of
    their round are cut to it.
    """
    is_one = len(weights) == 1
    rounds = (_of_round("" if is_one else number, one) for number, one in weights.items() if len(one))
    return {name: weight for one in rounds for name, weight in one}


def _of_round(number: str, weights: pd.DataFrame) -> Iterator[tuple[str, float]]:
    given = capped(weights["weight"])
    names = in_round(number, weights["respondent"]) if number else weights["respondent"]
    yield from zip(names, given / given.mean(), strict=True)
