"""The scale that the numbers of all columns of a kind are on: five points, or a refusal that names what was found."""

from collections.abc import Collection, Iterable, Mapping

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.headings import Kind
from jtbd_core.study.scale import FIVE

CODES = frozenset({9, 66, 77, 88, 90, *range(95, 100), 666, 777, 888, 899, 990, *range(995, 1000), 9999})
"""Numbers by which surveys say that a rating is missing; those below `LOWEST` are codes too."""

WITH_NINE = frozenset({7, 8})
"""Numbers that are such codes where 9 is one too, and those between them and the scale are not used."""

LOWEST = -5

MOST_IN_DOUBT = 0.1
"""The largest share of the cells that can hold a number next to the scale, such as 0 or 6, for it to be a code."""

ENOUGH_CELLS = 20
"""From so many cells on it says something that none holds a 5."""

BIPOLAR, FROM_NOUGHT = range(-2, 3), range(5)

Counts = Mapping[int, int]


def shifts(counts: Mapping[Kind, Counts], labelled: Mapping[Kind, Collection[int]]) -> dict[Kind, int]:
    """Return what is added to the numbers of each kind to make them points from 1 to 5.

    Given are how many cells hold each whole number, and those numbers that have a label. It is 0 also where a few cells
    hold others, which are codes and not points; 3 for scales from −2 to 2, and 1 for those from 0 to 4.

    Raises:
        UnreadableFile: the numbers are those of a longer scale, or could be.
    """
    seen = {number for each in counts.values() for number in each}
    return {kind: _shift(kind, each, seen, labelled[kind]) for kind, each in counts.items()}


def _shift(kind: Kind, counts: Counts, seen: set[int], labelled: Collection[int]) -> int:
    core = {number for number in counts if number not in CODES and number >= LOWEST}
    if core <= set(BIPOLAR) and (BIPOLAR[0] in core or {-1, 0} <= core):
        return FIVE.lowest - BIPOLAR[0]
    if 0 in core and core <= set(FROM_NOUGHT):
        if sum(counts.values()) < ENOUGH_CELLS or FIVE.highest in seen:
            raise UnreadableFile(
                f"{kind.capitalize()} holds {_listed(counts)}, and no 5: this can be a scale of 0 to 4, or one of 1 to "
                "5 with 0 for no answer. Write 1 to 5, and empty the cells without an answer."
            )
        return FIVE.lowest
    if not (_is_five(counts, core) and set(FIVE.codes).issuperset(labelled)):
        raise UnreadableFile(
            f"{kind.capitalize()} holds {_listed(counts)}: this looks like a scale of {_looks_like(core)}. Only five "
            "points can be read: 1 to 5, 0 to 4 or −2 to 2. Where a number means no answer, empty its cells."
        )
    return 0


def _is_five(counts: Counts, core: set[int]) -> bool:
    """Whether all numbers but codes are from 1 to 5."""
    above = _run(counts, FIVE.highest + 1, 1)
    near = [*above, *_run(counts, FIVE.lowest - 1, -1)]
    far = [number for number in core if number not in FIVE.codes and number not in near]
    odd = [number for number in far if number > 0 and not (9 in counts and number in WITH_NINE)]
    most = max(1, MOST_IN_DOUBT * sum(counts.values()))
    return len(above) < 2 and all(counts[number] <= most for number in (*near, *odd)) and len(odd) < 3


def _run(counts: Counts, first: int, step: int) -> list[int]:
    """Return the numbers from the first on that are used without a gap."""
    run = []
    while first in counts:
        run.append(first)
        first += step
    return run


def _looks_like(core: set[int]) -> str:
    low, high = min(core), max(core)
    if low < -1:
        end = max(-low, high)
        return f"−{end} to {end}"
    longest = next((end for end in (5, 6, 7, 10) if high <= end), 100)
    return f"{0 if low < 1 or longest == 100 else 1} to {longest}"


def _listed(numbers: Iterable[int]) -> str:
    ordered = sorted(numbers)
    if len(ordered) > 12:
        return f"values from {ordered[0]} to {ordered[-1]}".replace("-", "−")
    return ", ".join(map(str, ordered)).replace("-", "−")
