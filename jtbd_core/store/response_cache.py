"""A cache of the responses of people who are answering now, equal to what the database holds.

A respondent's answers are read at every page: to show them, and to lead on to the first card that is not rated.
"""

from threading import Lock

from jtbd_core.wave import Response

MOST_RESPONSES = 5000
"""The cache keeps the responses saved last; with 100 ratings each they take about 100 MB.

It keeps as many tokens without a response, apart: those of a flood displace no response.
"""


class ResponseCache:
    """Caches responses by id, also that one has not begun; keeps nothing where other processes write (not `is_alone`).

    Whoever changes a response, or keeps one that was read, holds the write lock meanwhile.
    """

    def __init__(self, *, is_alone: bool) -> None:
        self._most = MOST_RESPONSES if is_alone else 0
        self._kept: dict[str, Response | None] = {}
        self._absent: dict[str, Response | None] = {}
        self._changing = Lock()

    def get(self, response_id: str) -> Response | None:
        """Return a cached response, None where it is not cached or has not begun."""
        return self._kept.get(response_id)

    def is_absent(self, response_id: str) -> bool:
        """Whether it is cached that a response has not begun."""
        return response_id in self._absent

    def keep(self, response_id: str, response: Response | None) -> None:
        """Cache a response as it was just read or written, None where it has not begun; drops the oldest if full."""
        with self._changing:
            self._drop(response_id)
            kept = self._kept if response else self._absent
            if self._most:
                kept[response_id] = response
            if len(kept) > self._most:
                del kept[next(iter(kept))]

    def forget(self, *response_ids: str) -> None:
        """Drop these responses from the cache, or all."""
        with self._changing:
            for response_id in response_ids or (*self._kept, *self._absent):
                self._drop(response_id)

    def _drop(self, response_id: str) -> None:
        self._kept.pop(response_id, None)
        self._absent.pop(response_id, None)
