"""Who rated two things, and how: what a figure of how they go together is of."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

import pandas as pd

from tests.privacy.adversary import Answer


def rated_pairs(
    ratings: pd.DataFrame, seen: Sequence[list[str]], steps: Sequence[list[str]]
) -> Iterator[tuple[str, frozenset[Answer]]]:
    """Yield the answers to each two job steps, and to each thing that is `seen` and a step, by the names of both."""
    given: dict[str, dict[str, tuple[float, ...]]] = {}
    for name, outcome, experience in ratings[["respondent", "outcome", "experience"]].itertuples(index=False):
        given.setdefault(outcome, {})[name.rpartition(" ")[2]] = (experience,)
    for first, second in [*product(seen, steps), *(combinations(steps, 2) if seen else ())]:
        people = set.intersection(*({who for one in part for who in given.get(one, ())} for part in (first, second)))
        answers = {who: tuple(given.get(one, {}).get(who, (0.0,))[0] for one in (*first, *second)) for who in people}
        if answers:
            yield f"{first} with {second}", frozenset(answers.items())
