"""The check of a database."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError
from jtbd_core.form.checkup import checkup
from jtbd_core.study import Shelf
from jtbd_core.wave import Wave


def test_a_study_is_served_and_leaves_nothing(store: Store, wave: Wave) -> None:
    """All is said to be well, and the other studies are all that there is."""
    shelves: tuple[Shelf, ...] = ("desk", "archive", "bin")
    before = [store.studies(shelf) for shelf in shelves]
    assert "whole" in checkup(store)
    assert [store.studies(shelf) for shelf in shelves] == before


def test_what_is_missing_is_said(store: Store, wave: Wave) -> None:
    """A round whose study is gone is named, and no study is made."""
    with store._database.changing() as session:
        session.rows("DELETE FROM study")
    with pytest.raises(JtbdError, match=r"Rounds that belong to no study: 1\."):
        checkup(store)
    assert store.studies("archive") == []
