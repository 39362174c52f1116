"""The acknowledgement of a post: a reply that is sent once what was posted is durable."""

from concurrent.futures import Future
from typing import NamedTuple

from starlette.responses import Response as Reply


class Acknowledgement(NamedTuple):
    """The reply to a post, and the future of the `save` that it waits for; if that fails, a refusal is sent instead."""

    reply: Reply
    save: Future[None] | None = None
