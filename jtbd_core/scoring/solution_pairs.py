"""Two solutions side by side: for how many of their users each outcome is met, and which differences are no noise."""

import pandas as pd

from jtbd_core.scoring.compare import comparisons
from jtbd_core.scoring.readings import Anchor
from jtbd_core.scoring.solution_scores import SOLUTION

SHARES = ["first", "second", "difference", "difference_low", "difference_high"]
COLUMNS = ["outcome", "n_first", "n_second", *SHARES, "is_apart"]


def solution_pair(
    ratings: pd.DataFrame,
    groups: pd.DataFrame,
    anchor: Anchor,
    solutions: tuple[str, str],
    shown: pd.DataFrame,
) -> pd.DataFrame:
    """Return the share of people for whom each outcome is met with two solutions.

    Outcomes are those of which both cells of the question "solution" are `shown` (`outcome, question, option`).
    Columns: `outcome, n_first, n_second`; `first, second`, the shares (0–1); `difference`, first − second, with its
    95 % limits; `is_apart`, whether it is beyond noise (`compare`). Those that are come first, the largest at their
    head.
    """
    cells = shown[(shown["question"] == SOLUTION) & shown["option"].isin(solutions)]
    both = cells["outcome"].value_counts()
    users = groups[(groups["question"] == SOLUTION) & groups["option"].isin(solutions)]
    asked = ratings["outcome"].isin(both.index[both == 2]) & ratings["respondent"].isin(users["respondent"])
    if not asked.any():
        return pd.DataFrame(columns=COLUMNS)
    found = comparisons(ratings[asked], users, anchor, ("satisfaction",))["satisfaction"].table
    table = found[found["option"] == solutions[0]].rename(
        columns={"n": "n_first", "n_others": "n_second", "score": "first", "others": "second", "is_marked": "is_apart"}
    )
    table[SHARES] = table[SHARES] / 10
    order = table.assign(size=table["difference"].abs()).sort_values(
        ["is_apart", "size"], ascending=False, kind="stable"
    )
    return order[COLUMNS].reset_index(drop=True)
