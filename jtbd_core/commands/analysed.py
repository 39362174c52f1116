"""What `drivers` and `standing` analyse: the ratings, groups and outcomes of a file, or of a round of a study."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jtbd_core.commands.ratings import FileOptions, read_file
from jtbd_core.commands.studies import latest_study, round_of, the_store
from jtbd_core.errors import JtbdError

if TYPE_CHECKING:
    import pandas as pd

    from jtbd_core.study.scale import Reading, ScaleName


class Analysed(NamedTuple):
    """Ratings, groups and outcomes as the functions of the core take them, anchors by outcome, and words by id."""

    ratings: "pd.DataFrame"
    groups: "pd.DataFrame"
    outcomes: "pd.DataFrame"
    anchors: "Mapping[str, Reading]"
    words: dict[str, str]


def analysed_file(file: Path, columns: Sequence[str], options: FileOptions) -> Analysed:
    """Return what is analysed of a file: its groups are those of these columns, of which the first is the solution."""
    from jtbd_core.exchange.file_reading import reading_of, scored_ratings
    from jtbd_core.exchange.group_columns import read_groups
    from jtbd_core.exchange.outcome_columns import KEY, KIND, STEP, read_outcomes
    from jtbd_core.scoring.solution_scores import SOLUTION

    read = read_file(file, options, used=(*columns, *KIND, *STEP))
    outcomes = read_outcomes(file, read.assignment)
    groups = read_groups(file, columns, read.assignment)
    if len(groups):
        groups["question"] = groups["question"].replace({groups["question"].iloc[0]: SOLUTION})
    scales: dict[bool, ScaleName] = {True: "satisfaction", False: "expectation"}
    readings = {
        str(name): reading_of(read, scales[kind == KEY])
        for name, kind in zip(outcomes["outcome"], outcomes["kind"], strict=True)
    }
    ratings = scored_ratings(read).astype({"outcome": "str"})
    return Analysed(ratings, groups, outcomes, readings, dict(read.statements))


def analysed_study(study: str | None, number: int | None) -> Analysed:
    """Return what is analysed of a round of a study, by default the latest of the study that was changed last."""
    from jtbd_core.live.snapshot import outcomes_in_steps
    from jtbd_core.wave import reported_study

    with the_store() as store:
        record = store.study(study) if study else latest_study(store)
        wave = round_of(store, record.id, number)
        ratings, groups = store.ratings(wave.id), store.profiles(wave.id)
    reported = reported_study(record.study, wave)
    if not reported.key_outcomes or not reported.success_outcomes:
        raise JtbdError("The study has no key outcomes, or no success outcomes.")
    outcomes = outcomes_in_steps(reported)
    ratings = ratings[ratings["outcome"].isin(outcomes["outcome"])]
    if not reported.settings.asks_importance:
        ratings = ratings.drop(columns="importance")
    words = {one.id: one.statement for one in reported.outcomes}
    words |= {option: label for options in reported.questions().values() for option, label in options.items()}
    return Analysed(ratings, groups, outcomes, reported.readings(), words)
