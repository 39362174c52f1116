"""The letters that name outcomes on the landscapes, and stand before their statements in the lists."""

from string import ascii_uppercase

import pandas as pd

MOST = 8


def letters(scores: pd.DataFrame) -> dict[str, str]:
    """Return the letter of each outcome that contends for the first place of its kind, at most `MOST` a kind.

    Scores hold both kinds, best first within a kind; the letters of success outcomes come first.
    """
    top = scores[(scores["n"] > 0) & (scores["tie_group"] == 1)]
    is_key = top["kind"] == "key outcome"
    named = [*top.loc[~is_key, "outcome"].head(MOST), *top.loc[is_key, "outcome"].head(MOST)]
    return dict(zip(named, ascii_uppercase, strict=False))
