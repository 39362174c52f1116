"""What the server does for the tools of assistants: the verbs that need its store, asked for over a socket or here."""

from collections.abc import Callable
from functools import wraps

import msgspec

from jtbd_core.contract import Store
from jtbd_core.errors import Refused, StoreUnavailable
from jtbd_core.study.readiness import readiness
from jtbd_core.web.data import Data
from jtbd_core.web.tool_arguments import Proposed, ReadDefinition, ReadResults, arguments

ToolVerb = Callable[[str], str]
"""Given arguments as JSON, it returns its result as JSON; raises JtbdError with a line for who asked."""


def tool_verbs(store: Store, data: Data) -> dict[str, ToolVerb]:
    """Return the verbs by name: `definition` and `propose` for a facilitator, `results` for the holder of a link's key.

    `data` is what answers `results.json` too: both count against the same limit of a link.
    """

    def definition(content: str) -> str:
        record = store.study(arguments(content, ReadDefinition).study)
        missing = [gap.sentence for gap in readiness(record.study).gaps]
        told = {"status": record.status, "definition": record.study, "missing": missing}
        return msgspec.json.encode(told).decode()

    def propose(content: str) -> str:
        proposed = arguments(content, Proposed)
        store.propose_lines(proposed.study, proposed.text)
        return "{}"

    def results(content: str) -> str:
        asked = arguments(content, ReadResults)
        chosen = {"key": asked.key, "round": asked.round, "who": asked.who}
        return data.content("json", chosen | ({"retired": ""} if asked.with_retired else {})).decode()

    return {one.__name__: _without_internals(one) for one in (definition, propose, results)}


def _without_internals(verb: ToolVerb) -> ToolVerb:
    """Return the verb with the reason why a database cannot be asked left out, which may name its place."""

    @wraps(verb)
    def asked(content: str) -> str:
        try:
            return verb(content)
        except StoreUnavailable as error:
            raise Refused("The database cannot be asked just now. Try again.") from error

    return asked
