"""Answers collected elsewhere, as the store takes them."""

import math
from datetime import datetime
from itertools import pairwise

import pytest

from jtbd_core.contract import Store
from jtbd_core.contract.answer_files import PART
from jtbd_core.errors import Refused
from jtbd_core.wave import Answers, Progress, Wave
from tests.store.studies import PARCEL, answers

ROWS = answers(("7", "time", 5.0, 2.0, False))
SECONDS = 10.0


def test_an_imported_wave_is_closed_and_complete(store: Store, wave: Wave) -> None:
    """Answers collected elsewhere become a closed wave whose people are not named as they were."""
    store.set_status(wave.id, "closed")
    found = answers(
        ("anna@example.org", "time", 5.0, 2.0, False),
        ("anna@example.org", "on-time", None, None, True),
        ("bert@example.org", "time", None, 4.0, False),
    )
    imported = store.import_wave(wave.study_id, found, {"anna@example.org": {"solution": "post"}})
    assert (imported.status, imported.number) == ("closed", 2)
    kept = store.ratings(imported.id).sort_values(["outcome", "experience"])
    assert kept.drop(columns="respondent").to_numpy().tolist() == [
        ["on-time", pytest.approx(math.nan, nan_ok=True), pytest.approx(math.nan, nan_ok=True), True],
        ["time", 5.0, 2.0, False],
        ["time", pytest.approx(math.nan, nan_ok=True), 4.0, False],
    ]
    assert not kept["respondent"].str.contains("@").any()
    assert store.profiles(imported.id)["option"].tolist() == ["post"]
    assert store.progress(imported.id) == Progress(joined=2, rated=2, finished=2, imported=2)


def test_an_import_has_its_days_and_its_remarks(store: Store, wave: Wave) -> None:
    """It says when its field work was, and what people wrote reaches the facilitator."""
    store.set_status(wave.id, "closed")
    began, ended = datetime(2024, 5, 6, 9), datetime(2024, 5, 17, 18)
    imported = store.import_wave(wave.study_id, ROWS, remarks={"7": "Where is it?"}, period=(began, ended))
    assert (imported.opened_at, imported.closed_at, imported.is_undated) == (began, ended, False)
    assert store.import_wave(wave.study_id, ROWS).is_undated
    assert [one.text for one in store.remarks(imported.id)] == ["Where is it?"]


def test_an_import_keeps_the_weights_of_its_people(store: Store, wave: Wave) -> None:
    """Each with the answers of its person, whom no name leads to; a response that is erased takes its weight along."""
    store.set_status(wave.id, "closed")
    rows = answers(("ann", "time", 5.0, 2.0, False), ("bo", "time", 4.0, 1.0, False), ("cy", "time", 3.0, 3.0, False))
    imported = store.import_wave(wave.study_id, rows, weights={"ann": 0.1, "bo": 2, "dee": 9})
    kept = store.weights(imported.id).merge(store.ratings(imported.id), on="respondent")
    assert sorted(zip(kept["importance"], kept["weight"], strict=True)) == [(4.0, 2.0), (5.0, 0.1)]
    assert (store.has_weights(imported.id), store.has_weights(wave.id)) == (True, False)
    store.delete_response(kept.loc[kept["weight"] == 2, "respondent"].item())
    assert store.weights(imported.id)["weight"].tolist() == [0.1]


@pytest.mark.parametrize("weight", [0, -1, math.nan, math.inf, 1e13])
def test_a_weight_that_is_none_is_refused(weight: float, store: Store, wave: Wave) -> None:
    """The message says what one can be, and nothing is kept."""
    store.set_status(wave.id, "closed")
    with pytest.raises(Refused, match="A weight must be from"):
        store.import_wave(wave.study_id, ROWS, weights={"7": weight})
    assert store.waves(wave.study_id) == [store.wave(wave.id)]


def test_imported_people_get_ids_that_nobody_can_guess(store: Store, wave: Wave) -> None:
    """Neither their ids nor their order lead from the shown intervals back to the rows of the file."""
    store.set_status(wave.id, "closed")
    rows = answers(*((f"{n}", "time", 1.0 + n % 5, 2.0, False) for n in range(40)))
    waves = [store.import_wave(wave.study_id, rows).id for _ in range(2)]
    first, second = (store.log(one, store.version(one).last) for one in waves)
    assert not set(first["respondent"]) & ({f"{n}" for n in range(40)} | set(second["respondent"]))
    orders = [one["importance"].tolist() for one in (rows, first, second)]
    assert [sorted(one) for one in orders] == [sorted(orders[0])] * 3
    assert orders[0] != orders[1] != orders[2] != orders[0]


@pytest.mark.parametrize(
    ("row", "profiles"),
    [
        (("r", "unknown", 1.0, 1.0, False), {}),
        (("r", "time", 6.0, 1.0, False), {}),
        (("r", "time", 1.0, 0.0, False), {}),
        (("r", "time", 1.0, 1.0, False), {"r": {"solution": "unknown"}}),
    ],
)
def test_a_bad_import_leaves_nothing_behind(
    store: Store, wave: Wave, row: tuple[str, str, float, float, bool], profiles: dict[str, dict[str, str]]
) -> None:
    """A value or name that does not fit refuses the whole import: no wave, no answers."""
    store.set_status(wave.id, "closed")
    with pytest.raises(Refused, match=r"unknown|1 to 5"):
        store.import_wave(wave.study_id, answers(("s", "time", 1.0, 1.0, False), row), profiles)
    assert [one.id for one in store.waves(wave.study_id)] == [wave.id]


def test_a_room_answers_while_answers_are_imported(store: Store, wave: Wave) -> None:
    """Saves do not wait for an import, however long it takes."""
    record = store.study(wave.study_id)

    def save(*_: int) -> None:
        store.saving(record, wave, "t" * 22, Answers(profile={"solution": "post"})).result(SECONDS)

    imported = store.import_wave(store.add_study(PARCEL).id, ROWS, progress=save)
    assert store.progress(wave.id).joined == store.progress(imported.id).joined == 1


def test_a_large_import_comes_in_parts(store: Store, wave: Wave) -> None:
    """No more rows are in memory, and in a transaction, than a room can wait for; all of them arrive."""
    store.set_status(wave.id, "closed")
    rows = answers(*((f"{n}", "time", 1.0 + n % 5, 2.0, False) for n in range(PART + 1)))
    done = [0]
    imported = store.import_wave(wave.study_id, rows, progress=lambda so_far, _: done.append(so_far))
    assert [after - before for before, after in pairwise(done)] == [PART, 1, PART, 1]
    kept = store.ratings(imported.id)["importance"]
    assert (len(kept), kept.sum()) == (PART + 1, rows["importance"].sum())


def test_an_import_that_is_broken_off_leaves_nothing(store: Store, wave: Wave) -> None:
    """It comes in parts, of which nobody sees anything before the last, and which are gone if there is none."""
    store.set_status(wave.id, "closed")
    rows = answers(*((f"{n}", "time", 1.0 + n % 5, 2.0, False) for n in range(40)))
    seen: list[tuple[int, int]] = []

    def leave(done: int, of_all: int) -> None:
        assert len(store.waves(wave.study_id)) == 1
        seen.append((done, of_all))
        if done == of_all:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.import_wave(wave.study_id, rows, progress=leave)
    assert seen == [(40, 80), (80, 80)]
    assert len(store.waves(wave.study_id)) == 1
    assert store.faults() == []


def test_a_round_that_is_opened_during_an_import_stays_the_only_one(store: Store, wave: Wave) -> None:
    """Of an import and a round that was still going on the import gives way, with nothing left of it."""
    store.set_status(wave.id, "closed")
    with pytest.raises(Refused, match="still going on"):
        store.import_wave(wave.study_id, ROWS, progress=lambda done, _: done == 1 and store.open_wave(wave.study_id))
    assert [one.number for one in store.waves(wave.study_id)] == [2, 1]
