"""What viewers may see of a wave: what `privacy` releases, once it is written down."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple, TypeVar, cast

import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.live.flags import flag_profiles, latest
from jtbd_core.live.worker import worker
from jtbd_core.privacy import Occasion, next_releases, saves_by_outcome, shown_people, shown_rows
from jtbd_core.privacy.saves import NEVER, Saves
from jtbd_core.scoring.study_scores import raters
from jtbd_core.study import Study
from jtbd_core.wave import Group, Version, Wave
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


class Answers(NamedTuple):
    """All that was answered in a wave: the log, the profiles as they are now, and what was released so far.

    The `cards` tell who answered without care; they are there on a new occasion, when groups are frozen. `frozen_at` is
    the row of the log at which the display is frozen, if it is.
    """

    log: pd.DataFrame
    profiles: pd.DataFrame
    cards: pd.DataFrame | None
    ledger: Ledger
    frozen_at: int | None


class Released(NamedTuple):
    """All that is released of a wave: its log, the log's saves by outcome, and the ledger that says which are."""

    log: pd.DataFrame
    saves: Mapping[str, Saves]
    ledger: Ledger


class Shared(NamedTuple):
    """The ratings that were asked for (columns as `Store.ratings`), and how many people's are shown of each group.

    `many` is how many people have these ratings.
    Released ratings lack the column `not_applicable`: sets of people who rated are released, not of others.
    """

    ratings: pd.DataFrame
    people: dict[Group, int]
    many: int


def occasion(wave: Wave, version: Version) -> Occasion:
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
        name = IMPORTED if version.revealed else ""
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
    between the two, it is read again: the ledger would name them otherwise than the log.
    """
    while True:
        version = store.version(wave.id)
        ledger = store.ledger(wave.id)
        display = store.stage(wave.id).frozen
        frozen_at = display.log.last if display else until
        at = occasion(wave, version)
        further = None if wave.is_copied else further
        if until is not None:  # a frozen display moves nothing on, but what was deleted since leaves it
            at = Occasion("", is_moving=False)
        is_new = bool(at.name) and all(name != at.name for name, _ in ledger.members)
        cards = store.cards(wave.id) if is_new else None
        answers = Answers(store.log(wave.id, NEVER), store.profiles(wave.id), cards, ledger, frozen_at)
        if store.version(wave.id).erased != version.erased:
            continue
        more, analysed = worker.run(_released, study, answers, at, further, analyse)
        if not (more.releases or more.members) or store.add_releases(wave.id, ledger, more):
            return cast(Analysed, analysed)


def _released(
    study: Study,
    answers: Answers,
    at: Occasion,
    further: Further | None,
    analyse: Callable[[Study, Released], object],
) -> tuple[Ledger, object]:
    """Return what is released beside the ledger, and the analysis of all that then is."""
    saves = saves_by_outcome(answers.log, study.readings(), asks_importance=study.settings.asks_importance)
    profiles = answers.profiles
    kinds = [groups_of(study), crossings_of(study), [CAREFUL]]
    if answers.cards is not None:
        flags = flag_profiles(latest(answers.log), answers.cards)
        profiles = pd.concat([profiles, flags], ignore_index=True)
        if (flags["option"] != CAREFUL.option).any():  # crossings of those without a flag would take most of a reveal
            kinds.append(careful_of(groups_of(study)))
    more = next_releases(saves, answers.ledger, profiles, kinds, at, answers.frozen_at)
    released = Released(answers.log, saves, answers.ledger.plus(more))
    if further:
        added = further(study, released)
        more, released = more.plus(added), released._replace(ledger=released.ledger.plus(added))
    return more, analyse(study, released)


def _shared(
    request: Request, analyse: Callable[[Study, Shared], Analysed], study: Study, released: Released
) -> Analysed:
    """Return the analysis of what was asked for."""
    log, saves, ledger = released
    ratings = log.loc[shown_rows(saves, ledger, request.group, request.until), RATINGS]
    counts = shown_people(saves, ledger)
    return analyse(study, Shared(ratings, counts, counts.get(request.group, raters(ratings))))
