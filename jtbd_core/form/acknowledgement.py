"""What answers a post: a reply, which acknowledges a save once that is durable."""

from concurrent.futures import Future
from typing import NamedTuple

from starlette.responses import Response as Reply


class Acknowledgement(NamedTuple):
    """The reply to a post, and the `save` it must wait for: sent when that is done, replaced by what it failed with."""

    reply: Reply
    save: Future[None] | None = None
