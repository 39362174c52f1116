"""The acknowledgement of a post: a reply that is sent once the save is durable."""

from concurrent.futures import Future
from typing import NamedTuple

from starlette.responses import Response as Reply


class Acknowledgement(NamedTuple):
    """The reply to a post, and the future of the save that it waits for, None where nothing is saved.

    If the save fails, a refusal is sent instead.
    """

    reply: Reply
    save: Future[None] | None = None
