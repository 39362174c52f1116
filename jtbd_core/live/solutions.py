"""How solutions stand in a snapshot, and what makes the difference between two of them."""

import sys
from functools import lru_cache
from typing import NamedTuple
from uuid import uuid4

import pandas as pd

from jtbd_core.charts import Picture
from jtbd_core.charts.pairs import MOST_ROWS, pair_description, pair_key, pair_rows
from jtbd_core.charts.solutions import KEY, plane_description, solution_plane
from jtbd_core.charts.spec import spec_of
from jtbd_core.live.snapshot import ROUND, Snapshot
from jtbd_core.live.worker import worker
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.solution_pairs import solution_pair
from jtbd_core.scoring.standing import EFFECTIVENESS, EFFICIENCY, Standing, standings
from jtbd_core.scoring.standing_sentences import (
    Circumstance,
    mix_sentences,
    standing_details,
    standing_headline,
    standing_lines,
)
from jtbd_core.study import SOLUTION_QUESTION, Study

KINDS = (EFFECTIVENESS, EFFICIENCY)
ENDS = ("", "_low", "_high")
MOST_CACHED = 64


class SolutionView(NamedTuple):
    """How solutions stand; figures are rounded to what is shown of them. `key` names this result, for caches.

    `table` has a row per solution, the most effective first, and everybody last: `solution` (empty for everybody),
    `name, look` (place in the study, −1 for everybody), `n`, and for effectiveness and efficiency the score at an equal
    mix, `…_low`, `…_high` and `…_plain`. `mix` says how circumstances were held equal. `hidden` are the
    names of the solutions that have no figures. `answers` is the part of the snapshot from which pairs are compared.
    """

    key: str
    headline: str
    details: str
    lines: tuple[str, ...]
    table: pd.DataFrame
    picture: Picture | None
    mix: tuple[str, ...]
    hidden: tuple[str, ...]
    answers: Snapshot

    @property
    def solutions(self) -> pd.DataFrame:
        """The rows of the table without everybody."""
        return self.table[self.table["look"] >= 0]


class PairView(NamedTuple):
    """Two solutions side by side, outcome by outcome: `key` names this result; the picture's table is rounded.

    `every` is the picture with all its rows.
    """

    key: str
    picture: Picture | None
    every: Picture | None = None


def solution_view(study: Study, snapshot: Snapshot) -> SolutionView:
    """Return how the solutions of a snapshot stand; rounds are taken together."""
    names = {one.id: one.name for one in study.solutions}
    groups, shown = (table[table["question"] != ROUND] for table in (snapshot.groups, snapshot.shown))
    found = standings(_asked(study, snapshot), groups, _outcomes(study), study.readings(), THRESHOLD, shown=shown)
    table = _table(found, names)
    points = table[table["look"] >= 0].dropna(subset=list(KINDS))
    everybody = {row["kind"]: float(row["score"]) for row in found.everybody.round(1).to_dict("records")}
    picture = None
    if len(points):
        spec = spec_of(solution_plane(points, everybody))
        picture = Picture(spec, plane_description(points, everybody), KEY, points)
    return SolutionView(
        key=uuid4().hex,
        headline=standing_headline(found, names) if len(found.table) else "",
        details=standing_details(found, names),
        lines=tuple(standing_lines(found, names)),
        table=table,
        picture=picture,
        mix=tuple(mix_sentences(found, names, _circumstances(study))),
        hidden=tuple(name for solution, name in names.items() if solution not in set(table["solution"])),
        answers=_of_users(snapshot),
    )


def drawn_pair(study: Study, found: SolutionView, first: str, second: str) -> PairView:
    """Return what makes the difference between two solutions, computed in the worker once for all who look at them.

    Not an insight of its own: what is released is computed once, with how the solutions stand.
    """
    drawn = _pairs(found.key)
    if (first, second) not in drawn:
        drawn[first, second] = worker.run(pair_view, first, second, study, found.answers)
    return drawn[first, second]


@lru_cache(MOST_CACHED)
def _pairs(_: str) -> dict[tuple[str, str], PairView]:
    """Return the pairs that somebody has looked at of the solutions with this key."""
    return {}


def pair_view(first: str, second: str, study: Study, snapshot: Snapshot) -> PairView:
    """Return what makes the difference between two solutions of a snapshot; without a picture if nothing is shown."""
    solutions = first, second
    pair = solution_pair(_asked(study, snapshot), snapshot.groups, study.readings(), solutions, snapshot.shown).round(2)
    if pair.empty:
        return PairView(uuid4().hex, None)
    words = {one.id: (one.statement, one.kind) for one in study.outcomes}
    pair = pair.assign(
        **{name: [words[one][at] for one in pair["outcome"]] for at, name in enumerate(("statement", "kind"))}
    )
    order = [one.id for one in study.solutions]
    names = (study.solutions[order.index(first)].name, study.solutions[order.index(second)].name)
    looks = (order.index(first), order.index(second))
    pictures = (
        Picture(
            spec_of(pair_rows(pair, names, looks, most)),
            pair_description(pair, names),
            pair_key(pair, names, looks, most),
            pair,
        )
        for most in (MOST_ROWS, sys.maxsize)
    )
    return PairView(uuid4().hex, *pictures)


def _of_users(snapshot: Snapshot) -> Snapshot:
    """Return the answers of those who use a solution, names as categories: a tenth of the size."""
    groups, shown = (one[one["question"] == SOLUTION_QUESTION] for one in (snapshot.groups, snapshot.shown))
    ratings = snapshot.ratings[snapshot.ratings["respondent"].isin(groups["respondent"])]
    codes = dict.fromkeys(("importance", "experience"), "float32")
    return Snapshot(ratings.astype({"respondent": "category", "outcome": "category"} | codes), groups, shown)


def _asked(study: Study, snapshot: Snapshot) -> pd.DataFrame:
    """Return the ratings, without importance where the study does not ask it."""
    return snapshot.ratings if study.settings.asks_importance else snapshot.ratings.drop(columns="importance")


def _outcomes(study: Study) -> pd.DataFrame:
    return pd.DataFrame([(one.id, one.kind) for one in study.outcomes], columns=["outcome", "kind"])


def _table(found: Standing, names: dict[str, str]) -> pd.DataFrame:
    """Return the rows of `SolutionView.table`."""
    columns = [f"{name}{end}" for name in ("plain", "equal") for end in ENDS]
    by = found.table.round(dict.fromkeys(columns, 1)).set_index(["solution", "kind"])
    everybody = found.everybody.round(1).set_index("kind")
    rows = []
    for solution in found.table["solution"].drop_duplicates():
        row = {"solution": solution, "name": names[solution], "look": list(names).index(solution), "n": 0}
        for kind in KINDS:
            if (solution, kind) in by.index:
                one = by.loc[(solution, kind)]
                row |= {f"{kind}{end}": one[f"equal{end}"] for end in ENDS} | {f"{kind}_plain": one["plain"]}
                row["n"] = max(row["n"], int(one["n"]))
        rows.append(row)
    last = {"solution": "", "name": "Everybody", "look": -1, "n": int(everybody["n"].max()) if len(everybody) else 0}
    for kind in everybody.index:
        last |= {f"{kind}{end}": everybody.loc[kind, f"score{end}"] for end in ENDS}
        last[f"{kind}_plain"] = everybody.loc[kind, "score"]
    figures = [f"{kind}{end}" for kind in KINDS for end in (*ENDS, "_plain")]
    table = pd.DataFrame(rows, columns=["solution", "name", "look", "n", *figures])
    order = next((kind for kind in KINDS if table[kind].notna().any()), KINDS[0])
    best = table.sort_values(order, ascending=False, kind="stable", na_position="last")
    return pd.concat([best, pd.DataFrame([last], columns=table.columns)], ignore_index=True) if rows else table


def _circumstances(study: Study) -> dict[str, Circumstance]:
    return {
        one.id: Circumstance(one.question.rstrip("?"), {option.id: option.label for option in one.options})
        for one in study.circumstances
    }
