"""How long an open page of results still shows something once its link has ended: `python -m tests.bench.withdrawal`.

Beside pages that hold results open, a browser opens a link at a time: links expire while it looks, then the
facilitator revokes some in the same process, and at last all pages lose theirs at once. The same on PostgreSQL, where
another process revokes. Milliseconds are from when the store noted the end until the browser has drawn nothing of
the results; nothing else should run beside it.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from jtbd_core.access import SIGN_IN_COOKIE
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.store import is_server, open_store
from jtbd_core.study.results_link import MOST_LINKS, LinkSettings, ResultsLink
from tests import chromium, postgres
from tests.bench.figures import Tally, usage
from tests.bench.room import place
from tests.bench.websocket import Visit, visit
from tests.server import Headway

VIEWERS, TIMES = 50, 20
SECONDS_TO_OPEN, SECONDS_BETWEEN = 8.0, 4.0
AIMS = {"one process": 1.0, "two processes": 2.0}
EXPIRED, REVOKED, TOGETHER = "expired", "revoked", "revoked for all at once"
Gone = dict[str, tuple[str, list[float]]]
"""By the id of a link how it ended, and the moments when pages were empty, in seconds since 1970."""

GONE = """() => {
    const look = () => {
        if (document.querySelector('[role=tab]') || !document.querySelector('h1')?.innerText.startsWith('This link'))
            return;
        requestAnimationFrame(() => { window.gone ??= Date.now() });
    };
    new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true});
}"""
"""Notes when the page has neither a tab of the results nor another title than that the link has ended."""


def main() -> None:
    """Measure and print a table for one process and for two."""
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        measured("one process", Path(folder) / "headway.duckdb")
    cluster = postgres.start()
    try:
        cluster.execute("CREATE DATABASE headway")
        measured("two processes", cluster.url("headway"))
    finally:
        cluster.stop()


def measured(what: str, db: Path | str) -> None:
    """Let links end while pages look at them, and print after how long they were empty."""
    tally = Tally()
    with prepared(db) as (headway, expiring, links):
        started, before = time.time(), usage(headway.pid)
        gone = asyncio.run(_watched(headway, expiring, links, db))
        cores = (usage(headway.pid).cpu - before.cpu) / (time.time() - started)
    with closing(open_store(db)) as store:
        ended = {one.id: one for study in store.studies() for one in store.results_links(study.id)}
    for link_id, (kind, moments) in gone.items():
        end = _epoch(ended[link_id].revoked_at or ended[link_id].settings.expires_at)
        for moment in moments:
            tally.add(kind, moment - end)
    print(f"{what}, {VIEWERS} pages beside it, aim {1000 * AIMS[what]:.0f} ms")
    tally.print((EXPIRED, REVOKED, TOGETHER))
    slowest = max(max(found) for found in tally.taken.values())
    load = f"server {cores:.2f} cores; load average {os.getloadavg()[0]:.2f}"
    print(f"  slowest {1000 * slowest:.0f} ms; {load}", flush=True)


@contextmanager
def prepared(db: Path | str) -> Iterator[tuple[Headway, list[ResultsLink], list[ResultsLink]]]:
    """Run Headway with two studies of a closed round; give links of one that expire, and links of the other."""
    study, start = demo_study(), datetime.now(UTC).replace(tzinfo=None) + timedelta(seconds=SECONDS_TO_OPEN)
    ends = [start + timedelta(seconds=SECONDS_BETWEEN * number) for number in range(MOST_LINKS - 1)]
    with closing(open_store(db)) as store:
        expiring, lasting = (store.import_wave(store.add_study(study).id, *demo_answers(study)).study_id for _ in "ab")
        for end in ends:
            store.add_results_link(expiring, LinkSettings(name="Expires", expires_at=end))
        for _ in range(TIMES):
            store.add_results_link(lasting, LinkSettings(name="Revoked"))
        links = [store.results_links(one) for one in (expiring, lasting)]
    headway = Headway(db)
    headway.start()
    try:
        yield headway, links[0][1:], links[1]
    finally:
        headway.stop()


async def _watched(headway: Headway, expiring: list[ResultsLink], links: list[ResultsLink], db: Path | str) -> Gone:
    """Return by link of what kind each end was, and the moments when pages were empty."""
    everybody, *others = links
    together: list[float] = []
    viewers = [asyncio.create_task(_hold(headway, everybody, together)) for _ in range(VIEWERS)]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        gone: Gone = {}
        for _ in range(TIMES):
            link = next(one for one in expiring if _epoch(one.settings.expires_at) > time.time() + SECONDS_TO_OPEN)
            gone[link.id] = EXPIRED, [await _gone(await _opened(browser, headway, link))]
        remote = await _remote(browser, headway, links[0].study_id)
        for link in others:
            page = await _opened(browser, headway, link)
            await _revoke(remote, link, db)
            gone[link.id] = REVOKED, [await _gone(page)]
        page = await _opened(browser, headway, everybody)
        await _revoke(remote, everybody, db)
        gone[everybody.id] = TOGETHER, [await _gone(page)]
        await browser.close()
    await asyncio.gather(*viewers)
    gone[everybody.id][1].extend(together)
    return gone


async def _remote(browser: Browser, headway: Headway, study_id: str) -> Page:
    """Return the facilitator's page with the links of a study."""
    page = await browser.new_page()
    await page.context.add_cookies([{"name": SIGN_IN_COOKIE, "value": headway.cookie, "url": headway.url}])
    await page.goto(f"{headway.url}/room?study={study_id}")
    await page.get_by_text("Links for stakeholders").click()
    return page


async def _revoke(remote: Page, link: ResultsLink, db: Path | str) -> None:
    """End a link: on the facilitator's page, or of a server's database from this process."""
    if is_server(str(db)):
        with closing(open_store(db)) as store:
            store.revoke_results_link(link.id)
        return
    await remote.locator(f".st-key-revoke-link-{link.id} button").click()
    await remote.get_by_role("button", name="Revoke the link").click()


async def _opened(browser: Browser, headway: Headway, link: ResultsLink) -> Page:
    """Return a page that shows the results of a link, and notes when it does no more."""
    page = await browser.new_page()
    await page.goto(f"{headway.url}/results?key={link.key}")
    await page.get_by_role("tab").first.wait_for()
    await page.evaluate(GONE)
    return page


async def _gone(page: Page) -> float:
    """Return the moment, in seconds since 1970, when a page shows nothing of the results."""
    found = await page.wait_for_function("window.gone", timeout=60_000)
    moment = await found.json_value()
    await page.close()
    return float(moment) / 1000


def _epoch(moment: datetime | None) -> float:
    """Return a moment of the store in seconds since 1970; never where there is none."""
    return moment.replace(tzinfo=UTC).timestamp() if moment else float("inf")


async def _hold(headway: Headway, link: ResultsLink, gone: list[float]) -> None:
    """Hold the page of a link open, as a browser does, until it says that it was withdrawn, and note when that is."""

    is_over = asyncio.Event()

    def hear(message: ForwardMsg) -> None:
        if b"was withdrawn" in message.SerializeToString():
            is_over.set()

    page: Visit = await visit(*place(headway.url), hear)
    await page.load(f"key={link.key}", "results")
    await is_over.wait()
    gone.append(time.time())
    page.close()


if __name__ == "__main__":
    main()
