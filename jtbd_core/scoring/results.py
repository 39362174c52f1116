"""The results of one group in one wave, and the changes between two, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import pandas as pd

from jtbd_core.scoring.delivered import SHARES
from jtbd_core.scoring.measures import fewer_decimals
from jtbd_core.scoring.sureness import Sureness
from jtbd_core.study import Outcome

Scores = pd.DataFrame
"""Scores of outcomes joined with their words; `Results` says which columns."""


SHOWN_DECIMALS = {
    "importance": 1,
    "satisfaction": 1,
    "opportunity": 1,
    "unmet": 2,
    "value_wanted": 2,
    "share_short": 2,
    **dict.fromkeys(SHARES, 2),
    "p_top": 2,
    "p_high": 2,
    "p_extreme": 2,
    "not_applicable": 2,
}
"""How many decimals are shown of each score; of shares 2, which are whole per cent."""


def leaves_out_zero(low: pd.Series, high: pd.Series, by: str) -> "pd.Series[bool]":
    """Return which intervals of differences of a score leave out 0 as they are printed: words go by printed figures."""
    decimals = SHOWN_DECIMALS[by]
    return (low.astype(float).round(decimals) > 0) | (high.astype(float).round(decimals) < 0)


@dataclass(frozen=True, kw_only=True)
class Results:
    """Scores of one group in one wave; key and success outcomes are ranked apart.

    `key` and `success` have a row per outcome, best first, with the columns of `score` and `statement`,
    `kind`, `polarity`, `step` (name, missing for success outcomes), `scale` (its name), `length` (points between its
    ends), `deepest` (points between its anchor and its lowest code), the shares of `delivered` and, where the ratings
    say it, `not_applicable` (share of those shown, 0–1). Where Ulwick's bands hold for a kind there are `p_high` and
    `p_extreme` too (`bands`).
    `people` rated at least one outcome. `by` maps "success outcomes" and "key outcomes" to the score that orders them,
    and `sure` to how sure the top of that list is, where it has more outcomes than its top.
    """

    people: int
    by: Mapping[str, str]
    key: Scores
    success: Scores
    sure: Mapping[str, Sureness]

    @property
    def all(self) -> Scores:
        """Both kinds in one frame, success outcomes first; ranks and tie groups hold within a kind."""
        return pd.concat([self.success, self.key], ignore_index=True)

    @property
    def rated(self) -> dict[str, Scores]:
        """The scores of each kind of outcome that has ratings, by its name, success outcomes first."""
        both = {"success outcomes": self.success, "key outcomes": self.key}
        return {kind: scores for kind, scores in both.items() if len(scores) and scores["n"].sum()}


Verdict = Literal["less", "more", "cannot tell", "unchanged"]


class Changes(NamedTuple):
    """The scores of outcomes by round, and how they changed between two rounds, of both kinds of outcome.

    `by` maps "success outcomes" and "key outcomes" to the score that is compared. `scores` has a row per round and
    outcome: `round, outcome, n, score, low, high` (95 % interval). `changed` has a row per outcome that both rounds
    rated: `outcome, n_before, before, n, now, difference, difference_low, difference_high, p, is_marked, verdict,
    step, within`; the marks of all its rows are false in 5 % at most. `verdict` is one of `Verdict`; of the unchanged
    `within` is the least multiple of `step`, the margin of the score, that the interval of the difference keeps to.
    """

    by: Mapping[str, str]
    scores: pd.DataFrame
    changed: pd.DataFrame

    def of_kind(self, outcomes: Sequence[Outcome]) -> "Changes":
        """Return the part of these outcomes."""
        ids = [one.id for one in outcomes]
        scores, changed = (table[table["outcome"].isin(ids)] for table in (self.scores, self.changed))
        return self._replace(scores=scores, changed=changed)


def rounded(found: Results) -> Results:
    """Return results with their figures rounded to the decimals that are shown of them.

    Whole digits of a score of few people, with its limits, tell of each of their answers.
    """
    return replace(
        found, key=found.key.round(_decimals(found.key)), success=found.success.round(_decimals(found.success))
    )


def _decimals(scores: Scores) -> dict[str, int]:
    limits = ("", "_low", "_high")
    ends = [f"{name}{limit}" for name in ("", "_expected") for limit in limits]
    length = int(scores["length"].max()) if len(scores) else 0
    return {
        f"{name}{end}": places - fewer_decimals(name, length)
        for name, places in SHOWN_DECIMALS.items()
        for end in ends
        if f"{name}{end}" in scores
    }
