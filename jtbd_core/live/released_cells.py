"""Released rows of a log as the matrix that is scored."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

import numpy as np

from jtbd_core.privacy import People, Rows, Saves, no_codes
from jtbd_core.scoring.cells import RatingCells, counts_of
from jtbd_core.scoring.ratings import Keys, keys_of_respondents

_keys: WeakKeyDictionary[People, Keys] = WeakKeyDictionary()
"""The keys of the people of each log that is held, as long as it is."""


def released_cells(saves: Mapping[str, Saves], rows: Rows) -> RatingCells:
    """Return the ratings of rows of a log, one of each person and outcome, of all who have any."""
    chosen = {outcome: (saves[outcome], mine) for outcome, mine in rows.items() if mine.any()}
    people, codes = next(((one.people, one.codes) for one, _ in chosen.values()), (People(), no_codes()))
    cells = np.zeros((len(chosen), len(people.names)), codes.type)
    for row, (saved, mine) in zip(cells, chosen.values(), strict=True):
        row[saved.person[mine]] = saved.cell[mine]
    who = np.flatnonzero(cells.any(axis=0))
    cells = cells if len(who) == len(people.names) else cells[:, who]
    return RatingCells(
        respondents=[people.names[one] for one in who.tolist()],
        outcomes=tuple(chosen),
        cells=cells,
        keys=_keys_of(people)[who],
        importance=codes.importance,
        experience=codes.experience,
        counts=counts_of(cells, len(codes.importance)),
    )


def _keys_of(people: People) -> Keys:
    """Return the key of each person; only those of newcomers are computed."""
    known = _keys.get(people, np.zeros(0, np.uint64))
    if new := tuple(people.names[len(known) :]):
        _keys[people] = known = np.append(known, keys_of_respondents(new))
    return known
