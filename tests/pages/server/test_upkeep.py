"""Upkeep: what the server does by itself with its database."""

import logging
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Event

import httpx
import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.contract.backups import Manifest, Progress, no_progress
from jtbd_core.store import open_store, restore_backup, retention_verbs
from jtbd_core.store.deletions import read_deletions
from jtbd_core.store.kept_backups import KeptBackups
from jtbd_core.wave import Answers
from jtbd_core.wave.retention import Retention
from pages.server.upkeep import SECONDS_TO_RETRY, Upkeep, upkeep
from tests.server import Headway
from tests.store.studies import ANNA, PARCEL
from tests.store.test_erasure import contents

START = datetime(2026, 12, 1, 6)


@pytest.fixture
def kept(store: Store, tmp_path: Path) -> KeptBackups:
    """Give the kept backups of a database, in a folder."""
    kept = KeptBackups(store, tmp_path / "kept")
    kept.check_folder()
    return kept


def test_a_server_catches_up_at_its_start(store: Store, kept: KeptBackups) -> None:
    """The first backup is made at once; a day later the next one."""
    times = [START]
    looking = Upkeep(store, kept, lambda: times[-1])
    for hours in (0, 1, 23, 24, 47):
        times.append(START + timedelta(hours=hours))
        looking.look()
    assert list(kept.made()) == [START, START + timedelta(days=1)]


def test_a_failure_is_logged_and_tried_again(store: Store, kept: KeptBackups, caplog: pytest.LogCaptureFixture) -> None:
    """The log says where and why, once until the next try within the hour, which makes up for it."""
    times = [START]
    looking = Upkeep(store, kept, lambda: times[-1])
    away = kept.folder.rename(kept.folder.with_name("away"))
    with caplog.at_level(logging.WARNING, "headway"):
        looking.look()
        times.append(START + timedelta(seconds=SECONDS_TO_RETRY - 1))
        looking.look()
    (said,) = caplog.messages
    assert f"No backup could be kept in {kept.folder}" in said
    assert "No such file" in said
    away.rename(kept.folder)
    times.append(START + timedelta(seconds=SECONDS_TO_RETRY))
    looking.look()
    assert len(kept.made()) == 1
    assert SECONDS_TO_RETRY < 3600


def test_what_was_deleted_leaves_the_file_within_a_day(store: Store, tmp_path: Path) -> None:
    """It is rewritten once the next night has come; until then it is readable."""
    times = [START]
    looking = Upkeep(store, None, lambda: times[-1])
    secret = b"The neighbour takes all parcels"
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.save(wave.id, ANNA, Answers(remark=secret.decode()))
    store.delete_response(access.response_id(ANNA))
    looking.look()
    assert secret in contents(tmp_path)
    times.append(START + timedelta(days=1))
    looking.look()
    assert secret not in contents(tmp_path)


def test_rounds_end_at_the_start_and_every_night(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once each, on the first look after their last day."""
    times = [START]
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.set_retention(wave.study_id, Retention(until=date(2999, 1, 5)))
    store.set_status(wave.id, "closed")
    looking = Upkeep(store, None, lambda: times[-1])
    looking.look()
    assert store.wave(wave.id).anonymised_at is None
    monkeypatch.setattr(retention_verbs, "now", lambda: datetime(2999, 1, 6))
    looking.look()
    assert store.wave(wave.id).anonymised_at is None
    times.append(START + timedelta(days=1))
    looking.look()
    assert store.wave(wave.id).anonymised_at == datetime(2999, 1, 6)


def test_what_was_deleted_is_listed_at_the_next_look(store: Store, kept: KeptBackups) -> None:
    """A digest stands in the file beside the backups, for its owner alone to read."""
    looking = Upkeep(store, kept, lambda: START)
    looking.look()
    assert not kept.deletions.exists()
    store.delete_study(store.add_study(PARCEL).id)
    looking.look()
    assert read_deletions(kept.deletions) == store.deletions()
    assert kept.deletions.stat().st_mode & 0o777 == 0o600


class Endless(KeptBackups):
    """Backups of which each takes for ever, unless its progress ends it."""

    begun = Event()

    def keep(self, at: datetime, progress: Progress = no_progress) -> Manifest | None:
        """Go on and on."""
        self.begun.set()
        while True:
            progress(0, 1)


def test_the_end_of_the_server_waits_for_no_backup(store: Store, tmp_path: Path) -> None:
    """A backup that is being made is given up."""
    kept = Endless(store, tmp_path)
    with upkeep(store, kept):
        assert kept.begun.wait(5)
        since = time.monotonic()
    assert time.monotonic() - since < 5


def test_a_server_keeps_backups_that_restore(store: Store, tmp_path: Path) -> None:
    """Soon after its start one lies in the folder that HEADWAY_BACKUPS names, from which all studies come back."""
    store.add_study(PARCEL)
    store.close()
    headway = Headway(tmp_path / "headway.duckdb", HEADWAY_BACKUPS=str(tmp_path / "kept"))
    headway.start()
    until = time.monotonic() + 20
    while not (made := list((tmp_path / "kept").glob("*.backup"))) and time.monotonic() < until:
        httpx.get(f"{headway.url}/_stcore/health")
    headway.stop()
    restore_backup(made[0], tmp_path / "again.duckdb")
    again = open_store(tmp_path / "again.duckdb")
    assert [one.study for one in again.studies()] == [PARCEL]
    again.close()
