"""The download of an archive."""

from pathlib import Path

from jtbd_core.contract import Store
from jtbd_core.exchange.archive_check import check_archive
from jtbd_core.wave import Wave
from pages.board.archive import archive_content


def test_the_download_holds_the_whole_study(store: Store, wave: Wave, tmp_path: Path) -> None:
    """What is downloaded can be imported."""
    (tmp_path / "study.headway").write_bytes(archive_content(wave.study_id))
    found = check_archive(tmp_path / "study.headway")
    assert found.title == store.study(wave.study_id).study.title
    assert found.respondents == store.progress(wave.id).joined
