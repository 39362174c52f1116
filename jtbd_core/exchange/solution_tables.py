"""Two solutions side by side as a table to read or export: readable headings, shares in per cent."""

import pandas as pd


def pair_table(pair: pd.DataFrame, names: tuple[str, str]) -> pd.DataFrame:
    """Return the rows of `solution_pair`, with `statement` and `kind`, for people."""
    low, high = ((100 * pair[f"difference_{end}"]).round().astype(int) for end in ("low", "high"))
    better = (pair["difference"] > 0).map({True: f"{names[0]} better", False: f"{names[1]} better"})
    return pd.DataFrame(
        {
            "Outcome": pair["statement"],
            "Difference": (100 * pair["difference"]).round().astype(int),
            "95 %": [f"{one:+d} to {other:+d}".replace("-", "−") for one, other in zip(low, high, strict=True)],
            "Verdict": better.where(pair["is_apart"].astype(bool), "cannot tell"),
            "Kind": pair["kind"],
            f"{names[0]}, % met": (100 * pair["first"]).round().astype(int),
            f"{names[1]}, % met": (100 * pair["second"]).round().astype(int),
            f"n, {names[0]}": pair["n_first"],
            f"n, {names[1]}": pair["n_second"],
        }
    )
