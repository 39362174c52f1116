"""Somebody at a phone without JavaScript, who rates one card again and again."""

import httpx

from jtbd_core.wave import Rating
from tests.form.reading import Page

MOST_TRIES = 1000
"""The log of the database may have some space left when the disk has none."""


class Phone:
    """Rates one card, and remembers what was acknowledged."""

    def __init__(self, client: httpx.Client, rate_key: str) -> None:
        self._client = client
        self._client.get(f"/r/{rate_key}")
        self._client.post(f"/r/{rate_key}")
        self.page = self.open(f"/r/{rate_key}/1")
        self.token = self.page.form().action.split("/")[-2]
        self._card = self.page.form().action.removesuffix("1") + "card"
        self._taps = 0
        self.acknowledged: Rating | None = None

    def open(self, address: str) -> Page:
        """Open a page."""
        reply = self._client.get(address)
        reply.raise_for_status()
        return Page(reply.text)

    def tap(self) -> httpx.Response:
        """Rate the card."""
        self._taps += 1
        rating = Rating(outcome="box", importance=1 + self._taps % 5, experience=1 + self._taps % 4)
        sent = {"outcome": "box", "i.box": str(rating.importance), "e.box": str(rating.experience)}
        reply = self._client.post(self._card, data=sent)
        if reply.status_code == 204:
            self.acknowledged = rating
        return reply

    def tap_until(self, status: int) -> httpx.Response:
        """Rate the card until this is the answer."""
        replies = (self.tap() for _ in range(MOST_TRIES))
        return next(reply for reply in replies if reply.status_code == status)
