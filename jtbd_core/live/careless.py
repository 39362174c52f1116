"""Careless answers: how many of which kind, the top of each list with and without them, and what would change it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar
from uuid import uuid4

import pandas as pd

from jtbd_core.live.snapshot import ROUND, Snapshot, careful_snapshot
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.scoring.study_scores import ORDER
from jtbd_core.scoring.sureness import Sureness
from jtbd_core.scoring.table import order_by
from jtbd_core.scoring.top_lists import top_with_and_without
from jtbd_core.study import Study

Found = TypeVar("Found")

TOP = 5
NO_TOP = "There are too few outcomes for a top of the list."
Row = tuple[str, str]


class TopTwice(NamedTuple):
    """The statements at the top of a list with their scores, of everybody and of those without a flag.

    The latter is None where it may not be shown. `false_responses` added to everybody's could change which these are.
    """

    everybody: tuple[Row, ...]
    careful: tuple[Row, ...] | None
    false_responses: int | None

    def left(self) -> list[str]:
        """Return the statements that leave the top with the careless answers."""
        kept = {statement for statement, _ in self.careful or self.everybody}
        return [statement for statement, _ in self.everybody if statement not in kept]


class CarelessView(NamedTuple):
    """The careless answers of a snapshot; `key` names this result, for caches.

    `people` rated, `flagged` of them have a flag, `flags` says how many have which. `lists` is by kind of outcome.
    `fewest` has, of several rounds, the number of the round with fewest: by flag, and by "" of those who have any.
    """

    key: str
    people: int
    flagged: int
    flags: dict[str, int]
    lists: dict[str, TopTwice]
    fewest: Mapping[str, int] = {}

    def many_to_tell(self, flag: str = "") -> int:
        """Return how many have a flag, or any, in the round with fewest: of rounds together, one gives the others."""
        return self.fewest.get(flag, self.flags[flag] if flag else self.flagged)


def without_careless(
    analyse: Callable[[Study, Snapshot], Found], study: Study, snapshot: Snapshot
) -> tuple[Found | None]:
    """Return what an analysis finds in the answers of those without a flag, None in it where they may not be shown."""
    careful = careful_snapshot(snapshot)
    return (None if careful is None else analyse(study, careful),)


def careless_view(study: Study, snapshot: Snapshot) -> CarelessView:
    """Return what the answers of a snapshot tell of careless ones."""
    flags = snapshot.careless.flags
    flagged = frozenset[str]().union(*flags.values())
    is_round = snapshot.groups["question"] == ROUND
    rounds = [frozenset(names) for _, names in snapshot.groups[is_round].groupby("option")["respondent"]]
    kinds = {"success outcomes": study.success_outcomes, "key outcomes": study.key_outcomes}
    parts = {
        kind: snapshot.ratings[snapshot.ratings["outcome"].isin([one.id for one in outcomes])]
        for kind, outcomes in kinds.items()
    }
    return CarelessView(
        key=uuid4().hex,
        people=snapshot.ratings["respondent"].nunique(),
        flagged=len(flagged),
        flags={flag: len(people) for flag, people in flags.items()},
        lists={kind: _twice(study, snapshot, part, ORDER[kind]) for kind, part in parts.items() if len(part)},
        fewest={
            flag: min(len(people & names) for names in rounds)
            for flag, people in {**flags, "": flagged}.items()
            if rounds
        },
    )


def sureness_headline(sure: Sureness | None, found: CarelessView | None, kind: str, *, with_few: bool) -> str:
    """Return how many of the top of a kind belong there, and whether careless answers change which these are.

    Those `with_few` careless people are for the facilitator alone.
    """
    said = [sure.glance(kind) if sure else NO_TOP]
    twice = found.lists.get(kind) if found else None
    if found and twice and twice.careful and (found.flagged if with_few else found.many_to_tell() // THRESHOLD):
        left = twice.left()
        answers = f"The careless answers of {found.flagged:,} {'person' if found.flagged == 1 else 'people'}"
        said.append(f"{answers} change {len(left)} of them." if left else f"{answers} do not change which these are.")
    return " ".join(said)


def _twice(study: Study, snapshot: Snapshot, ratings: pd.DataFrame, order: str) -> TopTwice:
    by = order_by(order, study.settings.asks_importance)
    asked = ratings if study.settings.asks_importance else ratings.drop(columns="importance")
    people = pd.Series(asked["respondent"].unique())
    may_compare = set(asked["outcome"]) <= snapshot.careless.outcomes
    is_careless = ~people.isin(snapshot.careless.careful) & may_compare
    flags = pd.DataFrame({"respondent": people, "is_careless": is_careless})
    found = top_with_and_without(asked, flags, study.readings(), TOP, by)
    statements = {one.id: one.statement for one in study.outcomes}

    def rows(table: pd.DataFrame) -> tuple[Row, ...]:
        return tuple((statements[row["outcome"]], MEASURES[by].measured(row)) for _, row in table.iterrows())

    return TopTwice(rows(found.everybody), rows(found.without_careless) if may_compare else None, found.false_responses)
