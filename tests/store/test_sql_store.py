"""The store as a whole: what is there after it is opened again."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.store import open_store
from jtbd_core.store.duckdb_engine import DuckdbEngine
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


def test_the_secret_of_a_database_stays(opened: Callable[[], Store]) -> None:
    """The secret is random, and the same after reopening."""
    store = opened()
    secret = store.secret()
    store.close()
    assert len(secret) >= 40
    assert opened().secret() == secret


def test_a_sign_in_link_is_used_up(opened: Callable[[], Store]) -> None:
    """It works once, also after reopening; what was never kept does not work."""
    store = opened()
    store.add_sign_in_link("token")
    store.add_sign_in_link("used")
    assert store.use_sign_in_link("used")
    store.close()
    again = opened()
    assert [again.use_sign_in_link(token) for token in ("used", "token", "token", "other")] == [
        False,
        True,
        False,
        False,
    ]


def test_a_wrong_sign_in_token_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused while somebody else writes, and where nothing can be written at all."""
    with closing(open_store(tmp_path / "headway.duckdb")) as store:
        monkeypatch.delattr(DuckdbEngine, "transaction")
        assert not store.use_sign_in_link("other")


def test_a_sign_in_that_ended_stays_so(opened: Callable[[], Store]) -> None:
    """It is over however often it is ended, also after reopening; another goes on."""
    store = opened()
    store.sign_out("laptop")
    store.sign_out("laptop")
    store.close()
    assert [opened().is_signed_out(sign_in) for sign_in in ("laptop", "phone")] == [True, False]


def test_a_probe_writes_while_somebody_holds_the_write_lock(store: Store, address: str) -> None:
    """Each probe leaves its mark in the database, so that it fails where nothing can be written."""
    log = Path(f"{address}.wal")
    with store._database.write_lock:
        store.probe()
        written = log.stat().st_size if store.is_alone else 0
        store.probe()
    assert not store.is_alone or log.stat().st_size > written


def test_a_database_whose_folder_is_gone_takes_no_write(tmp_path: Path) -> None:
    """The probe says so in words."""
    folder = tmp_path / "gone"
    with closing(open_store(folder / "headway.duckdb")) as store:
        folder.rename(tmp_path / "moved")
        with pytest.raises(StoreUnavailable, match="folder of the database cannot be read"):
            store.probe()
