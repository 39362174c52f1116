"""How long scores take: `python -m tests.bench.scoring`. Nothing else should run beside it."""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy import stats

from jtbd_core import score
from jtbd_core.exchange.imported import keep_imported
from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.live.analysis import analysis
from jtbd_core.live.sharing import Shared
from jtbd_core.scoring.cells import cells_of
from jtbd_core.store import open_store
from jtbd_core.wave.ledger import EVERYBODY

Result = TypeVar("Result")

OUTCOMES = 100
SIZES = (1_000, 10_000, 100_000)
REPEATS = 3

COMPARED = 10_000
RESAMPLES = 2_000
SAMPLED_OUTCOMES = 3
BATCHES = {"as it is called by default": None, "in batches of 100 resamples, its fastest here": 100}

MUST, AIM, RATIO = 3.0, 1.0, 100.0


def main() -> None:
    """Print the times of each size, then the ratio to scipy's bootstrap on the size in the middle."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--no-bootstrap", action="store_true", help="leave out the comparison with scipy")
    compare = not arguments.parse_args().no_bootstrap
    print(f"{OUTCOMES} outcomes, 4,000 draws, best of {REPEATS}; seconds")
    print(f"{'respondents':>12} {'file':>5} {'MB':>6} {'read':>7} {'score':>7} {'file→table':>11}")
    scoring = {}
    for people in SIZES:
        codes = np.random.default_rng(people).integers(1, 6, (people, OUTCOMES, 2), dtype=np.int8)
        for name, write in (("wide", wide_file), ("long", long_file)):
            content = write(codes)
            read, scored = best(content)
            scoring[people] = min(scored, scoring.get(people, scored))
            line = (
                f"{people:>12,} {name:>5} {len(content) / 1e6:>6.1f} {read:>7.3f} {scored:>7.3f} {read + scored:>11.3f}"
            )
            print(line + (f"  (aim {AIM}, must {MUST})" if people == COMPARED else ""), flush=True)
    print(
        f"growth 1,000 → 100,000 respondents: scoring takes {scoring[SIZES[-1]] / scoring[SIZES[0]]:.1f} times as long"
    )
    codes = np.random.default_rng(COMPARED).integers(1, 6, (COMPARED, OUTCOMES, 2), dtype=np.int8)
    print_page(codes)
    if compare:
        print_ratio(codes)


def best(content: bytes) -> tuple[float, float]:
    """Return the shortest times to read a file and to score it."""
    reads, scores = [], []
    for _ in range(REPEATS):
        taken, read = timed(lambda: read_ratings(content))
        reads.append(taken)
        scores.append(timed(lambda ratings=read.ratings: score(ratings))[0])
    return min(reads), min(scores)


def print_page(codes: npt.NDArray[np.int8]) -> None:
    """Print how long it takes to show the results page of a stored wave, scores and all charts."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "headway.duckdb")
        record, wave = keep_imported(store, read_ratings(wide_file(codes)), "Bench", "Do the job", "satisfaction")
        reads, draws = [], []
        for _ in range(REPEATS):
            taken, ratings = timed(lambda: store.ratings(wave.id))
            reads.append(taken)
            draws.append(
                timed(
                    lambda ratings=ratings: analysis(
                        record.study, Shared(cells_of(ratings), {EVERYBODY: COMPARED}, COMPARED)
                    )
                )[0]
            )
        store.close()
    print(f"results page, {COMPARED:,} respondents: read {min(reads):.2f} s, scores and charts {min(draws):.2f} s")


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return how many seconds work took, and its result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def print_ratio(codes: npt.NDArray[np.int8]) -> None:
    """Print how long scipy's vectorised percentile bootstrap takes for opportunity alone, and how many times ours."""
    ratings = read_ratings(wide_file(codes)).ratings
    ours = min(timed(lambda: score(ratings, draws=RESAMPLES))[0] for _ in range(REPEATS))
    print(f"scipy.stats.bootstrap, {COMPARED:,} respondents, {RESAMPLES:,} resamples, opportunity alone,")
    print(
        f"timed on {SAMPLED_OUTCOMES} outcomes, scaled up to {OUTCOMES}; ours, all scores, as many draws: {ours:.3f} s"
    )
    for name, batch in BATCHES.items():
        taken = sum(bootstrap(codes[:, outcome], batch) for outcome in range(SAMPLED_OUTCOMES))
        whole = taken * OUTCOMES / SAMPLED_OUTCOMES
        print(f"  {name}: {whole:.1f} s, {whole / ours:.0f} times ours (aim {RATIO:.0f})", flush=True)


def bootstrap(codes: npt.NDArray[np.int8], batch: int | None) -> float:
    """Return how many seconds scipy takes for one outcome's codes, indexed `[respondent, importance or experience]`."""
    important, satisfied = (codes >= 4).T.astype(float)
    return timed(
        lambda: stats.bootstrap(
            (important, satisfied),
            opportunity,
            n_resamples=RESAMPLES,
            batch=batch,
            paired=True,
            vectorized=True,
            method="percentile",
            rng=np.random.default_rng(0),
        )
    )[0]


def opportunity(
    important: npt.NDArray[np.float64], satisfied: npt.NDArray[np.float64], axis: int = -1
) -> npt.NDArray[np.float64]:
    """Return the opportunity of each resample."""
    importance, satisfaction = 10 * important.mean(axis=axis), 10 * satisfied.mean(axis=axis)
    return importance + np.maximum(importance - satisfaction, 0)


def wide_file(codes: npt.NDArray[np.int8]) -> bytes:
    """Return a wide file of the codes, indexed `[respondent, outcome, importance or experience]`."""
    headings = [f"{kind}_o{number}" for kind in ("imp", "sat") for number in range(codes.shape[1])]
    digits = (codes.transpose(0, 2, 1).reshape(len(codes), -1) + ord("0")).astype(np.uint8)
    cells = np.full((len(codes), 2 * digits.shape[1]), ord(","), np.uint8)
    cells[:, 0::2] = digits
    lines = [b"r%d," % number + row.tobytes()[:-1] for number, row in enumerate(cells)]
    return b"\n".join([",".join(["respondent", *headings]).encode(), *lines])


def long_file(codes: npt.NDArray[np.int8]) -> bytes:
    """Return a long file of the codes."""
    starts = [b"o%d," % number for number in range(codes.shape[1])]
    lines = [
        b"r%d," % number + start + b"%d,%d" % (importance, experience)
        for number, person in enumerate(codes.tolist())
        for start, (importance, experience) in zip(starts, person, strict=True)
    ]
    return b"\n".join([b"respondent,outcome,importance,experience", *lines])


if __name__ == "__main__":
    main()
