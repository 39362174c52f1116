"""How the ratings of each outcome are read, from what a caller of the core says of it."""

from collections.abc import Mapping

from jtbd_core.errors import UnusableRatings
from jtbd_core.study.scale import Reading

Anchor = float | Reading | Mapping[str, float | Reading]
"""A `Reading`, or the anchor alone on five points, for all outcomes or by outcome."""


def readings(anchor: Anchor, outcomes: tuple[object, ...]) -> list[Reading]:
    """Return how each outcome is read.

    Raises:
        UnusableRatings: an outcome has no anchor, or an anchor or a cut is none of its scale.
    """
    if not isinstance(anchor, Mapping):
        return [_reading(anchor)] * len(outcomes)
    by_text = {str(outcome): value for outcome, value in anchor.items()}
    lost = [outcome for outcome in outcomes if str(outcome) not in by_text]
    if lost:
        raise UnusableRatings(f"No anchor is given for the outcome {lost[0]}.")
    return [_reading(by_text[str(outcome)]) for outcome in outcomes]


def _reading(value: float | Reading) -> Reading:
    """Return a reading, of an anchor alone that of five points; refuse an anchor or a cut that its scale lacks."""
    if isinstance(value, Reading):
        found = value
    elif value == int(value):
        found = Reading(anchor=int(value))
    else:
        raise UnusableRatings(f"The anchor must be a whole number, not {value}.")
    first, last = found.experience.anchors[0], found.experience.anchors[-1]
    if found.anchor not in found.experience.anchors:
        raise UnusableRatings(
            f"The anchor must be from {first} to {last}, not {found.anchor}: below {first} nobody could fall short."
        )
    first, last = found.importance.anchors[0], found.importance.anchors[-1]
    if found.cut not in found.importance.anchors:
        raise UnusableRatings(f"What is important must begin from {first} to {last}, not at {found.cut}.")
    return found
