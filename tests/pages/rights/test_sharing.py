"""Who may see a study: shared on its page, and kept on every page."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.contract.rights import Actor, Role
from jtbd_core.exchange.demo import keep_demo
from jtbd_core.study import StudyRecord
from tests.pages.conftest import Visit
from tests.pages.desk.draft import DRAFT, typed
from tests.pages.words import press, text


@pytest.fixture
def mine(store: Store) -> StudyRecord:
    """Give Ann's draft."""
    return store.for_actor(Actor(kind="facilitator", name="ann@example.com")).add_study(DRAFT)


def test_an_owner_shares_a_study(visit_as: Visit, store: Store, mine: StudyRecord) -> None:
    """By an address, in a role; the other one then sees it among their studies, and others do not."""
    page = visit_as("ann", "access.py", study=mine.id)
    assert "ann@example.com (you)" in text(page)
    page.text_input(key="share-who").set_value("Ben@example.com")
    page.selectbox(key="share-role").set_value("viewer")
    page = press(page, "Share")
    assert store.shares(mine.id) == {"ann@example.com": "owner", "ben@example.com": "viewer"}
    assert page.dataframe[0].value["What"].tolist() == ["made ben@example.com viewer", "started the study"]
    assert DRAFT.title in text(visit_as("ben"))
    assert DRAFT.title not in text(visit_as("eve"))


def test_an_owner_changes_and_withdraws_a_role(visit_as: Visit, store: Store, mine: StudyRecord) -> None:
    """The last owner stays one: the page does not offer them to leave."""
    store.share(mine.id, "ben@example.com", "viewer")
    page = visit_as("ann", "access.py", study=mine.id)
    page = page.selectbox(key="role ben@example.com").set_value("editor").run()
    assert store.shares(mine.id)["ben@example.com"] == "editor"
    assert page.selectbox(key="role ann@example.com").disabled
    assert page.button(key="withdraw ann@example.com").disabled
    page = page.button(key="withdraw ben@example.com").click().run()
    assert store.shares(mine.id) == {"ann@example.com": "owner"}


def test_an_address_that_may_not_sign_in_is_said(visit_as: Visit, store: Store, mine: StudyRecord) -> None:
    """It is kept: the operator may list it later."""
    store.share(mine.id, "max@example.org", "viewer")
    page = visit_as("ann", "access.py", study=mine.id)
    assert text(page).count("not among the facilitators of this server yet") == 1


def test_a_study_of_nobody_can_be_made_one_s_own(visit_as: Visit, store: Store) -> None:
    """Until then every facilitator sees it, as before there were owners."""
    record = store.add_study(DRAFT)
    assert DRAFT.title in text(visit_as("eve"))
    press(visit_as("ann", "access.py", study=record.id), "Make it mine")
    assert store.shares(record.id) == {"ann@example.com": "owner"}
    assert DRAFT.title not in text(visit_as("eve"))


@pytest.mark.parametrize("page", ["define.py", "room.py", "results.py", "access.py"])
def test_a_stranger_to_a_study_is_told_nothing_of_it(visit_as: Visit, mine: StudyRecord, page: str) -> None:
    """Its pages are as if it were not there."""
    assert visit_as("eve", page, study=mine.id).info[0].value == "Choose a study first."
    assert DRAFT.title not in text(visit_as("eve", page, study=mine.id))


@pytest.mark.parametrize("page", ["define.py", "room.py"])
def test_a_viewer_is_led_to_the_results(visit_as: Visit, store: Store, mine: StudyRecord, page: str) -> None:
    """Define and room are for editors; who can make one is said."""
    store.share(mine.id, "ben@example.com", "viewer")
    shown = visit_as("ben", page, study=mine.id)
    assert "ann@example.com can make you an editor" in text(shown)
    assert shown.button == []


def test_a_viewer_of_results_can_change_nothing(visit_as: Visit, store: Store) -> None:
    """No remark, target, weight or link of it, and no answers of single people to take along."""
    record, _ = keep_demo(store.for_actor(Actor(kind="facilitator", name="ann@example.com")))
    store.share(record.id, "ben@example.com", "viewer")
    own = {"Add a target", "New link", "Answers as CSV", "The whole study as an archive", "Remarks as CSV"}
    seen = {"ann": set[str](), "ben": set[str]()}
    for name, labels in seen.items():
        for part in ("Over time", "In their words", "Take it along"):
            page = visit_as(name, "results.py", study=record.id, part=part)
            labels |= set(text(page).splitlines())
    assert own <= seen["ann"]
    assert own & seen["ben"] == set()


def test_a_share_that_is_withdrawn_ends_what_is_open(visit_as: Visit, store: Store, mine: StudyRecord) -> None:
    """A desk and a room that were open change nothing any more, and the next run shows nothing of the study."""
    store.share(mine.id, "ben@example.com", "editor")
    for name in ("define.py", "room.py"):
        page = visit_as("ben", name, study=mine.id)
        assert DRAFT.title in text(page) or page.text_input
        store.withdraw_share(mine.id, "ben@example.com")
        assert page.run().info[0].value == "Choose a study first."
        store.share(mine.id, "ben@example.com", "editor")


@pytest.mark.parametrize("role", ["viewer", None])
def test_what_is_typed_after_that_is_refused(
    visit_as: Visit, store: Store, mine: StudyRecord, role: Role | None
) -> None:
    """Of a desk that was open, and by who may only look from now on."""
    store.share(mine.id, "ben@example.com", "editor")
    page = visit_as("ben", "define.py", study=mine.id)
    if role:
        store.share(mine.id, "ben@example.com", role)
    else:
        store.withdraw_share(mine.id, "ben@example.com")
    shown = typed(page, "field-title", "Ben's now")
    assert store.study(mine.id) == mine
    assert ("Choose a study first." if role is None else "can make you an editor") in text(shown)


def test_a_room_that_is_open_does_nothing_after_that(visit_as: Visit, store: Store, study_id: str) -> None:
    """Its buttons are refused, and the page says that there is no such study."""
    store.share(study_id, "ann@example.com", "owner")
    store.share(study_id, "ben@example.com", "editor")
    wave = store.open_wave(study_id)
    page = visit_as("ben", "room.py", study=study_id)
    store.withdraw_share(study_id, "ben@example.com")
    assert "Choose a study first." in text(press(page, "Close for good"))
    assert store.wave(wave.id).status == "open"


def test_only_an_operator_backs_up(visit_as: Visit, mine: StudyRecord) -> None:
    """The file holds all studies; who runs the server sees them all, too."""
    assert [one.label for one in visit_as("root").button].count("Back up all studies") == 1
    assert "Back up all studies" not in [one.label for one in visit_as("ann").button]


def test_without_accounts_whoever_signs_in_may_all(facilitate: Visit, store: Store, mine: StudyRecord) -> None:
    """As before there were roles; a study that has an owner is no exception."""
    assert DRAFT.title in text(facilitate())
    page = facilitate("access.py", study=mine.id)
    assert "may see and change all studies" in text(page)
    assert "Back up all studies" in [one.label for one in facilitate().button]
