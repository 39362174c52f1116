"""What is read from across a room: rings of how many have finished each section, and large words."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.stage import SectionProgress


def ring(done: int, people: int) -> alt.LayerChart:
    """Draw a ring that closes as people finish, with "9 of 12" in it."""
    rest = max(people - done, 0) or (0 if people else 1)
    parts = pd.DataFrame({"part": ["finished", "not yet"], "n": [done, rest], "order": [0, 1]})
    arc = (
        alt.Chart(parts)
        .mark_arc(outerRadius=_part(0.48), innerRadius=_part(0.37), tooltip=None)
        .encode(
            theta=alt.Theta("n:Q", stack=True),
            order=alt.Order("order:Q"),
            color=alt.Color(
                "part:N",
                legend=None,
                scale=alt.Scale(domain=["finished", "not yet"], range=[palette.ACCENT, palette.GREY]),
            ),
            opacity=alt.OpacityValue(0.25, condition={"test": "datum.part === 'finished'", "value": 1}),
        )
    )
    words = alt.Chart(pd.DataFrame({"count": [f"{done}"], "of": [f"of {people}"]}))
    counts = [
        words.mark_text(fontSize=_part(0.27), fontWeight=700, color=palette.INK, dy=_part(-0.07), tooltip=None).encode(
            text="count:N"
        ),
        words.mark_text(fontSize=_part(0.13), color=palette.INK, dy=_part(0.14), tooltip=None).encode(text="of:N"),
    ]
    chart: alt.LayerChart = alt.layer(arc, *counts).resolve_scale(color="independent")
    return chart


def sign(*lines: str) -> alt.LayerChart:
    """Draw words as large as there is room, one line below the other, to be read from across a room."""
    longest, count = max(map(len, lines)), len(lines)
    size = f"min(width / {0.68 * longest:.2f}, height / {1.15 * count:.2f})"
    words = alt.Chart(pd.DataFrame({"text": lines, "at": [n - (count - 1) / 2 for n in range(count)]}))
    texts = [
        words.transform_filter(f"datum.at === {n - (count - 1) / 2}")
        .mark_text(
            fontSize=alt.ExprRef(size),
            fontWeight=700,
            color=palette.INK,
            dy=alt.ExprRef(f"{size} * {1.05 * (n - (count - 1) / 2):.3f}"),
            tooltip=None,
        )
        .encode(text="text:N")
        for n in range(count)
    ]
    chart: alt.LayerChart = alt.layer(*texts).resolve_scale(color="independent")
    return chart


def _part(share: float) -> alt.ExprRef:
    return alt.ExprRef(f"min(width, height) * {share}")


def rings_text(progress: Sequence[SectionProgress], people: int) -> str:
    """Say in a sentence how far a room has come."""
    return "; ".join(f"{one.name}: {one.finished} of {people} finished" for one in progress)
