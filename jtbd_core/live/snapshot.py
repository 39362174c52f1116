"""The answers from which views compare groups and rounds: all of one moment, and only of cells that may be shown."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.live.sharing import RATINGS, Released
from jtbd_core.privacy import THRESHOLD, marked_groups, marked_rows, ratings_of, shown_rows, without_pairs
from jtbd_core.scoring.dominance import MOST_STEPS
from jtbd_core.scoring.job_steps import job_steps
from jtbd_core.study import Study
from jtbd_core.wave import Group
from jtbd_core.wave.groups import CAREFUL, CARELESS, CROSS, careful_of, crossings_of, groups_of, parts

ROUND = "round"
"""The question whose options are the numbers of several rounds."""

MEMBER = ["respondent", "question", "option"]
CELL = ["outcome", "question", "option"]

Bools = npt.NDArray[np.bool_]


class Careless(NamedTuple):
    """Whose answers are flagged as careless, by flag, who has none, and the outcomes that may be shown of these.

    `shown` has the columns of a snapshot's `shown`: the cells that may be shown of those without a flag. `apart` are
    the outcomes that may not be compared with job steps among these.
    """

    flags: Mapping[str, frozenset[str]] = {}
    careful: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    shown: pd.DataFrame = pd.DataFrame(columns=CELL, dtype="str")
    apart: frozenset[str] = frozenset()


class Snapshot(NamedTuple):
    """The answers from which views compare: of one round or several, all of one moment.

    `ratings` has the columns respondent, outcome, importance, experience: everybody's that may be shared and count in
    a score. `groups` has respondent, question, option: who belongs to which group, as frozen then; the solution used is
    the question "solution", a crossing of solution and circumstance c is "solution+<c>" with options like
    "<solution>+<option>". Of several rounds it has the question "round" too, its options their numbers; respondents of
    different rounds are distinct. `shown` has outcome, question, option: the cells of which figures may be shown. Flags
    of careless answers are frozen as groups are. `apart` are the success outcomes that may not be compared with job
    steps person by person. `weights` are those that imported files gave, by respondent, in means of
    their round, for the facilitator alone; whoever has none is not in them.
    """

    ratings: pd.DataFrame
    groups: pd.DataFrame
    shown: pd.DataFrame
    careless: Careless = Careless()
    apart: frozenset[str] = frozenset()
    weights: Mapping[str, float] = {}


def careful_snapshot(snapshot: Snapshot) -> Snapshot | None:
    """Return the answers of those without a flag of careless answers, None where an outcome of these may not be shown.

    Of their groups the cells are shown that may be.
    """
    careless = snapshot.careless
    if not set(snapshot.ratings["outcome"]) <= careless.outcomes:
        return None
    ratings, groups = (one[one["respondent"].isin(careless.careful)].reset_index(drop=True) for one in snapshot[:2])
    return snapshot._replace(ratings=ratings, groups=groups, shown=careless.shown, apart=careless.apart)


def occasion_snapshot(study: Study, released: Released) -> Snapshot:
    """Return what was released on the last occasion, with the groups as they were frozen on it."""
    saves, ledger = released
    ratings = _reported(study, ratings_of(saves, marked_rows(saves, ledger)))
    marked = pd.DataFrame([(outcome, *group) for outcome, group in marked_groups(ledger)], columns=CELL, dtype="str")
    groups = dict.fromkeys(Group(*ids) for ids in marked[CELL[1:]].itertuples(index=False))
    frozen = {group: names for (occasion, group), names in ledger.members.items() if occasion == ledger.occasion}
    members, cells = _counted(ratings, frozen, groups)
    found = _with_careless(ratings, members, cells.merge(marked), frozen)
    steps = [list(map(str, one)) for one in job_steps(outcomes_in_steps(study), MOST_STEPS).steps.values()]
    success = frozenset(one.id for one in study.success_outcomes)
    careless = found.careless._replace(apart=success)  # `without_pairs` holds the pairs of everybody alone
    return found._replace(careless=careless, apart=without_pairs(saves, ledger, steps, success))


def outcomes_in_steps(study: Study) -> pd.DataFrame:
    """Return the outcomes of a study (outcome, kind, step): key outcomes in job order, then the others."""
    steps = {step.id: step.name for step in study.steps}
    in_order = sorted(study.key_outcomes, key=lambda one: list(steps).index(one.step or ""))
    rows = [(one.id, one.kind, steps.get(one.step or "")) for one in (*in_order, *study.success_outcomes)]
    return pd.DataFrame(rows, columns=["outcome", "kind", "step"])


def moving_snapshot(study: Study, released: Released) -> Snapshot:
    """Return everybody's answers that are released now; groups and pairs move on occasions only: there are none."""
    saves, ledger = released
    ratings = _reported(study, ratings_of(saves, shown_rows(saves, ledger)))
    members, cells = (pd.DataFrame(columns=columns, dtype="str") for columns in (MEMBER, CELL))
    return Snapshot(ratings, members, cells, apart=frozenset(one.id for one in study.success_outcomes))


def pooled(snapshots: Mapping[str, Snapshot]) -> Snapshot:
    """Return the snapshots of several rounds, by number, as one: unions of what is shown of each.

    A group is shown of an outcome where every round that has the outcome shows it.
    """
    rounds = {number: _renamed(number, one) for number, one in snapshots.items()}
    ratings, groups, shown = (_stacked(*tables) for tables in zip(*(one[:3] for one in rounds.values()), strict=True))
    asking = ratings.merge(groups[groups["question"] == ROUND], on="respondent").groupby("outcome")["option"].nunique()
    careless = _pooled_careless([*rounds.values()], asking)
    apart = _union(one.apart for one in rounds.values())
    return Snapshot(ratings, groups, _whole(shown, asking), careless, apart)


def _whole(shown: pd.DataFrame, asking: "pd.Series[int]") -> pd.DataFrame:
    """Return the cells that each of the rounds shows that has the outcome; a round is shown by itself."""
    cells = shown.value_counts(CELL).reset_index(name="rounds")
    is_whole = (cells["rounds"] == cells["outcome"].map(asking)) | (cells["question"] == ROUND)
    return cells.loc[is_whole, CELL]


def _pooled_careless(rounds: Sequence[Snapshot], asking: "pd.Series[int]") -> Careless:
    """Return the flags of all rounds, and what every round that has an outcome may show of those without one."""
    flags = dict.fromkeys(flag for one in rounds for flag in one.careless.flags)
    asked = [frozenset(one.ratings["outcome"]) for one in rounds]
    hidden = [outcomes - one.careless.outcomes for outcomes, one in zip(asked, rounds, strict=True)]
    return Careless(
        {flag: _union(one.careless.flags.get(flag, frozenset()) for one in rounds) for flag in flags},
        _union(one.careless.careful for one in rounds),
        _union(asked) - _union(hidden),
        _whole(_stacked(*(one.careless.shown for one in rounds)), asking),
        _union(one.careless.apart for one in rounds),
    )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _renamed(number: str, one: Snapshot) -> Snapshot:
    """Return the snapshot of a round, its respondents named after it too, and in a group of their own."""
    ratings, groups = (table.assign(respondent=in_round(number, table["respondent"])) for table in one[:2])
    everybody = pd.DataFrame({"respondent": ratings["respondent"].unique(), "question": ROUND, "option": number})
    cells = pd.DataFrame({"outcome": ratings["outcome"].unique(), "question": ROUND, "option": number})
    flags = {flag: frozenset(f"{number} {name}" for name in names) for flag, names in one.careless.flags.items()}
    careful = frozenset(f"{number} {name}" for name in one.careless.careful)
    careless = one.careless._replace(flags=flags, careful=careful)
    return Snapshot(ratings, _stacked(groups, everybody), _stacked(one.shown, cells), careless, one.apart)


def whole_snapshot(study: Study, answers: Mapping[str, tuple[pd.DataFrame, pd.DataFrame]]) -> Snapshot:
    """Return all answers as they are now, for the facilitator alone; shown are cells of `THRESHOLD` people or more.

    Ratings and profiles of each round, by number, have the columns of the verbs of `Store`; flags are profiles too.
    """
    tables = [_answers(number if len(answers) > 1 else "", *both) for number, both in answers.items()]
    ratings, profiles = (pd.concat(each, ignore_index=True) for each in zip(*tables, strict=True))
    needed = ["importance", "experience"] if study.settings.asks_importance else ["experience"]
    ratings = _reported(study, ratings.dropna(subset=needed))
    raters = ratings["outcome"].value_counts()
    ratings = ratings[ratings["outcome"].isin(raters.index[raters >= THRESHOLD])]
    groups, rounds = [*groups_of(study), *crossings_of(study)], [Group(ROUND, number) for number in answers]
    asked = [*groups, CAREFUL, *careful_of(groups), *rounds]
    by_group = profiles.groupby(["question", "option"])["respondent"]
    said = {Group(str(question), str(option)): frozenset(names) for (question, option), names in by_group}
    return _with_careless(ratings, *_counted(ratings, said, asked), said)


def _with_careless(
    ratings: pd.DataFrame, members: pd.DataFrame, cells: pd.DataFrame, said: Mapping[Group, frozenset[str]]
) -> Snapshot:
    """Return a snapshot whose flags of careless answers stand apart from its groups."""
    people = frozenset(ratings["respondent"])
    flags = {one.option: names & people for one, names in said.items() if one.question == CARELESS and one != CAREFUL}
    groups, shown = (
        table[~table["question"].str.contains(CARELESS, regex=False)].reset_index(drop=True)
        for table in (members, cells)
    )
    outcomes = frozenset(cells.loc[cells["question"] == CARELESS, "outcome"])
    careful = said.get(CAREFUL, frozenset()) & people
    found = {flag: names for flag, names in flags.items() if names}
    return Snapshot(ratings, groups, shown, Careless(found, careful, outcomes, _careful_cells(cells, shown)))


def _careful_cells(cells: pd.DataFrame, shown: pd.DataFrame) -> pd.DataFrame:
    """Return the cells of groups of those without a flag, named as the groups are, of groups that are shown too."""
    question, option = (f"{CROSS}{part}" for part in CAREFUL)
    theirs = cells[cells["question"].str.endswith(question)]
    names = theirs["question"].str.removesuffix(question), theirs["option"].str.removesuffix(option)
    return theirs.assign(question=names[0], option=names[1]).merge(shown)


def _answers(number: str, ratings: pd.DataFrame, profiles: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the ratings and profiles of a round; where it has a number, both say so."""
    ratings = ratings[RATINGS]
    if not number:
        return ratings, profiles
    ratings, profiles = (
        table.assign(respondent=in_round(number, table["respondent"])) for table in (ratings, profiles)
    )
    everybody = pd.DataFrame({"respondent": ratings["respondent"].unique(), "question": ROUND, "option": number})
    return ratings, _stacked(profiles, everybody)


def _counted(
    ratings: pd.DataFrame, said: Mapping[Group, Collection[str]], groups: Iterable[Group]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the members of groups, and the cells of `THRESHOLD` people or more, given who said what."""
    person, people = pd.factorize(ratings["respondent"])
    outcome, outcomes = pd.factorize(ratings["outcome"])
    belongs, cells = dict[Group, Bools](), list[tuple[str, ...]]()
    for group in groups:
        theirs = np.logical_and.reduce([people.isin(said.get(one, ())) for one in parts(group)])
        counts = np.bincount(outcome[theirs[person]], minlength=len(outcomes))
        enough = [str(one) for one in outcomes[counts >= THRESHOLD]]
        cells += [(one, *group) for one in enough]
        if enough:
            belongs[group] = theirs
    return _members(people, belongs), pd.DataFrame(cells, columns=CELL, dtype="str")


def _members(people: "pd.Index[str]", belongs: Mapping[Group, Bools]) -> pd.DataFrame:
    parts_of_it = [
        pd.DataFrame({"respondent": people[theirs], "question": group.question, "option": group.option}, dtype="str")
        for group, theirs in belongs.items()
    ]
    return pd.concat([pd.DataFrame(columns=MEMBER, dtype="str"), *parts_of_it], ignore_index=True)


def _reported(study: Study, ratings: pd.DataFrame) -> pd.DataFrame:
    """Return the ratings of outcomes that the study has."""
    return ratings[ratings["outcome"].isin([one.id for one in study.outcomes])].reset_index(drop=True)


def in_round(number: str, respondents: "pd.Series[str]") -> "pd.Series[str]":
    """Return the names of respondents beside those of other rounds."""
    return f"{number} " + respondents


def _stacked(*tables: pd.DataFrame) -> pd.DataFrame:
    return pd.concat(tables, ignore_index=True)
