"""Whether marked differences are real: `python -m tests.bench.honesty_differences`, 6 minutes on two cores.

Pages of 60 outcomes and several questions are drawn from worlds whose truth is known, and compared as they are for
people. On *null* pages no group differs in anything; on *planted* ones the two halves of 400 people differ in a third
of the outcomes by a known gap, half of them each way.
"""

import os
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import beta

from jtbd_core.scoring.compare import compare, comparisons
from tests.worlds import WORLDS, Answers, Population, answers, population, ratings_of, truth_of

Places = npt.NDArray[np.intp]
Marks = Callable[[pd.DataFrame], pd.Series]

PEOPLE, OUTCOMES, PLANTED = 400, 60, 20
QUESTIONS = {"two": (0.5, 0.5), "three": (0.5, 0.3, 0.2), "four": (0.4, 0.3, 0.15, 0.05)}
"""The shares of the options of the questions of a null page; the rest skipped the question."""

GAPS = {2.2: 0.30, 3.5: 0.58}
"""The planted differences in opportunity, 0–20, and which share of them must be found."""

NULL_WORLDS = ("spread", "flat", "few", "odi")
SCORES = ("unmet", "opportunity")
PROCESSES = 2
ANCHOR = 4
MOST_NULL, MOST_FALSE = 0.08, 0.05
LEAST_HELD, LEAST_HELD_MARKED = 0.93, 0.9
TINY = 1e-6


class Line(NamedTuple):
    """A figure of the bench: its name, its value, what it should be, and whether it is."""

    name: str
    figure: float
    aim: str
    is_met: bool


class Page(NamedTuple):
    """The ratings of a page, the groups of its people, and the true differences by option of the question `two`."""

    ratings: pd.DataFrame
    groups: pd.DataFrame
    truth: pd.DataFrame


def product_marks(table: pd.DataFrame) -> "pd.Series[bool]":
    """Return the marks as the product makes them."""
    return table["is_marked"]


def null_page(world: str, number: int, people: int = PEOPLE, outcomes: int = OUTCOMES, is_half: bool = False) -> Page:
    """Draw a page on which no group differs."""
    random = np.random.default_rng([number, people, outcomes, *world.encode()])
    found = population(WORLDS[world], outcomes, random)
    ratings = ratings_of(answers(found, people, random, is_half), found.names)
    return Page(ratings, _groups(people, random), pd.DataFrame())


def planted_page(world: str, number: int, gap: float, people: int = PEOPLE, outcomes: int = OUTCOMES) -> Page:
    """Draw a page on which the halves `0` and `1` differ by `gap` in the opportunity of up to `PLANTED` outcomes."""
    random = np.random.default_rng([number, people, outcomes, int(10 * gap), *world.encode()])
    found = population(WORLDS[world], outcomes, random)
    truth = truth_of(found, ANCHOR)
    room = np.flatnonzero(truth["importance"] - truth["satisfaction"] > gap / 2)
    moved = random.permutation(room)[:PLANTED]
    sides = [_moved(found, moved, sign * gap / 2) for sign in (1, -1)]
    halves = [answers(side, people // 2, random) for side in sides]
    given = Answers(*(np.vstack(both) for both in zip(*halves, strict=True)))
    groups = pd.DataFrame(
        {"respondent": range(people), "question": "two", "option": np.repeat(["0", "1"], people // 2)}
    )
    one, other = (truth_of(side, ANCHOR) for side in sides)
    return Page(ratings_of(given, found.names), groups, one - other)


def _moved(found: Population, moved: Places, gap: float) -> Population:
    """Return the population in which the satisfaction of these outcomes is changed, of every second one the other way.

    While importance exceeds satisfaction opportunity changes by as much.
    """
    signs = np.where(np.arange(len(moved)) % 2, 1, -1)
    aim = truth_of(found, ANCHOR)["satisfaction"].to_numpy()[moved] + signs * gap
    low, high = np.full((2, len(moved)), -3.0) * np.array([[1], [-1]])
    for _ in range(30):
        middle = (low + high) / 2
        tried = Population(found.importance[moved], found.experience[moved] + middle)
        is_below = truth_of(tried, ANCHOR)["satisfaction"].to_numpy() < aim
        low, high = np.where(is_below, middle, low), np.where(is_below, high, middle)
    experience = found.experience.copy()
    experience[moved] += low
    return Population(found.importance, experience)


def _groups(people: int, random: np.random.Generator) -> pd.DataFrame:
    """Return the options of people of the questions of a null page, at random."""
    rows = []
    for question, shares in QUESTIONS.items():
        options = [*map(str, range(len(shares))), None]
        chosen = random.choice(len(options), people, p=[*shares, 1 - sum(shares)])
        rows.append(
            pd.DataFrame(
                {"respondent": range(people), "question": question, "option": [options[one] for one in chosen]}
            )
        )
    return pd.concat(rows, ignore_index=True).dropna()


def found_on(page: Page, by: str, seed: int) -> dict[str, float]:
    """Return how many planted differences are marked, and marks false; intervals that hold the truth."""
    table = compare(page.ratings, page.groups, anchor=ANCHOR, by=by, seed=seed)
    first = table[table["option"] == "0"].set_index("outcome")
    is_marked, truth = first["is_marked"].to_numpy(), page.truth.loc[first.index, by].to_numpy()
    held = (first["difference_low"].to_numpy() <= truth) & (truth <= first["difference_high"].to_numpy())
    is_planted = np.abs(truth) > TINY
    return {
        "planted": int(is_planted.sum()),
        "found": int((is_marked & is_planted).sum()),
        "marked": int(is_marked.sum()),
        "false": int((is_marked & ~is_planted).sum()),
        "outcomes": len(truth),
        "held": int(held.sum()),
        "held, marked": int((held & is_marked).sum()),
    }


def rates(found: Iterable[dict[str, float]]) -> dict[str, float]:
    """Return the shares of differences found and of false marks over planted pages, and of intervals that are right.

    The share of false marks is the mean over pages, 0 on one without marks, which is what the method promises.
    """
    pages = pd.DataFrame(list(found))
    totals = pages.sum()
    return {
        "found": totals["found"] / totals["planted"],
        "false": float((pages["false"] / pages["marked"].clip(lower=1)).mean()),
        "held": totals["held"] / totals["outcomes"],
        "held, marked": totals["held, marked"] / max(totals["marked"], 1),
    }


def planted(number: int, gap: float) -> dict[str, float]:
    """Return what is found on a planted page of the world that is most like published data."""
    return found_on(planted_page("odi", number, gap), "opportunity", number)


def marks_on(page: Page, seed: int, marks: Marks = product_marks) -> dict[str, bool]:
    """Return whether a page has any mark, by score."""
    found = comparisons(page.ratings, page.groups, ANCHOR, SCORES, seed=seed)
    return {by: bool(marks(one.table).any()) for by, one in found.items()}


def null_marks(number: int) -> dict[str, bool]:
    """Return whether a null page has any mark, by score; the worlds take turns."""
    return marks_on(null_page(NULL_WORLDS[number % len(NULL_WORLDS)], number), number)


def upper_limit(marked: int, pages: int) -> float:
    """Return the upper 95 % limit of a share (Clopper & Pearson 1934, one-sided)."""
    return float(beta.ppf(0.95, marked + 1, pages - marked))


def run(pages: int = 400) -> list[Line]:
    """Return the figures of null pages, and of half as many planted ones of each gap."""
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    lines = []
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        null = pd.DataFrame(list(pool.map(null_marks, range(pages), chunksize=8)))
        for by in SCORES:
            limit = upper_limit(int(null[by].sum()), pages)
            said = f"null pages with any mark by {by}, upper 95 % limit ({null[by].sum()} of {pages})"
            lines.append(_at_most(said, limit, MOST_NULL))
        for gap, least in GAPS.items():
            found = rates(pool.map(partial(planted, gap=gap), range(pages // 2), chunksize=8))
            lines += [
                _at_least(f"gap of {gap} found", found["found"], least),
                _at_most(f"false among the marks, gap {gap}", found["false"], MOST_FALSE),
                _at_least(f"intervals that hold the truth, gap {gap}", found["held"], LEAST_HELD),
                _at_least(f"those of marked differences, gap {gap}", found["held, marked"], LEAST_HELD_MARKED),
            ]
    return lines


def _at_least(name: str, figure: float, aim: float) -> Line:
    return Line(name, figure, f"at least {aim}", figure >= aim)


def _at_most(name: str, figure: float, aim: float) -> Line:
    return Line(name, figure, f"at most {aim}", figure <= aim)


def main() -> int:
    """Print the figures; return 1 if an aim is missed, else 0."""
    lines = run(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
    for name, figure, aim, is_met in lines:
        print(f"{'met   ' if is_met else 'MISSED'}  {name}: {figure:.3f}, {aim}")
    return 0 if all(one.is_met for one in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
