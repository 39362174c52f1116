"""What each spelling of a cell of ratings stands for, decided for all cells of a kind together.

What leaves its scale in doubt is refused, since a table of something else would look like one of the ratings.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.cells import LETTERED, Said, read_cell, words
from jtbd_core.exchange.headings import Kind
from jtbd_core.exchange.labels import codes_of, is_label_of, possible_codes
from jtbd_core.exchange.points import shifts
from jtbd_core.study.scale import FIVE


class UnknownAnswer(Exception):
    """A cell holds what is neither a number nor a label known here; `kind` and `text` say where to look for it."""

    def __init__(self, kind: Kind, text: str) -> None:
        super().__init__(text)
        self.kind, self.text = kind, text


class Coding(NamedTuple):
    """What the cells of a kind mean: `points` has the rating of each spelling that is one.

    A rating is 1 to 5, or a fraction, which no scale has. `outside` counts the cells with numbers that are no point,
    `missing` and `not_applicable` those with words to this effect; each by spelling. `notes` say what labels and other
    scales were read as.
    """

    points: Mapping[str, float]
    outside: Counter[str]
    missing: Counter[str]
    not_applicable: Counter[str]
    notes: tuple[str, ...]


def codings(cells: Mapping[Kind, Counter[str]]) -> dict[Kind, Coding]:
    """Return what the cells of each kind mean, which are given as how many hold each text.

    Raises:
        UnknownAnswer: one holds a text that is no answer known here.
        UnreadableFile: the numbers of a kind, or its labels, are not for certain those of one scale of five points.
    """
    said = {kind: {text: read_cell(text) for text in counts} for kind, counts in cells.items()}
    labels = {kind: _labelled(kind, said[kind]) for kind in said}
    numbers = {kind: _numbered(kind, said[kind], cells[kind]) for kind in said}
    labelled = {kind: {int(one.number or 0) for one in said[kind].values() if _is_coded(one)} for kind in said}
    shift = shifts(numbers, labelled)
    return {kind: _coding(kind, cells[kind], said[kind], labels[kind], shift[kind]) for kind in said}


def _coding(
    kind: Kind, counts: Counter[str], said: Mapping[str, Said], labels: Mapping[str, float], shift: int
) -> Coding:
    numbers = {text: one.number + shift for text, one in said.items() if _is_number(one) and one.number is not None}
    outside = {text for text, point in numbers.items() if not FIVE.lowest <= point <= FIVE.highest}
    points = {text: point for text, point in numbers.items() if text not in outside} | dict(labels)
    notes = []
    if shift:
        low, high = FIVE.lowest - shift, FIVE.highest - shift
        notes.append(f"{kind.capitalize()} from {low} to {high} is read as {FIVE}.".replace("-", "−"))
    worded = sorted((text for text in points if said[text].label), key=points.__getitem__)
    if worded:
        each = ", ".join(f"“{text}” as {points[text]:g}" for text in worded)
        notes.append(f"{kind.capitalize()} is read from labels: {each}.")
    missing, not_applicable = (
        Counter({text: counts[text] for text, one in said.items() if one.meaning == meaning})
        for meaning in ("missing", "does not apply")
    )
    return Coding(
        points,
        Counter({text: counts[text] for text in numbers if text in outside}),
        missing,
        not_applicable,
        tuple(notes),
    )


def _is_number(one: Said) -> bool:
    return one.meaning in ("number", "label") and one.number is not None


def _is_coded(one: Said) -> bool:
    return one.meaning == "label" and one.number is not None


def _numbered(kind: Kind, said: Mapping[str, Said], counts: Mapping[str, int]) -> Counter[int]:
    """Return how many cells hold each whole number, alone or before its label."""
    codes = {text: one for text, one in said.items() if _is_coded(one)}
    letters = {one.label for text, one in codes.items() if LETTERED.fullmatch(words(text))}
    if len(letters) > 1:
        raise UnknownAnswer(kind, next(iter(codes)))
    _refuse_backwards(kind, codes)
    found: Counter[int] = Counter()
    for text, one in said.items():
        if _is_number(one) and one.number is not None and one.number.is_integer():
            found[int(one.number)] += counts[text]
    return found


def _refuse_backwards(kind: Kind, coded: Mapping[str, Said]) -> None:
    """Refuse labels whose numbers fall where their points rise."""
    labels = {one.label: one.number or 0.0 for one in coded.values() if is_label_of(one.label, kind)}
    orders = (
        [sorted(labels, key=codes.__getitem__) for codes in possible_codes(labels, kind)] if len(labels) > 1 else []
    )
    if orders and all(labels[order[0]] > labels[order[-1]] for order in orders):
        first, last = (f"{labels[orders[0][at]]:g} - {orders[0][at]}" for at in (0, -1))
        raise UnreadableFile(
            f"{kind.capitalize()} runs backwards, from “{first}” to “{last}”. Turn its numbers round, so that the "
            "highest is the best."
        )


def _labelled(kind: Kind, said: Mapping[str, Said]) -> dict[str, float]:
    """Return the points of labels without a number; refuse labels that no scale, or more than one, has."""
    plain = {
        text: one.label for text, one in said.items() if one.meaning in ("label", "unknown") and one.number is None
    }
    codes = codes_of(set(plain.values()), kind)
    if codes is None:
        for text, label in plain.items():
            if not is_label_of(label, kind):
                raise UnknownAnswer(kind, text)
        named = ", ".join(f"“{text}”" for text in plain)
        raise UnreadableFile(
            f"{kind.capitalize()} holds the labels {named}, which can be points of several scales. Write numbers from "
            "1 to 5 instead."
        )
    return {text: codes[label] for text, label in plain.items()}
