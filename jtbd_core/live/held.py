"""What the worker holds of waves between two looks: their logs and ledgers, fed with what is new.

It is as large as the wave, and what feeds it is not: each row of the log, and each release, is read once. A deletion
changes rows that were read, so that all is read anew, as after a restart.
"""

from collections import OrderedDict
from typing import NamedTuple

from jtbd_core.privacy import RatingLog
from jtbd_core.study import Study
from jtbd_core.wave.ledger import Ledger, LedgerPart, Sizes
from jtbd_core.wave.log_part import LogPart

MOST_ROWS = 60_000_000
"""Of how many rows the worker holds the logs of several waves, which then take about 1.5 GB."""


class Holding(NamedTuple):
    """What is held: of which wave of which open store, with which scales, and how many rows had been deleted."""

    store: int
    wave_id: str
    scales: int
    erased: int

    @property
    def wave(self) -> tuple[int, str]:
        """The wave, which is held once."""
        return self.store, self.wave_id


class Place(NamedTuple):
    """How far a wave is held: the last row of its log, the last release, and how large its groups are."""

    row: int
    release: int
    sizes: Sizes


class Held:
    """The log and the ledger of a wave."""

    def __init__(self, holding: Holding, study: Study) -> None:
        self.holding = holding
        self.log = RatingLog(study.readings(), asks_importance=study.settings.asks_importance)
        self.ledger = Ledger()

    @property
    def place(self) -> Place:
        """How far it is."""
        return Place(self.log.last, self.ledger.number, self.ledger.sizes)


_waves: OrderedDict[tuple[int, str], Held] = OrderedDict()
"""The waves held, the one that was used last at the end."""


def begin(holding: Holding, study: Study) -> Place:
    """Return how far a wave is held, which is about to be fed; what else was held of it is forgotten."""
    held = _waves.get(holding.wave)
    if held is None or held.holding != holding:
        held = _waves[holding.wave] = Held(holding, study)
    _waves.move_to_end(holding.wave)
    held.log.forget_taken(study.readings())
    return held.place


def take(holding: Holding, part: LogPart) -> None:
    """Take rows that follow those that are held."""
    if held := held_wave(holding):
        held.log.take(part)


def finish(holding: Holding, place: Place, rows: int, more: LedgerPart) -> bool:
    """Add the rows that were taken and what was released, beyond a place; return whether nothing is lacking."""
    held = held_wave(holding)
    if held is None or held.place != place or held.log.taken != rows:
        return False
    held.log.add()
    members = held.ledger.members if more.members is None else more.members
    held.ledger = Ledger((*held.ledger.releases, *more.releases), members)
    while len(_waves) > 1 and sum(one.log.rows for one in _waves.values()) > MOST_ROWS:
        _waves.popitem(last=False)
    return True


def held_wave(holding: Holding) -> Held | None:
    """Return what is held of a wave, None where the process was replaced or somebody deleted answers meanwhile."""
    held = _waves.get(holding.wave)
    return held if held and held.holding == holding else None
