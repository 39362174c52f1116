"""Rounds side by side: what changed between two of them, with its pictures, from one snapshot of all."""

from collections.abc import Mapping
from typing import NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts import slopes
from jtbd_core.charts.registry import PLAIN, Picture
from jtbd_core.live.snapshot import ROUND, Snapshot
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.changes import Changes, changes
from jtbd_core.scoring.results import SHOWN_DECIMALS
from jtbd_core.study import Study

KINDS = {"success": "success outcomes", "key": "key outcomes"}
FIGURES = ("score", "low", "high", "before", "now", "difference", "difference_low", "difference_high")


class Named(NamedTuple):
    """A round by the number that a snapshot has as text, and its label."""

    number: str
    label: str


class KindOverTime(NamedTuple):
    """What changed of one kind of outcome: a headline, the slopes, and the list of changes with its table."""

    headline: str
    slopes: Picture
    changes: Picture


def over_time(
    rounds: tuple[Named, ...], pair: tuple[str, str], study: Study, snapshot: Snapshot
) -> dict[str, KindOverTime]:
    """Return what changed between a pair of `rounds`, by numbers, the earlier first: for "success" and "key" outcomes.

    A kind of which no outcome was rated in both is missing.
    """
    members = snapshot.groups[snapshot.groups["question"] == ROUND].set_index("respondent")["option"]
    ratings = snapshot.ratings.assign(round=snapshot.ratings["respondent"].map(members))
    numbers = [one.number for one in rounds]
    found = changes(study, ratings, numbers, pair, THRESHOLD)
    outcomes = {"success": study.success_outcomes, "key": study.key_outcomes}
    parts = {kind: _shown(found.of_kind(outcomes[kind]), found.by[name]) for kind, name in KINDS.items()}
    labels = {one.number: one.label for one in rounds}
    statements = {one.id: one.statement for one in study.outcomes}
    return {
        kind: _pictured(part, found.by[KINDS[kind]], labels, pair, statements)
        for kind, part in parts.items()
        if len(part.changed)
    }


def _shown(found: Changes, by: str) -> Changes:
    """Return changes with their figures rounded to the decimals that are shown of them."""
    decimals = dict.fromkeys(FIGURES, SHOWN_DECIMALS[by])
    changed = found.changed.drop(columns="p").astype({name: float for name in FIGURES if name in found.changed})
    return found._replace(scores=found.scores.round(decimals), changed=changed.round(decimals))


def _pictured(
    found: Changes, by: str, labels: Mapping[str, str], pair: tuple[str, str], statements: Mapping[str, str]
) -> KindOverTime:
    before, now = (labels[name] for name in pair)
    many = f", {n} people in the last" if (n := _people(found, pair[1])) else ""
    text = slopes.change_description(found, by, statements, before, now)
    key = slopes.change_key(by, len(found.changed))
    table = pd.DataFrame(slopes.columns_of(found, by, statements))
    lines = slopes.slopes(found, by, labels, statements)
    return KindOverTime(
        slopes.changes_headline(found, by, statements, before),
        _picture(lines, f"Slopes over {len(labels)} rounds{many}. {text}", "", table),
        _picture(slopes.change_list(found, by, statements), text, key, table),
    )


def _people(found: Changes, number: str) -> int:
    rated = found.scores.loc[found.scores["round"] == number, "n"]
    return int(rated.max()) if len(rated) else 0


def _picture(chart: alt.LayerChart, text: str, key: str, table: pd.DataFrame) -> Picture:
    with alt.data_transformers.enable(PLAIN):
        return Picture(chart.to_dict(validate=False), text, key, table)
