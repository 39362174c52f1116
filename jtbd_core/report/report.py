"""The values of a report: every text and figure as it is printed, and where marks stand. Layouts only place them."""

from typing import Any

from msgspec import Struct


class Mark(Struct, frozen=True):
    """Where a score stands on its axis: measured, expected, and the ends of the expected 95 % interval, each 0–1."""

    measured: float
    expected: float
    low: float
    high: float


class Row(Struct, frozen=True):
    """An outcome of a list: its letter (may be empty), its words, its figures as texts, its mark.

    `is_strong` are those that contend for the first place; `is_apart` where measured and expected differ.
    """

    letter: str
    statement: str
    kind: str
    is_strong: bool
    value: str
    expected: str
    is_apart: bool
    people: str
    mark: Mark


class Ranking(Struct, frozen=True):
    """A list of outcomes, best first: the ticks of its axis (place 0–1, label), how many are rated and contend."""

    title: str
    axis: str
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[Row, ...]
    rated: int
    contending: int

    @property
    def more(self) -> str:
        """How many outcomes follow the rows, empty where none does."""
        rest, contend = self.rated - len(self.rows), self.contending - sum(row.is_strong for row in self.rows)
        too = f", of which {contend} {'contends' if contend == 1 else 'contend'} too" if contend else ""
        return f"and {rest} more{too}" if rest else ""


class Part(Struct, frozen=True):
    """One share of a bar: how many people as text, where it starts and ends (0–1 of the axis), and which it is."""

    name: str
    value: str
    start: float
    end: float


class Bar(Struct, frozen=True):
    """What is delivered on an outcome: the parts of its bar around the line of being met, and the value wanted."""

    letter: str
    statement: str
    parts: tuple[Part, ...]
    wanted: str


class Delivered(Struct, frozen=True):
    """The bars of the first outcomes: the place of the line that they stand around (0–1), and each part's name."""

    title: str
    line: float
    names: tuple[tuple[str, str], ...]
    bars: tuple[Bar, ...]


class Solution(Struct, frozen=True):
    """A solution with both its scores as texts (empty where not shown); `sign` and `colour` are its mark's."""

    sign: str
    colour: str
    name: str
    people: str
    effective: str
    efficient: str


class Plane(Struct, frozen=True):
    """A picture as a Vega-Lite specification, what it shows in words, and what its marks mean."""

    spec: dict[str, Any]
    text: str
    key: str


class Solutions(Struct, frozen=True):
    """How solutions stand: in words, as a picture (where two scores are known), and one by one."""

    title: str
    text: str
    picture: Plane | None
    rows: tuple[Solution, ...]


class Difference(Struct, frozen=True):
    """A difference beyond noise: who, whether of "more" or "less", and by which score, on what, and both scores."""

    group: str
    mark: str
    text: str


class ForWhom(Struct, frozen=True):
    """The differences beyond noise that are named, and what is said of the others or of there being none."""

    title: str
    differences: tuple[Difference, ...]
    text: str


class Figure(Struct, frozen=True):
    """A statement with its measured and its expected score."""

    statement: str
    value: str
    expected: str


class Figures(Struct, frozen=True):
    """The first outcomes of a list, without marks."""

    title: str
    rows: tuple[Figure, ...]


class Goal(Struct, frozen=True):
    """A value target: what is aimed at, who answers for it, what is now, and whether that meets it (`MARKS`)."""

    aim: str
    whose: str
    now: str
    verdict: str
    said: str


class Texts(Struct, frozen=True):
    """A part of a report that is words alone."""

    title: str
    lines: tuple[str, ...]


class Goals(Struct, frozen=True):
    """What was decided: value targets, and decisions that were noted."""

    title: str
    rows: tuple[Goal, ...]
    lines: tuple[str, ...]


class Report(Struct, frozen=True):
    """One page for a board. Parts that a study lacks are None; where nothing may be shown `headline` says why.

    `context` names round, days, people and group; `lines` stand below the headline, each with its first words apart.
    """

    study: str
    language: str
    context: str
    headline: str
    lines: tuple[tuple[str, str], ...]
    asked: str
    note: str
    ranking: Ranking | None
    delivered: Delivered | None
    solutions: Solutions | None
    for_whom: ForWhom | None
    origins: Texts | None
    key: Figures | None
    goals: Goals | None
    footer: tuple[tuple[str, str], ...]
