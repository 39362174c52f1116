"""The archive and the bin."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_a_deleted_study_goes_to_the_bin(facilitate: Visit, store: Store) -> None:
    """It is told how long it lies there, and one click brings it back."""
    record = store.add_study(demo_study())
    page = press(facilitate(), "Move to the bin")
    assert store.studies() == []
    assert "30 days left" in text(page)
    press(page, "Restore")
    assert [one.id for one in store.studies()] == [record.id]


def test_what_was_put_away_comes_back_where_it_was(facilitate: Visit, store: Store) -> None:
    """A toast says where the study is, and the button that undoes it stands in its place until it is back."""
    records = [store.add_study(demo_study()) for _ in range(2)]
    page = press(facilitate(), "Move to the bin")
    assert "is in the bin" in page.toast[0].value
    page = press(page, "Undo")
    assert {one.id for one in store.studies()} == {one.id for one in records}
    assert "Undo" not in [button.label for button in page.button]


def test_a_study_in_the_bin_can_be_deleted_for_good(facilitate: Visit, store: Store) -> None:
    """The second click, behind the bin, leaves nothing."""
    store.shelve_study(store.add_study(demo_study()).id, "bin")
    press(facilitate(), "Delete for good")
    assert store.studies("bin") == []


def test_a_study_is_archived_and_restored(facilitate: Visit, store: Store) -> None:
    """An archived study leaves the list, and comes back to it."""
    record = store.add_study(demo_study())
    page = press(facilitate(), "Archive")
    assert [one.id for one in store.studies("archive")] == [record.id]
    press(page, "Restore")
    assert [one.id for one in store.studies()] == [record.id]
