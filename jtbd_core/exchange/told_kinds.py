"""Which columns rate importance and which experience, told by the labels in their cells where no heading says it.

So LimeSurvey exports arrays by the codes of question and row, dual ones with the number of the scale behind them, and
Microsoft Forms the statements of a matrix without its question.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from jtbd_core.exchange.cells import is_answer, read_cell
from jtbd_core.exchange.headings import SATISFACTION, Kind, Rated, Row, plain_heading
from jtbd_core.exchange.labels import is_label_of

EITHER: tuple[Kind, Kind] = ("importance", "experience")
DUAL = re.compile(r"(.+?)\s*\[([^\[\]]+)\]\s*\[([^\[\]]+)\]")
ARRAY = re.compile(r"(.+?)\s*\[([^\[\]]+)\]")
AGAIN = re.compile(r"(.+?)\s?[2-9]")
"""A heading that was there before, with a number that tells them apart."""


class _Column(NamedTuple):
    """A column whose cells hold labels: what asks, the outcome it asks of, and its labels."""

    question: str
    outcome: str
    labels: frozenset[str]

    @property
    def kind(self) -> Kind | None:
        """The kind that alone has all of the labels."""
        kinds = [kind for kind in EITHER if all(is_label_of(one, kind) for one in self.labels)]
        return kinds[0] if len(kinds) == 1 else None


def rated_by_labels(headings: Row, below: Sequence[Row]) -> list[Rated | None]:
    """Return what the columns of a wide file rate by the cells below their headings, None where these do not tell it.

    A column whose labels can be of both kinds is of that of the other columns of its question, or else of the kind
    that the other column of its outcome is not of. Outcomes of which not both are told are left out.
    """
    columns = [_labelled(headings, at, below) for at in range(len(headings))]
    told = [one.kind if one else None for one in columns]
    told = [kind or _of_question(one, columns, told) for one, kind in zip(columns, told, strict=True)]
    told = [kind or _of_partner(one, columns, told) for one, kind in zip(columns, told, strict=True)]
    kinds: dict[str, set[Kind]] = {}
    for one, kind in zip(columns, told, strict=True):
        if one and kind:
            kinds.setdefault(plain_heading(one.outcome), set()).add(kind)
    return [
        Rated(kind, one.outcome, _asked(one)) if one and kind and len(kinds[plain_heading(one.outcome)]) > 1 else None
        for one, kind in zip(columns, told, strict=True)
    ]


def _labelled(headings: Row, at: int, below: Sequence[Row]) -> _Column | None:
    """Return a column of which all cells are labels or say that there is no rating, None of another."""
    heading = headings[at]
    said = [read_cell(row[at]) for row in below if at < len(row) and row[at]]
    labels = frozenset(one.label for one in said if one.meaning == "label")
    if not heading or is_answer(heading) or not labels or any(one.meaning in ("number", "unknown") for one in said):
        return None
    if dual := DUAL.fullmatch(heading):
        return _Column(f"{dual[1]}[{dual[3]}]", dual[2], labels)
    if array := ARRAY.fullmatch(heading):
        return _Column(array[1], array[2], labels)
    again = AGAIN.fullmatch(heading)
    return _Column("", again[1] if again and again[1] in headings else heading, labels)


def _of_question(one: _Column | None, columns: Sequence[_Column | None], told: Sequence[Kind | None]) -> Kind | None:
    """Return the kind of the other columns of a column's question, None where they differ or there is none."""
    same = zip(columns, told, strict=True)
    kinds = {kind for other, kind in same if one and one.question and other and other.question == one.question and kind}
    return kinds.pop() if len(kinds) == 1 else None


def _of_partner(one: _Column | None, columns: Sequence[_Column | None], told: Sequence[Kind | None]) -> Kind | None:
    """Return the kind that the one other column of a column's outcome is not of, None where it has none or several."""
    theirs = [
        kind
        for other, kind in zip(columns, told, strict=True)
        if one and other and other is not one and other.outcome == one.outcome
    ]
    kind = theirs[0] if len(theirs) == 1 else None
    return next((one for one in EITHER if one != kind), None) if kind else None


def _asked(one: _Column) -> str:
    """Return the question, with a word that says so where it asks how satisfied people are."""
    asks = any(map(SATISFACTION.search, one.labels))
    return f"{one.question or one.outcome} satisfaction" if asks else one.question or one.outcome
