"""Segments: people with unlike needs, kept only if resamples of the same people give the same ones."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.scoring.needs import Points, needs
from jtbd_core.scoring.ratings import Places, Ratings, checked, matrix_of
from jtbd_core.scoring.readings import Anchor

Labels = npt.NDArray[np.int32]

MOST_SEGMENTS = 6
SMALLEST_SEGMENT = 30
PAIRS = 50
"""The pairs of resamples whose agreement is measured."""
FOUND, MADE = 0.85, 0.7
"""The least median agreement of segments that are found, and of those that are made."""
MOST_RESAMPLED = 4096
"""The most people of a resample, so that the cost of one stops growing."""
STARTS, FINAL_STARTS = 3, 10
"""The starting points of k-means, of which the best result counts: in a resample, and with all people."""
MOST_DIFFERENCES = 5
UNSTABLE = "No stable segments: two halves of the same people give different ones."


@dataclass(frozen=True, kw_only=True)
class Segmentation:
    """What `segments` returns; all frames have their columns when they are empty.

    `membership` has a row per person, in the order of the respondents' text: `respondent, segment`, the segments
    numbered from 1, the largest. It is empty where no number of segments is stable.

    `stability` has a row per number of segments tried: `segments`, `agreement` (median adjusted Rand index of 50 pairs
    of resamples, to 0.01; 1 is the same segments, 0 chance) and `smallest`, the size of the smallest segment.

    `differences` has at most 5 rows per segment, the largest difference first: `segment, outcome, share` ("important",
    "satisfied", "unmet", or without importance "short"), `n` (people of the segment who rated the outcome), `own` (the
    share in the segment, 0–1), `others` and `difference`, own − others. They describe the segments and test nothing:
    k-means has made the segments differ.

    `is_found` is false for segments that are only made, and for none. `verdict` is a sentence for people.
    """

    membership: pd.DataFrame
    stability: pd.DataFrame
    differences: pd.DataFrame
    is_found: bool
    verdict: str

    @property
    def sizes(self) -> tuple[int, ...]:
        """The number of people in each segment, from segment 1 on."""
        return tuple(self.membership["segment"].value_counts().sort_index())


def segments(
    ratings: pd.DataFrame,
    anchor: Anchor = 4,
    seed: int = 0,
    progress: Callable[[int, int], None] | None = None,
) -> Segmentation:
    """Return the segments of the people who gave ratings, and how stable they are.

    Ratings have the columns of `score`; `anchor` matters for the description alone. People are clustered by k-means on
    their `needs`, k = 2 … 6 with at least 30 people a segment. Of the k whose agreement is 0.7 or more and whose
    segments all have 30 people, the one with the greatest agreement is kept, of equals the greatest k. From
    0.85 on its segments are *found*, below *made*: another sample would draw the borders elsewhere (Dolnicar and Leisch
    2010). People who gave one and the same answer throughout, or fewer than two, are in no segment.

    Agreement says that a split can be repeated, not that there is a gap between the segments: where people differ by
    degrees in one strong need, its two ends are stable too. The same ratings and seed give the same segments in
    whatever order the rows come. `progress` is called with the pairs of resamples done, and in all. Raises
    UnusableRatings.
    """
    rows = checked(ratings)
    matrix_of(rows, anchor)  # refuses a wrong anchor before the work, not after it
    points = needs(rows)
    has_needs = points.any(axis=1)
    splits, stability = _splits(points[has_needs], np.random.default_rng(seed), progress)
    kept = stability[(stability["agreement"] >= MADE) & (stability["smallest"] >= SMALLEST_SEGMENT)]
    chosen = kept.sort_values(["agreement", "segments"]).tail(1)
    numbers = np.zeros(len(rows.respondents), np.int64)
    for count in chosen["segments"]:
        numbers[has_needs] = splits[count] + 1
    return Segmentation(
        membership=_membership(rows, numbers, ratings["respondent"]),
        stability=stability,
        differences=_differences(rows, numbers, anchor, ratings["outcome"]),
        is_found=bool((chosen["agreement"] >= FOUND).any()),
        verdict=_verdict(stability, chosen, int(np.count_nonzero(has_needs))),
    )


def _splits(
    points: Points, random: np.random.Generator, progress: Callable[[int, int], None] | None
) -> tuple[dict[int, Labels], pd.DataFrame]:
    """Return everybody's segment for each number of segments tried, and how stable these are."""
    import sklearn.cluster  # type: ignore[import-untyped]  # noqa: F401 - only threads of what is loaded are limited
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    counts = range(2, min(MOST_SEGMENTS, len(points) // SMALLEST_SEGMENT) + 1)
    with threadpool_limits(1):  # threads of one fit add up in any order, and wait for each other on a busy processor
        splits = {count: split(points, count, random) for count in counts}
        agreements = agreement(points, counts, random, progress)
    smallest = [int(np.bincount(splits[count], minlength=count).min()) for count in counts]
    return splits, pd.DataFrame({"segments": list(counts), "agreement": agreements, "smallest": smallest})


def split(points: Points, count: int, random: np.random.Generator) -> Labels:
    """Return each person's segment, from 0 at the largest, whether or not it is stable."""
    labels = _k_means(points, points, count, FINAL_STARTS, random)
    order = np.argsort(-np.bincount(labels, minlength=count), kind="stable")
    return np.argsort(order).astype(np.int32)[labels]


def agreement(
    points: Points,
    counts: Sequence[int],
    random: np.random.Generator,
    progress: Callable[[int, int], None] | None = None,
) -> list[float]:
    """Return for each number of segments the median adjusted Rand index (−1 … 1, to 0.01) of 50 pairs of resamples.

    Both resamples of a pair are drawn with replacement and clustered, and both clusterings give all people a segment
    (Dolnicar and Leisch 2010; the index is that of Hubert and Arabie 1985).
    """
    from sklearn.metrics import adjusted_rand_score  # type: ignore[import-untyped]

    found = np.zeros((PAIRS, len(counts)))
    for pair in range(PAIRS if counts else 0):
        one, two = random.integers(len(points), size=(2, min(len(points), MOST_RESAMPLED)))
        for place, count in enumerate(counts):
            labels = [_k_means(points[people], points, count, STARTS, random) for people in (one, two)]
            found[pair, place] = adjusted_rand_score(*labels)
        if progress:
            progress(pair + 1, PAIRS)
    return [round(float(median), 2) for median in np.median(found, axis=0)]


def _k_means(people: Points, everybody: Points, count: int, starts: int, random: np.random.Generator) -> Labels:
    """Return everybody's segment by the nearest of the centres of these people."""
    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning  # type: ignore[import-untyped]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # fewer unlike people than segments: one is empty, so small
        model = KMeans(count, n_init=starts, random_state=int(random.integers(2**31))).fit(people)
        labels: Labels = model.predict(everybody)
    return labels


def _membership(rows: Ratings, numbers: Places, respondents: "pd.Series[Any]") -> pd.DataFrame:
    """Return the people who are in a segment, with the type their identifiers came in."""
    inside = np.flatnonzero(numbers)
    named = _plain([rows.respondents[place] for place in inside], respondents)
    return pd.DataFrame({"respondent": named, "segment": numbers[inside]})


def _differences(rows: Ratings, numbers: Places, anchor: Anchor, outcomes: "pd.Series[Any]") -> pd.DataFrame:
    """Return the largest differences of each segment from the others, each outcome with its largest alone."""
    of_row = numbers[rows.cell // max(len(rows.outcomes), 1)]
    tables = []
    for segment in range(1, numbers.max(initial=0) + 1):
        own = _shares(_part(rows, of_row == segment), anchor)
        others = _shares(_part(rows, (of_row != segment) & (of_row > 0)), anchor)
        table = own.assign(others=others["own"], difference=own["own"] - others["own"], segment=segment)
        largest = table.dropna().sort_values("difference", key=abs, ascending=False, kind="stable")
        tables.append(largest.drop_duplicates("outcome").head(MOST_DIFFERENCES))
    columns = ["segment", "outcome", "share", "n", "own", "others", "difference"]
    found = pd.concat(tables, ignore_index=True)[columns] if tables else pd.DataFrame(columns=columns)
    return found.assign(outcome=_plain([rows.outcomes[place] for place in found["outcome"]], outcomes))


def _part(rows: Ratings, is_in: npt.NDArray[np.bool_]) -> Ratings:
    """Return some of the rows; the respondents and outcomes keep their places."""
    kept = {name: getattr(rows, name)[is_in] for name in ("cell", "outcome", "importance", "experience")}
    return replace(rows, **kept)


def _shares(rows: Ratings, anchor: Anchor) -> pd.DataFrame:
    """Return the shares of people (0–1) by outcome, `outcome` being its place: `outcome, share, n, own`."""
    matrix = matrix_of(rows, anchor)
    scores = matrix.scores
    if rows.has_importance:
        satisfied = scores["satisfaction"] / 10
        shares = {"unmet": scores["unmet"], "important": scores["importance"] / 10, "satisfied": satisfied}
    else:
        shares = {"short": scores["share_short"]}
    rated = matrix.people
    places = np.arange(len(rated))
    return pd.concat(
        [pd.DataFrame({"outcome": places, "share": name, "n": rated, "own": own}) for name, own in shares.items()],
        ignore_index=True,
    ).astype({"n": np.int64})


def _plain(values: list[object], like: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return a column with the type of another; categories become their values."""
    dtype = like.dtype
    return pd.Series(values, dtype=dtype.categories.dtype if isinstance(dtype, pd.CategoricalDtype) else dtype)


def _verdict(stability: pd.DataFrame, chosen: pd.DataFrame, people: int) -> str:
    """Return the sentence that says whether there are segments, and why there are none."""
    if stability.empty:
        return f"No segments: {people:,} people are too few for two segments of {SMALLEST_SEGMENT}."
    if not chosen.empty:
        count, median = chosen[["segments", "agreement"]].to_numpy()[0]
        index = f"median adjusted Rand index {median:.2f}"
        if median >= FOUND:
            return f"{count:.0f} segments found: resamples of the same people give the same ones ({index})."
        return f"{count:.0f} segments made, not found: resamples of the same people give similar ones ({index})."
    if (stability["agreement"] >= MADE).any():
        return f"No segments: the stable ones have fewer than {SMALLEST_SEGMENT} people."
    return UNSTABLE
