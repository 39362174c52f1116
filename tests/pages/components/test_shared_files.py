"""Files that viewers may have."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from jtbd_core.errors import Refused
from pages.components.shared_files import MOST_AT_ONCE, SharedFiles


def test_a_file_is_shared_once_it_is_made() -> None:
    """It is known by the address under which Streamlit serves it; another file is not."""
    files, storage = SharedFiles(), MemoryMediaFileStorage("/media")
    make = files.sharing(lambda: b"a report", "application/pdf", "report.pdf", "a round", "key")
    kept = storage.load_and_get_id(b"a report", "application/pdf", MediaFileKind.DOWNLOADABLE, "report.pdf")
    assert not files.keys(storage.get_url(kept))
    assert make() == b"a report"
    assert files.keys(storage.get_url(kept)) == {"key"}
    other = storage.load_and_get_id(b"answers", "text/csv", MediaFileKind.DOWNLOADABLE, "answers.csv")
    assert not files.keys(storage.get_url(other))


def test_who_asks_for_files_without_end_is_refused() -> None:
    """So few are made at once that threads are left for the facilitator's; what was just made is not made again."""
    files, begun, is_over = SharedFiles(), Barrier(MOST_AT_ONCE + 1), Event()

    def make() -> bytes:
        begun.wait(10)
        is_over.wait(10)
        return b"a report"

    def asked(name: str) -> Callable[[], bytes]:
        return files.sharing(make, "application/pdf", name, "a round", "key")

    with ThreadPoolExecutor() as threads:
        made = [threads.submit(asked(f"{number}.pdf")) for number in range(MOST_AT_ONCE)]
        begun.wait(10)
        with pytest.raises(Refused, match="Try again"):
            asked("more.pdf")()
        is_over.set()
        assert [one.result() for one in made] == [b"a report"] * MOST_AT_ONCE
    assert asked("0.pdf")() == b"a report"  # to make it, another would have to begin too
