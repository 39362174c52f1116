"""What figures are of: for each of them, the sets of answers that were shown, as far as it tells answers apart."""

from collections.abc import Iterable, Iterator

from tests.privacy.adversary import Answer
from tests.privacy.room import Room

CUT = ANCHOR = 4


def parts(given: tuple[float, ...]) -> tuple[tuple[float, ...], ...]:
    """Return what figures are of in an answer: its halves, and what scores count of it."""
    importance, experience = given
    important, depth = importance >= CUT, max(ANCHOR - experience, 0)
    counted = (important, depth > 0, depth, important and depth > 0, experience > ANCHOR)
    return (), (importance,), (experience,), *((float(one),) for one in counted)


def figures(room: Room) -> Iterator[Iterable[frozenset[Answer]]]:
    """Yield the sets shown of each outcome or pair: of answers, of people, and of whatever else figures are of."""
    for about, shown in room.shown.items():
        yield shown
        yield [frozenset((who, ()) for who, _ in one) for one in shown]
        if about in room.outcomes:
            told = [[(who, parts(given)) for who, given in one] for one in shown]
            for at in range(1, len(parts((CUT, ANCHOR)))):
                yield [frozenset((who, answer[at]) for who, answer in one) for one in told]
