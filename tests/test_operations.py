"""What the operator of a running server is told: how it is, its metrics, and its log."""

import json
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import NamedTuple
from urllib.parse import urlsplit

import httpx
import pytest
from click.testing import CliRunner
from prometheus_client.parser import text_string_to_metric_families

from jtbd_core.access import receipt
from jtbd_core.commands import main
from jtbd_core.store import open_store
from jtbd_core.wave import Limits
from tests.form.conftest import PARCEL
from tests.form.phone import Phone
from tests.proxy import DEPLOY
from tests.server import UPGRADE, Headway, free_port
from tests.small_disk import SmallDisk

SECONDS, SECONDS_TO_WAIT = 5.0, 20.0
VISITOR = "203.0.113.77"
WORDS = "lockersinthelobby"
A_PAGE = 4096


class Told(NamedTuple):
    """What the operator was told of a disk that filled up and was cleared, and what nobody may be told."""

    red_after: float
    green_after: float
    healthy: list[bool]
    metrics: str
    log: list[str]
    secrets: set[str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Run Headway on a small disk that fills up while somebody answers, and open every kind of address with a key."""
    folder = tmp_path_factory.mktemp("small")
    disk = SmallDisk(folder)
    headway = Headway(folder / "headway.duckdb", HEADWAY_LOG="json", HEADWAY_METRICS=f"127.0.0.1:{free_port()}")
    secrets = prepare(headway.db, tmp_path_factory.mktemp("backups") / "backup")
    headway.start()
    with httpx.Client(
        base_url=headway.url, follow_redirects=True, timeout=60, headers={"X-Forwarded-For": VISITOR}
    ) as client:
        phone = Phone(client, secrets["rate"])
        secrets |= {"token": phone.token, "receipt": receipt(phone.token), "sign-in": sign_in_token(headway)}
        visit(client, secrets)
        while headway.db.with_name("headway.duckdb.wal").stat().st_size < 2 * A_PAGE:
            phone.tap()
        healthy = [is_healthy(headway)]
        disk.fill(headway.pid)
        red_after = until(client, 503)
        healthy.append(is_healthy(headway))
        phone.tap_until(503)
        disk.free(headway.pid)
        green_after = until(client, 200)
        phone.tap_until(204)
        with client.stream("GET", "/_stcore/stream", headers=UPGRADE):
            metrics = httpx.get(f"http://{headway.environment['HEADWAY_METRICS']}/metrics").text
    headway.stop()
    disk.unmount()
    return Told(red_after, green_after, healthy, metrics, headway.output, {*secrets.values()})


def prepare(db: Path, backup: Path) -> dict[str, str]:
    """Open a round that has keys of all kinds in a new database, back it up, and return the keys by kind."""
    with closing(open_store(db)) as store:
        study = store.add_study(PARCEL)
        wave = store.open_wave(study.id, Limits())
        link = store.results_links(study.id)[0]
        store.back_up(backup)
        return {"rate": wave.rate_key, "display": wave.display_key, "join": wave.join_code, "results": link.key}


def sign_in_token(headway: Headway) -> str:
    """Have the running server make a sign-in link, and return its token."""
    link = CliRunner().invoke(main, ["sign-in"], env={"HEADWAY_DB": str(headway.db)}).output
    return link.strip().rsplit("/", 1)[1]


def visit(client: httpx.Client, secrets: dict[str, str]) -> None:
    """Open and post to addresses of each kind, some of them twice or in vain, and open a websocket."""
    for _ in range(2):
        client.post(f"/signin/{secrets['sign-in']}")
    for path in (
        f"/j/{secrets['join']}",
        f"/r/{secrets['rate']}/p/{secrets['token']}",
        f"/display?key={secrets['display']}",
        f"/results?key={secrets['results']}",
        f"/results.csv?key={secrets['results']}",
        f"/unlock/{secrets['results']}",
        f"/r/{secrets['rate']}/p/{secrets['token'][:-1]}",
    ):
        client.get(path)
    client.post(f"/r/{secrets['rate']}/p/{secrets['token']}/missed", data={"remark": WORDS, "go": "send"})
    client.post("/r/receipt", data={"code": secrets["receipt"]})
    with client.stream("GET", f"/_stcore/stream?key={secrets['results']}", headers=UPGRADE) as reply:
        assert reply.status_code == 101


def is_healthy(headway: Headway) -> bool:
    """Whether the server is healthy by the command with which the container asks."""
    asked = re.search(r"^HEALTHCHECK .* CMD (.*)$", (DEPLOY / "Containerfile").read_text(), re.MULTILINE)
    _, *arguments = json.loads(asked[1].replace("127.0.0.1:8501", urlsplit(headway.url).netloc))
    return subprocess.run([sys.executable, *arguments], capture_output=True).returncode == 0


def until(client: httpx.Client, status: int) -> float:
    """Ask whether the server is ready until the answer has a status, and return after how many seconds it had."""
    began = monotonic()
    while client.get("/ready").status_code != status:
        assert monotonic() - began < SECONDS_TO_WAIT, f"it never became {status}"
    return monotonic() - began


def test_a_full_disk_is_red_and_green_again(told: Told) -> None:
    """Both within five seconds, however often it is asked; the container's own check says the same."""
    assert max(told.red_after, told.green_after) < SECONDS
    assert told.healthy == [True, False]


def test_the_metrics_tell_of_saves_people_and_backups(told: Told) -> None:
    """Saves by result; nobody's key, token, address or answer."""
    families = text_string_to_metric_families(told.metrics)
    figures = {(one.name, *one.labels.values()): one.value for family in families for one in family.samples}
    assert figures["headway_save_seconds_count", "saved"] > 1
    assert figures["headway_save_seconds_count", "failed"] >= 1
    assert figures["headway_people_answering",] == 1
    assert figures["headway_oldest_unsaved_seconds",] == 0
    assert figures["headway_last_backup_timestamp_seconds",] > 0
    assert figures["headway_viewers",] == 1
    assert [secret for secret in (*told.secrets, VISITOR, WORDS) if secret in told.metrics] == []


def test_the_log_is_json_without_secrets(told: Told) -> None:
    """Each line is a record; why saves failed is in it, and nobody's key, token, address or answer."""
    records = [json.loads(line) for line in told.log]
    assert {"time", "level", "logger", "message"} <= set.intersection(*map(set, records))
    assert any(one["message"].startswith("Not ready: ") for one in records)
    assert any(one["message"].startswith("The database cannot be used") for one in records)
    text = "".join(told.log)
    assert [secret for secret in (*told.secrets, VISITOR, WORDS, "127.0.0.1") if secret in text] == []
