"""Standings of solutions and drivers of outcomes to tell of, made up to the last figure."""

import pandas as pd

from jtbd_core.scoring.standing import SCORES, Standing

KINDS = ("effectiveness", "efficiency")


def standing_of(scores: dict[str, tuple[float, float]], half: float = 0.5, merged: str = "") -> Standing:
    """Return how solutions stand whose effectiveness and efficiency are given, with intervals of ± half a width.

    Everybody has 5.0 of both; differences have intervals of ± twice that half.
    """
    rows, pairs = [], []
    for place, kind in enumerate(KINDS):
        for name, values in scores.items():
            value = values[place]
            rows.append((name, kind, 20, *[value, value - half, value + half] * 2, merged))
        names = list(scores)
        for at, first in enumerate(names):
            for second in names[at + 1 :]:
                gap = scores[first][place] - scores[second][place]
                pairs.append((kind, first, second, gap, gap - 2 * half, gap + 2 * half))
    ends = ["", "_low", "_high"]
    return Standing(
        pd.DataFrame(rows, columns=["solution", "kind", "n", *SCORES, "merged"]),
        pd.DataFrame(
            [(kind, 60, 5.0, 4.8, 5.2) for kind in KINDS], columns=["kind", "n", *(f"score{e}" for e in ends)]
        ),
        pd.DataFrame(pairs, columns=["kind", "first", "second", *(f"difference{e}" for e in ends)]),
        ("place",),
    )


def drivers_of(leading: dict[str, tuple[str, ...]], p: float = 0.01, is_opposite: bool = False) -> pd.DataFrame:
    """Return drivers of outcomes by the steps that stand out of each; there are the steps Find, Buy and Use."""
    steps = ("Find", "Buy", "Use")
    rows = [
        (outcome, step, 90, 0.2 if step in out else 0.03, 0.01, 0.3, 0.3, 0.2, 0.4, p, is_opposite, step in out)
        for outcome, out in leading.items()
        for step in steps
    ]
    shares = ["share", "share_low", "share_high", "r2", "r2_low", "r2_high", "p"]
    return pd.DataFrame(rows, columns=["outcome", "step", "n", *shares, "is_opposite", "stands_out"])
