"""The download of a backup."""

from pathlib import Path

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_study
from jtbd_core.store import open_store, restore_backup
from tests.pages.conftest import Visit
from tests.pages.made_files import given

LABEL = "Back up all studies"


def test_the_download_holds_all_studies(facilitate: Visit, store: Store, tmp_path: Path) -> None:
    """What is downloaded can be restored."""
    record = store.add_study(demo_study())
    (tmp_path / "backup").write_bytes(given(facilitate(), store, LABEL))
    restore_backup(tmp_path / "backup", tmp_path / "restored.duckdb")
    restored = open_store(tmp_path / "restored.duckdb")
    assert restored.studies() == [record]
    restored.close()


def test_the_facilitator_gets_it(facilitate: Visit, store: Store) -> None:
    """The button stands on My studies once there is something to lose, and says what a backup cannot know."""
    assert LABEL not in [button.label for button in facilitate().button]
    store.add_study(demo_study())
    buttons = {one.label: one.help for one in facilitate().button}
    assert "What stakeholders are shown later is not in it" in buttons[LABEL]


def test_a_visitor_gets_none(visit: Visit, store: Store) -> None:
    """Who has not signed in sees no backup."""
    store.add_study(demo_study())
    assert LABEL not in [button.label for button in visit().button]
