"""Groups compared with the others of their question, outcome by outcome, and which differences are beyond noise."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.difference_posterior import Sides, difference_limits
from jtbd_core.scoring.labels import Labels, Strata, labels_of, strata_of
from jtbd_core.scoring.permutation import Bools, Chance, Shuffles, chances, findable, is_marked, shuffles
from jtbd_core.scoring.ratings import RatingMatrix, checked, matrix_of
from jtbd_core.scoring.readings import Anchor
from jtbd_core.scoring.results import leaves_out_zero
from jtbd_core.scoring.scores import Floats, score_names, scores_of
from jtbd_core.scoring.streams import stream

CELL = ("question", "option", "outcome")
FIGURES = ("n", "score", "n_others", "others", "difference", "difference_low", "difference_high", "p")


class Comparison(NamedTuple):
    """The table of `compare` for one score, and the smallest difference it could have found (`findable`)."""

    table: pd.DataFrame
    findable: float


class _Asked(NamedTuple):
    """What is asked of all groups: of whose ratings, by which scores, inside which strata, and of which cells.

    `shown` holds questions, options and outcomes as text; None stands for all.
    """

    matrix: RatingMatrix
    names: tuple[str, ...]
    strata: Strata
    is_free: bool
    shown: set[tuple[str, ...]] | None
    seed: int


class _Compared(NamedTuple):
    """One option of a question compared with the others: its rows and tests by name of score."""

    rows: dict[str, pd.DataFrame]
    tests: dict[str, Chance]


def compare(  # noqa: PLR0913 - whatever may differ between two comparisons of the same ratings
    ratings: pd.DataFrame,
    groups: pd.DataFrame,
    anchor: Anchor = 4,
    by: str = "unmet",
    within: Any = None,  # noqa: ANN401 - a question, of any type that the column of questions has
    person: Mapping[Any, Any] | None = None,
    seed: int = 0,
) -> pd.DataFrame:
    """Return how the score of each group differs from that of the others, and which differences are beyond noise.

    Ratings have the columns of `score`; `groups` has a row per respondent and question, `respondent, question, option`
    (rounds are the question `round`, their respondents distinct). `by` is any of the six scores. The others are all
    other raters of the outcome, also those who skipped the question. A row per question × option × outcome that both
    sides rated, in the order of their text; columns:

    - `question, option, outcome`; `n, score` of the group and `n_others, others` of the others, scores in the units of
      `by`;
    - `difference`, score − others, with the limits of its 95 % interval, `difference_low, difference_high`: drawn
      towards nothing as far as luck explains the differences of the group (`difference_posterior`);
    - `p`, of 1,000 or more shuffles of the labels over people (`permutation`), two-sided, NaN where nothing can differ;
    - `is_marked`: beyond noise, the printed interval without 0. Of all marks returned at most 5 % are false (expected).

    `within` names a question inside whose options labels are shuffled, as for solutions at equal circumstances:
    `difference` is then that inside its options (Mantel and Haenszel's weights), not score − others. `person` maps
    respondents to persons, as in a panel: labels are shuffled among the respondents of each person. With either the
    interval is not drawn towards nothing. Of more than 4,096 people a sample is shuffled, its spread scaled.

    The same arguments give the same digits in whatever order the rows come. Raises UnusableRatings.
    """
    return comparisons(ratings, groups, anchor, (by,), within=within, person=person, seed=seed)[by].table


def comparisons(  # noqa: PLR0913 - as `compare`
    ratings: pd.DataFrame,
    groups: pd.DataFrame,
    anchor: Anchor,
    names: Sequence[str],
    *,
    shown: pd.DataFrame | None = None,
    within: Any = None,  # noqa: ANN401 - as `compare`
    person: Mapping[Any, Any] | None = None,
    seed: int = 0,
) -> dict[str, Comparison]:
    """Return the comparison by each of these scores, from the same shuffles.

    Where `shown` is given, with the columns `outcome, question, option`, its cells alone are compared and returned:
    no figure of another cell enters a p-value, a mark or an interval.
    """
    needed = [name for name in ("importance", "experience") if name in ratings]
    rows = checked(ratings.dropna(subset=needed))  # so each respondent has rated, as those of the matrix have
    matrix = matrix_of(rows, anchor)
    _refuse(names, matrix)
    labels = labels_of(groups, rows.respondents)
    strata = strata_of(labels, rows.respondents, within, person)
    cells = None if shown is None else set(zip(*(shown[name].astype(str) for name in CELL), strict=True))
    asked = _Asked(matrix, tuple(names), strata, within is None and person is None, cells, seed)
    found = [one for each in labels if str(each.question) != str(within) for one in _of_question(asked, each)]
    return {name: _comparison(name, found, ratings["outcome"]) for name in names}


def _refuse(names: Sequence[str], matrix: RatingMatrix) -> None:
    for name in names:
        if name not in (known := score_names(matrix.has_importance)):
            *others, last = known
            raise UnusableRatings(f"Groups are compared by {', '.join(others)} or {last}, not by {name}.")


def _of_question(asked: _Asked, labels: Labels) -> list[_Compared]:
    """Return the comparisons of the options of a question of which a cell is shown; its random numbers are its own."""
    shown = {option: _shown(asked, labels, option) for option in range(len(labels.options))}
    shown = {option: cells for option, cells in shown.items() if cells.any()}
    if not shown:
        return []
    key = pd.util.hash_array(np.array([str(labels.question)], object), hash_key="headway-question")[0]
    drawn = shuffles(asked.matrix, asked.strata, labels.chosen, asked.names, stream(asked.seed, key))
    with ThreadPoolExecutor() as threads:  # numpy counts, multiplies and draws without holding the interpreter's lock
        return list(threads.map(partial(_of_option, asked, labels, drawn, key), shown, shown.values()))


def _shown(asked: _Asked, labels: Labels, option: int) -> Bools:
    """Return of which outcomes an option is compared: those that are shown and rated by it and by others."""
    rated, is_in = asked.matrix.kinds > 0, labels.chosen == option
    both: Bools = rated[is_in].any(axis=0) & rated[~is_in].any(axis=0)
    if asked.shown is None:
        return both
    first = str(labels.question), str(labels.options[option])
    asked_for: Bools = np.array([(*first, str(outcome)) in asked.shown for outcome in asked.matrix.outcomes], bool)
    return both & asked_for


def _of_option(asked: _Asked, labels: Labels, drawn: Shuffles, key: np.uint64, option: int, shown: Bools) -> _Compared:
    """Return the comparison of one option in the outcomes that are shown."""
    matrix, is_in = asked.matrix, labels.chosen == option
    own, others = (_counts(matrix, side)[shown] for side in (is_in, ~is_in))
    sums = [matrix.added @ one.T for one in (own, others)]
    scores = [scores_of(one, matrix.has_importance) for one in sums]
    differences = {name: scores[0][name] - scores[1][name] for name in asked.names}
    tests = chances(drawn, option, differences, (sums[0][0], sums[1][0]), shown)
    spreads = None
    if not asked.is_free:
        weight = _weight_inside(matrix, asked.strata, is_in)[shown]
        differences = {name: (one - tests[name].middle) / weight for name, one in differences.items()}
        spreads = {name: tests[name].spread / weight for name in asked.names}
    random = stream(asked.seed, key ^ np.uint64(option + 1))
    limits = difference_limits(
        Sides(own, others, matrix.added, matrix.deepest[shown], matrix.has_importance), differences, random, spreads
    )
    outcomes = [outcome for outcome, is_shown in zip(matrix.outcomes, shown, strict=True) if is_shown]
    cell = {"question": labels.question, "option": labels.options[option], "outcome": outcomes}
    people = [one[0].astype(np.int64) for one in sums]
    rows = {}
    for name in asked.names:
        low, high = limits[name]  # drawn towards no difference; they take in what was measured
        ends = np.fmin(low, differences[name]), np.fmax(high, differences[name])
        figures = people[0], scores[0][name], people[1], scores[1][name], differences[name], *ends
        rows[name] = pd.DataFrame(cell | dict(zip(FIGURES, (*figures, tests[name].p), strict=True)))
    return _Compared(rows, tests)


def _counts(matrix: RatingMatrix, is_in: Bools) -> Floats:
    """Return how many of these people gave a rating of each kind, `[outcome, kind]`, 0 standing for none."""
    kinds = matrix.kinds[is_in]
    many = matrix.added.shape[1]
    where = kinds + many * np.arange(kinds.shape[1])
    counted: Floats = np.bincount(where.ravel(), minlength=many * kinds.shape[1]).reshape(-1, many).astype(float)
    return counted


def _weight_inside(matrix: RatingMatrix, strata: Strata, is_in: Bools) -> Floats:
    """Return Σ nn'/(n + n') over strata, relative to that of all people, by outcome: 1 where strata do not matter.

    Divided by it, a difference less its mean under shuffles inside strata is the mean of the strata's differences,
    weighted by nn'/(n + n') (Mantel and Haenszel 1959).
    """
    rated = matrix.kinds > 0
    found, total = np.zeros(rated.shape[1]), np.zeros((2, rated.shape[1]))
    for people in strata:
        n = np.stack([rated[people[is_in[people] == side]].sum(axis=0) for side in (True, False)]).astype(float)
        found += n.prod(axis=0) / np.maximum(n.sum(axis=0), 1)
        total += n
    with np.errstate(divide="ignore", invalid="ignore"):
        inside: Floats = found * total.sum(axis=0) / total.prod(axis=0)
    return inside


def _comparison(name: str, found: Sequence[_Compared], outcomes: "pd.Series[Any]") -> Comparison:
    """Return the rows of all groups by one score, with their marks, and the smallest difference to be found."""
    if not found:
        return Comparison(pd.DataFrame(columns=[*CELL, *FIGURES, "is_marked"]), float("nan"))
    table = pd.concat([one.rows[name] for one in found], ignore_index=True)
    dtype = outcomes.dtype
    plain = dtype.categories.dtype if isinstance(dtype, pd.CategoricalDtype) else dtype
    is_clear = leaves_out_zero(table["difference_low"], table["difference_high"], name)
    table = table.astype({"outcome": plain}).assign(is_marked=is_marked(table["p"].to_numpy()) & is_clear)
    return Comparison(table, findable([one.tests[name] for one in found]))
