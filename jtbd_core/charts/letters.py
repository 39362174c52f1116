"""The letters that name outcomes on the landscape, and stand before their statements in the list."""

import pandas as pd

LETTERS = "ABCDEFGH"


def letters(scores: pd.DataFrame) -> dict[str, str]:
    """Return the letter of each outcome that the landscape labels: those at the top, at most eight, best first.

    Of the letters each kind has half, and what the other does not need.
    """
    top = scores[(scores["n"] > 0) & (scores["tie_group"] == 1)]
    is_key = top["kind"] == "key outcome"
    most, key = len(LETTERS), int(is_key.sum())
    key = min(key, max(most // 2, most - (len(top) - key)))
    place = top.groupby(is_key).cumcount()
    return dict(zip(top.loc[place < is_key.map({True: key, False: most - key}), "outcome"], LETTERS, strict=False))
