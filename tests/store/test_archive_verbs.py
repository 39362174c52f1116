"""Archives: a copy on any engine has the same scores and tells no more, under ids and keys of its own."""

from datetime import date

import pandas as pd
import pytest
from msgspec.structs import replace

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.contract.archive_parts import PARTS, REMARKS
from jtbd_core.errors import NotFound
from jtbd_core.live.before_archive import release_before_archive
from jtbd_core.live.sharing import Request, share
from jtbd_core.scoring.study_scores import study_scores
from jtbd_core.store.archive_sql import TABLES, filled
from jtbd_core.store.tables import tables
from jtbd_core.study import Outcome, StudyRecord
from jtbd_core.wave import Answers, Rating, Wave
from jtbd_core.wave.margin import Margin
from jtbd_core.wave.panel import Panel, Quota
from jtbd_core.wave.remark import WITHDRAWN, Remark
from jtbd_core.wave.target import Aim
from tests.links import results_key
from tests.store.studies import PARCEL, all_shared, answers
from tests.store.test_assignment import LONG

PEOPLE = [f"{number:022}" for number in range(14)]
OUTCOMES = [one.id for one in PARCEL.outcomes]
KEYS = ("id", "rate_key", "display_key", "join_code")


def answer(store: Store, wave: Wave, number: int, tapped: int) -> None:
    """Save the answers of one person, a rating of each outcome and what they are."""
    ratings = (
        Rating(outcome=name, importance=1 + (number + at) % 5, experience=1 + (number * at) % 5, tapped=tapped)
        for at, name in enumerate(OUTCOMES, start=1)
    )
    profile = {"solution": "post" if number % 2 else "courier", "haste": "high"}
    written = {"remark": f"=Remark {number % 6}\r\n“dear”"} if number < 12 else {}
    store.save(wave.id, PEOPLE[number], Answers(ratings=tuple(ratings), profile=profile, tapped=tapped, **written))


@pytest.fixture
def archived(store: Store) -> StudyRecord:
    """Give a study of two rounds with all that an archive can hold, of which viewers have seen something."""
    record = store.add_study(PARCEL)
    wave = store.open_wave(record.id)
    store.set_panel(wave.id, Panel(quotas=(Quota("haste", "high", 20),)))
    store.predict(wave.id, ("time",))
    for number in range(8):
        answer(store, wave, number, 10)
    store.save(wave.id, PEOPLE[0], Answers(ratings=(Rating(outcome="time", importance=5, experience=5, tapped=5),)))
    store.save(wave.id, PEOPLE[1], Answers(ratings=(Rating(outcome="time", seconds=0.1, position=2, tapped=20),)))
    share(store, PARCEL, wave, Request(), all_shared)
    store.delete_response(access.response_id(PEOPLE[2]))
    for number in range(8, 14):
        answer(store, wave, number, 10)
    store.reveal(wave.id)
    share(store, PARCEL, wave, Request(), all_shared)
    released = [one.id for one in store.remarks(wave.id)][:5]
    store.release_remarks(wave.id, released)
    store.group_remark(released[0], outcome="time")
    store.add_note(wave.id, "time", "decision", "Ann", "It’s the queue")
    store.add_target(wave.id, Aim(outcomes=("time",), at_most=20, owner="Bo", due=date(2031, 5, 1)))
    store.set_margin(record.id, Margin(question="haste", shares=(("low", 700), ("high", 300))))
    store.name_wave(wave.id, "Spring, “first”")
    store.add_codes(wave.id, 3)
    store.set_status(wave.id, "closed")
    store.correct(record.id, "title", "Parcel")
    store.add_outcome(record.id, Outcome(id="cheap", statement="It is cheap", dimension="functional"))
    store.open_wave(record.id)
    release_before_archive(store, record.id)
    return store.study(record.id)


def rows(store: Store, study_id: str) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of the archive of a study, by part; lists as tuples."""
    with store.archived(study_id) as it:
        return {
            part.name: [
                tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row)
                for chunk in it.chunks(part)
                for row in chunk
            ]
            for part in PARTS
        }


def copied(store: Store, study_id: str, into: Store) -> StudyRecord:
    """Copy a study from one store into another."""
    with store.archived(study_id) as it:
        return into.add_copy(it)


def test_a_copy_of_a_copy_is_the_same(store: Store, archived: StudyRecord, other: Store) -> None:
    """Between any two engines, all parts are the same, and each of them holds something.

    Of the first one they are too, but for a round that goes on, and remarks that can still be released.
    """
    before = rows(store, archived.id)
    with store.archived(archived.id) as it:
        assert it.saves == len(before["ratings"]) + len(before["deleted"])
    assert [name for name, found in before.items() if not found] == ["assignments"]
    record = copied(store, archived.id, other)
    assert (record.study, record.status) == (archived.study, "launched")
    first = rows(other, record.id)
    assert [name for name in before if first[name] != before[name]] == ["rounds", "remarks"]
    assert rows(other, copied(other, record.id, other).id) == first


def test_each_person_keeps_the_outcomes_they_were_shown(store: Store, other: Store) -> None:
    """Where each rates a part, the copy knows which; of who has not begun it holds nothing."""
    record = store.add_study(LONG)
    wave = store.open_wave(record.id)
    shown = [store.assigned(LONG, wave.id, token) for token in PEOPLE[:2]]
    store.save(wave.id, PEOPLE[0], Answers(ratings=(Rating(outcome=shown[0][0], experience=2),)))
    copy = copied(store, record.id, other)
    there = other.assignments(other.waves(copy.id)[0].id)
    assert sorted(there["outcome"]) == sorted(shown[0])
    pd.testing.assert_frame_equal(there, store.assignments(wave.id))


def test_scores_and_what_viewers_see_are_the_same(store: Store, archived: StudyRecord, other: Store) -> None:
    """Every digit of the scores, the ledger, and the ratings that are shared; looking releases nothing more."""
    record = copied(store, archived.id, other)
    (wave, copy) = (one.waves(which)[1] for one, which in ((store, archived.id), (other, record.id)))
    scores = [study_scores(PARCEL, one.ratings(which)).all for one, which in ((store, wave.id), (other, copy.id))]
    pd.testing.assert_frame_equal(*scores, check_exact=True)
    assert other.ledger(copy.id) == store.ledger(wave.id)
    shared = [share(one, PARCEL, which, Request(), all_shared) for one, which in ((store, wave), (other, copy))]
    assert shared[0].people == shared[1].people
    pd.testing.assert_frame_equal(
        *(one.ratings.sort_values(["respondent", "outcome"], ignore_index=True) for one in shared)
    )
    assert other.ledger(copy.id).releases[: len(store.ledger(wave.id).releases)] == store.ledger(wave.id).releases


def test_no_key_of_the_first_opens_the_copy(store: Store, archived: StudyRecord) -> None:
    """Links, ids, tokens and receipts are others, in the same database too; a round that went on is closed."""
    record = copied(store, archived.id, store)
    old, new = store.waves(archived.id), store.waves(record.id)
    assert results_key(store, record.id) != results_key(store, archived.id)
    keys = [{getattr(one, key) for one in waves for key in KEYS} for waves in (old, new)]
    assert not keys[0] & keys[1]
    assert ([one.status for one in new], new[1].asks_code) == (["closed", "closed"], True)
    assert store.response(PEOPLE[3]).wave_id == old[1].id
    store.delete_response(store.response_by_receipt(access.receipt(PEOPLE[3])).id)
    with pytest.raises(NotFound):
        store.response(PEOPLE[3])
    assert (store.progress(old[1].id).rated, store.progress(new[1].id).rated) == (12, 13)
    assert store.faults() == []


def test_who_wrote_a_remark_is_not_in_the_archive(store: Store, archived: StudyRecord) -> None:
    """A remark keeps its text and its place, and a released one its batch, under another id."""
    assert [column.name for column in REMARKS.columns] == ["kind", "text", "outcome", "label", "batch"]
    record = copied(store, archived.id, store)
    found = [store.remarks(store.waves(which)[1].id) for which in (archived.id, record.id)]
    assert sorted(map(told, found[0])) == sorted(map(told, found[1]))
    assert not {one.id for one in found[0]} & {one.id for one in found[1]}


def told(remark: Remark) -> tuple[str, ...]:
    """Return all of a remark but its id."""
    return remark.kind, remark.text, remark.outcome, remark.label, remark.batch or WITHDRAWN


def test_nobody_sees_a_copy_before_it_is_whole(store: Store, archived: StudyRecord) -> None:
    """While it is added no shelf has it, and if that fails nothing of it is left."""
    before, seen = count(store), []

    def look(done: int, of_all: int) -> None:
        seen.append([one.id for shelf in ("desk", "archive", "bin") for one in store.studies(shelf)])
        if done == of_all:
            raise KeyboardInterrupt

    with store.archived(archived.id) as it, pytest.raises(KeyboardInterrupt):
        store.add_copy(it, look)
    assert len(seen) > 2
    assert seen == [[archived.id]] * len(seen)
    assert count(store) == before


def count(store: Store) -> list[int]:
    """Return the number of rows of each table."""
    with store._database.session() as session:
        return [session.rows(table.counting)[0][0] for table in tables(session) if table.name != "setting"]


def test_a_copy_that_was_cut_short_is_deleted_the_next_day(store: Store, archived: StudyRecord) -> None:
    """What a crash left is no study, and goes with the bin."""
    before = count(store)
    record = copied(store, archived.id, store)
    with store._database.changing() as session:
        statement = "UPDATE study SET shelf = 'arriving', shelved_at = CAST('2026-01-01' AS TIMESTAMP) WHERE id = $1"
        session.rows(statement, record.id)
    assert [one.id for one in store.studies()] == [archived.id]
    assert count(store) == before


def test_the_weights_of_an_imported_round_are_copied(store: Store, other: Store) -> None:
    """To the last digit, each with the key of the same person."""
    ratings = answers(*((f"{n}", "time", 1.0 + n, 2.0, False) for n in range(3)))
    weights = {"0": 1 / 3, "1": 25_000.0}
    wave = store.import_wave(store.add_study(PARCEL).id, ratings, weights=weights)
    copy = other.waves(copied(store, wave.study_id, other).id)[0]
    pd.testing.assert_frame_equal(other.weights(copy.id), store.weights(wave.id))
    assert sorted(other.weights(copy.id)["weight"]) == sorted(weights.values())


def test_every_column_is_archived_or_left_out_on_purpose(store: Store) -> None:
    """A column that a migration adds to a table of answers has to be documented in the archive."""
    with store._database.session() as session:
        for part in PARTS[1:]:
            names = {name for table, name in session.rows(COLUMNS) if table == TABLES[part.name]}
            assert names - {one.name for one in filled(part).columns} == LEFT_OUT.get(part.name, set()), part.name


COLUMNS = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
LEFT_OUT = {
    "ratings": {"importance", "experience"},
    "respondents": {"remark"},
    "stages": {"frozen", "frozen_at"},
    "links": {"used_at", "revoked_at"},
}
"""Columns without a heading in the archive: unused ones, the picture on a frozen display, when a link was used."""


def test_a_draft_has_an_archive_too(store: Store, other: Store) -> None:
    """It is copied as a draft, with outcomes that are not asked any more."""
    study = replace(PARCEL, outcomes=(*PARCEL.outcomes, replace(PARCEL.outcomes[0], id="old", statement="Old")))
    record = copied(store, store.add_study(study).id, other)
    assert (record.study, record.status, other.waves(record.id)) == (study, "draft", [])
