"""What figures are of: for each of them, the sets of answers that were shown, as far as it tells answers apart."""

from collections.abc import Iterable, Iterator

from tests.privacy.adversary import Answer
from tests.privacy.room import Room


def figures(room: Room) -> Iterator[Iterable[frozenset[Answer]]]:
    """Yield the sets shown of each outcome or pair: of answers, of people, and of each half of a rating."""
    for about, shown in room.shown.items():
        yield shown
        for part in (slice(0), slice(1), slice(1, None))[: 3 if about in room.outcomes else 1]:
            yield [frozenset((who, given[part]) for who, given in one) for one in shown]
