"""The columns of ratings of a file as numbers, and what their cells held that is none."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.assignment import KINDS
from jtbd_core.exchange.cells import read_cell
from jtbd_core.exchange.coding import Coding, UnknownAnswer, codings
from jtbd_core.exchange.csv_file import Texts
from jtbd_core.exchange.headings import Kind
from jtbd_core.exchange.ratings_table import RatingsTable

Floats = npt.NDArray[np.float64]
Records = npt.NDArray[np.intp]
Number = TypeVar("Number", bound=np.generic)

MOST_NAMED = 8
"""The most different texts that a note names."""


class RatedColumns(NamedTuple):
    """The ratings of each kind, codes or NaN, record by record, and whether one is said not to apply.

    `codings` say what the cells of each kind mean; `out_of_range` is the number of cells with a number that is no point
    of the scale.
    """

    values: dict[str, Floats]
    codings: dict[Kind, Coding]
    not_applicable: npt.NDArray[np.bool_]
    out_of_range: int
    notes: tuple[str, ...]


def read_rated(table: RatingsTable, columns: Mapping[int, Texts], kept: Records) -> RatedColumns:
    """Return the ratings of the records that count; `columns` has those of ratings by position.

    Raises:
        UnreadableFile: a cell is no answer, or the scale is in doubt; the message names row and column, or the values.
    """
    found = _positions(table)
    positions = {kind: [at for places in each for at in places] for kind, each in found.items()}
    cells = {kind: _counted([columns[at] for at in places], kept) for kind, places in positions.items()}
    try:
        coding = codings(cells, table.assignment.points, table.assignment.labels)
    except UnknownAnswer as unknown:
        is_it = {at: _codes(columns[at], {unknown.text}) for at in positions[unknown.kind]}
        raise _refusal(table, columns, kept, is_it, f"“{unknown.text}” is not a number or a known label.") from unknown
    values: dict[str, Floats] = {}
    outside = []
    for kind, each in found.items():
        _refuse_fractions(table, columns, kept, positions[kind], coding[kind])
        rated = [_one_of(table, columns, kept, places) for places in each]
        values[kind] = _stacked([_looked_up(column, coding[kind].codes, kept) for column in rated])
        unfit = {*coding[kind].outside, *coding[kind].not_applicable}
        outside.append(_stacked([_codes(column, unfit)[column.codes[kept]] for column in rated]))
    out_of_range = sum(sum(one.outside.values()) for one in coding.values())
    return RatedColumns(values, coding, np.logical_or.reduce(outside), out_of_range, _notes(coding.values()))


def texts_of(table: RatingsTable) -> dict[Kind, Counter[str]]:
    """Return how many cells of each kind of rating hold each text, rows that sum up others included."""
    found = {}
    for kind, each in _positions(table).items():
        columns = table.columns([at for places in each for at in places])
        found[kind] = _counted(columns, np.arange(len(columns[0].codes)))
    return found


def _positions(table: RatingsTable) -> dict[Kind, list[tuple[int, ...]]]:
    """Return the positions of the columns of each kind, outcome by outcome; a file may not have all kinds."""
    assignment = table.assignment
    pairs = [pair._asdict() for pair in assignment.pairs]
    found = {
        kind: [tuple(assignment.places(kind))] if assignment.is_long else [pair[kind] for pair in pairs]
        for kind in KINDS
    }
    return {kind: each for kind, each in found.items() if any(each)}


def _one_of(table: RatingsTable, columns: Mapping[int, Texts], kept: Records, places: Sequence[int]) -> Texts:
    """Return as one column those over which the answers to one question are spread; refuse two answers to it."""
    if len(places) == 1:
        return columns[places[0]]
    names: dict[str, int] = {}
    codes = np.full(len(columns[places[0]].codes), -1, np.int32)
    for at in places:
        column = columns[at]
        renumbered = np.array([*(names.setdefault(name, len(names)) for name in column.names), -1], np.int32)
        is_here = column.codes >= 0
        twice = f"column {table.headings[at]}: another column of the same question has an answer, too."
        table.file.refuse(kept, (is_here & (codes >= 0))[kept], twice)
        codes = np.where(is_here, renumbered[column.codes], codes)
    return Texts(codes=codes, names=tuple(names))


def _counted(columns: Sequence[Texts], kept: Records) -> Counter[str]:
    """Return how many of the records hold each text."""
    counts: Counter[str] = Counter()
    for column in columns:
        many = np.bincount(column.codes[kept] + 1, minlength=len(column.names) + 1)[1:]
        counts.update({name: int(cells) for name, cells in zip(column.names, many, strict=True) if cells})
    return counts


def _codes(column: Texts, texts: Iterable[str]) -> npt.NDArray[np.bool_]:
    """Return for each code of a column whether it stands for one of the texts; the last is for the empty cell."""
    wanted = set(texts)
    return np.array([*(name in wanted for name in column.names), False])


def _looked_up(column: Texts, points: Mapping[str, float], kept: Records) -> Floats:
    numbers = np.array([*(points.get(name, np.nan) for name in column.names), np.nan])
    return numbers[column.codes[kept]]


def _stacked(columns: Sequence[npt.NDArray[Number]]) -> npt.NDArray[Number]:
    """Return columns as one, record by record."""
    return columns[0] if len(columns) == 1 else np.stack(columns, axis=1).reshape(-1)


def _refuse_fractions(
    table: RatingsTable, columns: Mapping[int, Texts], kept: Records, places: Sequence[int], coding: Coding
) -> None:
    """Refuse numbers such as 3.5, which no scale here has."""
    fractions = {text for text, point in coding.codes.items() if not float(point).is_integer()}
    if fractions:
        is_it = {at: _codes(columns[at], fractions) for at in places}
        raise _refusal(table, columns, kept, is_it, "{} is not a whole number.")


def _refusal(
    table: RatingsTable,
    columns: Mapping[int, Texts],
    kept: Records,
    is_it: Mapping[int, npt.NDArray[np.bool_]],
    complaint: str,
) -> UnreadableFile:
    """Return the refusal of the first cell with a text that is meant; `{}` in the complaint stands for it."""
    found = ((np.flatnonzero(codes[columns[at].codes[kept]])[:1], at) for at, codes in is_it.items())
    record, at = min((int(kept[places[0]]), at) for places, at in found if len(places))
    text = columns[at].names[columns[at].codes[record]]
    said = complaint.format(text) if "{}" in complaint else complaint
    return UnreadableFile(f"Row {table.file.row_of(record)}, column {table.headings[at]}: {said}")


def _notes(codings_of_kinds: Iterable[Coding]) -> tuple[str, ...]:
    """Return what was read from labels and other scales, and what was not taken for a rating, by name."""
    each = list(codings_of_kinds)
    notes = [note for one in each for note in one.notes]
    outside: dict[str, Counter[str]] = {}
    for one in each:
        scale = "–".join(str(end - one.shift) for end in one.points.ends).replace("-", "−")
        for text, cells in one.outside.items():
            outside.setdefault(scale, Counter())[f"{read_cell(text).number:g}"] += cells
    for scale, counts in outside.items():
        many = counts.total()
        said = f"numbers outside {scale} ({_named(counts)})"
        notes.append(f"{many:,} {_hold(many)} {said}: not applicable, not ratings.")
    not_applicable = sum((one.not_applicable for one in each), Counter[str]())
    if many := not_applicable.total():
        said = f"words for “does not apply” ({_named(not_applicable)})"
        notes.append(f"{many:,} {_hold(many)} {said}: not applicable, not ratings.")
    missing = sum((one.missing for one in each), Counter[str]())
    if many := missing.total():
        notes.append(f"{many:,} {_hold(many)} words for no answer ({_named(missing)}): missing, not ratings.")
    return tuple(notes)


def _hold(many: int) -> str:
    return "cell holds" if many == 1 else "cells hold"


def _named(counts: Counter[str]) -> str:
    """Return the most frequent texts with their numbers."""
    named = [f"{text}: {many:,}" for text, many in counts.most_common(MOST_NAMED)]
    return ", ".join(named) + (", …" if len(counts) > MOST_NAMED else "")
