"""How old is what viewers see: from when answers may be shown until a page that holds them is drawn."""

import time
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb
import pandas as pd

from jtbd_core.privacy import Occasion, next_releases, shown_people
from jtbd_core.wave import Wave
from jtbd_core.wave.ledger import EVERYBODY, Ledger
from tests.bench.figures import Tally
from tests.bench.pace import now
from tests.privacy.saved import saves_by_outcome

FRESHNESS = "until answers are seen"
SECONDS_APART = 1.0

LOG = """SELECT epoch(created_at) AS saved, seq, response_id AS respondent, outcome_id AS outcome,
        importance_code AS importance, experience_code AS experience, not_applicable
    FROM rating WHERE wave_id = $1 ORDER BY seq"""


class Seen(NamedTuple):
    """The moments at which a viewer had the page drawn anew, and how many people's answers it then held."""

    moments: list[float]
    people: list[int]


def add_freshness(db: Path, wave: Wave, seen: Sequence[Seen], tally: Tally) -> None:
    """Note, for each viewer and each time that more people's answers could be shown, how long that took to be seen."""
    for moment, shown in _releases(db, wave):
        for one in seen:
            first = bisect_left(one.people, shown)
            if one.moments and one.moments[0] <= moment and first < len(one.people):
                tally.add(FRESHNESS, max(0.0, one.moments[first] - moment))


def _releases(db: Path, wave: Wave) -> Iterator[tuple[float, int]]:
    """Give the moments at which more people's answers could be shown than before, and of how many people."""
    with duckdb.connect(str(db), read_only=True) as stored:
        log = stored.execute(LOG, [wave.id]).df()
    clock, before, looked, ledger = now() - time.time(), 0, 0.0, Ledger()
    nobody = pd.DataFrame(columns=["respondent", "question", "option"])
    for saved in log["saved"].unique():
        if saved >= looked + SECONDS_APART:
            saves, looked = saves_by_outcome(log[log["saved"] <= saved]), saved
            ledger = ledger.plus(next_releases(saves, ledger, nobody, (), Occasion("", is_moving=True)))
            shown = shown_people(saves, ledger).get(EVERYBODY, 0)
            if shown > before:
                yield saved + clock, shown
            before = shown
