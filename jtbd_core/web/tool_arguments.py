"""The arguments of the tools for assistants: one definition each, from which they are parsed and described."""

from typing import Annotated, Any

import msgspec

from jtbd_core.errors import Refused
from jtbd_core.study.study import Kind, Polarity
from jtbd_core.study.value import LONGEST_TEXT

MOST_STATEMENTS = 100
"""The most statements of one call."""

Text = Annotated[str, msgspec.Meta(max_length=LONGEST_TEXT)]
Name = Annotated[str, msgspec.Meta(max_length=64)]
Group = Annotated[str, msgspec.Meta(max_length=130)]


class Arguments(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of all arguments: strict, without unknown fields, bounded in size."""


class Draft(Arguments, frozen=True, kw_only=True):
    """A statement and, where it is known, its kind, the name of its job step (key outcomes alone) and its polarity."""

    statement: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_TEXT)]
    kind: Kind | None = None
    step: Text = ""
    polarity: Polarity | None = None


Drafts = Annotated[list[Draft], msgspec.Meta(min_length=1, max_length=MOST_STATEMENTS)]


class ReadDefinition(Arguments, frozen=True, kw_only=True):
    """`study` is the id of a study that this server was started for."""

    study: Name


class CheckStatements(Arguments, frozen=True, kw_only=True):
    """Statements, and the id of the study that they are for; without it they are checked by themselves."""

    statements: Drafts
    study: Name = ""


class AddDrafts(Arguments, frozen=True, kw_only=True):
    """The id of a draft that this server was started for, and statements for it."""

    study: Name
    statements: Drafts


class ReadResults(Arguments, frozen=True, kw_only=True):
    """The key of a link to results, as its address has it, and what the address of its page has for round and group."""

    key: Name
    round: Name = ""
    who: Group = "everybody"
    with_retired: bool = False


class Proposed(Arguments, frozen=True, kw_only=True):
    """A list as text for the facilitator of a study, on its way to the server."""

    study: Name
    text: str


def arguments(content: bytes | str, kind: type[Any]) -> Any:  # noqa: ANN401 - the kind says which
    """Return arguments of a kind from JSON; raises Refused, naming the place without repeating what stands there."""
    try:
        return msgspec.json.decode(content, type=kind)
    except (ValueError, RecursionError) as error:
        _, _, place = str(error).partition(" - at ")
        where = f"The argument at {place}" if isinstance(error, msgspec.ValidationError) and place else "An argument"
        raise Refused(f"{where} is not as the tool describes it. Nothing was done.") from error


def schema(kind: type[Arguments]) -> dict[str, Any]:
    """Return the JSON schema of arguments of a kind."""
    (_,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    return {**parts.pop(kind.__name__), **({"$defs": parts} if parts else {})}
