"""The columns of the parts of an archive: what each is called, of which type it is, and what it holds."""

from typing import Final, Literal, NamedTuple

Type = Literal[
    "TEXT", "NAME", "INTEGER", "BIGINT", "SAVE", "REAL", "DOUBLE PRECISION", "BOOLEAN", "TIMESTAMP", "TEXT[]"
]
NAME: Final = "NAME"
SAVE: Final = "SAVE"
"""Types beside those of a database: a respondent's key, and a place in the log of a round, counted from 1."""


class Column(NamedTuple):
    """A column: its heading, its type, what it holds, and whether a number, time or list of it may be missing.

    An archive of a format before `since` may lack it: every row has the `default` then.
    """

    name: str
    type: Type
    about: str
    is_optional: bool = False
    since: int = 1
    default: bool | str | None = None


class Part(NamedTuple):
    """A part: its name, what a row of it is, its columns, and those that order it.

    The rows of a part that `is_of_round` have its number under the heading `round`, before these columns. An
    archive of a format before `since` may lack the part, which is empty then.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    since: int = 1

    @property
    def is_of_round(self) -> bool:
        """Whether its rows belong to a round each, rather than to the study."""
        return self.name not in ("rounds", "amendments", "margins", "links")

    @property
    def whole(self) -> tuple[Column, ...]:
        """All its columns, with that of the round."""
        return (ROUND, *self.columns) if self.is_of_round else self.columns


ROUND = Column("round", "INTEGER", "number of the round, from 1")
