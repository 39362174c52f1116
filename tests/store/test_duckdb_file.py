"""The DuckDB file after a crash: nothing is deleted before it was used."""

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jtbd_core.errors import StoreUnavailable
from jtbd_core.store import open_store
from jtbd_core.store.duckdb_file import HEADER_END, ends_with_commit

PEOPLE = 40
PROGRAM = f"""
import os, sys
from jtbd_core.store import open_store
from jtbd_core.wave import Answers, Rating
from tests.store.studies import PARCEL

def save(store, wave, people):
    for number in people:
        store.save(wave.id, f"{{number:022}}", Answers(ratings=(Rating(outcome="time", importance=3, experience=2),)))

store = open_store(sys.argv[1])
wave = store.open_wave(store.add_study(PARCEL).id)
save(store, wave, range({PEOPLE // 2}))
store.close()
store = open_store(sys.argv[1])
save(store, wave, range({PEOPLE // 2}, {PEOPLE}))
os._exit(0)
"""


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """Give the file and the log of a database whose process has crashed."""
    path = tmp_path_factory.mktemp("crash") / "headway.duckdb"
    subprocess.run([sys.executable, "-c", PROGRAM, str(path)], check=True)
    return path.read_bytes(), path.with_name("headway.duckdb.wal").read_bytes()


@pytest.fixture
def path(tmp_path: Path, crashed: tuple[bytes, bytes]) -> Path:
    """Give the path of such a database."""
    path = tmp_path / "headway.duckdb"
    path.write_bytes(crashed[0])
    log_of(path).write_bytes(crashed[1])
    return path


def log_of(path: Path) -> Path:
    """Return the path of a database's log."""
    return path.with_name(f"{path.name}.wal")


def cut(path: Path) -> None:
    """Cut a file in half."""
    os.truncate(path, path.stat().st_size // 2)


def people(path: Path) -> int:
    """Open a database and return how many have answered."""
    store = open_store(path)
    (wave,) = store.waves(store.studies()[0].id)
    found = len(store.ratings(wave.id))
    store.close()
    return found


def files(path: Path) -> dict[str, bytes]:
    """Return the files beside a database."""
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


def test_everybody_is_there_after_a_crash(path: Path) -> None:
    """The log is used, and none is kept aside."""
    assert ends_with_commit(log_of(path))
    assert people(path) == PEOPLE
    assert list(files(path)) == ["headway.duckdb"]


def test_a_log_without_its_file_is_left_alone(path: Path) -> None:
    """Where the file is missing nothing is begun anew, and the refusal says what to do."""
    path.unlink()
    before = files(path)
    with pytest.raises(StoreUnavailable, match="Put the file back beside its log"):
        open_store(path)
    assert files(path) == before


@pytest.mark.parametrize("has_log", [True, False])
def test_half_a_file_is_refused_and_left_alone(path: Path, has_log: bool) -> None:
    """A file that is cut in half is found out before anything is changed."""
    cut(path)
    if not has_log:
        log_of(path).unlink()
    before = files(path)
    with pytest.raises(StoreUnavailable, match=r"The study file .* is damaged|cannot be opened") as refusal:
        open_store(path)
    assert "mv " not in str(refusal.value)
    assert files(path) == before


@pytest.mark.parametrize("is_first", [True, False], ids=["its first entry", "a later entry"])
def test_a_damaged_log_is_refused_with_what_to_do(path: Path, is_first: bool) -> None:
    """The refusal says which file to move where and what is lost then; nothing is changed, and to do so helps."""
    log = bytearray(log_of(path).read_bytes())
    log[0 if is_first else log.find(HEADER_END) + 40] ^= 255
    log_of(path).write_bytes(log)
    before = files(path)
    with pytest.raises(StoreUnavailable, match="Nothing was changed") as refusal:
        open_store(path)
    assert files(path) == before
    assert f"the file alone holds studies: 1, respondents: {PEOPLE // 2}." in str(refusal.value)
    (command,) = re.findall(r"mv \S+ \S+", str(refusal.value))
    subprocess.run(command.split(), check=True)
    assert people(path) == PEOPLE // 2
    assert files(path)[f"{log_of(path).name}.damaged"] == log


def test_half_a_log_is_said_and_kept(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """What is whole is used; the log as it was stays, and the warning names it."""
    cut(log_of(path))
    half = log_of(path).read_bytes()
    with caplog.at_level(logging.WARNING, "headway"):
        assert PEOPLE // 2 <= people(path) < PEOPLE
    (kept,) = (name for name in files(path) if name != path.name)
    assert kept in caplog.text
    assert files(path)[kept] == half
