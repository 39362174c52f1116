"""What figures are of: for each of them, the sets of answers that were shown, as far as it tells answers apart."""

from collections.abc import Iterable, Iterator

from tests.privacy.adversary import Answer
from tests.privacy.room import Room

CUT = ANCHOR = 4
JUST, LOW, HIGH = 1, 2, 4
"""How deep is just short, and the ends of the camps that split a room."""


def parts(given: tuple[float, ...]) -> tuple[tuple[float, ...], ...]:
    """Return what figures are of in an answer: its halves, and what scores, value delivered and camps count of it."""
    importance, experience = given
    important, depth = importance >= CUT, max(ANCHOR - experience, 0)
    counted = (important, depth > 0, depth, important and depth > 0)
    delivered = (depth > JUST, 0 < depth <= JUST, experience == ANCHOR, experience > ANCHOR)
    camps = (experience <= LOW, LOW < experience < HIGH, experience >= HIGH)
    return (), (importance,), (experience,), *((float(one),) for one in (*counted, *delivered, *camps))


def figures(room: Room) -> Iterator[Iterable[frozenset[Answer]]]:
    """Yield the sets shown of each outcome or pair: of answers, of people, and of whatever else figures are of."""
    for about, shown in room.shown.items():
        yield shown
        yield [frozenset((who, ()) for who, _ in one) for one in shown]
        if about.startswith("target"):
            yield [frozenset((who, (float(min(given) < ANCHOR),)) for who, given in one) for one in shown]
        if about in room.outcomes:
            told = [[(who, parts(given)) for who, given in one] for one in shown]
            for at in range(1, len(parts((CUT, ANCHOR)))):
                yield [frozenset((who, answer[at]) for who, answer in one) for one in told]
