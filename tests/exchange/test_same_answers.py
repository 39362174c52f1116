"""A file whose people are in a round already, under other ids or none: it is no further round."""

from pathlib import Path

import numpy as np
import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import Refused
from jtbd_core.exchange.answers import answers_csv, wave_answers
from jtbd_core.exchange.further_round import keep_further_round
from jtbd_core.exchange.imported import keep_imported
from jtbd_core.exchange.own_answers import read_own_answers
from jtbd_core.exchange.own_import import keep_own_round
from jtbd_core.exchange.ratings_file import RatingsFile, read_ratings
from jtbd_core.store import open_store
from jtbd_core.study import StudyRecord

KINDS = ("imp", "sat")
Rows = list[list[int]]


def said_by(people: int, outcomes: int, seed: int) -> Rows:
    """Return what people say of the importance of some outcomes, then of their satisfaction; most say 3 or 4."""
    random = np.random.default_rng(seed)
    latent = random.normal(size=(people, 1)) + random.normal(size=(people, 2 * outcomes))
    return np.clip(np.rint(3.5 + 0.7 * latent), 1, 5).astype(int).tolist()


def table(rows: Rows) -> RatingsFile:
    """Return a file of what people say, whoever comes first named 1; the outcomes are named by letters."""
    many = len(rows[0]) // 2
    headings = [f"{kind}_{name}" for kind in KINDS for name in "abcdefgh"[:many]]
    lines = [",".join(map(str, (at, *row))) for at, row in enumerate(rows, start=1)]
    return read_ratings("\n".join([",".join(["respondent", *headings]), *lines]).encode())


def imported(store: Store, rows: Rows) -> StudyRecord:
    """Return a study whose only round was imported."""
    return keep_imported(store, table(rows), "Parcels", "Send a parcel", "satisfaction")[0]


@pytest.mark.parametrize("engine", ["duckdb", "postgres"])
def test_everybody_again_and_one_more_is_no_round(tmp_path: Path, engine: str, request: pytest.FixtureRequest) -> None:
    """The difference of both rounds would be that one, in whatever order the others come; nothing is kept."""
    at = tmp_path / "h.duckdb" if engine == "duckdb" else request.getfixturevalue("postgres_url")
    store = open_store(at)
    rows = said_by(20, 4, 1)
    study = imported(store, rows).id
    with pytest.raises(Refused) as refused:
        keep_further_round(store, study, table([*rows[::-1], [5, 1, 1, 5, 1, 2, 3, 1]]))
    assert str(refused.value) == (
        "The answers of 20 of these 21 people are in “Round 1” already: import only the new people, or the file as a "
        "study of its own."
    )
    assert [one.number for one in store.waves(study)] == [1]
    keep_further_round(store, study, table(said_by(21, 4, 2)))
    with pytest.raises(Refused, match="of these 41 people"):  # a file of both rounds
        keep_further_round(store, study, table(rows + said_by(21, 4, 2)))
    store.close()


def test_people_who_say_the_same_over_and_over_are_known_too(store: Store) -> None:
    """Of two outcomes five answers were given by four people each."""
    rows = [[1 + at % 5, 1 + at * 2 % 5, 1 + at * 3 % 5, 1 + at * 7 % 5] for at in range(20)]
    with pytest.raises(Refused, match="of 20 of these 21 people"):
        keep_further_round(store, imported(store, rows).id, table([*rows, [5, 1, 1, 5]]))


def test_outcomes_of_one_side_alone_change_nothing(store: Store) -> None:
    """What a later file asks besides, or no more, is not compared; nor is it what part of the people is left out."""
    rows = said_by(20, 4, 3)
    study = imported(store, rows).id
    other = [[*row[:3], *row[4:7]] for row in rows]
    with pytest.raises(Refused, match="of 20 of these 20 people"):
        keep_further_round(store, study, table(other))
    more = [[*row[:4], 3, *row[4:], at % 5 + 1] for at, row in enumerate(rows)]
    with pytest.raises(Refused, match="of these 17 people are in “Round 1” already"):
        keep_further_round(store, study, table(more[3:]), adds_missing=True)
    assert len(store.study(study).study.outcomes) == 4


def test_an_export_that_comes_back_by_way_of_another_study_is_known(store: Store) -> None:
    """There people have other ids."""
    rows = said_by(12, 4, 4)
    first, copy = imported(store, rows), imported(store, rows)
    own = read_own_answers(answers_csv(wave_answers(store, copy.study, store.waves(copy.id)[0])))
    assert own is not None
    with pytest.raises(Refused, match="of 12 of these 12 people are in “Round 1” already"):
        keep_own_round(store, first.id, own)


@pytest.mark.parametrize(("people", "outcomes"), [(6, 3), (20, 1), (40, 1), (300, 2), (300, 3)])
def test_other_people_may_say_the_same(store: Store, people: int, outcomes: int) -> None:
    """Asked little, people agree by chance: most of a round's answers are found in the next one."""
    study = imported(store, said_by(people, outcomes, 5)).id
    for seed in range(6, 12):
        keep_further_round(store, study, table(said_by(people + 1, outcomes, seed)))
    assert len(store.waves(study)) == 7
