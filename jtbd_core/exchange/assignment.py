"""What each column of a file of ratings means: proposed by recognition, changed by hand, kept and used again."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.headings import Kind, only_heading, plain_heading
from jtbd_core.study.scale import RATED, Points, ScaleName
from jtbd_core.study.value import Value

Role = Literal[
    "passed over",
    "respondent",
    "outcome",
    "statement",
    "kind",
    "step",
    "polarity",
    "importance",
    "experience",
    "expectation",
    "solution",
    "circumstance",
    "weight",
    "date",
    "remark",
]
KINDS: tuple[Kind, ...] = RATED
ONCE: tuple[Role, ...] = (
    "respondent",
    "outcome",
    "statement",
    "kind",
    "step",
    "polarity",
    "solution",
    "weight",
    "date",
)
"""The roles that one column of a file can have."""


TAKEN: tuple[Role, ...] = ("respondent", "outcome", "statement", *KINDS)
"""The roles of columns without which ratings cannot be read, so that they take no other."""


class Column(Value, frozen=True, kw_only=True):
    """A column by its heading, and what it is; of ratings in a wide file also of which outcome."""

    heading: str
    role: Role = "passed over"
    outcome: str = ""


class Worded(Value, frozen=True, kw_only=True):
    """An outcome in words: its statement, kind, job step and polarity; empty where nothing was said of it."""

    statement: str = ""
    kind: str = ""
    step: str = ""
    polarity: str = ""


class Pair(NamedTuple):
    """The positions of an outcome's columns in a wide file; each kind of rating may be spread over several."""

    outcome: str
    importance: tuple[int, ...]
    experience: tuple[int, ...]
    expectation: tuple[int, ...]


class Assignment(Value, frozen=True, kw_only=True):
    """The columns of a file in its order, and what is settled of it beside them.

    `sheet` is that of a workbook; `heading_rows` of headings say what a column holds. `asks` is what experience is,
    None where the file does not say. `points` are the scales of kinds of rating, `labels` the points of their labels in
    lower case; both hold what was chosen, and are found from the cells otherwise. `important` and `anchor` are the
    lowest numbers that are important and that meet expectations, None for the usual ones. `outcomes` are the words in
    which outcomes are kept, by their names in the file, instead of those that it has.
    """

    columns: tuple[Column, ...]
    sheet: str = ""
    heading_rows: Literal[1, 2] = 1
    asks: ScaleName | None = None
    points: Mapping[Kind, Points] = {}
    labels: Mapping[Kind, Mapping[str, int]] = {}
    important: int | None = None
    anchor: int | None = None
    outcomes: Mapping[str, Worded] = {}

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of all columns."""
        return tuple(one.heading for one in self.columns)

    @property
    def is_long(self) -> bool:
        """Whether the file has a row per respondent and outcome."""
        return self.place("outcome") is not None

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The columns of each outcome of a wide file, in the order of their first; a long one has none."""
        if self.is_long:
            return ()
        found: dict[str, dict[str, list[int]]] = {}
        names: dict[str, str] = {}
        for at, one in enumerate(self.columns):
            if one.role in KINDS:
                key = plain_heading(one.outcome)
                names.setdefault(key, one.outcome)
                found.setdefault(key, {kind: [] for kind in KINDS})[one.role].append(at)
        return tuple(Pair(names[key], *(tuple(places[kind]) for kind in KINDS)) for key, places in found.items())

    def place(self, role: Role) -> int | None:
        """Return the position of the first column with a role, None if there is none."""
        return next((at for at, one in enumerate(self.columns) if one.role == role), None)

    def places(self, *roles: Role) -> list[int]:
        """Return the positions of all columns with these roles."""
        return [at for at, one in enumerate(self.columns) if one.role in roles]

    @property
    def ratings(self) -> list[int]:
        """The positions of all columns of ratings, outcome by outcome, importance first."""
        if self.is_long:
            return [at for kind in KINDS for at in self.places(kind)]
        return [at for _, *kinds in self.pairs for places in kinds for at in places]

    def with_role(self, role: Role, *headings: str) -> "Assignment":
        """Return the assignment in which the columns with these headings, and no others, have a role.

        Raises:
            UnreadableFile: there is no such column, there are two, or it is needed for the ratings.
        """
        chosen = []
        for heading in headings:
            found = only_heading(self.headings, [plain_heading(heading)])
            if found is None or self.columns[found].role in TAKEN:
                raise UnreadableFile(f"There is no column {heading} that could be the {role}.")
            chosen.append(found)
        return replace(
            self,
            columns=tuple(
                replace(one, role=role, outcome="")
                if at in chosen
                else replace(one, role="passed over")
                if one.role == role
                else one
                for at, one in enumerate(self.columns)
            ),
        )

    def fitted(self, headings: Sequence[str]) -> "Assignment":
        """Return the assignment for a file with these headings, of which others than those known are passed over.

        Raises:
            MissingColumn: a column that is not passed over is not there.
        """
        known: dict[str, list[Column]] = {}
        for one in self.columns:
            known.setdefault(plain_heading(one.heading), []).append(one)
        columns = []
        for heading in headings:
            same = known.get(plain_heading(heading), [])
            columns.append(replace(same.pop(0), heading=heading) if same else Column(heading=heading))
        for one in (left for same in known.values() for left in same):
            if one.role != "passed over":
                raise MissingColumn(f"There is no column {one.heading}, which is the {_said(one)} of the assignment.")
        return replace(self, columns=tuple(columns))

    def check(self) -> None:
        """Raise UnreadableFile unless ratings can be read by it; the message names what is missing or twice there."""
        for role in ONCE:
            if len(twice := self.places(role)) > 1:
                first, second = (self.headings[at] for at in twice[:2])
                raise UnreadableFile(f"Columns {first} and {second} are both the {role}: one of them can be.")
        if not self.places("experience"):
            raise UnreadableFile("No column holds experience: say which one does, and of which outcome.")
        if self.is_long:
            self._check_long()
            return
        for one in self.columns:
            if one.role in KINDS and not plain_heading(one.outcome):
                raise UnreadableFile(f"Column {one.heading} holds {one.role}: say of which outcome.")
        self._check_pairs(self.pairs)

    def _check_long(self) -> None:
        if self.place("respondent") is None:
            raise UnreadableFile("A long file needs a column respondent.")
        for kind in KINDS:
            if len(twice := self.places(kind)) > 1:
                first, second = (self.headings[at] for at in twice[:2])
                raise UnreadableFile(f"Columns {first} and {second} both hold {kind}: one of them can.")

    def _check_pairs(self, pairs: Collection[Pair]) -> None:
        for kind in KINDS:
            if not any(getattr(pair, kind) for pair in pairs):
                continue
            for pair in pairs:
                if not getattr(pair, kind):
                    raise UnreadableFile(f"No column holds {kind} of {pair.outcome}, as one does of other outcomes.")


class MissingColumn(UnreadableFile):
    """A file has no column that its assignment needs."""


def _said(one: Column) -> str:
    return f"{one.role} of {one.outcome}" if one.outcome else one.role


def fingerprint(assignment: Assignment) -> str:
    """Return what the headings of a file are known by when the next one like it comes, whatever their order."""
    headings = sorted(plain_heading(one) for one in assignment.headings)
    return hashlib.sha256("\n".join(headings).encode()).hexdigest()[:32]


def assignment_to_json(assignment: Assignment) -> str:
    """Return an assignment as the text of a file."""
    return msgspec.json.format(msgspec.json.encode(assignment), indent=2).decode()


def assignment_from_json(text: str | bytes) -> Assignment:
    """Return the assignment of a file's text; raise UnreadableFile naming the place if it is none."""
    try:
        return msgspec.json.decode(text, type=Assignment)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"This is not an assignment of columns: {error}.") from error
