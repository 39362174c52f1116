"""Backups: of one moment while others save, and read again before they are called done."""

import stat
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError, Refused, UnreadableFile
from jtbd_core.store import restore_backup
from jtbd_core.store.migrations import MIGRATIONS
from jtbd_core.wave import Wave
from tests.store.studies import ANNA, rated


def test_a_backup_says_what_it_holds(store: Store, wave: Wave, tmp_path: Path) -> None:
    """The manifest names the schema's version and the rows of each table; progress ends where all is done."""
    store.save(wave.id, ANNA, rated("time", 4, 2))
    seen: list[tuple[int, int]] = []
    manifest = store.back_up(tmp_path / "backup", lambda done, of_all: seen.append((done, of_all)))
    assert manifest.version == len(MIGRATIONS)
    assert {name: table.rows for name, table in manifest.tables.items() if table.rows} == {
        "study": 1,
        "results_link": 1,
        "wave": 1,
        "response": 1,
        "rating": 1,
    }
    assert seen[-1] == (2 * manifest.rows, 2 * manifest.rows)


def test_all_tables_are_backed_up(store: Store, tmp_path: Path) -> None:
    """No table of the database is left out, whichever migration made it."""
    statements = [statement for step in MIGRATIONS for statement in step if "CREATE TABLE" in statement]
    assert len(store.back_up(tmp_path / "backup").tables) == len(statements)


def test_only_its_owner_may_read_a_backup(store: Store, tmp_path: Path) -> None:
    """It holds all keys, so its mode is 0600; nothing else is left in the folder."""
    folder = tmp_path / "backups"
    folder.mkdir()
    store.back_up(folder / "backup")
    assert [(file.name, stat.S_IMODE(file.stat().st_mode)) for file in folder.iterdir()] == [("backup", 0o600)]


def test_a_backup_replaces_no_file(store: Store, tmp_path: Path) -> None:
    """A file that is there stays as it is, and where none can be written nothing is left."""
    letter = tmp_path / "letter"
    letter.write_text("Dear reader")
    with pytest.raises(Refused, match="there already"):
        store.back_up(letter)
    with pytest.raises(JtbdError, match="cannot be written"):
        store.back_up(tmp_path / "nowhere" / "backup")
    assert letter.read_text() == "Dear reader"


def test_a_backup_while_others_save_is_of_one_moment(store: Store, wave: Wave, tmp_path: Path) -> None:
    """Each save of a rating begins a response, so a backup holds as many of one as of the other."""
    with ThreadPoolExecutor(4) as people:
        saves = [people.submit(store.save, wave.id, f"{one:022}", rated("time", 3, 3)) for one in range(200)]
        tables = [store.back_up(tmp_path / f"backup {number}").tables for number in range(3)]
        for save in saves:
            save.result()
    assert all(one["rating"].rows == one["response"].rows for one in tables)


@pytest.mark.parametrize("content", [b"", b"Dear reader"])
def test_a_file_that_is_no_backup_restores_nothing(content: bytes, tmp_path: Path) -> None:
    """It is named in the refusal, and no database is made."""
    (tmp_path / "letter").write_bytes(content)
    with pytest.raises(UnreadableFile, match="letter is no backup"):
        restore_backup(tmp_path / "letter", tmp_path / "headway.duckdb")
    assert not (tmp_path / "headway.duckdb").exists()


def test_a_damaged_backup_restores_nothing(store: Store, wave: Wave, tmp_path: Path) -> None:
    """A backup in which a row was changed does not hold what its manifest says."""
    store.back_up(tmp_path / "backup")
    with zipfile.ZipFile(tmp_path / "backup") as whole, zipfile.ZipFile(tmp_path / "changed", "w") as changed:
        for name in whole.namelist():
            changed.writestr(name, whole.read(name).replace(b"Parcels", b"Letters"))
    with pytest.raises(UnreadableFile, match="“study” does not hold"):
        restore_backup(tmp_path / "changed", tmp_path / "restored.duckdb")
    assert not (tmp_path / "restored.duckdb").exists()
