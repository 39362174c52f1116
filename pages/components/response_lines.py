"""Lines on the response to rounds, for the facilitator alone: where people stopped, and how long it took them."""

from collections.abc import Sequence

from jtbd_core.live.response import Response
from pages.components.plural import plural


def stopped(found: Sequence[Response]) -> list[str]:
    """Return on which pages people stopped, of one round: how many rated, less those who finished a page."""
    if len(found) != 1:
        return []
    (one,) = found
    before, gone = one.progress.rated, []
    for section in one.sections:
        if section.finished < before:
            gone.append(f"{before - section.finished} at “{section.name}”")
        before = min(before, section.finished)
    return (
        [f"Stopped there, or left something out: {', '.join(gone)}."]
        if gone
        else ["Nobody who began stopped on the way."]
    )


def took(found: Sequence[Response]) -> list[str]:
    """Return how long the cards took half of the people, where the times of one round are known."""
    times = [one.minutes for one in found if one.minutes]
    if len(times) != 1:
        return []
    low, _, high = times[0]
    span = f"{low:.0f} to {high:.0f} minutes" if round(low) < round(high) else plural(max(round(low), 1), "minute")
    return [f"Half of them took {span} for the cards."]
