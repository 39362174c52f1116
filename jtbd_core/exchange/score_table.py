"""Scores as a table to read or export: readable headings, intervals as text."""

import pandas as pd

from jtbd_core.scoring.results import Results
from jtbd_core.study import Study

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
FORMULAS = {
    "importance": "Importance I, 0–10: 10 × share who rated it 4 or 5",
    "satisfaction": "Satisfaction S, 0–10: 10 × share whose experience reaches the anchor",
    "opportunity": "Opportunity, 0–20: I + max(I − S, 0)",
    "value_wanted": "Value wanted, scale points: mean of max(0, anchor − experience)",
    "share_short": "Falls short, 0–1: share whose experience is below the anchor",
}
AROUND = {
    "outcome": "Outcome id",
    "statement": "Outcome",
    "kind": "Kind",
    "step": "Job step",
    "polarity": "Polarity",
    "scale": "Scale of experience, 1–5",
    "anchor": "Anchor",
    "n": "n: people who rated it",
}
RANKS = {
    "p_top": "Chance of being in the top 5 of its kind, 0–1",
    "rank_low": "Rank within its kind, 95 % from",
    "rank_high": "Rank within its kind, 95 % to",
    "tie_group": "Group within its kind: outcomes of one group cannot be told apart",
    "not_applicable": "Does not apply, 0–1: share of those shown",
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
    for name in table.columns.intersection(list(SHARES)):
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


def all_scores(study: Study, found: Results) -> pd.DataFrame:
    """Return every score with all its digits, under headings that name formula, scale and interval."""
    instruments = {one.id: study.instrument(one) for one in study.outcomes}
    scores = found.all
    table = scores.assign(
        step=scores["step"].fillna(""),
        scale=[instruments[outcome].scale for outcome in scores["outcome"]],
        anchor=[instruments[outcome].anchor for outcome in scores["outcome"]],
    )
    intervals = [
        {
            name: title,
            f"{name}_low": f"{title.partition(',')[0]}, 95 % from",
            f"{name}_high": f"{title.partition(',')[0]}, 95 % to",
        }
        for name, title in FORMULAS.items()
        if name in table
    ]
    headings = AROUND | {name: title for one in intervals for name, title in one.items()} | RANKS
    shown = table[[name for name in headings if name in table]]
    return shown.set_axis([headings[str(name)] for name in shown], axis="columns")


def _ranges(table: pd.DataFrame, name: str, pattern: str) -> list[str]:
    return [
        pattern.format(low, high) if low == low else ""  # NaN is not itself: nobody rated this one
        for low, high in zip(table[f"{name}_low"], table[f"{name}_high"], strict=True)
    ]
