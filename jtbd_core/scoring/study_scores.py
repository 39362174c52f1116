"""The ratings of a wave scored against its study: key and success outcomes apart, joined with their statements."""

from dataclasses import replace

import numpy as np
import pandas as pd

from jtbd_core.scoring.bands import p_bands
from jtbd_core.scoring.cells import RatingCells, cells_of
from jtbd_core.scoring.delivered import delivered
from jtbd_core.scoring.posterior import Posterior, posterior
from jtbd_core.scoring.ratings import RatingMatrix
from jtbd_core.scoring.results import Results, Scores
from jtbd_core.scoring.sureness import sureness
from jtbd_core.scoring.table import DRAWS, SEED, order_by, score_table
from jtbd_core.study import Outcome, Study

ORDER = {"success outcomes": "unmet", "key outcomes": "opportunity"}
"""What orders the outcomes of each kind. Success: opportunity made an outcome that falls short for nobody a leader for
its importance alone."""


def study_scores(study: Study, ratings: pd.DataFrame | RatingCells, top: int = 5, fewest: int = 0) -> Results:
    """Score the ratings of a wave (cells, or columns as `Store.ratings`) against its study.

    `top` is the length of the top list that chances and sureness speak of. An outcome rated by fewer than `fewest`
    people counts as not rated.
    """
    kinds = {"success outcomes": study.success_outcomes, "key outcomes": study.key_outcomes}
    instruments = {"success outcomes": study.settings.success, "key outcomes": study.settings.key}
    cells = ratings if isinstance(ratings, RatingCells) else cells_of(ratings)
    cells = replace(cells, has_importance=study.settings.asks_importance)
    scores, sure = {}, {}
    by = {name: order_by(order, study.settings.asks_importance) for name, order in ORDER.items()}
    for name, outcomes in kinds.items():
        part = cells.of([one.id for one in outcomes]).rated_by(fewest)
        matrix = part.matrix(study.readings())
        drawn = posterior(matrix, DRAWS, SEED)
        table = score_table(matrix, drawn, by[name], top, pd.Series(dtype="str"))
        table = table.merge(delivered(matrix), on="outcome", how="left")
        if study.settings.has_bands(instruments[name]):
            table = table.merge(_bands(matrix, drawn), on="outcome", how="left")
        scores[name] = _with_statements(study, outcomes, part, table)
        sure[name] = sureness(part, study.readings(), by[name], top, (matrix, drawn))
    return Results(
        people=cells.people,
        by=by,
        key=scores["key outcomes"],
        success=scores["success outcomes"],
        sure={name: found for name, found in sure.items() if found},
    )


def _bands(matrix: RatingMatrix, drawn: Posterior) -> pd.DataFrame:
    """Return the probabilities of the bands of each rated outcome."""
    outcomes = pd.Series(matrix.outcomes, dtype="str")
    table = pd.DataFrame({"outcome": outcomes, **p_bands(drawn)})
    rated: pd.DataFrame = table.loc[matrix.sums[0] > 0]
    return rated


def people(ratings: pd.DataFrame) -> int:
    """Return how many people rated at least one outcome."""
    return int(ratings.loc[ratings["experience"].notna(), "respondent"].nunique())


def most_rated(ratings: pd.DataFrame) -> pd.DataFrame:
    """Return the ratings of the outcome that most people rated: those by whom a group is counted.

    Sets of people are released outcome by outcome; who rated any of several are in none of them, and can be one more.
    """
    rated = ratings[ratings["experience"].notna()]
    counts = rated["outcome"].value_counts()
    return rated[rated["outcome"] == max(counts.index, key=lambda one: (counts[one], one), default="")]


def raters(ratings: pd.DataFrame) -> int:
    """Return how many people a group has: those who rated the outcome that most of them rated."""
    return len(most_rated(ratings))


def _with_statements(study: Study, outcomes: tuple[Outcome, ...], ratings: RatingCells, scores: Scores) -> Scores:
    """Return scores joined with the words of their outcomes and the share of not applicable (columns as `Results`)."""
    step_names = {step.id: step.name for step in study.steps}
    instruments = [study.instrument(one) for one in outcomes]
    words = pd.DataFrame(
        [(one.id, one.statement, one.kind, one.polarity, step_names.get(one.step or "")) for one in outcomes],
        columns=["outcome", "statement", "kind", "polarity", "step"],
    ).assign(
        scale=[one.scale for one in instruments],
        length=[one.points.length for one in instruments],
        deepest=[one.deepest for one in instruments],
    )
    found = scores.merge(words, on="outcome", how="left")
    if ratings.not_applicable is None:
        return found
    shares, _ = ratings.means(ratings.not_applicable.astype(np.float64), np.arange(len(ratings.importance)) > 0)
    shown = pd.DataFrame({"outcome": pd.Series(ratings.outcomes, dtype="str"), "not_applicable": shares})
    return found.merge(shown, on="outcome", how="left")
