"""Remarks against an adversary who remembers all that was ever shown; written without the rules of `privacy`."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from msgspec.structs import replace

from jtbd_core.errors import Refused
from jtbd_core.privacy import remarks as rules
from jtbd_core.privacy.remarks import ShownRemark, check_batch, hidden_again, lacking, leaving_with, shown_remarks
from jtbd_core.wave.remark import WITHDRAWN, Remark

FEWEST = 5


def written(count: int, batch: str = "", **under: str) -> list[Remark]:
    """Return remarks of as many people."""
    return [
        Remark(id=f"{batch}{n}", kind="missed", text=f"{batch} text {n}", batch=batch, **under) for n in range(count)
    ]


def test_fewer_than_five_new_ones_are_not_released() -> None:
    """Four new ones are refused, five are not, nor are four new ones beside one that was shown before."""
    assert lacking(written(4)) == {"missed": 1}
    with pytest.raises(Refused, match="no fewer than 5"):
        check_batch(written(4), written(4))
    check_batch(written(5), written(5))
    left = written(4, "first")
    with pytest.raises(Refused, match="no fewer than 5"):
        check_batch([*written(4), left[0]], [*written(4), *left])
    check_batch([*written(5), left[0]], [*written(5), *left])


def test_each_kind_needs_five_of_its_own() -> None:
    """One person may have written both kinds: three of one and two of the other can be of three people."""
    other = [Remark(id=f"o{n}", kind="solution", text=f"other {n}") for n in range(2)]
    assert lacking([*written(3), *other]) == {"missed": 2, "solution": 3}


def test_what_is_shown_is_not_released_again() -> None:
    """A batch that others look at stays as it is."""
    shown = written(5, "first")
    with pytest.raises(Refused, match="shown already"):
        check_batch([*written(5), shown[0]], [*written(5), *shown])


def test_a_batch_of_which_four_are_left_is_hidden() -> None:
    """The others of a batch leave with the one that was deleted; another batch stays."""
    remarks = [*written(4, "first"), *written(5, "second")]
    assert [one.text for one in shown_remarks(remarks)] == [f"second text {n}" for n in range(5)]
    assert hidden_again(remarks) == {f"first{n}" for n in range(4)}


def test_a_heading_of_fewer_than_five_is_not_shown() -> None:
    """Their texts come without it, after those of a larger heading."""
    remarks = [*written(4, "first", label="Meals"), *written(5, "first", outcome="calm")]
    remarks = [replace(one, id=str(place)) for place, one in enumerate(remarks)]
    assert [(one.outcome, one.label) for one in shown_remarks(remarks)] == [("calm", "")] * 5 + [("", "")] * 4


def play(room: random.Random) -> Iterator[list[Remark]]:
    """Play the life of a round: people write, write anew and delete; the facilitator groups, and releases at random."""
    remarks: dict[int, Remark] = {}
    for _ in range(150):
        who, what = room.randrange(30), room.random()
        if what < 0.6:
            gone = remarks.get(who)
            leaving = leaving_with(gone, remarks.values()) if gone and gone.is_released else []
            remarks.pop(who, None)
            remarks |= {at: replace(one, batch=WITHDRAWN) for at, one in remarks.items() if one.id in leaving}
            if what < 0.55:
                name = f"{room.random()}"
                remarks[who] = Remark(id=name, kind=room.choice(("missed", "missed", "solution")), text=name)
        elif what < 0.9 and who in remarks:
            remarks[who] = replace(remarks[who], label=room.choice(("", "Meals", "Price")))
        else:
            new = sorted(at for at, one in remarks.items() if not one.is_released or room.random() < 0.1)
            chosen = room.sample(new, room.randint(0, len(new)))
            try:
                check_batch([remarks[one] for one in chosen], remarks.values())
            except Refused:
                continue
            batch = f"{room.random()}"
            remarks |= {one: replace(remarks[one], batch=batch) for one in chosen}
        yield list(remarks.values())


def disclosures(room: random.Random) -> int:
    """Count what an adversary learns of fewer than five people: texts that come, leave or come back, headings."""
    shown: list[list[ShownRemark]] = [[], *(shown_remarks(remarks) for remarks in play(room))]
    seen: set[str] = set()
    found = 0
    for before, after in pairwise(shown):
        for kind in ("missed", "solution"):
            here, earlier = ([one for one in ones if one.kind == kind] for ones in (after, before))
            texts, before_texts = ({one.text for one in ones} for ones in (here, earlier))
            come, left = texts - before_texts, before_texts - texts
            found += bool(come & seen)
            headings = [one.label for one in here if one.label]
            found += any(0 < number < FEWEST for number in (len(come), len(left), *map(headings.count, headings)))
        seen |= {one.text for one in after}
    return found


def test_nothing_is_told_of_fewer_than_five(monkeypatch: pytest.MonkeyPatch) -> None:
    """In 300 rounds is not one disclosure; with five that are one, or who deletes leaving alone, there are in most."""
    assert sum(disclosures(random.Random(seed)) for seed in range(300)) == 0
    with monkeypatch.context() as alone:
        alone.setitem(globals(), "leaving_with", lambda *_: [])
        assert sum(disclosures(random.Random(seed)) > 0 for seed in range(40)) > 20
    monkeypatch.setattr(rules, "THRESHOLD", 1)
    assert sum(disclosures(random.Random(seed)) > 0 for seed in range(40)) > 20


def test_the_order_tells_nothing() -> None:
    """Remarks stand by their random ids, however they were written or stored."""
    remarks = written(9, "first")
    assert shown_remarks(remarks) == shown_remarks(list(reversed(remarks)))
