"""The results of a wave: scores joined with the words of the study, and what they say in a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from jtbd_core.scoring.posterior import posterior
from jtbd_core.scoring.ratings import rating_matrix
from jtbd_core.scoring.sureness import Sureness, sureness
from jtbd_core.scoring.table import DRAWS, SEED, score_table
from jtbd_core.scoring.verdicts import verdict
from jtbd_core.study import Outcome, Study

Scores = pd.DataFrame
"""Scores of outcomes joined with their words; `Results` says which columns."""


@dataclass(frozen=True, kw_only=True)
class Results:
    """Scores of one group in one wave; key and success outcomes are ranked apart.

    `key` and `success` have a row per outcome, best first, with the columns of `score` and `statement`,
    `kind`, `polarity`, `step` (name, missing for success outcomes) and `not_applicable` (share of those
    shown, 0–1). `people` rated at least one outcome. `by` is the score that orders them. `sure` tells by kind
    how sure the top of its list is, for kinds that have more outcomes than that.
    """

    people: int
    by: str
    key: Scores
    success: Scores
    sure: Mapping[str, Sureness]

    @property
    def all(self) -> Scores:
        """Both kinds in one frame, success outcomes first; ranks and tie groups hold within a kind."""
        return pd.concat([self.success, self.key], ignore_index=True)


def results(study: Study, ratings: pd.DataFrame, top: int = 5, fewest: int = 0) -> Results:
    """Score the ratings of a wave (columns as `Store.ratings`) against its study.

    An outcome rated by fewer than `fewest` people counts as not rated.
    """
    by = "opportunity" if study.settings.asks_importance else "value_wanted"
    kinds = {"success outcomes": study.success_outcomes, "key outcomes": study.key_outcomes}
    scores, sure = {}, {}
    for name, outcomes in kinds.items():
        part = _part(study, outcomes, ratings, fewest)
        matrix = rating_matrix(part, study.anchors())
        drawn = posterior(matrix, DRAWS, SEED)
        scores[name] = _told(study, outcomes, part, score_table(matrix, drawn, by, top, part["outcome"]))
        sure[name] = sureness(part, study.anchors(), by, top, (matrix, drawn))
    return Results(
        people=people(ratings),
        by=by,
        key=scores["key outcomes"],
        success=scores["success outcomes"],
        sure={name: found for name, found in sure.items() if found},
    )


def people(ratings: pd.DataFrame) -> int:
    """Return how many people rated at least one outcome."""
    return int(ratings.loc[ratings["experience"].notna(), "respondent"].nunique())


def headline(scores: Scores, noun: str) -> str:
    """Return what one kind of outcome shows in a sentence; `noun` is such as "success outcomes"."""
    rated = scores[scores["n"] > 0]
    if rated.empty:
        return f"No {noun} can be shown yet: too few people have rated them."
    first = rated.iloc[0]
    leaders = int((rated["tie_group"] == 1).sum())
    finding = f"“{first['statement']}”, {_leading_score(first)}; it {verdict(first)} of {first['n']} people."
    if len(rated) == 1:
        return finding
    if leaders == 1:
        return f"One of {len(rated)} {noun} stands out: {finding}"
    if leaders == len(rated):
        return f"The answers cannot tell {len(rated)} {noun} apart yet. The highest so far: {finding}"
    return f"{leaders} of {len(rated)} {noun} lead, too close to call. The highest: {finding}"


def _leading_score(row: "pd.Series[Any]") -> str:
    by, decimals = ("opportunity", 1) if "opportunity" in row else ("value_wanted", 2)
    value, low, high = (f"{row[name]:.{decimals}f}" for name in (by, f"{by}_low", f"{by}_high"))
    return f"{by.replace('_', ' ')} {value} ({low}–{high})"


def _part(study: Study, outcomes: tuple[Outcome, ...], ratings: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Return the ratings of some outcomes, with a row of nobody for each that too few people rated."""
    asked = ratings if study.settings.asks_importance else ratings.drop(columns="importance")
    ids = pd.Series([outcome.id for outcome in outcomes], dtype="str")
    mine = asked[asked["outcome"].isin(ids)]
    needed = [name for name in ("importance", "experience") if name in mine]
    raters = mine.dropna(subset=needed)["outcome"].value_counts().reindex(ids, fill_value=0)
    mine = mine[mine["outcome"].isin(raters.index[raters >= fewest])]
    missing = ids[~ids.isin(mine["outcome"].unique())]
    nobody = pd.DataFrame({"respondent": "", "outcome": missing}).reindex(columns=mine.columns)
    return pd.concat([mine, nobody], ignore_index=True) if len(nobody) else mine


def _told(study: Study, outcomes: tuple[Outcome, ...], ratings: pd.DataFrame, scores: Scores) -> Scores:
    """Return scores joined with the words of their outcomes."""
    step_names = {step.id: step.name for step in study.steps}
    words = pd.DataFrame(
        [(one.id, one.statement, one.kind, one.polarity, step_names.get(one.step or "")) for one in outcomes],
        columns=["outcome", "statement", "kind", "polarity", "step"],
    )
    shown = ratings.groupby("outcome")["not_applicable"].mean().rename("not_applicable")
    return scores.merge(words, on="outcome", how="left").merge(shown, on="outcome", how="left")
