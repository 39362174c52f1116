"""Whether what Headway claims is true: `python -m tests.bench.honesty`, at most an hour on two cores.

Studies are drawn from worlds whose truth is known and scored as they are for people; printed is how often each claim
holds, in each cell and over all. Then come marked differences (`honesty_differences`) and job steps that stand out
(`honesty_drivers`); `--part` runs one of the three, `--quick` six cells of the first. Exit code 1 if an aim is missed
by more than its standard errors (`tests.rates`).
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from fnmatch import fnmatch
from functools import partial
from itertools import product
from multiprocessing import get_context

from jtbd_core.privacy import CAMP_THRESHOLD
from jtbd_core.scoring.table import DRAWS
from tests.bench import honesty_differences, honesty_drivers
from tests.bench.honesty_tables import print_aims, print_all
from tests.claims import RANGE, Cell, Claims, claims_of, split_claims, trial
from tests.rates import JUDGED, aims, verdict_of

SIZES = (8, 12, 30, 100, 500)
LENGTHS = (12, 60)
ANCHORS = (3, 4)
EXTRA = tuple(
    Cell(world, people, outcomes) for world in JUDGED for people, outcomes in ((30, 5), (30, 150), (6000, 60))
)
QUICK = (*(Cell(world, 12, 60) for world in JUDGED), Cell("odi", 30, 60), Cell("flat", 12, 12))
PROCESSES = 2


def main() -> int:
    """Run the parts, print their figures and aims; return 1 if an aim is missed, else 0."""
    asked = arguments()
    parts = {
        "scores": partial(run_scores, asked),
        "differences": partial(run_table, honesty_differences.run),
        "drivers": partial(run_table, honesty_drivers.run),
    }
    are_met = [run_part() for name, run_part in parts.items() if asked.part in (name, "all")]
    return 0 if all(are_met) else 1


def run_table(run: Callable[[], Iterable[tuple[str, float, str, bool]]]) -> bool:
    """Print the figures of another table with their aims; return whether all are met."""
    lines = list(run())
    for name, figure, aim, is_met in lines:
        print(f"{'met   ' if is_met else 'MISSED'}  {name}: {figure:.3f}, {aim}")
    return all(is_met for *_, is_met in lines)


def run_scores(asked: argparse.Namespace) -> bool:
    """Run the cells, print the figures and the aims; return whether all are met."""
    cells = [cell for cell in (QUICK if asked.quick else all_cells()) if fnmatch(str(cell), asked.cells)]
    figures = dict(run(cells, asked))
    verdicts = [verdict_of(aim, figures) for aim in aims(asked.by)]
    print_all({cell: figures[cell] for cell in cells}, asked.by)
    print_aims(verdicts)
    return all(one.is_met for one in verdicts)


def arguments() -> argparse.Namespace:
    """Return the arguments of the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--studies", type=int, default=300, help="per cell of the main table; others have a third")
    parser.add_argument("--draws", type=int, default=1000, help="of lists longer than 60 outcomes as in the product")
    parser.add_argument("--by", choices=sorted(RANGE), default="opportunity", help="the score that orders the lists")
    parser.add_argument("--cells", default="*", help="such as 'flat/12/*': world/people/outcomes/anchor/all or half")
    parser.add_argument("--part", choices=("scores", "differences", "drivers", "all"), default="all")
    parser.add_argument("--quick", action="store_true", help="six cells")
    return parser.parse_args()


def all_cells() -> list[Cell]:
    """Return all cells."""
    grid = [Cell(*one) for one in product(JUDGED, SIZES, LENGTHS, ANCHORS, (False, True))]
    return [*grid, *EXTRA, *(Cell("ends", people, outcomes) for people, outcomes in product(SIZES, LENGTHS))]


def studies_of(cell: Cell, most: int) -> int:
    """Return how many studies a cell has: all in the main table, a third elsewhere, fewer where one takes long."""
    is_main = cell.anchor == 4 and not cell.is_half and cell.world in JUDGED
    is_main &= cell.people <= 100 and (cell.outcomes == 60 or cell[1:3] == (12, 12))
    return most if is_main else most // (3 if cell.people <= 100 else 6 if cell.people <= 500 else 12)


def run(cells: list[Cell], asked: argparse.Namespace) -> Iterator[tuple[Cell, list[Claims]]]:
    """Give the claims of the studies of each cell as they are done, the longest first; progress goes to stderr."""
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    began, work = time.perf_counter(), partial(claims_in, by=asked.by, draws=asked.draws)
    order = sorted(cells, key=lambda cell: -(cell.people + 100) * cell.outcomes)
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        waiting = {pool.submit(work, cell, studies_of(cell, asked.studies)): cell for cell in order}
        for done, future in enumerate(as_completed(waiting), start=1):
            minutes = (time.perf_counter() - began) / 60
            print(f"{done}/{len(cells)} {waiting[future]} {minutes:.1f} min", file=sys.stderr, flush=True)
            yield waiting[future], future.result()


def claims_in(cell: Cell, studies: int, by: str, draws: int) -> list[Claims]:
    """Return the claims of each study of a cell, and of as many rooms that may be split.

    Ranges that hold all ranks together end at the outermost draws: for long lists a thousand are too few.
    """
    draws = DRAWS if cell.outcomes > LENGTHS[-1] else draws
    found = [claims_of(trial(cell, study, by, draws)) for study in range(studies)]
    splits = split_claims(cell, studies) if cell.people >= CAMP_THRESHOLD else [{}] * studies
    return [one | split for one, split in zip(found, splits, strict=True)]


if __name__ == "__main__":
    sys.exit(main())
