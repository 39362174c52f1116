"""Databases that the code of each earlier schema wrote: they open, and score the same to the digit."""

import zipfile
from pathlib import Path

import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.store import open_store
from jtbd_core.store.migrations import MIGRATIONS
from tests.store.old import ANCHORS, FOLDER, POINTS
from tests.store.studies import rated

OLD = sorted(FOLDER.glob("*.zip"))


@pytest.mark.parametrize("zipped", OLD, ids=[file.stem for file in OLD])
def test_an_old_database_scores_the_same(zipped: Path, tmp_path: Path) -> None:
    """It is brought up to date with all points, remarks and rounds that it had, and takes answers."""
    with zipfile.ZipFile(zipped) as content:
        content.extractall(tmp_path)
    before = pd.read_csv(tmp_path / "points.csv", index_col="outcome")
    store = open_store(tmp_path / "headway.duckdb")
    second, first = store.waves(store.studies()[0].id)
    after = score(store.ratings(first.id), anchor=ANCHORS, draws=200).set_index("outcome").sort_index()
    remarks = {one.text for one in store.remarks(first.id)}
    store.save(second.id, "somebody-else".ljust(22, "x"), rated("time", 1, 5))
    people = store.progress(second.id).joined
    store.close()
    pd.testing.assert_frame_equal(after[POINTS], before, check_exact=True, check_dtype=False)
    assert remarks == {f"Remark {number}" for number in range(7)}
    assert people == 2


def test_the_schema_of_today_is_among_them() -> None:
    """After a new migration `python -m tests.store.old` writes its database, which stays as it is from then on."""
    assert OLD[-1].stem == f"{len(MIGRATIONS):02}"
    assert max(file.stat().st_size for file in OLD) <= 100_000
