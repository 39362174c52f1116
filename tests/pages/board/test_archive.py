"""The download of an archive."""

from pathlib import Path

import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.exchange.archive_check import check_archive
from jtbd_core.exchange.archive_file import opened_archive
from jtbd_core.exchange.archive_writing import write_spooled_archive
from jtbd_core.live.findings import findings
from jtbd_core.wave import Wave
from pages.board.archive import spool_released
from tests.pages.conftest import Visit
from tests.pages.made_files import given


def test_the_download_holds_the_whole_study(facilitate: Visit, store: Store, wave: Wave, tmp_path: Path) -> None:
    """What is downloaded can be imported."""
    page = facilitate("results.py", study=wave.study_id, part="Take it along")
    (tmp_path / "study.headway").write_bytes(given(page, store, "The whole study as an archive"))
    found = check_archive(tmp_path / "study.headway")
    assert found.title == store.study(wave.study_id).study.title
    assert found.respondents == store.progress(wave.id).joined


def test_viewers_of_the_copy_see_what_those_of_the_first_do(store: Store, wave: Wave, tmp_path: Path) -> None:
    """Though nobody had looked at the first before it was downloaded."""
    spool_released(store, wave.study_id, tmp_path / "spool")
    write_spooled_archive(tmp_path / "spool", tmp_path / "study.headway")
    with opened_archive(tmp_path / "study.headway") as archived:
        copy = store.waves(store.add_copy(archived).id)[0]
    study = store.study(wave.study_id).study
    first, second = (findings(store, study, one) for one in (wave, copy))
    assert second.results.people == store.progress(wave.id).rated
    pd.testing.assert_frame_equal(first.results.all, second.results.all)
