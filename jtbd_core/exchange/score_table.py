"""Scores as a table to read or export: readable headings, intervals as text."""

from collections.abc import Mapping

import pandas as pd

from jtbd_core.exchange.long_table import neutralized
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.scoring.results import Results
from jtbd_core.study import Study

HEADINGS = {
    "statement": "Outcome",
    "kind": "Kind",
    "step": "Job step",
    "tie_group": "Tier",
    "n": "n",
    "importance": "Importance (0–10)",
    "satisfaction": "Satisfaction (0–10)",
    "opportunity": "Opportunity (0–20)",
    "opportunity_range": "Opportunity, 95 %",
    "opportunity_again": "Opportunity, expected",
    "unmet": "Matters and falls short",
    "unmet_range": "Matters and falls short, 95 %",
    "unmet_again": "Matters and falls short, expected",
    "value_wanted": "Value wanted (points)",
    "value_wanted_range": "Value wanted, 95 %",
    "value_wanted_again": "Value wanted, expected",
    "share_short": "Falls short",
    "share_short_range": "Falls short, 95 %",
    "share_short_again": "Falls short, expected",
    "p_top": "Chance of top 5",
    "not_applicable": "Does not apply",
}
FORMULAS = {
    "importance": "Importance I, 0–10: 10 × share who rated it as high as the cut of importance",
    "satisfaction": "Satisfaction S, 0–10: 10 × share whose experience reaches the anchor",
    "opportunity": "Opportunity, 0–20: I + max(I − S, 0)",
    "unmet": "Matters and falls short, 0–1: share to whom it is important and whose experience is below the anchor",
    "value_wanted": "Value wanted, points of the scale over everybody: mean of max(0, anchor − experience)",
    "value_wanted_share": "Value wanted as a share of the length of the scale, 0–1",
    "share_short": "Falls short, 0–1: share whose experience is below the anchor",
}
ENDINGS = {
    "": "",
    "_low": ", 95 % from",
    "_high": ", 95 % to",
    "_expected": ", expected when asked again",
    "_expected_low": ", expected, 95 % from",
    "_expected_high": ", expected, 95 % to",
}
AROUND = {
    "outcome": "Outcome id",
    "statement": "Outcome",
    "kind": "Kind",
    "step": "Job step",
    "polarity": "Polarity",
    "scale": "Scale of experience",
    "points": "Its points",
    "anchor": "Anchor",
    "cut": "Cut of importance",
    "n": "n: people who rated it",
}
RANKS = {
    "p_top": "Chance of being in the top 5 of its kind, 0–1",
    "rank_low": "Rank within its kind, 95 % from",
    "rank_high": "Rank within its kind, 95 % to",
    "rank_set_low": "Rank within its kind, right for all outcomes at once, 95 % from",
    "rank_set_high": "Rank within its kind, right for all outcomes at once, 95 % to",
    "p_high": "Chance that opportunity is above 12, 0–1",
    "p_extreme": "Chance that opportunity is above 15, 0–1",
    "tie_group": "Tier within its kind: with 95 % probability it holds the best of all outcomes from there down",
    "not_applicable": "Does not apply, 0–1: share of those shown",
}
PLAIN = ("statement", "kind", "step", "tie_group", "n", "importance", "satisfaction", "p_top", "not_applicable")
"""What a file of scores has beside the scores with intervals."""

SHARES = ("unmet", "share_short", "p_top", "not_applicable")


def score_table(scores: pd.DataFrame, *first: str) -> pd.DataFrame:
    """Return the frame of `jtbd_core.scoring.results` under readable headings; shares are in per cent.

    Right of the outcome stands each of the `first` scores, those by which rows are ordered, with its interval and what
    is expected of it.
    An outcome without scores has an empty n. Columns that say the same in every row, such as the job step of
    success outcomes, are left out.
    """
    table = scores.assign(n=scores["n"].astype("Int64").where(scores["n"] > 0))
    rows = [row for _, row in scores.iterrows()]
    for name, measure in MEASURES.items():
        if name in table:
            table[f"{name}_range"] = [measure.interval(row, measure.unit) if row["n"] > 0 else "" for row in rows]
            table[f"{name}_again"] = [measure.expected(row, measure.unit) if row["n"] > 0 else "" for row in rows]
    for name in table.columns.intersection(list(SHARES)):
        table[name] = 100 * table[name]
    if table["step"].isna().all():
        table = table.drop(columns="step")
    else:
        table["step"] = table["step"].fillna("")
    leading = [f"{name}{end}" for name in first for end in ("", "_range", "_again")]
    shown = [name for name in dict.fromkeys(("statement", *leading, *HEADINGS)) if name in table]
    return table[shown].rename(columns=HEADINGS)


def scores_csv(found: Results, about: Mapping[str, str]) -> bytes:
    """Return the scores of all outcomes as CSV that Excel opens as it is, each end of an interval a column of numbers.

    `about` are columns that are alike in every row, such as the study and the round, by their headings.
    """
    scores = found.all[[name for name in PLAIN if name in found.all]].round({"importance": 2, "satisfaction": 2})
    columns = {HEADINGS[name]: scores[name] for name in PLAIN if name in scores and name not in SHARES}
    columns["n"] = scores["n"].astype("Int64").where(scores["n"] > 0)
    for name, measure in MEASURES.items():
        for end, words in ENDINGS.items():
            if f"{name}{end}" in found.all:
                figures = (measure.per * found.all[f"{name}{end}"]).round(measure.decimals + 1)
                columns[f"{measure.title.capitalize()}{' (%)' if measure.unit else ''}{words}"] = figures
    columns |= {
        f"{HEADINGS[name]} (%)": (100 * scores[name]).round(1) for name in PLAIN if name in scores and name in SHARES
    }
    return neutralized(pd.DataFrame({**about, **columns})).to_csv(index=False).encode("utf-8-sig")


def all_scores(study: Study, found: Results) -> pd.DataFrame:
    """Return every score with all its digits, under headings that name formula, scale and interval."""
    instruments = {one.id: study.instrument(one) for one in study.outcomes}
    scores = found.all
    table = scores.assign(
        step=scores["step"].fillna(""),
        points=[str(instruments[outcome].points) for outcome in scores["outcome"]],
        anchor=[instruments[outcome].anchor for outcome in scores["outcome"]],
        cut=study.settings.importance.cut,
        value_wanted_share=scores["value_wanted"] / scores["length"],
    )
    formulas = {name: title for name, title in FORMULAS.items() if name in table}
    figures = {
        name + end: title if not end else title.partition(",")[0] + words
        for name, title in formulas.items()
        for end, words in ENDINGS.items()
    }
    headings = AROUND | figures | RANKS
    shown = table[[name for name in headings if name in table]]
    return shown.set_axis([headings[str(name)] for name in shown], axis="columns")
