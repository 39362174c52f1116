"""Files made for whoever has a link to results: the guard of files gives these to browsers that are not signed in."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import BoundedSemaphore, Lock

from streamlit.runtime.memory_media_file_storage import _calculate_file_id

from jtbd_core.cache import TimedCache
from jtbd_core.errors import Refused

MOST_FILES = 1000
MOST_AT_ONCE = 2
"""Files that are made or wait for it: each holds a thread of the few that give the facilitator files too."""

SECONDS_KEPT = 30.0
BUSY = "Other files are being made. Try again in a few seconds."


class SharedFiles:
    """The files that were made for viewers, by the name under which Streamlit serves them; safe between threads."""

    def __init__(self) -> None:
        self._names = OrderedDict[str, frozenset[str]]()
        self._lock = Lock()
        self._free = BoundedSemaphore(MOST_AT_ONCE)
        self._made = TimedCache(SECONDS_KEPT)

    def sharing(self, make: Callable[[], bytes], mime: str, name: str, of: Hashable, key: str) -> Callable[[], bytes]:
        """Return the data of a download button with this type and file name, whose file viewers with this key may have.

        Those who ask for a file `of` the same within `SECONDS_KEPT` have the same. Where too many are made, it raises
        Refused.
        """

        def make_now() -> bytes:
            if not self._free.acquire(blocking=False):
                raise Refused(BUSY)
            try:
                return make()
            finally:
                self._free.release()

        def made() -> bytes:
            content = self._made.get((of, name), make_now)
            with self._lock:
                file_id = _calculate_file_id(content, mime, name)
                self._names[file_id] = self._names.pop(file_id, frozenset()) | {key}
                if len(self._names) > MOST_FILES:
                    self._names.popitem(last=False)
            return content

        return made

    def keys(self, path: str) -> frozenset[str]:
        """Return the keys of the links for which a file such as "/media/0a1b.pdf" was made; none for other files."""
        return self._names.get(path.rpartition("/")[2].partition(".")[0], frozenset())


shared_files = SharedFiles()
