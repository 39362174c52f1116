"""While something is written for long, such as a large import, nobody waits who need not."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from msgspec.structs import replace
from starlette.applications import Starlette

from jtbd_core.form import Form, tokens
from jtbd_core.store.duckdb_engine import DuckdbEngine
from jtbd_core.store.engine import Session
from jtbd_core.store.schema import migrate
from jtbd_core.store.sql_store import SqlStore
from jtbd_core.study.scale import Rotation
from jtbd_core.wave import Answers, Wave
from tests.form.attacker import FORM, Answer, Attack, answer
from tests.form.conftest import PARCEL

LONG = 10.0
ROTATING = replace(PARCEL, settings=replace(PARCEL.settings, rotation=Rotation(key_outcomes=1)))


class Held(DuckdbEngine):
    """An engine on which one write lasts until it is let go."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.is_to_be_held, self.is_held, self.go_on = False, Event(), Event()

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Wait inside a transaction, if this is the one."""
        with super().transaction() as session:
            if self.is_to_be_held:
                self.is_to_be_held = False
                self.is_held.set()
                self.go_on.wait(LONG)
            yield session


@pytest.fixture
def engine(tmp_path: Path) -> Held:
    """Give the engine of a database."""
    return migrate(Held(tmp_path / "headway.duckdb"))


@pytest.fixture
def store(engine: Held) -> Iterator[SqlStore]:
    """Open a store on it."""
    store = SqlStore(engine)
    yield store
    engine.go_on.set()
    store.close()


def asked(method: str, address: str, body: bytes = b"") -> Attack:
    """Return a request as a browser sends it."""
    return Attack(method, address.encode(), [(b"host", b"headway.test"), (b"content-type", FORM)], [body], False)


def answered(store: SqlStore, engine: Held, waiting: Attack, other: Attack) -> list[Answer]:
    """Return the answers to two requests during a long write, the second of which needs no turn to write."""
    app = Form(Starlette(), store)

    async def both() -> list[Answer]:
        first = asyncio.create_task(answer(app, waiting))
        second = await answer(app, other)
        assert not first.done()
        assert not engine.go_on.is_set()
        engine.go_on.set()
        return [await first, second]

    engine.is_to_be_held = True
    facilitator = Thread(target=store.add_study, args=[PARCEL])
    facilitator.start()
    engine.is_held.wait()
    answers = asyncio.run(asyncio.wait_for(both(), LONG / 2))
    facilitator.join()
    return answers


def begun(store: SqlStore, wave: Wave) -> str:
    """Let somebody begin, and return the address of their pages."""
    token = tokens.issue_token(store.secret(), wave.id)
    store.save(wave.id, token, Answers(profile={"haste": "low"}))
    store.response(token)
    return f"/r/{wave.rate_key}/p/{token}"


def test_who_is_given_a_part_waits_alone(store: SqlStore, engine: Held) -> None:
    """Which outcomes a newcomer is shown is written down; meanwhile others go on."""
    wave = store.open_wave(store.add_study(ROTATING).id)
    plain = store.open_wave(store.add_study(PARCEL).id)
    newcomer = f"/r/{wave.rate_key}/p/{tokens.issue_token(store.secret(), wave.id)}/1"
    answers = answered(store, engine, asked("GET", newcomer), asked("GET", f"{begun(store, plain)}/1"))
    assert [one.status for one in answers] == [200, 200]
    assert b'name="e.' in answers[0].body


def test_who_begins_with_a_code_waits_alone(store: SqlStore, engine: Held) -> None:
    """To use a code is written down too."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    other = asked("GET", f"{begun(store, wave)}/1")
    (code,) = store.add_codes(wave.id, 1)
    answers = answered(store, engine, asked("POST", f"/r/{wave.rate_key}", f"code={code}".encode()), other)
    assert [one.status for one in answers] == [303, 200]
