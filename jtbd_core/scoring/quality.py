"""Quality flags for respondents whose answers may be careless: shown to the facilitator; nobody is dropped for them."""

import pandas as pd

SECONDS_OF_A_SPEEDER = 2.0
"""Who takes less for the median card cannot have read it."""

FEWEST_ITEMS = 10
"""The least outcomes of a straight line: the same answer to fewer can be an opinion."""


def quality_flags(ratings: pd.DataFrame, cards: pd.DataFrame) -> pd.DataFrame:
    """Return a row per respondent: respondent, speeder, straight_line, took_bait.

    A speeder's median card took less than 2 s; nobody is one whose times are not known. A straight line is the same
    answer to one question, importance or experience, on 10 outcomes or more: an individual response variability of 0.
    `took_bait` says that a respondent filled in the honeypot, a field that people do not see.
    The frames are as the verbs `ratings` and `cards` of `Store` give them.
    """
    people = pd.Index(ratings["respondent"].unique(), name="respondent")
    is_fast = cards.groupby("respondent")["seconds"].median() < SECONDS_OF_A_SPEEDER
    is_straight = pd.Series(False, index=people)
    for question in ("importance", "experience"):
        given = ratings.groupby("respondent")[question].agg(["count", "nunique"])
        is_straight |= ((given["count"] >= FEWEST_ITEMS) & (given["nunique"] == 1)).reindex(people)
    is_baited = cards.groupby("respondent")["took_bait"].any()
    flags = {
        "speeder": is_fast.reindex(people, fill_value=False),
        "straight_line": is_straight,
        "took_bait": is_baited.reindex(people, fill_value=False),
    }
    return pd.DataFrame(flags, index=people).reset_index()
