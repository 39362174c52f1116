"""DuckDB: one process has the file; on a full disk what was acknowledged is there, and saving goes on with space."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.store import open_store
from jtbd_core.store.duckdb_engine import DuckdbEngine
from jtbd_core.wave import Answers, Rating, Wave
from tests.small_disk import SmallDisk
from tests.store.studies import PARCEL

PEOPLE = 8


@pytest.fixture
def path(disk: SmallDisk) -> Path:
    """Name the database on the disk."""
    return disk.folder / "headway.duckdb"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Open the database; some of what was saved is in its log when the disk fills up."""
    store = open_store(path)
    yield store
    store.close()


@pytest.fixture
def wave(store: Store) -> Wave:
    """Open a wave in which some have answered, more than fits into a page."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    for number in range(100):
        save(store, wave, number)
    return wave


def save(store: Store, wave: Wave, number: int) -> bool:
    """Save one rating of a person; return whether it was acknowledged."""
    try:
        rating = Rating(outcome="time", importance=1 + number % 5, experience=2)
        store.save(wave.id, f"{number:022}", Answers(ratings=(rating,)))
    except StoreUnavailable:
        return False
    return True


def kept(store: Store, wave: Wave) -> set[str]:
    """Return who has answered."""
    return set(store.ratings(wave.id)["respondent"])


def ids(numbers: range) -> set[str]:
    """Return the response ids of people."""
    return {access.response_id(f"{number:022}") for number in numbers}


def test_a_second_process_on_the_same_file_is_told_why(tmp_path: Path) -> None:
    """While one process has the file, another gets one clear sentence that names the way out."""
    path = tmp_path / "headway.duckdb"
    store = open_store(path)
    program = (
        "import sys\n"
        "from jtbd_core.errors import StoreUnavailable\n"
        "from jtbd_core.store import open_store\n"
        "try:\n    open_store(sys.argv[1])\n"
        "except StoreUnavailable as error:\n    print(error)\n"
    )
    second = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    store.close()
    assert "Another process has the study file" in second.stdout
    assert "PostgreSQL" in second.stdout


def test_a_file_that_is_no_database_is_refused_by_name(tmp_path: Path) -> None:
    """A file of another kind is named in the refusal and stays as it is."""
    path = tmp_path / "letter.duckdb"
    path.write_text("Dear reader, " * 1000)
    with pytest.raises(StoreUnavailable, match=r"letter\.duckdb"):
        open_store(path)
    assert path.read_text().startswith("Dear reader")


def test_a_full_disk_refuses_saves_and_shows_what_was_kept(disk: SmallDisk, store: Store, wave: Wave) -> None:
    """While the disk is full a save says so, and what was acknowledged before can be read."""
    disk.fill(os.getpid())
    acknowledged = [save(store, wave, number) for number in range(100, 200)]
    found = kept(store, wave)
    disk.free(os.getpid())
    assert not acknowledged[-1]
    assert found >= ids(range(100))


def test_saving_goes_on_without_a_restart(disk: SmallDisk, store: Store, wave: Wave, path: Path) -> None:
    """With space again saves are taken, and after a restart all that was acknowledged is there, and nothing else."""
    disk.fill(os.getpid())
    acknowledged = {number for number in range(100, 300) if save(store, wave, number)}
    disk.free(os.getpid())
    assert all(save(store, wave, number) for number in range(300, 320))
    everybody = ids(range(100)) | ids(range(300, 320)) | {access.response_id(f"{one:022}") for one in acknowledged}
    assert kept(store, wave) == everybody
    store.close()
    again = open_store(path)
    assert kept(again, wave) == everybody
    again.close()


def test_a_database_that_gave_up_is_opened_again(disk: SmallDisk, store: Store, wave: Wave, path: Path) -> None:
    """After a checkpoint that failed DuckDB refuses everything; it is opened again, while many go on saving."""
    engine = DuckdbEngine(path)  # the same database: a process has it open once
    disk.fill(os.getpid())
    with pytest.raises(StoreUnavailable, match="checkpoint"):
        engine.settle()
    engine.close()
    with ThreadPoolExecutor(PEOPLE) as people:
        list(people.map(lambda number: save(store, wave, number), range(100, 200)))
    disk.free(os.getpid())
    with ThreadPoolExecutor(PEOPLE) as people:
        late = list(people.map(lambda number: save(store, wave, number), range(200, 300)))
    assert late[-1]
    assert kept(store, wave) >= ids(range(100)) | {
        access.response_id(f"{n:022}") for n in range(200, 300) if late[n - 200]
    }


def test_a_close_waits_for_whoever_reads(tmp_path: Path) -> None:
    """At the end of the program a background thread may still be reading: neither of the two fails."""
    engine = DuckdbEngine(tmp_path / "headway.duckdb")
    with ThreadPoolExecutor(1) as end:
        with engine.session() as session:
            closing = end.submit(engine.close)
            assert not wait([closing], 0.1).done
            assert session.rows("SELECT 1") == [(1,)]
        closing.result(10)
