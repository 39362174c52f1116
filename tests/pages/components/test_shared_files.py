"""Files that viewers may have."""

from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from pages.components.shared_files import SharedFiles


def test_a_file_is_shared_once_it_is_made() -> None:
    """It is known by the address under which Streamlit serves it; another file is not."""
    files, storage = SharedFiles(), MemoryMediaFileStorage("/media")
    make = files.sharing(lambda: b"a report", "application/pdf", "report.pdf")
    kept = storage.load_and_get_id(b"a report", "application/pdf", MediaFileKind.DOWNLOADABLE, "report.pdf")
    assert not files.has(storage.get_url(kept))
    assert make() == b"a report"
    assert files.has(storage.get_url(kept))
    other = storage.load_and_get_id(b"answers", "text/csv", MediaFileKind.DOWNLOADABLE, "answers.csv")
    assert not files.has(storage.get_url(other))
