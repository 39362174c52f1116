"""Which remarks are shown to others than the facilitator.

What is held against whoever knows the people of a round and remembers all that was ever shown:

- Remarks of a kind are released in batches of at least `THRESHOLD` that were never shown before. Each is of another
  person, for a response has one remark of a kind. So what a release adds was written by at least that many people, and
  nothing says which of them wrote which: remarks stand in the order of random ids, and carry neither id, time nor
  anything else of the response.
- Who deletes a remark, or writes it anew, can be seen to leave: it takes `THRESHOLD - 1` others of its batch with it at
  once, chosen at random, or all where fewer than `THRESHOLD` would be left. So a batch never loses 1 to 4 by what
  people do. These others are *withdrawn* for good: if they came back, the one that does not would be known. The price
  is five remarks fewer to read for one deletion; the facilitator still has the others.
- What the facilitator deletes leaves alone: it says nothing of what anybody did. A batch of which it leaves too few is
  hidden whole; its remarks can be released again only along with a whole batch of new ones.
- What a remark is grouped under is shown if at least `THRESHOLD` of those shown stand under it. Of fewer the heading
  would tell more of its author than the text does; they are shown without one.

What no rule hides is what a text itself tells, so the facilitator reads it before.
"""

import secrets
from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from jtbd_core.errors import Refused
from jtbd_core.privacy.threshold import THRESHOLD
from jtbd_core.wave.remark import Remark, RemarkKind


class ShownRemark(NamedTuple):
    """A remark as it is shown: its text, and the outcome (id) or label it stands under, both empty if neither is."""

    kind: RemarkKind
    text: str
    outcome: str
    label: str


def lacking(chosen: Iterable[Remark]) -> dict[RemarkKind, int]:
    """Return how many new remarks are still lacking of each kind in the choice, so that it can be released."""
    chosen = tuple(chosen)
    new = Counter(one.kind for one in chosen if not one.is_released)
    return {kind: short for kind in {one.kind: None for one in chosen} if (short := THRESHOLD - new[kind]) > 0}


def check_batch(chosen: Collection[Remark], remarks: Iterable[Remark]) -> None:
    """Raise Refused unless the chosen ones of the `remarks` of a wave may be released together now."""
    if not chosen or lacking(chosen):
        raise Refused(
            f"Remarks are released together, no fewer than {THRESHOLD} new ones of a kind at once, so that nobody can "
            "tell who wrote what."
        )
    if any(one.is_withdrawn for one in chosen):
        raise Refused("One of these remarks left with another that was taken back, and is not shown again.")
    shown = {one.id for one in _whole(remarks)}
    if any(one.id in shown for one in chosen):
        raise Refused("One of these remarks is shown already.")


def shown_remarks(remarks: Iterable[Remark]) -> list[ShownRemark]:
    """Return the remarks of a wave that are shown, `by_heading`."""
    whole = sorted(_whole(remarks), key=lambda one: one.id)
    under = Counter((one.kind, one.outcome, one.label) for one in whole if one.outcome or one.label)
    return by_heading(
        ShownRemark(one.kind, one.text, one.outcome, one.label)
        if under[one.kind, one.outcome, one.label] >= THRESHOLD
        else ShownRemark(one.kind, one.text, "", "")
        for one in whole
    )


def by_heading(remarks: Iterable[ShownRemark]) -> list[ShownRemark]:
    """Return remarks of one or several waves by kind and heading, those of the largest first, without one last."""
    remarks = tuple(remarks)
    under = Counter((one.kind, one.outcome, one.label) for one in remarks if one.outcome or one.label)
    return sorted(remarks, key=lambda one: (one.kind, -under[one[0], one[2], one[3]], one.outcome, one.label))


def hidden_again(remarks: Iterable[Remark]) -> set[str]:
    """Return the ids of the remarks that were released and can be again: their batch is too small to be shown."""
    remarks = tuple(remarks)
    return {one.id for one in remarks if one.is_released and not one.is_withdrawn} - {one.id for one in _whole(remarks)}


def leaving_with(gone: Remark, remarks: Iterable[Remark]) -> list[str]:
    """Return the ids of those `remarks` of a wave that are withdrawn with one among them that its author takes back."""
    mates = [
        one.id for one in _whole(remarks) if (one.kind, one.batch) == (gone.kind, gone.batch) and one.id != gone.id
    ]
    is_enough = len(mates) - (THRESHOLD - 1) >= THRESHOLD
    return secrets.SystemRandom().sample(mates, THRESHOLD - 1) if is_enough else mates


def _whole(remarks: Iterable[Remark]) -> list[Remark]:
    """Return the remarks of the batches of which enough are left."""
    remarks = tuple(remarks)
    shown = [one for one in remarks if one.is_released and not one.is_withdrawn]
    left = Counter((one.kind, one.batch) for one in shown)
    return [one for one in shown if left[one.kind, one.batch] >= THRESHOLD]
