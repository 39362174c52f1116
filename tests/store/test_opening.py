"""Opening, closing and refusing a database."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.store import open_store
from jtbd_core.wave import Answers, Rating
from tests.store.studies import PARCEL


def test_all_is_there_after_reopening(opened: Callable[[], Store]) -> None:
    """What was saved before a clean stop is read after the next start."""
    store = opened()
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.save(wave.id, "a" * 22, Answers(ratings=(Rating(outcome="time", importance=4, experience=2),)))
    store.close()
    again = opened()
    assert again.wave(wave.id) == wave
    assert again.ratings(wave.id)["importance"].tolist() == [4.0]


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


def test_a_server_that_does_not_answer_is_named() -> None:
    """An unreachable PostgreSQL is refused with its place, without the password."""
    with pytest.raises(StoreUnavailable, match=r"127.0.0.1:9/headway") as refusal:
        open_store("postgresql://someone:hidden@127.0.0.1:9/headway?connect_timeout=1")
    assert "hidden" not in str(refusal.value)
