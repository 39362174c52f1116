"""What all pages have in common: headers, weight, words."""

import gzip
import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from jtbd_core.form.assets import ASSETS
from jtbd_core.form.texts import TEXTS
from jtbd_core.study import Outcome, Step, Study
from jtbd_core.study.scale import ELEVEN, FIVE, Points
from jtbd_core.wave import Wave
from tests.form.conftest import Visitor, asked_on


def test_every_page_keeps_to_itself(visitor: Visitor) -> None:
    """Pages load and run nothing foreign, tell nobody where they were opened, and are not kept."""
    for path in ("/join", "/practice", "/r/receipt", "/r/nothing", visitor.address):
        visitor.open(path)
        headers = visitor.reply.headers
        policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == policy["base-uri"] == "'none'"
        assert {*policy.values()} == {"'none'", "'self'"}
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"


def test_redirects_are_not_kept_either(visitor: Visitor) -> None:
    """The redirect that carries the token is neither kept nor told to other sites."""
    reply = visitor.client.post(visitor.address, follow_redirects=False)
    assert "/p/" in reply.headers["location"]
    assert (reply.headers["cache-control"], reply.headers["referrer-policy"]) == ("no-store", "no-referrer")


def test_no_script_runs_before_the_start(visitor: Visitor) -> None:
    """Scripts are on the pages that take answers only, and none stands in a page itself."""
    assert "<script" not in visitor.open().words + visitor.reply.text
    visitor.start()
    assert re.findall(r"<script[^>]* src=[^>]*></script>", visitor.reply.text)
    assert visitor.reply.text.count("<script") == 1


@pytest.mark.parametrize(("language", "points"), [*((one, FIVE) for one in TEXTS), ("fr", ELEVEN)])
def test_100_outcomes_weigh_less_than_30_kilobytes(
    arrive: Callable[[Wave], Visitor], open_wave: Callable[[Study], Wave], language: str, points: Points
) -> None:
    """All pages of cards of a study with 100 outcomes, the style and the script, compressed, stay below 30 kB."""
    steps = tuple(Step(id=f"s-{n}", name=f"Step {n}", is_core=n == 0) for n in range(10))
    outcomes = tuple(
        Outcome(
            id=f"minimize-the-likelihood-of-{n}",
            statement=f"Minimize the likelihood that thing number {n} goes wrong while the package is under way",
            step=f"s-{n % 10}",
        )
        for n in range(100)
    )
    study = replace(asked_on(points, "expectation"), steps=steps, outcomes=outcomes, language=language, translations={})
    visitor = arrive(open_wave(study))
    visitor.client.headers["accept-language"] = language
    visitor.start()
    pages = [visitor.client.get(f"{visitor.address}/{n}").content for n in range(1, 11)]
    assert all(f'lang="{language}"'.encode() in page for page in pages)
    assert sum(page.count(b'class="card"') for page in pages) == 100
    loaded = [name for name in ASSETS if name.encode() in pages[0]]
    assets = [visitor.client.get(f"/r/{name}?{language}_1").content for name in loaded]
    assert sum(len(gzip.compress(part)) for part in [*pages, *assets]) <= 30_000


def test_statements_cannot_carry_markup(arrive: Callable[[Wave], Visitor], open_wave: Callable[[Study], Wave]) -> None:
    """What a facilitator typed is shown as typed."""
    outcome = Outcome(id="x", statement="<b>Bold</b> & {braces}", dimension="social")
    visitor = arrive(open_wave(Study(title="<i>T", job="{job}", outcomes=(outcome,))))
    visitor.start()
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; {braces}" in visitor.reply.text
