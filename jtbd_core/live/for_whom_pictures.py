"""The pictures of how groups differ: the matrix of one choice of what is compared, and the list of its differences."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import pandas as pd

from jtbd_core.charts import Picture
from jtbd_core.charts.columns import Column
from jtbd_core.charts.differences import difference_list, rows_shown
from jtbd_core.charts.matrix import group_matrix
from jtbd_core.charts.spec import spec_of
from jtbd_core.live.for_whom import ForWhom
from jtbd_core.live.worker import worker
from jtbd_core.scoring.difference_words import both_scores, difference_in_words
from jtbd_core.scoring.measures import LEANS, MEASURES
from jtbd_core.wave.groups import CROSS

Order = Literal["score", "differences"]

MOST_CACHED = 64
MOST_OUTCOMES = 20
"""Outcomes in the matrix beside those with a mark; the rest stands in the table."""

MARKED = (
    "▲ more, ▼ less: differs beyond noise from all others who rated the outcome; at most about 5 of 100 such marks are "
    "false."
)
UNMARKED = "Without a mark luck may have made a difference, however large it looks: of few people, it often does."
EXPECTED = f"the difference to expect when asked again, 95 % interval. {LEANS}"


class Choice(NamedTuple):
    """What is looked at: a kind of outcome, a score, a question (empty for all), an order, and on a phone or not.

    A whole one has all outcomes and differences, however many there are.
    """

    kind: str
    by: str
    question: str
    order: Order
    is_narrow: bool
    is_whole: bool = False


class Pictures(NamedTuple):
    """The matrix, and the list of its differences where there are any."""

    matrix: Picture
    differences: Picture | None


def pictured(found: ForWhom, choice: Choice) -> Pictures:
    """Return the pictures of a choice, drawn in the worker once for all who look at them."""
    drawn = _drawn(found.key)
    if choice not in drawn:
        drawn[choice] = worker.run(_pictured, found, choice)
    return drawn[choice]


@lru_cache(MOST_CACHED)
def _drawn(_: str) -> dict[Choice, Pictures]:
    """Return the pictures that somebody has looked at of the comparison with this key."""
    return {}


def _pictured(found: ForWhom, choice: Choice) -> Pictures:
    """Return the matrix of a choice and the list of its differences."""
    marked = found.marked(choice.kind, choice.by, choice.question)
    matrix = _matrix(found, choice, marked)
    if choice.is_narrow:  # a phone shows one question at a time, below the differences of all
        marked = found.marked(choice.kind, choice.by)
    return Pictures(matrix, None if marked.empty else _differences(marked, choice))


def _differences(marked: pd.DataFrame, choice: Choice) -> Picture:
    measure = MEASURES[choice.by]
    rows = [row for _, row in marked.iterrows()]
    listed = marked.assign(
        scores=[both_scores(row, measure) for row in rows], said=[difference_in_words(row, measure) for row in rows]
    )
    text = "; ".join(
        f"{row['statement']}, {row['group']}: {row['scores']}, {row['said']}" for _, row in listed.head(3).iterrows()
    )
    chart = difference_list(listed, measure, is_narrow=choice.is_narrow, is_whole=choice.is_whole)
    marks = "Triangle: the difference from all others who rated the outcome, as measured. Bar"
    if choice.is_narrow:
        marks = "Triangle: the group. Circle: all others who rated the outcome. In brackets"
    most = len(listed) if choice.is_whole else rows_shown(choice.is_narrow)
    shown = f"Shown: {most} of {len(listed)} differences. " if len(listed) > most else ""
    key = f"{shown}{marks}: {EXPECTED}"
    return Picture(spec_of(chart), f"Differences beyond noise. {text}.", key, listed)


def _matrix(found: ForWhom, choice: Choice, marked: pd.DataFrame) -> Picture:
    measure = MEASURES[choice.by]
    outcomes = _in_order(found, choice, marked)
    most = len(outcomes) if choice.is_whole else MOST_OUTCOMES
    is_top = outcomes["outcome"].isin({*outcomes["outcome"].head(most), *marked["outcome"]})
    shown, rest = outcomes[is_top], int((~is_top).sum())
    columns = _shown_columns(found, choice)
    everybody = Column("", "", "", "Everybody", found.people)
    table = found.tables[choice.by]
    is_shown = table["outcome"].isin(shown["outcome"]) & table["question"].isin({one.question for one in columns})
    cells = [_everybodys_cells(shown, choice.by), _cells(table[is_shown], choice.by)]
    filled = _filled(pd.concat(cells, ignore_index=True), shown, columns)
    chart = group_matrix(shown, filled, [everybody, *columns], is_narrow=choice.is_narrow)
    said = found.sentence(choice.kind, choice.by, choice.question)
    kind = choice.kind.removesuffix("s") if len(shown) == 1 else choice.kind
    text = f"{len(shown)} {kind} by {len(columns)} groups, {measure.title}. {said}"
    key = (
        f"{measure.said.capitalize()}{', % of people' if measure.unit else ''}; under each group how many people.",
        _members(columns, everybody),
        MARKED if filled["mark"].any() else "",
        UNMARKED,
        "–: too few people." if (filled["text"] == "–").any() else "",
        f"Shown: {len(shown)} of {len(outcomes)} outcomes; the others have no mark." if rest else "",
    )
    return Picture(spec_of(chart), text, " ".join(filter(None, key)), shown)


def _members(columns: Sequence[Column], everybody: Column) -> str:
    """Return how the people of groups overlap, and who is in none of them; empty where neither is so."""
    people = pd.DataFrame(columns).groupby("question")["people"].sum()
    anew = "Each question divides the same people anew." if len(people) > 1 else ""
    rest = (
        f"Who gave no answer, or one of a group not shown, counts under {everybody.title} alone."
        if (people < everybody.people).any()
        else ""
    )
    return f"{anew} {rest}".strip()


def _filled(cells: pd.DataFrame, outcomes: pd.DataFrame, columns: Sequence[Column]) -> pd.DataFrame:
    """Add a dash for each outcome of a group that is not shown."""
    groups = pd.DataFrame([(column.question, column.option) for column in columns], columns=["question", "option"])
    every = outcomes[["outcome"]].merge(groups, how="cross")
    missing = every.merge(cells, on=["outcome", "question", "option"], how="left", indicator=True)
    gone = missing.loc[missing["_merge"] == "left_only", list(every)]
    return pd.concat([cells, gone.assign(text="–", mark="", Score="Not shown: too few people")], ignore_index=True)


def _shown_columns(found: ForWhom, choice: Choice) -> Sequence[Column]:
    if choice.question:
        return [column for column in found.columns if column.question == choice.question]
    return [column for column in found.columns if CROSS not in column.question]


def _in_order(found: ForWhom, choice: Choice, marked: pd.DataFrame) -> pd.DataFrame:
    """Return the outcomes of the kind, those of the highest score or of the largest marked difference first."""
    outcomes = found.everybody[found.everybody["kind"] == choice.kind]
    if choice.order == "score":
        return outcomes.sort_values(choice.by, ascending=False, kind="stable")
    largest = marked.drop_duplicates("outcome").set_index("outcome")["difference"].abs()
    size = outcomes["outcome"].map(largest).fillna(0.0)
    return outcomes.assign(size=size).sort_values("size", ascending=False, kind="stable").drop(columns="size")


def _everybodys_cells(outcomes: pd.DataFrame, by: str) -> pd.DataFrame:
    measure = MEASURES[by]
    rows = [row for _, row in outcomes.iterrows()]
    cells = {
        "outcome": outcomes["outcome"].to_numpy(),
        "question": "",
        "option": "",
        "text": [measure.number(row) for row in rows],
        "mark": "",
        "Outcome": outcomes["statement"].to_numpy(),
        "Group": "Everybody",
        "Score": [f"{measure.measured(row)} of {row['n']} people" for row in rows],
    }
    return pd.DataFrame(cells)


def _cells(table: pd.DataFrame, by: str) -> pd.DataFrame:
    measure = MEASURES[by]
    rows: list[Any] = [row for _, row in table.iterrows()]
    return table[["outcome", "question", "option", "mark"]].assign(
        text=[measure.number({by: row["score"]}) for row in rows],
        Outcome=table["statement"],
        Group=table["group"],
        Score=[f"{both_scores(row, measure)} (n {row['n']}, others {row['n_others']})" for row in rows],
        Difference=[difference_in_words(row, measure) for row in rows],
    )
