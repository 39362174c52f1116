"""Differences between groups as a table to read or export: readable headings, intervals and p-values as text."""

import pandas as pd

from jtbd_core.scoring.measures import MEASURES

LEAST_P = 0.01
"""Below it a p-value is told as less than this."""


def difference_table(table: pd.DataFrame, by: str, questions: dict[str, str]) -> pd.DataFrame:
    """Return the rows of a comparison by a score, marked ones first; shares are in per cent.

    `table` has the columns of `compare` and `statement, group, mark`; `questions` are the words of each, by id.
    """
    measure = MEASURES[by]
    largest = table["difference"].abs().where(table["mark"] != "", -1.0)
    rows = table.loc[largest.sort_values(ascending=False, kind="stable").index]
    intervals = [
        f"{measure.signed(low)} to {measure.signed(high)}"
        for low, high in zip(rows["difference_low"], rows["difference_high"], strict=True)
    ]
    return pd.DataFrame(
        {
            "Outcome": rows["statement"],
            "Group": rows["group"],
            f"{measure.title.capitalize()}": (measure.per * rows["score"]).round(measure.decimals),
            "Others": (measure.per * rows["others"]).round(measure.decimals),
            "Difference": (measure.per * rows["difference"]).round(measure.decimals),
            "95 %": intervals,
            "Beyond noise": rows["mark"],
            "Question": rows["question"].map(questions),
            "n": rows["n"],
            "n, others": rows["n_others"],
            "p": [f"{p:.2f}" if p >= LEAST_P else "< 0.01" if p == p else "" for p in rows["p"]],
        }
    ).reset_index(drop=True)
