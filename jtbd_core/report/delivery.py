"""What is delivered on the first outcomes of a list: a bar each around the line of being met."""

import math
from collections.abc import Mapping

from jtbd_core.charts.delivered import names_of, told
from jtbd_core.report.ranking import FIRST
from jtbd_core.report.report import Bar, Delivered, Part
from jtbd_core.scoring.measures import COUNTS, MEASURES, Row
from jtbd_core.scoring.results import Scores

SHORT, MET = ("share_far_short", "share_just_short"), ("share_met", "share_exceeded")


def delivery(scores: Scores, letters: Mapping[str, str]) -> Delivered:
    """Return the shares of `delivered` of the first outcomes, in whole per cent of people."""
    rated = told(scores[scores["n"] > 0])
    rows = [row for _, row in rated.head(FIRST).iterrows()]
    left = max(math.ceil(10 * sum(row[name] for name in SHORT)) / 10 for row in rows)
    right = max(math.ceil(10 * sum(row[name] for name in MET)) / 10 for row in rows)
    wide = left + right
    which = "the first" if len(rows) == 1 else f"the first {COUNTS[len(rows)].lower()}"
    return Delivered(
        title=f"What is delivered on {which}, % of people",
        line=left / wide,
        names=tuple(names_of(rated).items()),
        bars=tuple(
            Bar(
                letter=letters.get(str(row["outcome"]), ""),
                statement=str(row["statement"]),
                parts=_parts(row, left, wide),
                wanted=f"value wanted {MEASURES['value_wanted'].measured(row)}",
            )
            for row in rows
        ),
    )


def _parts(row: Row, left: float, wide: float) -> tuple[Part, ...]:
    """Return the parts of a bar from left to right, those of nobody left out."""
    start = left - sum(row[name] for name in SHORT)
    parts = []
    for name in (*SHORT, *MET):
        share = float(row[name])
        if share:
            parts.append(Part(name, f"{100 * share:.0f}", start / wide, (start + share) / wide))
        start += share
    return tuple(parts)
