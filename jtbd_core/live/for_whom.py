"""For whom outcomes fall short: the groups of a snapshot, compared."""

from typing import NamedTuple
from uuid import uuid4

import pandas as pd

from jtbd_core.charts import letters
from jtbd_core.charts.columns import Column
from jtbd_core.live.snapshot import ROUND, Snapshot
from jtbd_core.scoring.compare import comparisons
from jtbd_core.scoring.difference_words import Marked, differences_sentence, once, question_sentence
from jtbd_core.scoring.results import SHOWN_DECIMALS
from jtbd_core.scoring.study_scores import ORDER, people
from jtbd_core.scoring.table import order_by, score
from jtbd_core.study import Study
from jtbd_core.study.study import SOLUTION_QUESTION
from jtbd_core.wave.groups import CROSS, crossings_of, groups_of

BY = ("unmet", "share_short", "opportunity", "value_wanted")
"""The scores that groups are compared by, the first that exists unless another is chosen."""

BETWEEN = " · "
"""Stands between the words of a crossing."""

FIGURES = ["score", "others", "difference", "difference_low", "difference_high"]


class ForWhom(NamedTuple):
    """How groups differ in all that may be shown; figures are rounded to what is shown of them.

    `key` names this result, for caches; `people` rated an outcome. `everybody` has a row per outcome, contenders first:
    `outcome, statement, kind` ("success outcomes" or "key outcomes"), `letter, n` and the scores.
    `tables` has by score the columns of `compare` and `statement, kind, group` (the group's words) and `mark` ("more",
    "less" or empty); `findable` the smallest difference each could have found. `questions` are the words of those of
    which a group is shown, single ones before crossings. `hidden` are the words of the groups of one question of which
    nothing may be shown, `crossings_hidden` how many of two.
    """

    key: str
    people: int
    everybody: pd.DataFrame
    tables: dict[str, pd.DataFrame]
    findable: dict[str, float]
    questions: dict[str, str]
    columns: tuple[Column, ...]
    hidden: tuple[str, ...]
    crossings_hidden: int

    def marked(self, kind: str, by: str, question: str = "") -> pd.DataFrame:
        """Return the marked rows of a kind, largest first and none twice, of one question or of all single ones."""
        table = self.tables[by]
        is_asked = table["question"] == question if question else ~table["question"].str.contains(CROSS, regex=False)
        return once(table[(table["mark"] != "") & (table["kind"] == kind) & is_asked])

    def sentence(self, kind: str, by: str, question: str = "") -> str:
        """Return the headline of one question, or of all."""
        if question:
            rows = self.marked(kind, by, question)
            elsewhere = int((self.marked(kind, by)["question"] != question).sum())
            return question_sentence(rows, by, self.questions[question], elsewhere, self.findable[by])
        (other,) = set(ORDER) - {kind}
        table = self.tables[by]
        crossed = table[(table["mark"] != "") & table["question"].str.contains(CROSS, regex=False)]
        marked = Marked(self.marked(kind, by), once(crossed[crossed["kind"] == kind]), len(self.marked(other, by)))
        return differences_sentence(marked, by, kind, self.findable[by])


def for_whom(study: Study, snapshot: Snapshot) -> ForWhom:
    """Return how the groups of a snapshot differ; rounds are no groups here."""
    ratings = snapshot.ratings if study.settings.asks_importance else snapshot.ratings.drop(columns="importance")
    names = [name for name in BY if study.settings.asks_importance or name not in ("unmet", "opportunity")]
    groups, shown = (table[table["question"] != ROUND] for table in (snapshot.groups, snapshot.shown))
    found = comparisons(ratings, groups, study.readings(), names, shown=shown)
    everybody = _everybody(study, ratings)
    columns = _columns(study, found[names[0]].table)
    seen = {(column.question, column.option) for column in columns}
    words = _words(study)
    return ForWhom(
        key=uuid4().hex,
        people=people(ratings),
        everybody=everybody,
        tables={name: _table(one.table, name, everybody, words) for name, one in found.items()},
        findable={name: one.findable for name, one in found.items()},
        questions={one: said for one, said in _questions(study).items() if one in {each.question for each in columns}},
        columns=columns,
        hidden=tuple(said for group, said in words.items() if group not in seen and CROSS not in group[0]),
        crossings_hidden=sum(group not in seen and CROSS in group[0] for group in words),
    )


def _everybody(study: Study, ratings: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of everybody by outcome, success outcomes first, contenders first within a kind."""
    kinds = {"success outcomes": study.success_outcomes, "key outcomes": study.key_outcomes}
    tables = []
    for kind, outcomes in kinds.items():
        part = ratings[ratings["outcome"].isin([one.id for one in outcomes])]
        if len(part):
            by = order_by(ORDER[kind], "importance" in part)
            tables.append(score(part, study.readings(), by=by).assign(kind=kind.removesuffix("s")))
    scores = pd.concat(tables, ignore_index=True).round({name: SHOWN_DECIMALS[name] for name in BY})
    named = letters(scores)
    statements = {one.id: one.statement for one in study.outcomes}
    return scores[["outcome", "n", *(name for name in BY if name in scores)]].assign(
        statement=scores["outcome"].map(statements),
        kind=scores["kind"] + "s",
        letter=scores["outcome"].map(named).fillna(""),
    )


def _words(study: Study) -> dict[tuple[str, str], str]:
    """Return the words of each group, crossings included: "Booklet", "Booklet · lives alone"."""
    labels = {
        (question, option): label
        for question, options in study.questions().items()
        for option, label in options.items()
    }
    return {
        (group.question, group.option): BETWEEN.join(
            labels[pair] for pair in zip(group.question.split(CROSS), group.option.split(CROSS), strict=True)
        )
        for group in (*groups_of(study), *crossings_of(study))
    }


def _questions(study: Study) -> dict[str, str]:
    """Return the words of each question by id, single ones before crossings."""
    asked = {SOLUTION_QUESTION: "Solution"} | {one.id: one.question for one in study.circumstances}
    crossed = dict.fromkeys(group.question for group in crossings_of(study))
    return asked | {question: " × ".join(asked[one] for one in question.split(CROSS)) for question in crossed}


def _columns(study: Study, table: pd.DataFrame) -> tuple[Column, ...]:
    """Return a column per group of which something is shown, with how many rated the outcome that most of it rated."""
    people = table.groupby(["question", "option"])["n"].max().to_dict()
    asked = _questions(study)
    found = []
    for (question, option), words in _words(study).items():
        if (question, option) in people:
            *first, title = words.split(BETWEEN)
            heading = first[0] if first else asked[question]
            found.append(Column(question, option, heading, title, int(people[question, option])))
    return tuple(found)


def _table(table: pd.DataFrame, by: str, everybody: pd.DataFrame, words: dict[tuple[str, str], str]) -> pd.DataFrame:
    """Return a comparison with its words, its figures rounded to what is shown."""
    about = everybody[["outcome", "statement", "kind"]]
    found = table.merge(about, on="outcome").round(dict.fromkeys(FIGURES, SHOWN_DECIMALS[by]))
    difference = (found["score"] - found["others"]).round(SHOWN_DECIMALS[by])
    mark = difference.gt(0).map({True: "more", False: "less"}).where(found["is_marked"].astype(bool), "")
    group = [words[pair] for pair in zip(found["question"], found["option"], strict=True)]
    return found.assign(difference=difference, mark=mark, group=group, p=found["p"].round(2))
