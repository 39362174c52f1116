"""What counts as important, and what meets expectations, in words."""

from jtbd_core.study.scale import SCALES, Importance, Instrument


def important_in_words(importance: Importance) -> str:
    """Return which points are important: "4 or 5", of other numbers of points than five "6 or 7, of 1 to 7"."""
    cut, highest = importance.cut, importance.points.highest
    points = f"{cut}" if cut == highest else f"{cut} {'or' if cut + 1 == highest else 'to'} {highest}"
    return points if importance.points == Importance().points else f"{points}, of {importance.points}"


def anchor_in_words(instrument: Instrument) -> str:
    """Return the lowest experience that meets expectations: "meets it", "6 of 1 to 7", "as much as is expected"."""
    if instrument.is_pair:
        return "as much as is expected"
    labels = SCALES[instrument.scale].labels
    if len(instrument.points.codes) == len(labels):
        return f"“{labels[instrument.anchor - instrument.points.lowest]}”"
    return f"{instrument.anchor} of {instrument.points}"
