"""How long the desk of a draft with 120 outcomes takes to answer: its script alone, and in a browser.

`python -m tests.bench.desk` prints medians in seconds of each action: of the script as `AppTest` runs it, and in
Chromium from the action until its effect is seen, typing without the pause of half a second after which it is saved.
Beside them stands how many times as long the desk took that drew a field for every outcome, on the same busy machine.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect, sync_playwright
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.store import open_store
from jtbd_core.study import DIMENSIONS, Step, Study, editing
from jtbd_core.study.sections import Section
from pages.components.store import the_store
from tests import chromium
from tests.browser.desk import let_in
from tests.server import ROOT, Headway

REPEATS, PAUSE, MILLISECONDS = 3, 0.5, 60_000
BEFORE = {
    "typing a statement": (1.38, 5.71),
    "moving": (2.29, 4.72),
    "undo": (2.87, 2.81),
    "deleting": (2.88, 8.95),
    "adding": (3.76, 5.87),
    "opening a section": (2.42, 15.52),
}
"""Seconds of the script and in the browser, of the desk with a field for every outcome."""
VALUES = "() => [...document.querySelectorAll('input[aria-label^=Outcome]')].map(one => one.value)"
CHANGED = f"before => JSON.stringify(({VALUES})()) != before"


def large_study() -> Study:
    """Return a draft of six job steps with 15 outcomes each, and 30 success outcomes."""
    steps = tuple(Step(id=f"s{n}", name=f"Prepare part {n} of the package", is_core=n == 2) for n in range(1, 7))
    study = Study(title="A large study", job="Send a package a long distance", steps=steps)
    for step in steps:
        lines = (f"Minimize the time it takes to find box {step.id}-{n} for what is sent" for n in range(15))
        study = editing.with_statements(study, "\n".join(lines), Section(step=step.id))
    for dimension in DIMENSIONS:
        lines = (f"I feel {dimension} about parcel {n}" for n in range(10))
        study = editing.with_statements(study, "\n".join(lines), Section(dimension=dimension))
    return study


def timed(act: Callable[[int], object], prepare: Callable[[int], object] = lambda _: None) -> float:
    """Return the median of the seconds that an action takes, each after its preparation."""
    taken = []
    for number in range(REPEATS):
        prepare(number)
        started = time.perf_counter()
        act(number)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def script_seconds(store: Store, study_id: str) -> dict[str, float]:
    """Return how long the script of the page takes for each action."""
    page = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=60)
    page.query_params["study"] = study_id
    page.switch_page("define.py").run()
    ids = [one.id for one in store.study(study_id).study.outcomes]

    def press(label: str) -> None:
        next(one for one in page.button if one.label.split(":")[0] == label).click().run()

    def tick(number: int) -> None:
        page.run()
        page.checkbox(key=f"tick-{ids[number]}").check().run()

    def write(number: int) -> None:
        page.run()
        page.button(key="add-step.s1").click().run()
        page.run()
        page.text_area(key="list").set_value(f"Minimize the cost of sending thing {number}")

    def whole(_: int) -> None:
        page.run()

    found = {
        "typing a statement": timed(
            lambda n: page.text_input(key=f"field-outcome-{ids[n]}").set_value(f"I find thing {n}").run(), whole
        )
    }
    tick(7)
    found["moving"] = timed(lambda n: press("Down" if n % 2 else "Up"), whole)
    found["undo"] = timed(lambda _: press("Undo"), whole)
    page.run()
    page.checkbox(key=f"tick-{ids[7]}").uncheck().run()
    found["deleting"] = timed(lambda _: press("Delete"), lambda n: tick(8 + n))
    found["adding"] = timed(lambda _: press("Add"), write)
    found["opening a section"] = timed(lambda n: page.button(key=f"open-step.s{n + 2}").click().run(), whole)
    return found


def browser_seconds(page: Page) -> dict[str, float]:
    """Return how long it takes in a browser from each action until its effect is seen."""
    fields = page.get_by_role("textbox", name="Outcome “")
    form = page.frame_locator("iframe")

    def until_changed(act: Callable[[], object]) -> None:
        before = page.evaluate(f"() => JSON.stringify(({VALUES})())")
        act()
        page.wait_for_function(CHANGED, arg=before)

    def press(name: str) -> None:
        until_changed(page.get_by_role("button", name=name, exact=name != "Undo").click)

    def tick(number: int) -> None:
        page.locator(f".st-key-tick-o{number} label").first.click()
        page.locator(f".st-key-tick-o{number} input").first.wait_for(state="attached")

    def type_into(number: int) -> None:
        fields.nth(number).fill(f"I find thing {number}")
        form.get_by_text(f"I find thing {number}").first.wait_for()

    fields.nth(14).wait_for()
    found = {"typing a statement": timed(type_into) - PAUSE}
    tick(7)
    found["moving"] = timed(lambda n: press("Down" if n % 2 else "Up"))
    found["undo"] = timed(lambda _: press("Undo"))
    tick(7)
    found["deleting"] = timed(lambda _: press("Delete"), lambda n: tick(8 + n))
    box = page.get_by_role("textbox", name="Outcomes, one per line")

    def write(number: int) -> None:
        expect(box).to_have_count(0)
        page.get_by_role("button", name="Add outcomes").first.click()
        box.fill(f"Minimize the cost of thing {number}")

    found["adding"] = timed(lambda _: press("Add"), write)
    found["opening a section"] = timed(lambda n: _open(page, fields, n + 2))
    return found


def _open(page: Page, fields: Locator, number: int) -> None:
    page.locator(f".st-key-open-step-s{number} button").first.click()
    fields.and_(page.get_by_label(f"box s{number}-0 ")).wait_for()


@contextmanager
def opened(folder: Path) -> Iterator[Page]:
    """Run Headway over a folder's database, and give a browser that shows the desk of its only study."""
    headway = Headway(folder / "headway.duckdb")
    with closing(open_store(folder / "headway.duckdb")) as store:
        study_id = store.add_study(large_study()).id
    headway.start()
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(MILLISECONDS)
        expect.set_options(timeout=MILLISECONDS)
        let_in(page, headway)
        page.goto(f"{headway.url}/define?study={study_id}")
        yield page
        browser.close()
    headway.stop()


def main() -> None:
    """Measure, and print a line for each action."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEADWAY_DB", f"{name}/script.duckdb")
        with closing(the_store()) as store:
            cookies = {access.SIGN_IN_COOKIE: access.signed_in_cookie(store.secret())}
            patch.setattr(ContextProxy, "cookies", cookies)
            script = script_seconds(store, store.add_study(large_study()).id)
        with opened(Path(name)) as page:
            browser = browser_seconds(page)
    print(f"{'120 outcomes':20} {'script':>8} {'before':>8} {'browser':>8} {'before':>8}")
    for action, (script_before, browser_before) in BEFORE.items():
        ratios = script_before / script[action], browser_before / browser[action]
        print(f"{action:20} {script[action]:6.2f} s {ratios[0]:6.1f} × {browser[action]:6.2f} s {ratios[1]:6.1f} ×")


if __name__ == "__main__":
    main()
