"""Who leaves what is shared with somebody who deleted their answers, so that neither these nor their groups are told.

If only groups of that person shrank, these would tell what the person said of themselves. So people leave by fives, of
those who came in the same steps, whatever they said; as many as it takes for each group of single questions to lose 5
or more, if these are few beside everybody. Otherwise the five leave alone, and all groups are hidden until the next
occasion.
"""

from collections.abc import Iterator, Sequence

from jtbd_core.privacy.threshold import THRESHOLD


def is_covered(gone: set[int], asked: Sequence[set[int]]) -> bool:
    """Whether there are groups, and each loses enough people."""
    return bool(asked) and all(len(gone & one) >= THRESHOLD for one in asked)


def companions(
    person: int, steps: Sequence[Sequence[int]], asked: Sequence[set[int]], turns: Sequence[int], most: int
) -> Iterator[list[int]]:
    """Give people to leave with one: at first so many, `most` at most, that the groups `asked` are covered.

    `steps` are the others who came in the same step as the one, then those of each other step, all in turn; the fives
    of all are taken in turn too.
    """
    mine, *others = steps
    first = list(mine[: THRESHOLD - 1] if len(mine) + 1 >= 2 * THRESHOLD else mine)
    if len(first) + 1 < THRESHOLD:
        return
    fives = [five for step in (mine[len(first) :], *others) for five in _fives(step)]
    found = list(first)
    for five in sorted(fives, key=lambda one: turns[one[0]]):
        if is_covered({person, *found}, asked) or len(found) + len(five) > most:
            break
        found += five
    if is_covered({person, *found}, asked):
        yield sorted(found)
    yield sorted(first)


def _fives(step: Sequence[int]) -> list[Sequence[int]]:
    """Return a step by fives, the last with what is left over; of fewer none."""
    starts = range(0, len(step) - THRESHOLD + 1, THRESHOLD)
    return [step[at : at + THRESHOLD] if at != starts[-1] else step[at:] for at in starts]
