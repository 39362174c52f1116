"""What Headway claims of one study, held against the truth of the world that the study was drawn from.

Each claim is a pair: how much of it is true (or a sum of figures), and how often it was said (or of how many figures).
Sums of both over many studies give a rate. Claims of a list speak of its rated outcomes, and so do the true ranks.
"""

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from jtbd_core.privacy import CAMP_THRESHOLD
from jtbd_core.scoring.bands import BANDS, LIKELY, p_bands
from jtbd_core.scoring.cells import cells_of
from jtbd_core.scoring.posterior import posterior
from jtbd_core.scoring.prediction_gap import prediction_gap
from jtbd_core.scoring.ratings import rating_matrix
from jtbd_core.scoring.split import split_outcomes
from jtbd_core.scoring.sureness import Sureness, sureness
from jtbd_core.scoring.table import score_table
from jtbd_core.scoring.verdicts import precision, verdict
from jtbd_core.study.scale import FIVE, SCALES
from tests.worlds import WORLDS, Answers, Population, answers, measured, population, ratings_of, truth_of

Claims = dict[str, tuple[float, float]]

TOP = 5
RANGE = {"opportunity": 20.0, "unmet": 1.0}
ENDS = 1.5 / 20
"""The share of the range at either end in which a truth is called near it: below 1.5 and above 18.5 of 20."""

MORE = (30, 100)
PUBLISHED_ANCHOR = SCALES["satisfaction"].anchors[FIVE]

SPLITS = {
    "split: 12/22/30/24/12": (0.12, 0.22, 0.30, 0.24, 0.12),
    "split: uniform": (0.2,) * 5,
    "split: camps of 40 and 45": (0.2, 0.2, 0.15, 0.2, 0.25),
}
"""The shares of the five answers among all people."""


class Cell(NamedTuple):
    """The circumstances of a study; with `is_half` each person is shown half of the outcomes."""

    world: str
    people: int
    outcomes: int
    anchor: int = 4
    is_half: bool = False

    @property
    def raters(self) -> int:
        """How many people rate each outcome."""
        return self.people // 2 if self.is_half else self.people

    def __str__(self) -> str:
        return f"{self.world}/{self.people}/{self.outcomes}/{self.anchor}/{'half' if self.is_half else 'all'}"


class Trial(NamedTuple):
    """One study: what is true of it, and what Headway says of it.

    `table` and `truth` have a row per rated outcome, best first by the measured score `by`; `sure` is None where the
    list is no longer than its top.
    """

    cell: Cell
    by: str
    found: Population
    given: Answers
    truth: pd.DataFrame
    table: pd.DataFrame
    sure: Sureness | None
    random: np.random.Generator

    @property
    def true_top(self) -> set[str]:
        """The outcomes that truly are the first five."""
        return set(self.truth[self.by].nlargest(TOP).index)

    @property
    def shown_top(self) -> set[str]:
        """The outcomes that are shown as the first five."""
        return set(self.table["outcome"].head(TOP))


def trial(cell: Cell, study: int, by: str = "opportunity", draws: int = 1000) -> Trial:
    """Draw a study of a cell, the same for the same number, and score it."""
    random = np.random.default_rng([study, *str(cell).encode()])
    found = population(WORLDS[cell.world], cell.outcomes, random)
    given = answers(found, cell.people, random, cell.is_half)
    ratings = ratings_of(given, found.names)
    matrix = rating_matrix(ratings, cell.anchor)
    drawn = posterior(matrix, draws, study)
    table = score_table(matrix, drawn, by, TOP, ratings["outcome"])
    table = table.merge(pd.DataFrame({"outcome": matrix.outcomes} | p_bands(drawn)), on="outcome")
    table = table[table["n"] > 0].reset_index(drop=True)
    sure = sureness(cells_of(ratings), cell.anchor, by, TOP, (matrix, drawn))
    truth = truth_of(found, cell.anchor).loc[table["outcome"]]
    return Trial(cell, by, found, given, truth, table, sure, random)


def claims_of(one: Trial) -> Claims:
    """Return all claims of a study."""
    return score_claims(one) | rank_claims(one) | sentence_claims(one) | sureness_claims(one)


def score_claims(one: Trial) -> Claims:
    """Return the errors of the scores, and how often the 95 % intervals hold the truth."""
    by, table, truth = one.by, one.table, one.truth[one.by].to_numpy()
    expected, plain = table[f"{by}_expected"].to_numpy(), table[by].to_numpy()
    held = (table[f"{by}_expected_low"].to_numpy() <= truth) & (truth <= table[f"{by}_expected_high"].to_numpy())
    plain_held = (table[f"{by}_low"].to_numpy() <= truth) & (truth <= table[f"{by}_high"].to_numpy())
    near = {"0": truth < ENDS * RANGE[by], "20": truth > (1 - ENDS) * RANGE[by]}
    ends = {f"truth near {end}": (held[where].sum(), where.sum()) for end, where in near.items()}
    ends |= {f"truth near {end}, plain interval": (plain_held[where].sum(), where.sum()) for end, where in near.items()}
    return ends | {
        "leader's excess": (expected[0] - truth[0], 1),
        "leader's excess, measured": (plain[0] - truth[0], 1),
        "squared error": (((expected - truth) ** 2).sum(), len(truth)),
        "squared error, measured": (((plain - truth) ** 2).sum(), len(truth)),
        "all outcomes": (held.sum(), len(held)),
        "all outcomes, plain interval": (plain_held.sum(), len(held)),
        "five leaders": (held[:TOP].sum(), len(held[:TOP])),
        "leader": (held[0], 1),
    }


def rank_claims(one: Trial) -> Claims:
    """Return whether ranks, tie groups and the chances of the top hold."""
    table, ranks = one.table, one.truth[one.by].rank(ascending=False).to_numpy()
    held = {
        kind: ((table[f"{kind}_low"] <= ranks) & (ranks <= table[f"{kind}_high"])).to_numpy(bool)
        for kind in ("rank", "rank_set")
    }
    is_first = (table["tie_group"] == 1).to_numpy(bool)
    is_sure = (table["rank_set_high"] <= TOP).to_numpy(bool)
    chances = {}
    if len(table) > TOP:
        said = table["p_top"].to_numpy()
        tenth = np.minimum((10 * said).astype(int), 9)
        for place in np.unique(tenth):
            where = tenth == place
            chances[f"P(top 5) said, tenth {place}"] = (said[where].sum(), where.sum())
            chances[f"P(top 5) true, tenth {place}"] = ((ranks[where] <= TOP).sum(), where.sum())
        chances["surely among the top five"] = ((ranks[is_sure] <= TOP).sum(), is_sure.sum())
        chances["P(top 5) of the five, said"] = (said[:TOP].sum(), TOP)
        chances["P(top 5) of the five, true"] = ((ranks[:TOP] <= TOP).sum(), TOP)
    return chances | {
        "true rank": (held["rank"].sum(), len(ranks)),
        "all true ranks": (held["rank_set"].all(), 1),
        "first group holds the leader": (ranks[is_first].min() == 1, 1),
        "width of the first group": (is_first.sum(), 1),
    }


def sentence_claims(one: Trial) -> Claims:
    """Return whether verdicts, the sentence of precision, bands, hits and surprises are true, as they are printed."""
    table, short = one.table, 100 * one.truth["share_short"].to_numpy()
    printed = [re.search(r"\((\d+)–(\d+) %\)", verdict(row)) for row in table.to_dict("records")]
    low, high = np.array([[int(end) for end in found.groups()] for found in printed if found]).T
    half = int(re.findall(r"about (\d+) points", precision(table, one.cell.people))[0])
    claims: Claims = {
        "falls short for": (((low - 0.5 <= short) & (short < high + 0.5)).sum(), len(short)),
        "points higher or lower": ((abs(100 * table["share_short"] - short) <= half + 0.5).sum(), len(short)),
    }
    for band, bound in BANDS.items() if one.cell.anchor == PUBLISHED_ANCHOR else ():
        is_said = (table[f"p_{band}"] >= LIKELY).to_numpy()
        claims[f"{band} opportunity"] = ((one.truth["opportunity"].to_numpy()[is_said] > bound).sum(), is_said.sum())
    gap = prediction_gap(table, set(one.random.choice(table["outcome"], min(TOP, len(table)), replace=False)), TOP)
    if gap and len(table) > TOP:
        claims["surprises"] = (len(one.true_top.intersection(gap.surprises)), len(gap.surprises))
        claims["hits of five picks at random"] = (len(gap.hits), 1)
        claims["hits of five picks at random, said of chance"] = (gap.by_chance, 1)
    return claims


def sureness_claims(one: Trial) -> Claims:
    """Return how many of the five belong there, as said and in truth, and what more people would truly have added."""
    if one.sure is None:
        return {}
    right = len(one.true_top & one.shown_top)
    expected = one.sure.expected[0]
    claims: Claims = {
        "of the five, said": (expected, 1),
        "of the five, true": (right, 1),
        "of the five, said less true": (expected - right, 1),
        "of the five, very likely": (is_likely(one, 0, right), 1),
        "of the five with 30 more, very likely": (is_likely(one, 30, right_with(one, 30)), 1),
    }
    for more, said in zip(MORE, (one.sure.glance(), one.sure.sentences()[0]), strict=True):
        is_said = f"{more} more people would hardly change that" in said
        claims[f"{more} more would hardly change that: said"] = (is_said, 1)
        if is_said:
            claims[f"{more} more would hardly change that: gain"] = (right_with(one, more) - right, 1)
    return claims


def is_likely(one: Trial, more: int, right: int) -> bool:
    """Return whether so many outcomes are very likely to belong to the five, after so many more people."""
    low, high = one.sure.likely[more]
    return low <= right <= high


def right_with(one: Trial, more: int) -> int:
    """Return how many of the five that are shown after so many more people answered truly belong there."""
    newcomers = answers(one.found, more, one.random, one.cell.is_half)
    both = Answers(*(np.concatenate(pair) for pair in zip(one.given, newcomers, strict=True)))
    scores = measured(both, one.cell.anchor)[one.by].to_numpy()
    names = np.array(one.found.names)[np.argsort(-scores, kind="stable")[:TOP]]
    return len(one.true_top.intersection(names))


def split_claims(cell: Cell, rooms: int) -> list[Claims]:
    """Return for each room of a cell's size whether it is called split, by how all people truly answer."""
    random = np.random.default_rng([*str(cell).encode()])
    names = [f"room {number}" for number in range(rooms)]
    called = {}
    for truth, shares in SPLITS.items():
        given = random.choice(5, (cell.people, rooms), p=shares) + 1
        who, what = np.repeat(np.arange(cell.people), rooms), np.tile(names, cell.people)
        rows = {"respondent": who, "outcome": what, "experience": given.ravel()}
        called[truth] = set(split_outcomes(cells_of(pd.DataFrame(rows)), 3, CAMP_THRESHOLD)["outcome"])
    return [{truth: (name in found, 1) for truth, found in called.items()} for name in names]
