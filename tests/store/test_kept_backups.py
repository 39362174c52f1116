"""Kept backups: one a day, the newest 14, made by one process, and nothing else in the folder is touched."""

import os
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError, Refused
from jtbd_core.store.kept_backups import LOCK, KeptBackups, kept_backups
from jtbd_core.store.rows import now

START = datetime(2026, 12, 1, 6)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the path of a folder that is not there yet."""
    return tmp_path / "kept" / "here"


@pytest.fixture
def kept(store: Store, folder: Path) -> KeptBackups:
    """Give the kept backups of a database."""
    kept = KeptBackups(store, folder)
    kept.check_folder()
    return kept


def test_a_backup_is_kept_a_day(kept: KeptBackups) -> None:
    """A second one is made when the first is a day old; only the owner may read them."""
    manifest = kept.keep(START)
    assert manifest
    assert kept.keep(START + timedelta(hours=23)) is None
    assert kept.keep(START + timedelta(hours=24))
    assert list(kept.made()) == [START, START + timedelta(days=1)]
    assert {stat.S_IMODE(file.stat().st_mode) for file in kept.folder.iterdir()} == {0o600}


def test_the_newest_fourteen_stay(store: Store, kept: KeptBackups) -> None:
    """Files of other names, and those of another database, are not touched; nothing half-made is left."""
    others = [kept.folder / name for name in ("mine.backup", f"{kept.prefix}mine.backup", "headway-00000000-x.backup")]
    half = kept.folder / f".{kept.prefix}2026-12-01T00-00-00.backup.77.part"
    for file in (*others, half):
        file.write_text("")
    for day in range(16):
        assert kept.keep(START + timedelta(days=day))
    assert list(kept.made()) == [START + timedelta(days=day) for day in range(2, 16)]
    assert all(file.exists() for file in others)
    assert not half.exists()


def test_of_several_processes_one_makes_it(opened: Callable[[], Store], kept: KeptBackups) -> None:
    """All who share a database and a folder together keep one a day."""
    processes = [kept, *(KeptBackups(opened(), kept.folder) for _ in range(3 * (not kept.store.is_alone)))]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda one: one.keep(START), processes * 2))
    assert len([manifest for manifest in made if manifest]) == len(kept.made()) == 1


def test_a_failure_leaves_what_was_kept(kept: KeptBackups, tmp_path: Path) -> None:
    """Where the folder is gone the backup fails, and one dated by a wrong clock does not count as the last."""
    kept.keep(START)
    assert kept.last(START - timedelta(days=1)) is None
    kept.folder.rename(tmp_path / "away")
    with pytest.raises((JtbdError, OSError)):
        kept.keep(START + timedelta(days=2))
    assert len(list((tmp_path / "away").glob("*.backup"))) == 1


def test_the_folder_comes_from_the_environment(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without HEADWAY_BACKUPS none is kept; the time of the last one is told to whoever asks the store."""
    monkeypatch.delenv("HEADWAY_BACKUPS", raising=False)
    assert kept_backups(store) is None
    monkeypatch.setenv("HEADWAY_BACKUPS", str(folder))
    kept = kept_backups(store)
    assert kept
    assert store.last_backup() is None
    manifest = kept.keep(now())
    assert manifest
    assert store.last_backup() == manifest.made_at
    assert {file.name for file in folder.iterdir()} >= {LOCK}


def test_an_unusable_folder_is_refused(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal names the variable and the folder."""
    (tmp_path / "letter").write_text("Dear reader")
    monkeypatch.setenv("HEADWAY_BACKUPS", os.fspath(tmp_path / "letter"))
    with pytest.raises(Refused, match=r"HEADWAY_BACKUPS names .*letter, where no backup can be written"):
        kept_backups(store)
