"""The download of an archive."""

from pathlib import Path

from jtbd_core.contract import Store
from jtbd_core.exchange.archive_check import check_archive
from jtbd_core.wave import Wave
from tests.pages.board.large_files import given
from tests.pages.conftest import Visit


def test_the_download_holds_the_whole_study(facilitate: Visit, store: Store, wave: Wave, tmp_path: Path) -> None:
    """What is downloaded can be imported."""
    page = facilitate("results.py", study=wave.study_id, part="Take it along")
    (tmp_path / "study.headway").write_bytes(given(page, store, "The whole study as an archive"))
    found = check_archive(tmp_path / "study.headway")
    assert found.title == store.study(wave.study_id).study.title
    assert found.respondents == store.progress(wave.id).joined
