"""Files made for whoever has a link to results: the guard of files gives these to browsers that are not signed in."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from streamlit.runtime.memory_media_file_storage import _calculate_file_id

MOST_FILES = 1000


class SharedFiles:
    """The files that were made for viewers, by the name under which Streamlit serves them; safe between threads."""

    def __init__(self) -> None:
        self._names = OrderedDict[str, None]()
        self._lock = Lock()

    def sharing(self, make: Callable[[], bytes], mime: str, name: str) -> Callable[[], bytes]:
        """Return the data of a download button with this type and file name, whose file viewers may have."""

        def made() -> bytes:
            content = make()
            with self._lock:
                self._names[_calculate_file_id(content, mime, name)] = None
                if len(self._names) > MOST_FILES:
                    self._names.popitem(last=False)
            return content

        return made

    def has(self, path: str) -> bool:
        """Whether a path such as "/media/0a1b.pdf" is that of such a file."""
        return path.rpartition("/")[2].partition(".")[0] in self._names


shared_files = SharedFiles()
