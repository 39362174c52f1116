"""What viewers may see of a wave: what `privacy` releases, once it is written down."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple, TypeVar, cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.live.feeding import feed
from jtbd_core.live.flags import MEMBER, released_flags
from jtbd_core.live.held import Held, Holding, held_wave
from jtbd_core.live.released_cells import released_cells
from jtbd_core.live.worker import worker
from jtbd_core.privacy import Occasion, marked_rows, next_releases, shown_people, shown_rows
from jtbd_core.privacy.saves import NEVER, Saves
from jtbd_core.scoring.cells import RatingCells
from jtbd_core.study import Study
from jtbd_core.wave import Group, Mark, Wave
from jtbd_core.wave.groups import CAREFUL, careful_of, crossings_of, groups_of
from jtbd_core.wave.ledger import EVERYBODY, Ledger

Analysed = TypeVar("Analysed")
Further = Callable[[Study, "Released"], Ledger]
"""What is released on top of all that is released of a wave anyway, for one view: a function of a module."""

IMPORTED = "import"
RATINGS = ["respondent", "outcome", "importance", "experience"]


class Request(NamedTuple):
    """What somebody wants to see: the ratings of a group; or those of everybody as a frozen log stood `until`."""

    group: Group = EVERYBODY
    until: int | None = None


class Occasional(NamedTuple):
    """What is read on a new occasion alone, when groups are frozen: profiles as they are, and who answered how.

    The log and the `cards` tell who answered without care.
    """

    profiles: pd.DataFrame
    log: pd.DataFrame
    cards: pd.DataFrame


class Released(NamedTuple):
    """All that is released of a wave: its saves by outcome, and the ledger that says which are."""

    saves: Mapping[str, Saves]
    ledger: Ledger


class Look(NamedTuple):
    """What a look at a wave may release: on which occasion, with what is read on a new one, beside a frozen display.

    `frozen_at` is the row of the log at which the display is frozen, if it is.
    """

    at: Occasion
    occasional: Occasional | None
    frozen_at: int | None


class Looked(NamedTuple):
    """What a look released beside the releases up to one, and the analysis of all that then is."""

    after: int
    more: Ledger
    analysed: object


class Shared(NamedTuple):
    """The ratings that were asked for, and how many people's are shown of each group.

    `many` is how many people have these ratings.
    Of released ratings it is not told what does not apply: sets of people who rated are released, not of others.
    """

    ratings: RatingCells
    people: dict[Group, int]
    many: int


def occasion(wave: Wave, mark: Mark) -> Occasion:
    """Return the last occasion on which groups of a wave may move, and whether everybody's answers do.

    Of a copied wave nothing moves: the first one releases sets of the same people, and neither knows of the other's.
    """
    if wave.is_copied:
        return Occasion("", is_moving=False)
    if wave.status == "closed":
        name = "end"
    elif wave.revealed_at:
        name = wave.revealed_at.isoformat()
    else:  # nobody could watch imported answers come in
        name = IMPORTED if mark.revealed else ""
    return Occasion(name, is_moving=not wave.waits_for_reveal or bool(name))


def share(
    store: Store,
    study: Study,
    wave: Wave,
    request: Request,
    analyse: Callable[[Study, Shared], Analysed],
) -> Analysed:
    """Return the analysis of what may be shared of a wave now."""
    return release(store, study, wave, partial(_shared, request, analyse), request.until)


def release(
    store: Store,
    study: Study,
    wave: Wave,
    analyse: Callable[[Study, Released], Analysed],
    until: int | None = None,
    further: Further | None = None,
) -> Analysed:
    """Return the analysis of all that is released of a wave now, and `further` for it.

    `until` is the row of a log that stays frozen.

    What is released for it is written to the ledger first. Where another process wrote meanwhile, it is done again. The
    log is read after the ledger, so that it holds all rows of every released set. Where somebody deleted their answers
    between the two, all is read again: the ledger would name them otherwise than the log.
    """
    further = None if wave.is_copied else further
    while True:
        display = store.stage(wave.id).frozen
        frozen_at = display.log.last if display else until
        fed = feed(store, wave.id)
        at = occasion(wave, fed.mark)
        if until is not None:  # a frozen display moves nothing on, but what was deleted since leaves it
            at = Occasion("", is_moving=False)
        occasional = _occasional(store, wave.id) if at.name and at.name not in fed.occasions else None
        looked = worker.run(_looked, study, fed.holding, Look(at, occasional, frozen_at), further, analyse)
        if looked is None:
            continue
        more = looked.more
        if not (more.releases or more.members) or store.add_releases(wave.id, looked.after, more):
            return cast(Analysed, looked.analysed)


def _occasional(store: Store, wave_id: str) -> Occasional:
    return Occasional(store.profiles(wave_id), store.log(wave_id, NEVER), store.cards(wave_id))


def _looked(
    study: Study,
    holding: Holding,
    look: Look,
    further: Further | None,
    analyse: Callable[[Study, Released], object],
) -> Looked | None:
    """Return what is released beside the ledger, and the analysis of all that then is; None where nothing is held."""
    held = held_wave(holding)
    if held is None:
        return None
    kinds = [groups_of(study), crossings_of(study), [CAREFUL]]
    profiles = pd.DataFrame(columns=MEMBER)
    before = held.ledger
    if look.occasional:
        said, log, cards = look.occasional
        flags = released_flags(log, cards, _marked_next(held, look))
        profiles = pd.concat([said, flags], ignore_index=True)
        if (flags["option"] != CAREFUL.option).any():  # crossings of those without a flag would take most of a reveal
            kinds.append(careful_of(groups_of(study)))
    more = next_releases(held.log, before, profiles, kinds, look.at, look.frozen_at)
    released = Released(held.log, before.plus(more))
    if further:
        added = further(study, released)
        more, released = more.plus(added), released._replace(ledger=released.ledger.plus(added))
    return Looked(before.number, more, analyse(study, released))


def _marked_next(held: Held, look: Look) -> npt.NDArray[np.int64]:
    """Return the rows of the log that an occasion marks as everybody's, before its groups are known."""
    nobody = pd.DataFrame(columns=MEMBER)
    ledger = held.ledger.plus(next_releases(held.log, held.ledger, nobody, (), look.at, look.frozen_at))
    marked = (held.log[outcome].seq[mine] for outcome, mine in marked_rows(held.log, ledger).items())
    return np.concatenate([np.zeros(0, np.int64), *marked])


def _shared(
    request: Request, analyse: Callable[[Study, Shared], Analysed], study: Study, released: Released
) -> Analysed:
    """Return the analysis of what was asked for."""
    saves, ledger = released
    ratings = released_cells(saves, shown_rows(saves, ledger, request.group, request.until))
    counts = shown_people(saves, ledger)
    many = int(ratings.raters.max(initial=0))
    return analyse(study, Shared(ratings, counts, counts.get(request.group, many)))
