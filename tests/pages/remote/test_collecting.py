"""How the collecting goes, on the remote."""

import json

from jtbd_core.contract import Store
from tests.pages.conftest import Visit
from tests.pages.words import text
from tests.store.studies import PARCEL, rated


def test_counts_come_when_the_part_is_opened(facilitate: Visit, store: Store) -> None:
    """Folded it shows nothing; open it says where people stopped and how many rated each outcome, and no average."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    for number in range(3):
        store.save(wave.id, f"{number:022}", rated("time", 5, 2))
    page = facilitate("room.py", study=wave.study_id)
    assert "Stopped there" not in text(page)
    page.session_state["collecting"] = True
    page = page.run()
    assert "Stopped there, or left something out: 3 at “Functional”." in text(page)
    (table,) = page.dataframe
    counted = json.loads(table.value.to_json(orient="records"))
    assert [one["People"] for one in counted] == [3, 0, 0]
    assert list(counted[0]) == ["Outcome", "People"]
