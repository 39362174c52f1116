"""A panel: how a wave is fielded to people whom others sent, whom it screens out, and how many of a kind it takes."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple
from urllib.parse import quote, urlsplit

import msgspec

from jtbd_core.errors import Refused
from jtbd_core.study import Study
from jtbd_core.study.value import Value
from jtbd_core.wave.limits import MOST_PEOPLE

Standing = Literal["started", "completed", "screened", "quota"]
"""How far somebody of a panel has come: screened out by an answer, or come to a full quota, are ends too."""

MOST_PARAMETERS = 4
LONGEST_PARAMETER = 30
LONGEST_PARAMETER_VALUE = 64
LONGEST_ADDRESS = 500
RESERVED = ("code", "language", "go", "on")
"""Names that fields and addresses of the form have already."""

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Quota(NamedTuple):
    """The most people whom a wave takes of those who give one answer: question id, option id, number."""

    question: str
    option: str
    most: int


class Panelist(NamedTuple):
    """Somebody of a panel: the values that the link carried, by their names, and a random mark that only their browser
    and the list of the panel have. The first value is the id by which the panel knows them.
    """

    values: Mapping[str, str]
    mark: str

    @property
    def id(self) -> str:
        """The id by which the panel knows them."""
        return next(iter(self.values.values()))


class Listed(NamedTuple):
    """A row of the list of a panel: the values of the link, and how far that person has come."""

    values: Mapping[str, str]
    standing: Standing


class Panel(Value, frozen=True, kw_only=True):
    """How a wave is fielded: by which `parameters` of the link a panel tells its people, the first being their id.

    `completed`, `screened` and `quota` are the addresses that lead back, with a parameter in braces where its value
    goes; with `leads_on` they are followed at once, else by a button. Whoever gives an answer in `screening` (question
    id, option id) is asked no further. `quotas` hold for newcomers.
    """

    parameters: tuple[str, ...] = ()
    completed: str = ""
    screened: str = ""
    quota: str = ""
    leads_on: bool = False
    screening: tuple[tuple[str, str], ...] = ()
    quotas: tuple[Quota, ...] = ()

    def __post_init__(self) -> None:
        _check_parameters(self.parameters)
        for address in (self.completed, self.screened, self.quota):
            _check_address(address, self.parameters)
        if len(set(self.gated)) < len(self.gated):
            raise Refused("An answer has one quota or screens out, not both.")
        if not all(1 <= quota.most <= MOST_PEOPLE for quota in self.quotas):
            raise Refused(f"A quota is from 1 to {MOST_PEOPLE:,} people.")

    @property
    def gate(self) -> frozenset[str]:
        """The ids of the questions that must be answered before anything else: they screen out or have quotas."""
        return frozenset(question for question, _ in self.gated)

    @property
    def gated(self) -> tuple[tuple[str, str], ...]:
        """The answers that screen out or have a quota: question id, option id."""
        return (*self.screening, *((one.question, one.option) for one in self.quotas))

    def is_screened_out(self, profile: Mapping[str, str]) -> bool:
        """Whether one of the answers about somebody screens out."""
        return any(profile.get(question) == option for question, option in self.screening)

    def values(self, given: Mapping[str, str]) -> dict[str, str]:
        """Return the values of the parameters of a link, none unless it has the first; each is a short line."""
        found = {name: given.get(name, "").strip() for name in self.parameters}
        found = {name: value for name, value in found.items() if is_parameter_value(value)}
        return found if self.parameters and self.parameters[0] in found else {}

    def way_back(self, standing: Standing, values: Mapping[str, str]) -> str:
        """Return the address that leads back, with values filled in; empty if there is none, or it lacks a value."""
        address = {"completed": self.completed, "screened": self.screened, "quota": self.quota}.get(standing, "")
        if not set(_PLACEHOLDER.findall(address)) <= values.keys():
            return ""
        return _PLACEHOLDER.sub(lambda found: quote(values[found[1]], safe=""), address)


def is_parameter_value(value: str) -> bool:
    """Whether a text can be the value of a parameter: one line, not empty, of at most `LONGEST_PARAMETER_VALUE`."""
    return 0 < len(value) <= LONGEST_PARAMETER_VALUE and value.isprintable()


def check_panel(study: Study, panel: Panel) -> None:
    """Raise `Refused` if a panel names an answer that a study does not offer."""
    questions = study.questions()
    for question, option in panel.gated:
        if option not in questions.get(question, {}):
            raise Refused(f"This round does not offer the answer “{option}” to the question “{question}”.")
    for question in {question for question, _ in panel.screening}:
        if all((question, option) in panel.screening for option in questions[question]):
            raise Refused("A question whose answers all screen out lets nobody in.")


def panel_to_json(panel: Panel) -> str:
    """Return a panel as JSON, empty if nothing of it is set."""
    return "" if panel == NO_PANEL else msgspec.json.encode(panel).decode()


def panel_from_json(text: str) -> Panel:
    """Return the panel of a JSON text; `Refused` if it is none."""
    try:
        return msgspec.json.decode(text, type=Panel) if text else NO_PANEL
    except msgspec.MsgspecError as error:
        raise Refused("This is not how a round is fielded to a panel.") from error


def _check_parameters(names: tuple[str, ...]) -> None:
    if len(names) > MOST_PARAMETERS:
        raise Refused(f"A link has at most {MOST_PARAMETERS} parameters.")
    for name in names:
        if not _NAME.fullmatch(name) or len(name) > LONGEST_PARAMETER:
            raise Refused(
                f"“{name}” cannot be the name of a parameter: it begins with a letter and has at most "
                f"{LONGEST_PARAMETER} letters, digits, - or _."
            )
        if name.lower() in RESERVED:
            raise Refused(f"The form uses the name “{name}” itself: name the parameter otherwise.")
    if len({name.lower() for name in names}) < len(names):
        raise Refused("Each parameter has a name of its own.")


def _check_address(address: str, parameters: tuple[str, ...]) -> None:
    """Refuse an address that is no whole one of the web, or whose host would be filled in by the link of a visitor."""
    if not address:
        return
    try:
        found = urlsplit(address)
        is_whole = found.scheme in ("http", "https") and bool(found.hostname) and (found.port or 1) > 0
    except ValueError:
        is_whole = False
    if not is_whole or len(address) > LONGEST_ADDRESS or re.search(r"[\s\\<>\"]|[^\x21-\x7e]", address):
        raise Refused(
            f"“{address[:80]}” is no address to lead people to: it begins with https:// and has at most "
            f"{LONGEST_ADDRESS} plain characters."
        )
    if re.search(r"[{}@]", found.netloc):
        raise Refused(f"“{address[:80]}” must name its host itself: a parameter goes behind it.")
    unknown = [name for name in _PLACEHOLDER.findall(address) if name not in parameters]
    if unknown or re.search(r"[{}]", _PLACEHOLDER.sub("", address)):
        named = f"{{{unknown[0]}}}" if unknown else "{"
        raise Refused(f"“{named}” in “{address[:80]}” is no parameter of the link.")


NO_PANEL = Panel()
