"""The list of a panel on every engine: who took part, and nothing that leads from there to an answer."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import AlreadyListed, Refused
from jtbd_core.store import restore_backup
from jtbd_core.wave import Wave
from jtbd_core.wave.panel import Listed, Panel, Panelist, Standing
from tests.store.studies import rated

PEOPLE = 9


def somebody(number: int, browser: str = "") -> Panelist:
    """Return somebody of a panel, whose id says nothing of when they come."""
    panel_id = access.digest(f"member {number}")[:8]
    return Panelist({"pid": panel_id, "source": "mail"}, f"{browser or panel_id:0>22}")


def note(store: Store, wave: Wave, number: int, standing: Standing = "started", browser: str = "") -> None:
    """Note how far somebody has come, durably."""
    store.note_panelist(wave.id, somebody(number, browser), standing).result()


def rows(address: str, statement: str) -> list[tuple[Any, ...]]:
    """Read a database that nobody has open."""
    connection = psycopg.connect(address) if address.startswith("postgresql") else duckdb.connect(address)
    found: list[tuple[Any, ...]] = connection.execute(statement).fetchall()
    connection.close()
    return found


@pytest.fixture
def fielded(store: Store, wave: Wave) -> Wave:
    """Give a wave that is fielded to a panel."""
    return store.set_panel(wave.id, Panel(parameters=("pid", "source")))


def test_no_answer_can_be_joined_to_a_panelist(address: str, store: Store, fielded: Wave) -> None:
    """Stored rows share no value, and neither their place nor the transaction that wrote them tells who came when."""
    for number in range(PEOPLE):
        note(store, fielded, number)
        store.save(fielded.id, f"{number:022}", rated("time", 5, 2))
        note(store, fielded, number, "completed")
    store.close()
    order = "ctid" if address.startswith("postgresql") else "rowid"
    listed = rows(address, f"SELECT * FROM panelist ORDER BY {order}")  # noqa: S608 - a column of the engine's
    assert [row[1] for row in listed] == sorted(somebody(number).id for number in range(PEOPLE))
    assert len({turn for *_, turn in listed}) == 1
    told = {str(value) for _, *values, _ in listed for value in values} - {"completed"}
    answers = [*rows(address, "SELECT * FROM response"), *rows(address, "SELECT * FROM rating")]
    assert not told & {str(value) for row in answers for value in row}
    assert not {somebody(number).mark for number in range(PEOPLE)} & told
    if order == "ctid":
        assert len(rows(address, "SELECT DISTINCT xmin::text FROM panelist")) == 1


def test_a_panelist_is_counted_once(store: Store, fielded: Wave) -> None:
    """*Start* pressed twice in a browser lists one person; another one with the id is refused, and ends nothing."""
    note(store, fielded, 1)
    note(store, fielded, 1)
    for again in (
        lambda: note(store, fielded, 1, browser="b" * 22),
        lambda: store.check_panelist(fielded.id, somebody(1, "b")),
    ):
        with pytest.raises(AlreadyListed):
            again()
    note(store, fielded, 1, "completed", browser="b" * 22)
    assert store.fielding(fielded.id).listed == {"started": 1}
    note(store, fielded, 1, "completed")
    note(store, fielded, 1, "screened")
    assert store.fielding(fielded.id).listed == {"completed": 1}


def test_of_many_browsers_with_one_id_one_begins(store: Store, opened: Callable[[], Store], fielded: Wave) -> None:
    """Of 60 that press *Start* at once, at two processes where the engine has several, one is listed."""
    stores = [store] if store.is_alone else [store, opened()]

    def begins(number: int) -> bool:
        try:
            note(stores[number % len(stores)], fielded, 1, browser=f"{number:022}")
        except AlreadyListed:
            return False
        return True

    with ThreadPoolExecutor(20) as browsers:
        assert sum(browsers.map(begins, range(60))) == 1


def test_the_list_leaves_once_the_wave_is_closed(store: Store, fielded: Wave) -> None:
    """Until then two lists would tell who came between them; then it is sorted, and nothing joins it any more."""
    for number in (3, 1, 2):
        note(store, fielded, number)
    with pytest.raises(Refused, match="once its round is closed"):
        store.listed(fielded.id)
    store.set_status(fielded.id, "closed")
    expected = sorted((somebody(number).values for number in (1, 2, 3)), key=lambda values: values["pid"])
    assert store.listed(fielded.id) == [Listed(values, "started") for values in expected]
    with pytest.raises(Refused):
        note(store, fielded, 4)
    store.delete_listed(fielded.id)
    assert store.listed(fielded.id) == []


def test_a_deleted_list_stays_empty(store: Store, fielded: Wave) -> None:
    """Who is answering while it is deleted is not listed again at the end."""
    note(store, fielded, 1)
    store.delete_listed(fielded.id)
    note(store, fielded, 1, "completed")
    assert store.fielding(fielded.id).listed == {}


def test_a_backup_holds_lists_of_closed_waves(store: Store, fielded: Wave, tmp_path: Path, elsewhere: str) -> None:
    """Of an open wave it holds how it is fielded and no list: two backups would tell who came between them."""
    note(store, fielded, 1)
    assert store.back_up(tmp_path / "open.backup").tables["panelist"].rows == 0
    store.set_status(fielded.id, "closed")
    store.back_up(tmp_path / "closed.backup")
    restore_backup(tmp_path / "closed.backup", elsewhere)
    ((parameters, panel),) = rows(elsewhere, "SELECT parameters, panel FROM panelist JOIN wave ON wave.id = wave_id")
    assert json.loads(parameters) == somebody(1).values
    assert json.loads(panel) == {"parameters": ["pid", "source"]}


def test_nothing_is_left_of_a_deleted_study(address: str, store: Store, fielded: Wave) -> None:
    """Its lists and whom it turned away are deleted with it."""
    note(store, fielded, 1)
    store.delete_study(fielded.study_id)
    store.close()
    assert rows(address, "SELECT * FROM panelist") == rows(address, "SELECT * FROM turned_away") == []
