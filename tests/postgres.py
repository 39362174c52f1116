"""A throw-away PostgreSQL for the tests, and the fixtures that hand out its databases."""

import glob
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from jtbd_core.store import open_store
from tests import debian
from tests.debian import MissingError

FIXTURES = ["postgres_cluster", "postgres_template", "postgres_url"]
__all__ = ["Cluster", "MissingError", "find", "find_or_install", *FIXTURES]

# The keeper stops the server and removes the folder as soon as its standard input closes, which the kernel
# sees to however pytest ends.
KEEPER = """
trap '' PIPE
"$1/initdb" -D data -U headway -A trust -E UTF8 --no-locale --no-sync >log 2>&1 &&
"$1/pg_ctl" start -w -t 60 -D data -l log -o "$2" >>log 2>&1 &&
echo ready
read -r _
"$1/pg_ctl" stop -D data -m immediate >/dev/null 2>&1
rm -rf "$PWD"
"""
OPTIONS = (
    "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' "
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
)


def find() -> Path | None:
    """Return the folder with `initdb` and `pg_ctl`: on PATH, else Debian's newest, else None."""
    on_path = shutil.which("initdb")
    debians = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: float(path.split("/")[4]))
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += [Path(path) for path in reversed(debians)]
    return next((f for f in folders if (f / "initdb").exists() and (f / "pg_ctl").exists()), None)


def find_or_install() -> Path:
    """Return the folder with PostgreSQL's programs, installing them if need be, or raise `MissingError`."""
    if (folder := find()) is None and debian.can_install():
        debian.install("postgresql")
        folder = find()
    if folder is None:
        raise MissingError(
            "The store's tests need PostgreSQL's initdb and pg_ctl and they could not be installed. Install "
            "PostgreSQL (Debian: apt-get install postgresql) so that both are on PATH, then try again."
        )
    return folder


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """A running server of our own on a free port of this machine."""

    port: int
    keeper: subprocess.Popen[str]
    folder: Path
    owner: dict[str, object]

    def url(self, database: str) -> str:
        """Return the address of a database of this server."""
        return f"postgresql://headway@127.0.0.1:{self.port}/{database}"

    def execute(self, statement: str) -> None:
        """Run one statement outside of a transaction, as CREATE and DROP DATABASE ask for."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def halt(self) -> None:
        """End the server as a power failure does; its files stay."""
        self._control("stop", "-m", "immediate")

    def resume(self) -> None:
        """Start the server again on the same port."""
        self._control("start", "-l", "log", "-o", OPTIONS.format(port=self.port))

    def _control(self, *arguments: str) -> None:
        command = [find_or_install() / "pg_ctl", "-D", "data", "-w", *arguments]
        subprocess.run(command, cwd=self.folder, check=True, stdout=subprocess.DEVNULL, **self.owner)

    def stop(self) -> None:
        """Stop the server and remove its files."""
        self.keeper.communicate(timeout=60)


def start() -> Cluster:
    """Start a server in a new folder; as root it runs as another user, because PostgreSQL refuses root."""
    folder = Path(tempfile.mkdtemp(prefix="headway-postgres-"))
    owner = _unprivileged_owner(folder) if os.geteuid() == 0 else {}
    port = _free_port()
    keeper = subprocess.Popen(
        ["sh", "-c", KEEPER, "keeper", str(find_or_install()), OPTIONS.format(port=port)],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **owner,
    )
    if keeper.stdout.readline() != "ready\n":
        log = (folder / "log").read_text()
        keeper.communicate(timeout=60)
        raise RuntimeError(f"PostgreSQL did not start:\n{log}")
    return Cluster(port=port, keeper=keeper, folder=folder, owner=owner)


def _unprivileged_owner(folder: Path) -> dict[str, object]:
    names = {user.pw_name for user in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """Give this test process a PostgreSQL server of its own."""
    cluster = start()
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: Cluster) -> str:
    """Make a database without a study, to copy instead of migrating each anew, and return its name."""
    name = "without_a_study"
    postgres_cluster.execute(f"CREATE DATABASE {name}")
    open_store(postgres_cluster.url(name)).close()
    return name


@pytest.fixture
def postgres_url(postgres_cluster: Cluster, postgres_template: str) -> Iterator[str]:
    """Give one test the address of an empty database."""
    name = f"headway_{uuid4().hex}"
    postgres_cluster.execute(f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
    yield postgres_cluster.url(name)
    postgres_cluster.execute(f"DROP DATABASE {name} WITH (FORCE)")
