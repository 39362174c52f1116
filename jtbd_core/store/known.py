"""The responses of the people who are answering now, in memory as they stand in the database.

At every page a respondent's answers are read: to show them, and to lead on to the first card that is not rated.
"""

from threading import Lock

from jtbd_core.wave import Response

MOST_KNOWN = 5000
"""Those who saved last; of 100 ratings each they take about 100 MB."""


class KnownResponses:
    """What is known of responses; only for a database that no other process changes.

    Whoever changes one, or keeps what was read, holds the lock of those who write.
    """

    def __init__(self, *, is_alone: bool) -> None:
        self._most = MOST_KNOWN if is_alone else 0
        self._known: dict[str, Response | None] = {}
        self._changing = Lock()

    def get(self, response_id: str) -> Response | None:
        """Return a response, if it is known."""
        return self._known.get(response_id)

    def is_absent(self, response_id: str) -> bool:
        """Whether it is known that a response has not begun."""
        return response_id in self._known and self._known.get(response_id) is None

    def keep(self, response_id: str, response: Response | None) -> None:
        """Keep a response as it was read or written just now; None where it has not begun."""
        with self._changing:
            self._known.pop(response_id, None)
            if self._most:
                self._known[response_id] = response
            if len(self._known) > self._most:
                del self._known[next(iter(self._known))]

    def forget(self, *response_ids: str) -> None:
        """Forget these responses, or all."""
        with self._changing:
            for response_id in response_ids or tuple(self._known):
                self._known.pop(response_id, None)
