"""Scores weighted to the shares that a question's options have in the market, beside the plain ones.

A weighted score tells nothing beside the plain ones of groups that are shown: the weights are made of the numbers of
people of the options' groups, all of an option the same, so that each sum a weighted score is made of is one of the
sums of these groups and of the others. That holds where all these groups are shown of the outcome, to whom groups are
shown; of other outcomes nothing weighted is. The numbers are those of one of these outcomes, which most people rated:
released ones too. The shares come from elsewhere: viewers see them, and shares of the answers would be of groups that
are not released. Another question beside would weigh people by two answers, and tell of crossings.

Weights of an imported file are of single people, so that scores weighted by them are no sums of groups that are
released: of two such scores a viewer who knows the weights could compute somebody's answer. The facilitator alone, who
sees all answers, sees these.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.errors import UnusableRatings
from jtbd_core.live.findings import room_cache
from jtbd_core.live.snapshot import Snapshot
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.scoring.study_scores import ORDER, most_rated
from jtbd_core.scoring.table import order_by, score
from jtbd_core.scoring.weights import MOST, effective_n, rake
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from jtbd_core.wave.margin import Margin

Shares = tuple[tuple[str, float], ...]
"""Each option's id with its share of everybody, 0–1."""


OUT_OF_REACH = f"Too few people gave one of these answers: weights of {MOST:g} times the median do not reach its share."


class Row(NamedTuple):
    """An outcome's statement, its plain score, the weighted one, the 95 % interval of that, and both numbers."""

    statement: str
    plain: str
    weighted: str
    interval: str
    n: int
    n_eff: float


class Weighted(NamedTuple):
    """Weighted scores beside plain ones by kind of outcome, highest weighted first, or the refusal that says why not.

    `people` rated the one that most people rated; they say as much as `n_eff` people of equal weights. `hidden` are the
    statements of outcomes of which a group of the options is not shown.
    """

    people: int = 0
    n_eff: float = 0.0
    rows: Mapping[str, tuple[Row, ...]] = {}
    hidden: Mapping[str, tuple[str, ...]] = {}
    refusal: str = ""


def weighted_view(question: str, shares: Shares, study: Study, snapshot: Snapshot) -> Weighted:
    """Return the scores of a snapshot weighted to these shares of a question's options.

    Who gave none of these options keeps the mean weight. Weights above 5 times their median are cut (`rake`).
    """
    asked = snapshot.ratings if study.settings.asks_importance else snapshot.ratings.drop(columns="importance")
    groups = snapshot.groups[(snapshot.groups["question"] == question) & snapshot.groups["option"].isin(dict(shares))]
    whole = _whole(question, shares, snapshot)
    counted = groups[groups["respondent"].isin(_counted(asked, whole))]
    try:
        raked = rake(counted, {question: dict(shares)}) if whole else pd.Series(dtype=float)
    except UnusableRatings:
        return Weighted(refusal=OUT_OF_REACH)
    of_option = raked.groupby(counted.set_index("respondent")["option"]).first()
    return _beside(study, asked, groups.set_index("respondent")["option"].map(of_option), whole)


def file_weighted_view(study: Study, snapshot: Snapshot) -> Weighted:
    """Return the scores of a snapshot by the weights that imported files gave, for the facilitator alone.

    Weights count in means of their round; who has none has the mean one.
    """
    asked = snapshot.ratings if study.settings.asks_importance else snapshot.ratings.drop(columns="importance")
    try:
        return _beside(study, asked, pd.Series(snapshot.weights), set(asked["outcome"]))
    except UnusableRatings as cause:
        return Weighted(refusal=str(cause))


def _beside(study: Study, asked: pd.DataFrame, given: "pd.Series[float]", whole: set[str]) -> Weighted:
    """Return weighted beside plain scores of outcomes, those of others are hidden; who has no weight has that of 1."""
    weights = given.reindex(asked["respondent"].unique(), fill_value=1.0)
    kinds = {"success outcomes": study.success_outcomes, "key outcomes": study.key_outcomes}
    parts = {kind: asked[asked["outcome"].isin([one.id for one in outcomes])] for kind, outcomes in kinds.items()}
    shown = {kind: part[part["outcome"].isin(whole)] for kind, part in parts.items()}
    rows = {kind: _rows(study, kind, part, weights) for kind, part in shown.items() if len(part)}
    gone = {kind: set(part["outcome"]) - whole for kind, part in parts.items()}
    hidden = {kind: tuple(one.statement for one in kinds[kind] if one.id in gone[kind]) for kind in kinds}
    counted = _counted(asked, whole)
    return Weighted(len(counted), effective_n(weights[counted]), rows, hidden)


def _counted(asked: pd.DataFrame, whole: set[str]) -> "pd.Series[str]":
    """Return the people by whom groups are counted: who rated the one of these outcomes that most rated."""
    return most_rated(asked[asked["outcome"].isin(whole)])["respondent"]


def _whole(question: str, shares: Shares, snapshot: Snapshot) -> set[str]:
    """Return the outcomes of which the groups of all these options are shown."""
    cells = snapshot.shown[snapshot.shown["question"] == question]
    by_outcome = cells.groupby("outcome")["option"].agg(set)
    return {str(outcome) for outcome, options in by_outcome.items() if options >= set(dict(shares))}


def _rows(study: Study, kind: str, ratings: pd.DataFrame, weights: "pd.Series[float]") -> tuple[Row, ...]:
    by = order_by(ORDER[kind], study.settings.asks_importance)
    lengths = {one.id: study.instrument(one).points.length for one in study.outcomes}
    plain = score(ratings, study.readings(), by=by).set_index("outcome")
    weighted = score(ratings, study.readings(), by=by, weights=weights)
    plain["length"], weighted["length"] = plain.index.map(lengths), weighted["outcome"].map(lengths)
    statements, measure = {one.id: one.statement for one in study.outcomes}, MEASURES[by]
    return tuple(
        Row(
            statements[row["outcome"]],
            measure.measured(plain.loc[row["outcome"]]),
            measure.measured(row),
            measure.interval(row, measure.unit),
            int(row["n"]),
            float(row["n_eff"]),
        )
        for _, row in weighted.iterrows()
    )


def has_weights(store: Store, waves: Sequence[Wave]) -> bool:
    """Whether a file that one of the rounds was imported from had weights; looked up at most once a second."""
    return any(room_cache.get(("weights", one.id), partial(store.has_weights, one.id)) for one in waves)


def shown_margin(store: Store, study_id: str) -> Margin | None:
    """Return the margin that viewers of a study see weighted scores by; read at most once a second for all of them."""
    return room_cache.get(("margin", study_id), lambda: store.margin(study_id))
