"""The figures of results by address, for spreadsheets and other programs: what a link's page shows, and no more."""

from asyncio import to_thread
from collections.abc import Callable, Mapping
from threading import BoundedSemaphore

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jtbd_core.access import digest
from jtbd_core.cache import TimedCache
from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError, NotFound, Refused, StoreUnavailable
from jtbd_core.exchange.score_data import data_csv, data_json
from jtbd_core.live.choices import chosen_waves, default_wave, offered_groups, wave_names
from jtbd_core.live.findings import Findings, pooled_findings
from jtbd_core.live.waiting import waiting
from jtbd_core.study.results_link import ResultsLink
from jtbd_core.wave import Group, Wave, asked_study, reported_study
from jtbd_core.wave.rounds import round_name
from jtbd_core.web.buckets import Buckets, Rate
from jtbd_core.web.headers import HEADERS

RATE = Rate(30, 0.5)
"""Of one link: a sheet of a dozen figures at once, then one request every two seconds."""

MOST_AT_ONCE = 2
SECONDS_KEPT = 30.0
EVERYBODY = "everybody"
KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


class TooMany(Refused):
    """The link was asked too often; try again in `seconds`."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"This link was asked too often. Try again in {seconds} s.")
        self.seconds = seconds


def data_routes(data: "Data", root: str = "") -> list[Route]:
    """Return the routes `/results.csv` and `/results.json` below `root`."""
    return [Route(f"{root}/results.{kind}", data.answer(kind), methods=["GET"]) for kind in KINDS]


class Data:
    """The figures of links, and their endpoints; findings are those that all viewers share, so many asked for at once.

    One for a process, whoever asks: a link has one limit.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._buckets = Buckets()
        self._free = BoundedSemaphore(MOST_AT_ONCE)
        self._made = TimedCache(SECONDS_KEPT)

    def answer(self, kind: str) -> Callable[[Request], object]:
        """Return the endpoint of a kind of file: 403, 404, 429 or 503 say why in a line of JSON."""

        async def endpoint(request: Request) -> Response:
            try:
                content = await to_thread(self.content, kind, request.query_params)
            except TooMany as error:
                return _refusal(error, 429, {"Retry-After": str(error.seconds)})
            except NotFound as error:
                return _refusal(error, 404)
            except Refused as error:
                return _refusal(error, 403)
            except StoreUnavailable as error:
                return _refusal(error, 503)
            tag = f'"{digest(content.decode())[:32]}"'
            if tag in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers={**HEADERS, "ETag": tag})
            return Response(content, headers={**HEADERS, "ETag": tag}, media_type=KINDS[kind])

        return endpoint

    def content(self, kind: str, asked: Mapping[str, str]) -> bytes:
        """Return the file of a kind that a link gives: `asked` is what its address says, by name.

        Raises NotFound, Refused, TooMany or StoreUnavailable with a line for whoever asked.
        """
        link = self._permitted(asked.get("key", ""))
        bucket = ("link", link.id)
        if seconds := self._buckets.seconds(bucket, RATE):
            raise TooMany(seconds)
        self._buckets.take(bucket, RATE)
        if not self._free.acquire(blocking=False):
            raise TooMany(1)
        try:
            content = self._figures(kind, link, asked)
        finally:
            self._free.release()
        self._permitted(link.key)  # it may have been revoked meanwhile
        self._store.note_use(link)
        return content

    def _permitted(self, key: str) -> ResultsLink:
        """Return the link of a key; `Refused` unless it gives data now."""
        link = self._store.results_link(key)
        if not link.is_open or self._store.study(link.study_id).shelf == "bin":
            raise Refused("This link was withdrawn, or has expired.")
        if not link.settings.data or link.settings.passphrase:
            raise Refused("This link gives no data. Whoever sent it can change that.")
        return link

    def _figures(self, kind: str, link: ResultsLink, asked: Mapping[str, str]) -> bytes:
        study = self._store.study(link.study_id).study
        waves = self._waves(link, asked.get("round", ""))
        group = self._group(link, waves, asked.get("who", EVERYBODY))
        covered = asked_study(study, *waves) if "retired" in asked else reported_study(study, *waves)
        found = pooled_findings(self._store, covered, waves, group)
        if said := waiting(self._store, found):
            raise NotFound(said)
        about = {
            "study": study.title,
            "rounds": [round_name(wave) for wave in waves],
            "group": asked.get("who", EVERYBODY),
        }
        return self._made.get((kind, found.stamp), lambda: _file(kind, found, about))

    def _waves(self, link: ResultsLink, asked: str) -> tuple[Wave, ...]:
        waves = {str(wave.number): wave for wave in self._store.waves(link.study_id) if not wave.is_archived}
        if not waves:
            raise NotFound("Nobody has been asked yet.")
        if unknown := [name for name in wave_names(asked) if asked and name not in waves]:
            raise NotFound(f"No round {unknown[0][:40]} is shown.")
        default = default_wave(self._store, waves)
        return chosen_waves(asked or default, waves, default)

    def _group(self, link: ResultsLink, waves: tuple[Wave, ...], asked: str) -> Group | None:
        """Return the group that is asked for; `NotFound` if the link, or privacy, does not show it."""
        if asked == EVERYBODY:
            return None
        study = self._store.study(link.study_id).study
        groups = offered_groups(self._store, study, waves) if link.settings.shows("groups") else {}
        if asked not in groups:
            raise NotFound("This group is not shown.")
        return groups[asked]


def _file(kind: str, found: Findings, about: Mapping[str, object]) -> bytes:
    return data_csv(found.results) if kind == "csv" else data_json(found.results, about)


def _refusal(error: JtbdError, status: int, headers: Mapping[str, str] | None = None) -> Response:
    content = msgspec.json.encode({"error": str(error)}) + b"\n"
    return Response(content, status, {**HEADERS, **(headers or {})}, media_type="application/json")
