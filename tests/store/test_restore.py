"""Restoring: the same digits on any engine, never over data, from older versions but not from newer ones."""

import zipfile
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.contract.backups import Manifest
from jtbd_core.errors import Refused, StoreTooNew
from jtbd_core.store import open_store, restore_backup
from jtbd_core.store.backup import write_backup
from jtbd_core.store.duckdb_engine import DuckdbEngine
from jtbd_core.store.kept_backups import KeptBackups
from jtbd_core.store.migrations import MIGRATIONS
from jtbd_core.store.rows import now
from jtbd_core.store.schema import migrate
from jtbd_core.study import study_to_json
from jtbd_core.wave import Answers, Rating, Wave
from tests.store.studies import ANNA, BERT, PARCEL, rated
from tests.store.test_assignment import LONG


@pytest.fixture
def backup(store: Store, wave: Wave, tmp_path: Path) -> Path:
    """Give a backup of a round with an answer, a remark, a prediction, a note and codes, and of one that rotates."""
    store.secret()
    store.save(wave.id, ANNA, rated("time", 4, 2))
    store.save(wave.id, ANNA, Answers(profile={"solution": "post"}, remark="Zu teuer – “dear”\n", is_finished=True))
    store.save(wave.id, BERT, Answers(ratings=(Rating(outcome="on-time", seconds=0.1, position=2, tapped=7),)))
    store.predict(wave.id, ("time",))
    store.add_note(wave.id, "time", "note", "Ann", "It’s the queue")
    store.add_codes(wave.id, 3)
    rotating = store.open_wave(store.add_study(LONG).id)
    store.assigned(LONG, rotating.id, ANNA)
    store.back_up(tmp_path / "backup")
    return tmp_path / "backup"


def test_a_backup_is_restored_to_the_same_digits(store: Store, backup: Path, elsewhere: str, tmp_path: Path) -> None:
    """Between any two engines, a backup of the restored database holds the same rows."""
    told = restore_backup(backup, elsewhere)
    restored = open_store(elsewhere)
    again = restored.back_up(tmp_path / "again")
    receipt = restored.response_by_receipt(access.receipt(ANNA))
    restored.close()
    assert again.tables == told.tables
    assert receipt == store.response(ANNA)


def test_answers_after_a_restore_are_newer(wave: Wave, backup: Path, elsewhere: str) -> None:
    """The log goes on above the numbers restored, so the latest tap wins, and sign-ins stay valid."""
    restore_backup(backup, elsewhere)
    restored = open_store(elsewhere)
    restored.save(wave.id, ANNA, rated("time", 1, 5))
    restored.save(wave.id, BERT, rated("time", 2, 2))
    ratings = restored.ratings(wave.id).set_index("respondent")["experience"].to_dict()
    restored.close()
    assert ratings == {access.response_id(ANNA): 5, access.response_id(BERT): 2}


def test_a_backup_is_never_restored_over_data(address: str, store: Store, backup: Path) -> None:
    """A database that holds anything is refused and stays as it is."""
    before = store.studies()
    with pytest.raises(Refused, match="never restored over data"):
        restore_backup(backup, address)
    assert store.studies() == before


def test_a_backup_of_a_newer_version_is_refused(backup: Path, elsewhere: str, tmp_path: Path) -> None:
    """Both versions are named, and the place stays empty."""
    newer = tmp_path / "newer"
    with zipfile.ZipFile(backup) as known, zipfile.ZipFile(newer, "w") as changed:
        for name in known.namelist():
            changed.writestr(name, known.read(name))
        manifest = msgspec.json.decode(known.read("manifest.json"), type=Manifest)
        with pytest.warns(UserWarning, match="Duplicate name"):
            changed.writestr("manifest.json", msgspec.json.encode(replace(manifest, version=99)))
    with pytest.raises(StoreTooNew, match=r"99.*Nothing was restored"):
        restore_backup(newer, elsewhere)
    restore_backup(backup, elsewhere)


@pytest.mark.parametrize("version", [1, len(MIGRATIONS) - 1])
def test_a_backup_of_an_older_version_is_migrated(version: int, elsewhere: str, tmp_path: Path) -> None:
    """It is restored into the tables of its own version, which are then brought up to date."""
    engine = migrate(DuckdbEngine(tmp_path / "old.duckdb"), version)
    with engine.transaction() as session:
        session.rows(
            "INSERT INTO study (id, document, status, revision, results_key, updated_at) "
            "VALUES ('old', $1, 'draft', 1, 'key', CAST('2026-01-02 03:04:05.000006' AS TIMESTAMP))",
            study_to_json(PARCEL),
        )
    write_backup(engine, tmp_path / "old", lambda done, of_all: None)
    engine.close()
    assert restore_backup(tmp_path / "old", elsewhere).version == version
    restored = open_store(elsewhere)
    assert [(one.id, one.study, one.updated_at.microsecond) for one in restored.studies()] == [("old", PARCEL, 6)]
    restored.close()


def test_who_deleted_since_does_not_come_back(
    store: Store, wave: Wave, elsewhere: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The list beside the kept backups has their digests, which tell nothing, and a study that was deleted too."""
    kept = KeptBackups(store, tmp_path / "kept")
    kept.check_folder()
    gone = store.add_study(PARCEL)
    for token in (ANNA, BERT):
        store.save(wave.id, token, rated("time", 4, 2))
    kept.keep(now())
    (backup,) = kept.made().values()
    store.delete_response(access.response_id(ANNA))
    kept.keep_deletions()
    store.delete_study(gone.id)
    kept.keep_deletions()
    kept.keep_deletions()
    assert len(kept.deletions.read_text().split()) == 2
    assert access.response_id(ANNA) not in kept.deletions.read_text()
    restore_backup(backup, elsewhere)
    restored = open_store(elsewhere)
    assert set(restored.ratings(wave.id)["respondent"]) == {access.response_id(BERT)}
    assert [one.id for one in restored.studies()] == [wave.study_id]
    assert restored.deletions() == store.deletions()
    restored.close()
    assert "2 responses or studies" in caplog.text


def test_without_the_list_it_is_said_that_deletions_are_undone(
    backup: Path, elsewhere: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The warning names the file that is missing."""
    restore_backup(backup, elsewhere)
    assert "-deletions lies beside the backup" in caplog.text


def test_a_database_is_whole_unless_something_belongs_to_nothing(store: Store, wave: Wave) -> None:
    """What is missing is said in a sentence with a number."""
    store.save(wave.id, ANNA, rated("time", 4, 2))
    assert store.faults() == []
    with store._database.writing() as session:
        session.rows("DELETE FROM response")
    assert store.faults() == ["Ratings that belong to no respondent: 1."]
