"""What a link to results opens, in a window that stays open."""

from datetime import datetime

import pytest
from msgspec.structs import replace
from streamlit.runtime.context import ContextProxy

from jtbd_core.access import passphrase_hash, unlocked, unlocking_cookie
from jtbd_core.contract import Store
from jtbd_core.errors import Refused
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.study.results_link import LinkSettings
from jtbd_core.wave import Wave
from pages.components.shared_link import ask_files, shares_files
from tests.pages.conftest import Visit
from tests.pages.words import text

BOARD = LinkSettings(name="Board")


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give the demo study's closed wave."""
    study = demo_study()
    return store.import_wave(store.add_study(study).id, *demo_answers(study))


def test_an_expired_link_says_until_when_it_worked(visit: Visit, store: Store, wave: Wave) -> None:
    """It shows nothing of the study."""
    link = store.add_results_link(wave.study_id, replace(BOARD, expires_at=datetime(2026, 4, 30, 12)))
    shown = text(visit("results.py", key=link.key))
    assert "This link has expired" in shown
    assert "30 April 2026" in shown
    assert "music" not in shown


def test_a_link_that_is_revoked_leaves_the_others(visit: Visit, store: Store, wave: Wave) -> None:
    """Its page says so and shows nothing, also where the round is closed."""
    first, other = store.results_links(wave.study_id)[0], store.add_results_link(wave.study_id, BOARD)
    store.revoke_results_link(first.id)
    assert "This link was withdrawn" in text(visit("results.py", key=first.key))
    assert "music" in text(visit("results.py", key=other.key))


def test_a_locked_link_shows_nothing_without_its_cookie(
    visit: Visit, store: Store, wave: Wave, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another link's cookie does not open it either: a window asks for it by itself, whatever the server answered."""
    settings = replace(BOARD, passphrase=passphrase_hash("a passphrase"))
    link, other = (store.add_results_link(wave.study_id, replace(settings, name=name)) for name in ("a", "b"))
    cookies = {unlocking_cookie(other.id): unlocked(store.secret(), other.id, settings.passphrase)}
    monkeypatch.setattr(ContextProxy, "cookies", cookies)
    assert "asks for a passphrase" in text(visit("results.py", key=link.key))
    cookies[unlocking_cookie(link.id)] = cookies[unlocking_cookie(other.id)]
    page = text(visit("results.py", key=link.key))
    assert ("asks for a passphrase" in page, "music" in page) == (True, False)
    cookies[unlocking_cookie(link.id)] = unlocked(store.secret(), link.id, settings.passphrase)
    assert "music" in text(visit("results.py", key=link.key))


@pytest.mark.parametrize("change", ["revoked", "without files", "passphrase", "depth", "remarks"])
def test_a_window_left_open_makes_no_file_any_more(store: Store, wave: Wave, change: str) -> None:
    """Also one that was being made when the link ended, or began to show something else."""
    (link,) = store.results_links(wave.study_id)

    assert shares_files(link)
    if change == "revoked":
        store.revoke_results_link(link.id)
    elif change == "without files":
        store.change_results_link(link.id, replace(link.settings, files=False))
    else:
        less = {"passphrase": "a hash", "depth": "everybody", "remarks": not link.settings.remarks}
        store.change_results_link(link.id, replace(link.settings, **{change: less[change]}))
    assert not shares_files(link)
    with pytest.raises(Refused, match="withdrawn"):
        ask_files(link)
