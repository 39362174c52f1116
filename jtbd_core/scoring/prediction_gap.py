"""The gap between a team's prediction of the outcomes at the top and what people answered."""

from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

from jtbd_core.wave.stage import MOST_PREDICTED


class PredictionGap(NamedTuple):
    """The ids of outcomes by how a prediction met the answers.

    `hits` were expected and may be among the top; `misses` were expected and are not; `surprises` are surely among the
    top and nobody expected them. `by_chance` is how many hits as many picks at random would have.
    """

    hits: tuple[str, ...]
    misses: tuple[str, ...]
    surprises: tuple[str, ...]
    by_chance: float

    def sentence(self) -> str:
        """Say how well the team knew the answers."""
        expected = len(self.hits) + len(self.misses)
        found = f"{len(self.hits)} of the {expected} expected outcomes are at the top or tied with it"
        surprises = f"{len(self.surprises) or 'no'} sure surprise{'' if len(self.surprises) == 1 else 's'}"
        return f"{found} (picked at random: {self.by_chance:.1f}); {surprises}."


def prediction_gap(scores: pd.DataFrame, predicted: Collection[str], top: int = MOST_PREDICTED) -> PredictionGap | None:
    """Return how a prediction met one list of scores (columns as `score`, best first); None if it names none of them.

    Whatever stands in one tie group with the last place of the top may be there too. Surely among the top is an outcome
    whose simultaneous range of ranks ends there.
    """
    expected = [outcome for outcome in scores["outcome"] if outcome in set(predicted)]
    rated = scores[scores["n"] > 0]
    if not expected or rated.empty:
        return None
    group = rated["tie_group"].astype(int)
    may_be = rated.loc[group <= group.iloc[min(top, len(rated)) - 1], "outcome"]
    surely = rated.loc[rated["rank_set_high"] <= top, "outcome"] if len(rated) > top else rated["outcome"].head(0)
    return PredictionGap(
        hits=tuple(outcome for outcome in may_be if outcome in expected),
        misses=tuple(outcome for outcome in expected if outcome not in set(may_be)),
        surprises=tuple(outcome for outcome in surely if outcome not in expected),
        by_chance=len(expected) * len(may_be) / len(rated),
    )
