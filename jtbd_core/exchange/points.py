"""The scale that the numbers of all columns of a kind are on, or a doubt that names what was found."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.headings import Kind
from jtbd_core.study.scale import ELEVEN, FIVE, HUNDRED, SEVEN, TEN, Points

CODES = frozenset({9, 66, 77, 88, 90, *range(95, 100), 666, 777, 888, 899, 990, *range(995, 1000), 9999})
"""Numbers by which surveys say that a rating is missing; those below `LOWEST` are codes too."""

WITH_NINE = frozenset({7, 8})
"""Numbers that are such codes where 9 is one too, and those between them and the scale are not used."""

LOWEST = -5

MOST_IN_DOUBT = 0.1
"""The largest share of the cells that can hold a number next to the scale, such as 0 or 6, for it to be a code."""

MOST_BELOW = 3
"""So many numbers below the scale, such as 0, −1 and −2, are points: codes for no answer are fewer."""

ENOUGH_CELLS = 20
"""From so many cells on it says something that none holds a 5."""

CERTAIN_CELLS, CERTAIN_SHARE = 30, 0.05
"""The cells, and the share of them at its end, from which a scale of seven points is no longer one with unused ends."""

SURELY_FIVE = 100
"""From so many cells on a kind without a 6 has five points, though the other kind has more."""

BIPOLAR, FROM_NOUGHT = range(-2, 3), range(5)
LONGER = (SEVEN, TEN, ELEVEN, HUNDRED)

Counts = Mapping[int, int]


class Numbers(NamedTuple):
    """The points that the numbers of a kind mean, and what is added to a number to make it one of them."""

    points: Points
    shift: int = 0


class DoubtfulScale(UnreadableFile):
    """The numbers of a kind can be points of several scales; `candidates` are those that have come to mind."""

    def __init__(self, kind: Kind, found: str, candidates: tuple[Points, ...]) -> None:
        super().__init__(kind, found, candidates)
        self.kind, self.found, self.candidates = kind, found, candidates

    def __str__(self) -> str:
        scales = " or ".join(str(one) for one in self.candidates)
        first = self.candidates[0]
        return (
            f"{self.kind.capitalize()} holds {self.found}: this can be a scale of {scales}. Say which it is with "
            f"--scale LOW..HIGH, such as --scale={first.lowest}..{first.highest}; other numbers count as no rating."
        )


def onto(points: Points) -> Numbers:
    """Return what numbers on any scale mean: those on as many points as a known scale has are on that one, moved."""
    known = next((one for one in (FIVE, *LONGER) if one.length == points.length), points)
    return Numbers(known, known.lowest - points.lowest)


def numbers_of(
    counts: Mapping[Kind, Counts],
    labelled: Mapping[Kind, Collection[int]],
    chosen: Mapping[Kind, Numbers] = MappingProxyType({}),
) -> dict[Kind, Numbers]:
    """Return what the numbers of each kind mean, by how many cells hold each whole number, and those with a label.

    Where it is `chosen` of a kind, it means that; another kind that can be on the same points then is.

    It is the scale of five points also where a few cells hold others, which are codes and not points. Kinds that are on
    more than five points are on the same scale, if there is one that is certain for all their numbers together.

    Raises:
        DoubtfulScale: the numbers can be those of several scales.
    """
    seen = {number for each in counts.values() for number in each}
    found: dict[Kind, Numbers] = {}
    doubts: dict[Kind, DoubtfulScale] = {}
    for kind, each in counts.items():
        if kind in chosen:
            continue
        try:
            found[kind] = _numbers(kind, each, seen, labelled[kind])
        except DoubtfulScale as doubt:
            doubts[kind] = doubt
    if chosen:
        known = {one.points for one in chosen.values()}
        settled = {kind: [one for one in doubt.candidates if one in known] for kind, doubt in doubts.items()}
        found |= {kind: Numbers(same[0]) for kind, same in settled.items() if len(same) == 1} | dict(chosen)
    else:
        found |= _together(counts, labelled, found, doubts)
    if left := [kind for kind in doubts if kind not in found]:
        raise doubts[left[0]]
    longer = next((one.points for one in found.values() if one.points.length > FIVE.length), None)
    for kind, each in counts.items():
        is_plain = kind not in chosen and not labelled[kind]
        may_be_longer = found[kind] == Numbers(FIVE) and is_plain and 0 < sum(each.values()) < SURELY_FIVE
        if longer and may_be_longer:
            raise DoubtfulScale(kind, _listed(each), (longer, FIVE))
    return found


def _together(
    counts: Mapping[Kind, Counts],
    labelled: Mapping[Kind, Collection[int]],
    found: Mapping[Kind, Numbers],
    doubts: Mapping[Kind, DoubtfulScale],
) -> dict[Kind, Numbers]:
    """Return the scale of the kinds that are, or may be, on more than five points, from the numbers of all of them."""
    may_be = {kind: doubt.candidates for kind, doubt in doubts.items()}
    may_be |= {kind: (numbers.points,) for kind, numbers in found.items()}
    kinds = [kind for kind in counts if any(one.length > FIVE.length for one in may_be[kind]) and counts[kind]]
    every = Counter[int]()
    for kind in kinds:
        every.update(counts[kind])
    if len(kinds) < 2 or min(every) < 0:
        return {}
    try:
        numbers = _numbers(kinds[0], every, set(every), {code for kind in kinds for code in labelled[kind]})
    except UnreadableFile:
        return {}
    return dict.fromkeys(kinds, numbers) if numbers.points.length > FIVE.length else {}


def _numbers(kind: Kind, counts: Counts, seen: set[int], labelled: Collection[int]) -> Numbers:
    core = {number for number in counts if number not in CODES and number >= LOWEST}
    if core <= set(BIPOLAR) and (BIPOLAR[0] in core or {-1, 0} <= core):
        return Numbers(FIVE, FIVE.lowest - BIPOLAR[0])
    if 0 in core and core <= set(FROM_NOUGHT):
        if sum(counts.values()) < ENOUGH_CELLS or FIVE.highest in seen:
            raise DoubtfulScale(kind, f"{_listed(counts)} and no 5", (Points(lowest=0, highest=4), FIVE))
        return Numbers(FIVE, FIVE.lowest)
    if _fits(FIVE, counts, core) and set(FIVE.codes).issuperset(labelled):
        return Numbers(FIVE)
    if min(core) < 0:
        return _bipolar(kind, counts, core)
    return Numbers(_longer(kind, counts, core, labelled))


def _bipolar(kind: Kind, counts: Counts, core: set[int]) -> Numbers:
    """Return the scale of numbers on both sides of 0, as far on one side as on the other."""
    far = max(-min(core), max(core))
    both = Points(lowest=-far, highest=far)
    if {-far, far} <= core and onto(both).points is not both:
        return onto(both)
    raise DoubtfulScale(kind, _listed(counts), (both,))


def _longer(kind: Kind, counts: Counts, core: set[int], labelled: Collection[int]) -> Points:
    """Return the scale of more than five points that all numbers but codes are on."""
    fitting = [one for one in LONGER if _fits(one, counts, core) and set(one.codes).issuperset(labelled)]
    for points in fitting:
        if {points.lowest, points.highest} <= set(labelled) or _is_certain(points, counts, core):
            return points
    if fitting:
        likely = [one for one in fitting if one != HUNDRED or max(core) > ELEVEN.highest]
        raise DoubtfulScale(kind, _listed(counts), tuple(likely))
    raise UnreadableFile(
        f"{kind.capitalize()} holds {_listed(counts)}, which are points of no scale known here: 5, 7, 10 or 11 "
        "points, or 0 to 100. Where a number means no answer, empty its cells."
    )


def _is_certain(points: Points, counts: Counts, core: set[int]) -> bool:
    """Whether numbers are on no longer scale than this one."""
    if points == HUNDRED:
        return max(core) > HUNDRED.highest // 2
    if points == TEN and 0 in counts:
        return False
    cells, at_end = sum(counts.values()), counts.get(points.highest, 0)
    return at_end > 0 if points != SEVEN else cells >= CERTAIN_CELLS and at_end >= CERTAIN_SHARE * cells


def _fits(points: Points, counts: Counts, core: set[int]) -> bool:
    """Whether all numbers but codes are points of a scale."""
    above = _run(counts, points.highest + 1, 1)
    below = _run(counts, points.lowest - 1, -1)
    near = [*above, *below]
    far = [number for number in core if number not in points.codes and number not in near]
    odd = [number for number in far if number > 0 and not (9 in counts and number in WITH_NINE)]
    most = max(1, MOST_IN_DOUBT * sum(counts.values()))
    on_it = sum(counts[number] for number in core if number in points.codes)
    if on_it < sum(counts[number] for number in (*near, *odd)):
        return False
    return (
        len(above) < 2
        and len(below) < MOST_BELOW
        and all(counts[number] <= most for number in (*near, *odd))
        and len(odd) < 3
    )


def _run(counts: Counts, first: int, step: int) -> list[int]:
    """Return the numbers from the first on that are used without a gap."""
    run = []
    while first in counts:
        run.append(first)
        first += step
    return run


def _listed(numbers: Iterable[int]) -> str:
    ordered = sorted(numbers)
    if len(ordered) > 12:
        return f"values from {ordered[0]} to {ordered[-1]}".replace("-", "−")
    return ", ".join(map(str, ordered)).replace("-", "−")
