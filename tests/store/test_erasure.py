"""Erasure: what was deleted is not in the file any more after a start, and everything else is."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.store import erase_deleted, open_store
from jtbd_core.wave import Answers
from tests.store.studies import ANNA, BERT, PARCEL, rated

SECRET = b"My neighbour Gunther takes all parcels"
NOTED = b"We suspect Gunther next door"


def remark(store: Store, text: str) -> None:
    """Let the respondent who wrote a remark write another."""
    store.save(store.waves(store.studies()[0].id)[0].id, ANNA, Answers(remark=text))


def note(store: Store, text: str) -> None:
    """Let the facilitator change the only note."""
    (noted,) = store.notes(store.waves(store.studies()[0].id)[0].id)
    store.change_note(noted.id, "note", "Ann", text)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Give a database with the answers of two respondents, a remark and a note."""
    path = tmp_path / "it's.duckdb"
    store = open_store(path)
    wave = store.open_wave(store.add_study(PARCEL).id)
    for token in (ANNA, BERT):
        store.save(wave.id, token, rated("time", 4, 2))
    store.save(wave.id, ANNA, Answers(remark=SECRET.decode()))
    store.add_note(wave.id, "time", "note", "Ann", NOTED.decode())
    store.close()
    return path


@pytest.fixture
def path(written: Path) -> Path:
    """Give a database from which one of two respondents deleted their answers."""
    store = open_store(written)
    store.delete_response(access.response_id(ANNA))
    store.close()
    return written


def contents(folder: Path) -> bytes:
    """Return all bytes of all files of a folder."""
    return b"".join(file.read_bytes() for file in sorted(folder.iterdir()))


def test_a_deleted_remark_is_gone_from_the_file(path: Path, tmp_path: Path) -> None:
    """It is readable after the deletion, and no more after the next start; a second start has nothing to do."""
    assert SECRET in contents(tmp_path)
    assert erase_deleted(path)
    assert SECRET not in contents(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert not erase_deleted(path)


@pytest.mark.parametrize(
    ("change", "text", "before"),
    [(remark, "", SECRET), (remark, "They come late", SECRET), (note, "They come late", NOTED)],
    ids=["an emptied remark", "another remark", "another note"],
)
def test_an_overwritten_text_is_gone_from_the_file(
    written: Path, change: Callable[[Store, str], None], text: str, before: bytes
) -> None:
    """What a respondent or the facilitator replaced is readable until the next start, and no more after it."""
    store = open_store(written)
    change(store, text)
    store.close()
    assert before in contents(written.parent)
    assert erase_deleted(written)
    assert before not in contents(written.parent)


def test_what_was_only_added_is_no_reason_to_rewrite(written: Path) -> None:
    """A first remark, or the same one sent again, leaves the file as it is."""
    store = open_store(written)
    remark(store, SECRET.decode())
    store.close()
    assert not erase_deleted(written)


def test_everything_else_stays(path: Path, tmp_path: Path) -> None:
    """The file holds the same rows as before, but for the note that something was deleted; the log goes on."""
    before = open_store(path)
    told = before.back_up(tmp_path / "before").tables
    before.close()
    erase_deleted(path)
    store = open_store(path)
    after = store.back_up(tmp_path / "after").tables
    wave = store.waves(store.studies()[0].id)[0]
    store.save(wave.id, BERT, rated("time", 1, 5))
    assert store.ratings(wave.id)["experience"].tolist() == [5]
    store.close()
    assert {name for name in told if told[name] != after[name]} == {"setting"}


def test_an_open_database_is_left_alone(path: Path) -> None:
    """While this process has the file open it is not replaced: what is saved then would be lost."""
    store = open_store(path)
    assert not erase_deleted(path)
    store.add_study(PARCEL)
    store.close()
    again = open_store(path)
    assert len(again.studies()) == 2
    again.close()


def test_a_file_is_rewritten_while_the_server_runs(path: Path, tmp_path: Path) -> None:
    """Saves and reads wait; all that was acknowledged is there afterwards, and at the next start."""
    store = open_store(path)
    wave = store.waves(store.studies()[0].id)[0]
    tokens = [f"{one:022}" for one in range(60)]
    with ThreadPoolExecutor(4) as people:
        saves = [people.submit(store.save, wave.id, token, rated("time", 3, 3)) for token in tokens]
        reads = [people.submit(store.studies) for _ in tokens]
        store.erase_deleted()
        for one in (*saves, *reads):
            one.result()
    assert SECRET not in path.read_bytes()
    store.save(wave.id, BERT, rated("time", 1, 5))
    store.close()
    again = open_store(path)
    assert set(again.ratings(wave.id)["respondent"]) == {access.response_id(token) for token in (*tokens, BERT)}
    again.close()


def test_who_reads_for_long_is_not_disturbed(path: Path) -> None:
    """While a snapshot is open the file stays as it is, and those who save go on."""
    store = open_store(path)
    wave = store.waves(store.studies()[0].id)[0]
    with store._database.engine.snapshot() as session:
        before = session.rows("SELECT count(*) FROM rating")
        with pytest.raises(StoreUnavailable, match="Somebody reads"):
            store.erase_deleted()
        store.save(wave.id, ANNA, rated("time", 1, 5))
        assert session.rows("SELECT count(*) FROM rating") == before
    store.erase_deleted()
    store.close()
    assert SECRET not in path.read_bytes()


def test_nothing_is_made_where_no_database_is(tmp_path: Path) -> None:
    """A first start has nothing to erase, and a file that is no database stays as it is."""
    assert not erase_deleted(tmp_path / "headway.duckdb")
    (tmp_path / "letter.duckdb").write_text("Dear reader, " * 1000)
    assert not erase_deleted(tmp_path / "letter.duckdb")
    assert [file.name for file in tmp_path.iterdir()] == ["letter.duckdb"]
