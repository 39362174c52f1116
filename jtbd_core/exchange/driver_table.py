"""Which job steps success outcomes go with, as a table to read or export: readable headings, shares in per cent."""

import pandas as pd

LEAST_P = 0.01
"""Below it a p-value is told as less than this."""


def driver_table(found: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of `drivers`, with `statement`, for people; outcomes of too few answers have empty figures."""
    shares = {
        "Goes with it, %": _per_cent(found["share"]),
        "95 %": _interval(found, "share"),
        "All steps, %": _per_cent(found["r2"]),
    }
    return pd.DataFrame(
        {
            "Success outcome": found["statement"],
            "Job step": found["step"],
            **shares,
            "n": found["n"],
            "p": [f"{p:.2f}" if p >= LEAST_P else "< 0.01" if p == p else "" for p in found["p"]],
            "Stands out": found["stands_out"].map({True: "yes", False: ""}),
            "Direction": found["is_opposite"].map({True: "the other way round", False: ""}),
        }
    )


def _per_cent(shares: pd.Series) -> pd.Series:
    return (100 * shares).round().astype("Int64")


def _interval(found: pd.DataFrame, name: str) -> list[str]:
    ends = zip(found[f"{name}_low"], found[f"{name}_high"], strict=True)
    return [f"{100 * low:.0f}–{100 * high:.0f}" if low == low else "" for low, high in ends]
