"""What all pages have in common: headers, weight, words."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

from jtbd_core import form
from jtbd_core.form.texts import TEXTS
from jtbd_core.study import Outcome, Step, Study
from jtbd_core.wave import Wave
from tests.form.conftest import Visitor

FORM = Path(form.__file__).parent


def test_every_page_keeps_to_itself(visitor: Visitor) -> None:
    """Pages load nothing foreign, run no script, tell nobody where they were opened, and are not kept."""
    for path in ("/join", "/r/receipt", "/r/nothing", visitor.address):
        visitor.open(path)
        headers = visitor.reply.headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "script-src" not in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"


def test_redirects_are_not_kept_either(visitor: Visitor) -> None:
    """The redirect that carries the token is neither kept nor told to other sites."""
    reply = visitor.client.post(visitor.address, follow_redirects=False)
    assert "/p/" in reply.headers["location"]
    assert (reply.headers["cache-control"], reply.headers["referrer-policy"]) == ("no-store", "no-referrer")


def test_the_style_changes_its_address_with_its_content(visitor: Visitor) -> None:
    """The style may be kept for a year, because its address names its version."""
    visitor.open()
    address = re.search(r'href="(/r/style\.css\?\w+)"', visitor.reply.text).group(1)
    style = visitor.client.get(address)
    assert style.headers["content-type"].startswith("text/css")
    assert "immutable" in style.headers["cache-control"]


def test_100_outcomes_weigh_less_than_30_kilobytes(
    arrive: Callable[[Wave], Visitor], open_wave: Callable[[Study], Wave]
) -> None:
    """All pages of cards of a study with 100 outcomes and the style, compressed, stay below 30 kB."""
    steps = tuple(Step(id=f"s-{n}", name=f"Step {n}", is_core=n == 0) for n in range(10))
    outcomes = tuple(
        Outcome(
            id=f"minimize-the-likelihood-of-{n}",
            statement=f"Minimize the likelihood that thing number {n} goes wrong while the package is under way",
            step=f"s-{n % 10}",
        )
        for n in range(100)
    )
    visitor = arrive(open_wave(Study(title="Large", job="Send it", steps=steps, outcomes=outcomes)))
    visitor.start()
    pages = [visitor.client.get(f"{visitor.address}/{n}").content for n in range(1, 11)]
    assert sum(page.count(b'class="card"') for page in pages) == 100
    assert sum(len(gzip.compress(page)) for page in [*pages, (FORM / "style.css").read_bytes()]) <= 30_000


def test_statements_cannot_carry_markup(arrive: Callable[[Wave], Visitor], open_wave: Callable[[Study], Wave]) -> None:
    """What a facilitator typed is shown as typed."""
    outcome = Outcome(id="x", statement="<b>Bold</b> & {braces}", dimension="social")
    visitor = arrive(open_wave(Study(title="<i>T", job="{job}", outcomes=(outcome,))))
    visitor.start()
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; {braces}" in visitor.reply.text


def test_every_text_is_used() -> None:
    """The table of texts holds what the form says and nothing else."""
    sources = [path for path in FORM.rglob("*.*") if path.suffix in (".py", ".html") and path.name != "texts.py"]
    source = "\n".join(path.read_text() for path in sources)
    stated = {"paused", "closed", "full", "draft"}
    by_name = {f"{state}{part}" for state in stated for part in ("", "_title")} | {"functional", "emotional", "social"}
    assert {key for key in TEXTS if f'"{key}"' not in source} <= by_name
