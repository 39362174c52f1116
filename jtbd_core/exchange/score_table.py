"""Scores as a table for people: readable headings, intervals as text."""

import pandas as pd

HEADINGS = {
    "statement": "Outcome",
    "kind": "Kind",
    "step": "Job step",
    "tie_group": "Group",
    "n": "n",
    "importance": "Importance (0–10)",
    "satisfaction": "Satisfaction (0–10)",
    "opportunity": "Opportunity (0–20)",
    "opportunity_range": "Opportunity, 95 %",
    "value_wanted": "Value wanted (points)",
    "value_wanted_range": "Value wanted, 95 %",
    "share_short": "Falls short",
    "share_short_range": "Falls short, 95 %",
    "p_top": "Chance of top 5",
    "not_applicable": "Does not apply",
}
SHARES = ("share_short", "p_top", "not_applicable")


def score_table(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the frame of `jtbd_core.scoring.results` under readable headings; shares are in per cent.

    An outcome without scores has an empty n. Columns that say the same in every row, such as the job step of
    success outcomes, are left out.
    """
    table = scores.assign(n=scores["n"].astype("Int64").where(scores["n"] > 0))
    for name, pattern in (("opportunity", "{:.1f}–{:.1f}"), ("value_wanted", "{:.2f}–{:.2f}")):
        if name in table:
            table[f"{name}_range"] = _ranges(table, name, pattern)
    for name in SHARES:
        table[name] = 100 * table[name]
        for end in ("_low", "_high"):
            if name + end in table:
                table[name + end] = 100 * table[name + end]
    table["share_short_range"] = _ranges(table, "share_short", "{:.0f}–{:.0f} %")
    if table["step"].isna().all():
        table = table.drop(columns="step")
    else:
        table["step"] = table["step"].fillna("")
    shown = [name for name in HEADINGS if name in table]
    return table[shown].rename(columns=HEADINGS)


def _ranges(table: pd.DataFrame, name: str, pattern: str) -> list[str]:
    return [
        pattern.format(low, high) if low == low else ""  # NaN is not itself: nobody rated this one
        for low, high in zip(table[f"{name}_low"], table[f"{name}_high"], strict=True)
    ]
