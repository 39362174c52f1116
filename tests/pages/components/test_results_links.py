"""Who can see what: the facilitator's list of links."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from msgspec.structs import replace
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element

from jtbd_core.access import is_passphrase
from jtbd_core.contract import Store
from jtbd_core.study.results_link import LinkSettings, ResultsLink
from pages.components.results_links import said
from tests.pages.conftest import Visit
from tests.pages.words import press, text

DAY = date.today() + timedelta(days=30)


@pytest.fixture
def room(facilitate: Visit, store: Store, study_id: str) -> AppTest:
    """Give the room of an open round."""
    store.open_wave(study_id)
    return facilitate("room.py", study=study_id)


def fields(page: AppTest, kind: str, label: str) -> list[Element]:
    """Return the fields of a kind with this label: those of the links, then that of a new one."""
    return [one for one in page.get(kind) if one.label == label]


def first_field(page: AppTest, kind: str, label: str) -> Element:
    """Return the field of the first link."""
    return fields(page, kind, label)[0]


def new_field(page: AppTest, kind: str, label: str) -> Element:
    """Return the field of a new link."""
    return fields(page, kind, label)[-1]


def test_a_link_is_made_with_what_it_shows(room: AppTest, store: Store, study_id: str) -> None:
    """The list then has its address and says in words what it shows and until when."""
    new_field(room, "text_input", "For whom").input("Board")
    new_field(room, "radio", "Shows").set_value("headlines")
    new_field(room, "date_input", "Works until").set_value(DAY)
    page = press(room, "Make the link")
    _, link = store.results_links(study_id)
    assert link.settings == LinkSettings(
        name="Board", depth="headlines", files=False, expires_at=datetime.combine(DAY, time(23, 59, 59))
    )
    assert f"/results?key={link.key}" in text(page)
    assert f"headlines only · until {DAY:%d %B %Y} UTC · never used".replace("until 0", "until ") in text(page)


def test_a_link_is_changed_and_keeps_its_key(room: AppTest, store: Store, study_id: str) -> None:
    """The same link then shows less."""
    (first,) = store.results_links(study_id)
    first_field(room, "text_input", "For whom").input("Team")
    first_field(room, "radio", "Shows").set_value("everybody")
    press(room, "Save the link")
    (link,) = store.results_links(study_id)
    assert (link.key, link.settings.name, link.settings.depth) == (first.key, "Team", "everybody")


def test_a_link_is_revoked(room: AppTest, visit: Visit, store: Store, study_id: str) -> None:
    """Its address is gone from the list, its page says so, and the name stays to be read."""
    (link,) = store.results_links(study_id)
    page = press(room, "Revoke the link")
    assert "Revoked: First link." in text(page)
    assert link.key not in text(page)
    assert "This link was withdrawn" in text(visit("results.py", key=link.key))


def test_a_link_without_a_name_is_refused(room: AppTest, store: Store, study_id: str) -> None:
    """The page says why, and nothing is made."""
    assert "is empty" in text(press(room, "Make the link"))
    assert len(store.results_links(study_id)) == 1


def test_the_figures_by_address_say_how_to_read_them(facilitate: Visit, store: Store, study_id: str) -> None:
    """Of a link that gives data: both addresses, what the columns are, and how a round is chosen."""
    store.open_wave(study_id)
    said = text(facilitate("room.py", study=study_id))
    assert "results.csv" not in said
    (first,) = store.results_links(study_id)
    store.change_results_link(first.id, replace(first.settings, data=True))
    said = text(facilitate("room.py", study=study_id))
    assert all(f"/results.{kind}?key={first.key}" in said for kind in ("csv", "json"))
    assert "`_low` and `_high`" in said
    assert "`&round=1`" in said


@pytest.mark.parametrize(("days", "words"), [(0, "last used today"), (1, "last used yesterday"), (None, "never used")])
def test_the_last_use_is_said_in_days(days: int | None, words: str) -> None:
    """Older uses have their date."""
    today = datetime.now(UTC).replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
    used_at = None if days is None else today - timedelta(days=days)
    link = ResultsLink(
        id="1", study_id="1", key="k", settings=LinkSettings(name="Board"), made_at=today, used_at=used_at
    )
    assert said(link).endswith(words)
    assert said(replace(link, used_at=datetime(2026, 1, 2))).endswith("last used 2 January 2026")


def test_a_passphrase_is_kept_as_its_hash_until_it_is_taken_away(
    facilitate: Visit, room: AppTest, store: Store, study_id: str
) -> None:
    """A short one is refused; other changes leave it."""
    assert "at least 8 characters" in text(give(room, "short"))
    assert "passphrase · never used" in text(give(room, "a passphrase"))
    (link,) = store.results_links(study_id)
    assert is_passphrase("a passphrase", link.settings.passphrase)
    page = facilitate("room.py", study=study_id)
    first_field(page, "text_input", "For whom").input("Team")
    page = press(page, "Save the link")
    assert store.results_links(study_id)[0].settings == replace(link.settings, name="Team")
    first_field(page, "checkbox", "Ask for a passphrase").uncheck()
    press(page, "Save the link")
    assert not store.results_links(study_id)[0].settings.passphrase


def give(page: AppTest, passphrase: str) -> AppTest:
    """Give the first link a passphrase."""
    first_field(page, "text_input", "Passphrase").input(passphrase)
    return press(page, "Save the link")
