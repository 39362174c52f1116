"""Segments in words and figures: what their people need more and less than the others, and who they are."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from jtbd_core.privacy.segments import segment_group
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.scoring.ratings import rating_matrix
from jtbd_core.scoring.study_scores import ORDER, raters
from jtbd_core.scoring.table import order_by
from jtbd_core.study import Study
from jtbd_core.wave import Group
from jtbd_core.wave.groups import crossing, groups_of
from jtbd_core.wave.ledger import EVERYBODY

MOST_NEEDS = 3
FEWEST_POINTS = 0.10
"""An answer to a question tells of a segment that gives it more often than the others by at least this share."""

SHARES = {
    "unmet": "matters and falls short for",
    "importance": "matters to",
    "satisfaction": "is met for",
    "share_short": "falls short for",
}
HIDDEN = "–"

Scores = dict[str, dict[str, float]]
"""The measured scores of each outcome, by their names, and the `length` of its scale."""


class Segment(NamedTuple):
    """A segment: its number, how many people, what they need more and less than the others, and who they are."""

    number: int
    people: int
    needs: tuple[str, ...]
    members: str


class Row(NamedTuple):
    """The scores of an outcome by their name: of everybody, then of each segment; a dash for one that is not shown."""

    kind: str
    statement: str
    scores: Mapping[str, tuple[str, ...]]


class SegmentView(NamedTuple):
    """The segments that are shown, the largest first, with a verdict that says what they are, or why there are none.

    `rows` are the outcomes, success outcomes first, each kind in the order of its list.
    """

    verdict: str
    segments: tuple[Segment, ...] = ()
    rows: tuple[Row, ...] = ()


class Drawn(NamedTuple):
    """Segments and what may be shown of them.

    `ratings` are everybody's, `parts` those of each segment that may be shown, by its number. `counted` has numbers of
    people: everybody, groups, segments and crossings of both.
    """

    ratings: pd.DataFrame
    parts: Mapping[int, pd.DataFrame]
    counted: Mapping[Group, int]


def told(study: Study, verdict: str, drawn: Drawn) -> SegmentView:
    """Return the view of segments; others of a segment are all other raters of an outcome."""
    asked = drawn._replace(
        ratings=_asked(study, drawn.ratings), parts={number: _asked(study, one) for number, one in drawn.parts.items()}
    )
    parts = tuple(
        Segment(number, raters(one), _needs(study, asked.ratings, one), _members(study, drawn, number))
        for number, one in asked.parts.items()
    )
    return SegmentView(verdict, parts, _rows(study, asked))


def _asked(study: Study, ratings: pd.DataFrame) -> pd.DataFrame:
    return ratings if study.settings.asks_importance else ratings.drop(columns="importance")


def _needs(study: Study, everybody: pd.DataFrame, own: pd.DataFrame) -> tuple[str, ...]:
    """Return the largest differences of a segment from the others in words: "“…” matters to 62% (others 20%)"."""
    cells = [pd.MultiIndex.from_frame(one[["respondent", "outcome"]]) for one in (everybody, own)]
    mine, others = _scores(study, own), _scores(study, everybody[~cells[0].isin(cells[1])])
    words = {one.id: one.statement for one in study.outcomes}
    said = []
    for outcome in mine.keys() & others.keys():
        shares = [(name, mine[outcome][name] / per, others[outcome][name] / per) for name, per in _shares(study)]
        name, *both = max(shares, key=lambda one: abs(one[1] - one[2]))
        text = f"“{words[outcome]}” {SHARES[name]} {both[0]:.0%} (others {both[1]:.0%})"
        said.append((-abs(both[0] - both[1]), text))
    return tuple(text for _, text in sorted(said)[:MOST_NEEDS])


def _shares(study: Study) -> list[tuple[str, int]]:
    """Return the scores that are shares of people, each with what it is of everybody."""
    is_asked = study.settings.asks_importance
    return [("unmet", 1), ("importance", 10), ("satisfaction", 10)] if is_asked else [("share_short", 1)]


def _members(study: Study, drawn: Drawn, number: int) -> str:
    """Return which answers to questions are given more often in a segment than in the others; empty without any."""
    counted, segment = drawn.counted, segment_group(number)
    others = counted.get(EVERYBODY, 0) - counted.get(segment, 0)
    labels, said = study.questions(), []
    for one in groups_of(study):
        own = counted.get(crossing(segment, one))
        if own is None or one not in counted or not others:
            continue
        shares = own / counted[segment], (counted[one] - own) / others
        if shares[0] - shares[1] >= FEWEST_POINTS:
            label = labels[one.question][one.option]
            said.append((shares[1] - shares[0], f"{label} ({shares[0]:.0%}, others {shares[1]:.0%})"))
    return f"More often: {'; '.join(text for _, text in sorted(said))}." if said else ""


def _rows(study: Study, drawn: Drawn) -> tuple[Row, ...]:
    everybody, *parts = (_scores(study, one) for one in (drawn.ratings, *drawn.parts.values()))
    kinds = {"success outcomes": study.success_outcomes, "key outcomes": study.key_outcomes}
    found = []
    for kind, outcomes in kinds.items():
        by = order_by(ORDER[kind], study.settings.asks_importance)
        rated = {one.id: one.statement for one in outcomes if one.id in everybody}
        for outcome in sorted(rated, key=lambda one: -everybody[one][by]):
            said = {name: tuple(_said(name, one, outcome) for one in (everybody, *parts)) for name in MEASURES}
            found.append(Row(kind, rated[outcome], said))
    return tuple(found)


def _scores(study: Study, ratings: pd.DataFrame) -> Scores:
    matrix = rating_matrix(ratings, study.readings())
    places = {str(one): at for at, one in enumerate(matrix.outcomes)}
    rated = [one for one in study.outcomes if one.id in places]
    return {
        one.id: {name: float(score[places[one.id]]) for name, score in matrix.scores.items()}
        | {"length": study.instrument(one).points.length}
        for one in rated
    }


def _said(name: str, scores: Scores, outcome: str) -> str:
    row = scores.get(outcome, {})
    return MEASURES[name].measured(row) if name in row else HIDDEN
