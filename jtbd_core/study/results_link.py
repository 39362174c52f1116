"""A link to the results of a study: its key, what it shows, and for how long."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from jtbd_core.errors import Refused
from jtbd_core.study.value import Value, check_text

Depth = Literal["headlines", "everybody", "groups"]
"""How much a link shows: the headlines alone, all that is of everybody, or groups too."""

Shown = Literal["headlines", "everybody", "groups", "remarks", "files", "data"]
"""What a link shows or does not: headlines always, each depth with those before it."""

HASH = re.compile(r"[0-9a-f]{32}\$[0-9a-f]{128}")
"""What `access` makes of a passphrase."""

FIRST_LINK = "First link"
MOST_LINKS = 100
"""The most links of a study, revoked ones included."""


class LinkSettings(Value, frozen=True, kw_only=True):
    """What a link is called, what it shows, until when (UTC, None for ever), and in what page it may be framed.

    `remarks` are the released ones, `files` those of *Take it along*, `data` the figures by address. `passphrase` is
    the hash of one, empty where none is asked for; `frame_origin` an origin such as `https://intranet.example`.

    Raises:
        InvalidStudy: the name is none.
        Refused: the settings contradict each other, or the origin is none.
    """

    name: str
    depth: Depth = "groups"
    remarks: bool = False
    files: bool = True
    data: bool = False
    expires_at: datetime | None = None
    passphrase: str = ""
    frame_origin: str = ""

    def __post_init__(self) -> None:
        check_text(self.name, "The name of the link")
        if self.depth == "headlines" and (self.files or self.data):
            raise Refused("Files and data hold every figure: a link that shows headlines only gives none.")
        if self.passphrase and self.data:
            raise Refused("A link with a passphrase gives no data by address: no program could type it.")
        if self.passphrase and self.frame_origin:
            raise Refused("A link inside a page of others asks for no passphrase: they could read what is typed.")
        if self.frame_origin and not _is_origin(self.frame_origin):
            raise Refused("The page that may show it is named by its origin, such as https://intranet.example.com.")

    def shows(self, what: Shown) -> bool:
        """Whether the link shows this."""
        depths = get_args(Depth)
        if what in depths:
            return depths.index(what) <= depths.index(self.depth)
        return {"remarks": self.remarks, "files": self.files, "data": self.data}[what]


def check_link(row: Mapping[str, Any]) -> None:
    """Raise Refused, or InvalidStudy, unless the values of a row by name are settings of a link."""
    if row["depth"] not in get_args(Depth) or (row["passphrase"] and not HASH.fullmatch(row["passphrase"])):
        raise Refused("It is no link to results.")
    LinkSettings(**{name: row[name] for name in LinkSettings.__struct_fields__})


class ResultsLink(Value, frozen=True, kw_only=True):
    """A stored link; times are in UTC, that of its last use to the day, None where it was never used."""

    id: str
    study_id: str
    key: str
    settings: LinkSettings
    made_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is neither revoked nor expired now."""
        ends = self.settings.expires_at
        return self.revoked_at is None and (ends is None or datetime.now(UTC).replace(tzinfo=None) < ends)


def _is_origin(text: str) -> bool:
    """Whether a text is scheme, host and perhaps a port, and nothing that a header would take for more."""
    try:
        parts = urlsplit(text)
        is_whole = parts.port is None or parts.port > 0
    except ValueError:
        return False
    host = (parts.hostname or "").replace("-", "").replace(".", "")
    is_plain = host.isalnum() and host.isascii() and text == f"{parts.scheme}://{parts.netloc}" and "@" not in text
    return parts.scheme in ("http", "https") and is_plain and is_whole
