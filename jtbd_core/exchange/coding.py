"""What each spelling of a cell of ratings stands for, decided for all cells of a kind together.

What leaves its scale in doubt is asked, since a table of something else would look like one of the ratings.
"""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange.cells import LETTERED, Said, read_cell, words
from jtbd_core.exchange.headings import Kind
from jtbd_core.exchange.labels import codes_of, is_label_of, possible_codes
from jtbd_core.exchange.points import Numbers, numbers_of, onto
from jtbd_core.study.scale import FIVE, Points


class UnknownAnswer(Exception):
    """A cell holds what is neither a number nor a label known here; `kind` and `text` say where to look for it."""

    def __init__(self, kind: Kind, text: str) -> None:
        super().__init__(text)
        self.kind, self.text = kind, text


class DoubtfulLabels(UnreadableFile):
    """The labels of a kind can be points of several scales."""

    def __init__(self, kind: Kind, labels: tuple[str, ...]) -> None:
        super().__init__(kind, labels)
        self.kind, self.labels = kind, labels

    def __str__(self) -> str:
        named = ", ".join(f"“{text}”" for text in self.labels)
        return (
            f"{self.kind.capitalize()} holds the labels {named}, which can be points of several scales. Write numbers "
            "instead, or say which points they are in a file for --columns."
        )


class Coding(NamedTuple):
    """What the cells of a kind mean: `codes` has the rating of each spelling that is one, a point of `points`.

    A rating that is a fraction is one of no scale. `shift` is what was added to the numbers of the file. `outside`
    counts the cells with numbers that are no point, `missing` and `not_applicable` those with words to this effect;
    each by spelling. `labels` are the codes of labels without a number; `notes` say what these and other scales were
    read as.
    """

    points: Points
    shift: int
    codes: Mapping[str, float]
    outside: Counter[str]
    missing: Counter[str]
    not_applicable: Counter[str]
    labels: Mapping[str, int]
    notes: tuple[str, ...]


def codings(
    cells: Mapping[Kind, Counter[str]],
    points: Mapping[Kind, Points] = MappingProxyType({}),
    labels: Mapping[Kind, Mapping[str, int]] = MappingProxyType({}),
) -> dict[Kind, Coding]:
    """Return what the cells of each kind mean, which are given as how many hold each text.

    `points` are the scales and `labels` the codes of labels that were chosen, by the kinds of which they were.

    Raises:
        UnknownAnswer: one holds a text that is no answer known here.
        DoubtfulScale: the numbers of a kind can be those of several scales, and none was chosen.
        UnreadableFile: the labels of a kind are not for certain those of one scale.
    """
    said = {kind: {text: read_cell(text) for text in counts} for kind, counts in cells.items()}
    worded = {kind: _labelled(kind, said[kind], labels.get(kind)) for kind in said}
    numbers = {kind: _numbered(kind, said[kind], cells[kind]) for kind in said}
    labelled = {kind: {int(one.number or 0) for one in said[kind].values() if _is_coded(one)} for kind in said}
    chosen = {kind: onto(points[kind]) if numbers[kind] else Numbers(FIVE) for kind in said if kind in points}
    found = numbers_of(numbers, labelled, chosen)
    for kind, one in found.items():
        if worded[kind] and kind not in labels and one.points != FIVE:
            raise DoubtfulLabels(kind, tuple(worded[kind]))
    return {kind: _coding(kind, cells[kind], said[kind], worded[kind], found[kind]) for kind in said}


def _coding(
    kind: Kind, counts: Counter[str], said: Mapping[str, Said], labels: Mapping[str, int], read: Numbers
) -> Coding:
    lowest, highest = read.points.ends
    numbers = {
        text: one.number + read.shift for text, one in said.items() if _is_number(one) and one.number is not None
    }
    outside = {text for text, code in numbers.items() if not lowest <= code <= highest}
    codes = {text: code for text, code in numbers.items() if text not in outside} | dict(labels)
    notes = []
    if read != Numbers(FIVE):
        own = Points(lowest=lowest - read.shift, highest=highest - read.shift)
        moved = f"is read as {read.points}" if read.shift else f"is read on {len(own.codes)} points"
        notes.append(f"{kind.capitalize()} from {own} {moved}.")
    worded = sorted((text for text in codes if said[text].label), key=codes.__getitem__)
    if worded:
        each = ", ".join(f"“{text}” as {codes[text]:g}" for text in worded)
        notes.append(f"{kind.capitalize()} is read from labels: {each}.")
    missing, not_applicable = (
        Counter({text: counts[text] for text, one in said.items() if one.meaning == meaning and text not in labels})
        for meaning in ("missing", "does not apply")
    )
    outside_counts = Counter({text: counts[text] for text in numbers if text in outside})
    return Coding(read.points, read.shift, codes, outside_counts, missing, not_applicable, labels, tuple(notes))


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


def _labelled(kind: Kind, said: Mapping[str, Said], chosen: Mapping[str, int] | None) -> dict[str, int]:
    """Return the codes of labels without a number; refuse labels that no scale, or more than one, has."""
    plain = {
        text: one.label for text, one in said.items() if one.meaning in ("label", "unknown") and one.number is None
    }
    if chosen is not None:
        for text, label in plain.items():
            if label not in chosen:
                raise UnknownAnswer(kind, text)
        return {text: chosen[label] for text, label in plain.items()}
    codes = codes_of(set(plain.values()), kind)
    if codes is None:
        for text, label in plain.items():
            if not is_label_of(label, kind):
                raise UnknownAnswer(kind, text)
        raise DoubtfulLabels(kind, tuple(plain))
    return {text: codes[label] for text, label in plain.items()}
