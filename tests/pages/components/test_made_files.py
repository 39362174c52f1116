"""Files that are made on a page, as whoever has its window, or its address, may try to have them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.errors import Refused
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.wave import Wave
from jtbd_core.web.one_time_files import one_time_files
from pages.components.browser import browsers
from pages.components.made_files import Say, Taker, facilitator
from tests.links import results_key
from tests.pages.conftest import Visit
from tests.pages.made_files import address
from tests.pages.words import press, text

REPORT = "make-board-pdf"
STUDY = demo_study()


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give the demo study's closed wave."""
    return store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY))


def test_a_file_is_kept_for_the_sign_in_that_had_it_made(facilitate: Visit, store: Store, wave: Wave) -> None:
    """After the sign-out its address gives nothing, and its window makes none."""
    page = press(facilitate("results.py", study=wave.study_id, part="Take it along"), "Codebook")
    taker, token = facilitator(), address(page)
    browsers.add(f"{access.SIGN_IN_COOKIE}=of.made.files", taker.holder.name)
    store.sign_out(taker.holder.name)
    assert one_time_files.take(token, f"{access.SIGN_IN_COOKIE}=of.made.files") is None
    assert one_time_files.size(token)
    with pytest.raises(Refused, match="signed out"):
        taker.ask()


def test_a_viewer_has_a_file_until_the_link_ends(visit: Visit, store: Store, wave: Wave) -> None:
    """Its download begins by itself, in the one run in which it was made; a revoked link gives it to nobody."""
    page = visit("results.py", key=results_key(store, wave.study_id), part="Take it along")
    page.button(key=REPORT).click().run()
    token, (link, *_) = address(page), store.results_links(wave.study_id)
    assert [one.proto.src for one in page.get("iframe")] == [f"/file/{token}"]
    assert not page.run().get("iframe")
    store.revoke_results_link(link.id)
    assert one_time_files.take(token, "") is None


def test_a_viewer_s_file_is_named_for_the_study_and_its_round(visit: Visit, store: Store, wave: Wave) -> None:
    """It leaves once, whoever has the link."""
    page = visit("results.py", key=results_key(store, wave.study_id), part="Take it along")
    page.button(key=REPORT).click().run()
    token = address(page)
    file = one_time_files.take(token, "")
    assert file is not None
    assert file.path.name.endswith("-round-1-report.pdf")
    assert file.path.read_bytes().startswith(b"%PDF")
    assert one_time_files.take(token, "") is None
    file.delete()


def refuse(_: Path, say: Say) -> None:
    """Say how far it is, and then that it will not do."""
    say(0.5, "Half way")
    raise Refused("The round holds too many answers for Excel.")


def page_of(write: Callable[[Path, Say], object], taker: Taker) -> AppTest:
    """Return a page that offers one file."""

    def draw(write, taker) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - run without the names of this module
        from pages.components.made_files import MadeFile, draw_download, draw_file_button

        file = MadeFile("A file", "file.csv", write)
        draw_download([file] if draw_file_button(file) else [], "here", taker)

    return AppTest.from_function(draw, kwargs={"write": write, "taker": taker})


@pytest.mark.usefixtures("facilitate")
def test_a_refusal_stays_where_the_file_would_be() -> None:
    """It says why, and no link is left of a file that was made before."""
    page = press(page_of(refuse, facilitator()).run(), "A file")
    assert "too many answers for Excel" in text(page)
    assert not page.get("html")
