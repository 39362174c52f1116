"""Links to results: several per study, each changed and revoked by itself."""

from collections.abc import Callable
from datetime import datetime

import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, Refused
from jtbd_core.study.results_link import FIRST_LINK, MOST_LINKS, LinkSettings
from jtbd_core.wave import Wave

BOARD = LinkSettings(
    name="Board",
    depth="everybody",
    remarks=True,
    files=False,
    data=True,
    expires_at=datetime(2999, 4, 30, 12),
    frame_origin="https://intranet.example.com",
)


def test_a_study_has_a_link_from_its_first_day(store: Store, wave: Wave) -> None:
    """It shows all that viewers may see, and no key of a round opens what it opens."""
    (first,) = store.results_links(wave.study_id)
    assert (first.settings.name, first.settings.depth, first.settings.remarks) == (FIRST_LINK, "groups", True)
    assert store.results_link(first.key) == first
    for key in (wave.rate_key, wave.display_key, ""):
        with pytest.raises(NotFound):
            store.results_link(key)


def test_a_link_is_kept_with_all_its_settings(store: Store, wave: Wave, opened: Callable[[], Store]) -> None:
    """Each link has a key of its own; a change leaves the key, and the other links."""
    first, *_ = store.results_links(wave.study_id)
    link = store.add_results_link(wave.study_id, BOARD)
    store.close()
    again = opened()
    assert again.results_links(wave.study_id) == [first, link]
    assert link.settings == BOARD
    locked = replace(BOARD, name="Ward", data=False, frame_origin="", passphrase="a hash", expires_at=None)
    again.change_results_link(link.id, locked)
    assert again.results_links(wave.study_id) == [first, replace(link, settings=locked)]


def test_a_revoked_link_stays_revoked(store: Store, wave: Wave) -> None:
    """It is known by its key, so that its page can say so, and cannot be changed; the other link goes on."""
    first, *_ = store.results_links(wave.study_id)
    link = store.add_results_link(wave.study_id, BOARD)
    store.revoke_results_link(first.id)
    store.revoke_results_link(first.id)
    assert (store.results_link(first.key).is_open, store.results_link(link.key).is_open) == (False, True)
    with pytest.raises(NotFound, match="revoked"):
        store.change_results_link(first.id, BOARD)


def test_a_link_ends_by_itself(store: Store, wave: Wave) -> None:
    """After its time it opens nothing."""
    link = store.add_results_link(wave.study_id, replace(BOARD, expires_at=datetime(2020, 1, 1)))
    assert not link.is_open


def test_the_last_use_is_noted_to_the_day(store: Store, wave: Wave) -> None:
    """Nobody's hours are kept."""
    (link,) = store.results_links(wave.study_id)
    assert link.used_at is None
    store.note_use(link)
    used_at = store.results_link(link.key).used_at
    assert used_at is not None
    assert (used_at.hour, used_at.minute, used_at.second, used_at.microsecond) == (0, 0, 0, 0)


def test_links_have_a_most(store: Store, wave: Wave) -> None:
    """The next one is refused."""
    for number in range(MOST_LINKS - 1):
        store.add_results_link(wave.study_id, replace(BOARD, name=f"Board {number}"))
    with pytest.raises(Refused, match=f"{MOST_LINKS} links"):
        store.add_results_link(wave.study_id, BOARD)


def test_a_deleted_study_takes_its_links_with_it(store: Store, wave: Wave) -> None:
    """Their keys open nothing."""
    (link,) = store.results_links(wave.study_id)
    store.delete_study(wave.study_id)
    with pytest.raises(NotFound):
        store.results_link(link.key)
