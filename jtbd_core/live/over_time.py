"""Rounds side by side: what changed between two of them, with its pictures, from one snapshot of all."""

import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

import pandas as pd

from jtbd_core.charts.change_words import MARKS, change_description, change_key, changes_headline, columns_of
from jtbd_core.charts.lists import MOST_ROWS
from jtbd_core.charts.registry import Picture
from jtbd_core.charts.slopes import change_list, slopes
from jtbd_core.charts.spec import spec_of
from jtbd_core.live.snapshot import ROUND, Snapshot
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.changes import changes
from jtbd_core.scoring.results import SHOWN_DECIMALS, Changes
from jtbd_core.study import Study

KINDS = {"success": "success outcomes", "key": "key outcomes"}
FIGURES = ("score", "low", "high", "before", "now", "difference", "difference_low", "difference_high")


class Named(NamedTuple):
    """A round by the number that a snapshot has as text, its label, and how it is called in a sentence."""

    number: str
    label: str
    said: str


class KindOverTime(NamedTuple):
    """What changed of one kind of outcome: a headline, the slopes, and the list of changes with its table.

    `every` is that list with all its rows.
    `key` is another one wherever anything of it is.
    """

    key: str
    headline: str
    slopes: Picture
    changes: Picture
    every: Picture

    @property
    def has_changed(self) -> bool:
        """Whether an outcome changed beyond noise."""
        return bool(self.changes.scores["Verdict"].str.startswith((MARKS["less"], MARKS["more"])).any())


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
    called = {one.number: one.said for one in rounds}
    between = called[pair[0]], called[pair[1]]
    return {
        kind: _pictured(part, KINDS[kind], labels, between, statements)
        for kind, part in parts.items()
        if len(part.changed)
    }


def _shown(found: Changes, by: str) -> Changes:
    """Return changes with their figures rounded to the decimals that are shown of them."""
    decimals = dict.fromkeys(FIGURES, SHOWN_DECIMALS[by])
    changed = found.changed.drop(columns="p").astype({name: float for name in FIGURES if name in found.changed})
    return found._replace(scores=found.scores.round(decimals), changed=changed.round(decimals))


def _pictured(
    found: Changes, kind: str, labels: Mapping[str, str], between: tuple[str, str], statements: Mapping[str, str]
) -> KindOverTime:
    by = found.by[kind]
    text = change_description(found, by, statements, *between)
    table = pd.DataFrame(columns_of(found, by, statements))
    lines = spec_of(slopes(found, by, labels, statements))
    rows, every = (spec_of(change_list(found, by, statements, most)) for most in (MOST_ROWS, sys.maxsize))
    headline = changes_headline(found, kind, by, statements, between[0])
    return KindOverTime(
        sha256(json.dumps([headline, text, lines, every]).encode()).hexdigest(),
        headline,
        Picture(lines, f"Slopes over {len(labels)} rounds. {text}", "", table),
        Picture(rows, text, change_key(by, found.changed), table),
        Picture(every, text, change_key(by, found.changed, sys.maxsize), table),
    )
