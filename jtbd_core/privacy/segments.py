"""Which segments are released: sets of people that nobody declared, held to the rule of every other set.

A segment is released as a group is: outcome by outcome, on an occasion, once, where its set tells of nobody beside all
sets that were ever released of the outcome (`row_space`). Segments drawn anew on a later occasion are other sets, which
pass again or are hidden. Everybody is in a segment, so that what none of them holds is never a few people.

Who the people of a segment are is told by its crossings with the groups of single questions. Their numbers are of
people, not of answers, so they are released of one outcome alone, that which most people rated, and counted among its
raters: the others of that figure are what is left of released sets too. On every outcome they would narrow what can be
released later for nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from jtbd_core.privacy.codes import Bools
from jtbd_core.privacy.masks import masks_of
from jtbd_core.privacy.outcome_ledger import OutcomeLedger
from jtbd_core.privacy.rating_log import Rows
from jtbd_core.privacy.saves import Saves
from jtbd_core.wave import Group
from jtbd_core.wave.groups import CROSS, crossing
from jtbd_core.wave.ledger import EVERYBODY, SEGMENT, Ledger, Release, is_declared

CROSSED = f"{SEGMENT}{CROSS}"


def segment_group(number: int) -> Group:
    """Return the group that stands in the ledger for a segment, numbered from 1."""
    return Group(SEGMENT, str(number))


def has_segments(ledger: Ledger) -> bool:
    """Whether segments were drawn on the last occasion, released or not."""
    return any(name == ledger.occasion and group.question == SEGMENT for name, group in ledger.members)


def next_segments(
    saves: Mapping[str, Saves],
    ledger: Ledger,
    occasion: str,
    people: Sequence[frozenset[str]],
    groups: Sequence[Group],
) -> Ledger:
    """Return what is released of segments, and of their crossings with groups, beside everything in the ledger.

    The `people` of each segment were drawn from what was released on an occasion: on a later one, or where that has
    segments, nothing is released. Who deleted their answers since is left out.
    """
    if not occasion or occasion != ledger.occasion or has_segments(ledger) or not saves:
        return Ledger()
    known = next(iter(saves.values())).people.numbers.keys()
    members = {(occasion, segment_group(number)): names & known for number, names in enumerate(people, 1)}
    masks = masks_of(saves, {**ledger.members, **members})
    marked = {outcome: one for outcome, one in ledger.marked().items() if one.is_shown and outcome in saves}
    moved: list[Release] = []
    sizes: dict[str, int] = {}
    for outcome, release in marked.items():
        mine = saves[outcome]
        releases = OutcomeLedger(mine, masks, [one for one in ledger.releases if one.outcome == outcome])
        before, sizes[outcome] = len(releases.releases), int(releases.members(release).sum())
        releases.release_groups([group for _, group in members], release)
        moved += releases.releases[before:]
    if moved:
        outcome = max(sizes, key=lambda one: (sizes[one], one))
        shown = [group for group in groups if _is_current(ledger, outcome, group)]
        crossings = [crossing(one, other) for _, one in members for other in shown]
        held = [one for one in (*ledger.releases, *moved) if one.outcome == outcome]
        releases = OutcomeLedger(saves[outcome], masks, held)
        releases.release_groups(crossings, marked[outcome])
        moved += releases.releases[len(held) :]
    number = ledger.number
    return Ledger(tuple(replace(one, number=number + at) for at, one in enumerate(moved, 1)), members)


def _is_current(ledger: Ledger, outcome: str, group: Group) -> bool:
    """Whether a group was released of an outcome on the last occasion, and still is."""
    release = ledger.current().get((outcome, group))
    return release is not None and release.is_shown and release.occasion == ledger.occasion


def segment_rows(saves: Mapping[str, Saves], ledger: Ledger) -> dict[Group, Rows]:
    """Return the rows of the log that are released of each segment on the last occasion; not of crossings."""
    rows: dict[Group, dict[str, Bools]] = {}
    for outcome, group, mine in _of_occasion(saves, ledger):
        if group.question == SEGMENT:
            rows.setdefault(group, {})[outcome] = mine
    return {**rows}


def counted_people(saves: Mapping[str, Saves], ledger: Ledger) -> dict[Group, int]:
    """Return how many people segments, groups and crossings of both have, of the raters of one outcome; and everybody.

    Empty where no crossing is released on the last occasion.
    """
    found = list(_of_occasion(saves, ledger))
    counted = next((outcome for outcome, group, _ in found if group.question.startswith(CROSSED)), None)
    return {
        group: int(mine.sum())
        for outcome, group, mine in found
        if outcome == counted and (group == EVERYBODY or is_declared(group) or group.question.startswith(SEGMENT))
    }


def _of_occasion(saves: Mapping[str, Saves], ledger: Ledger) -> Iterator[tuple[str, Group, Bools]]:
    """Give each outcome and group of which something is released on the last occasion, with the saves that are."""
    masks, marked = masks_of(saves, ledger.members), ledger.marked()
    sets = {(outcome, EVERYBODY): one for outcome, one in marked.items()}
    sets |= {key: one for key, one in ledger.current().items() if key[1] != EVERYBODY}
    for (outcome, group), one in sets.items():
        if outcome in saves and one.is_shown and one.occasion == ledger.occasion and marked[outcome].is_shown:
            mine = saves[outcome]
            yield outcome, group, OutcomeLedger(mine, masks).members(one) & ~mine.is_erased
