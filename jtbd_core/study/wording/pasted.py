"""A pasted list, read line by line: bare statements, headings above some of them, or rows of a spreadsheet."""

import csv
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jtbd_core.study.outline import cleaned
from jtbd_core.study.study import Polarity
from jtbd_core.study.value import comparable


class Place(NamedTuple):
    """Where a heading or a cell says that statements belong.

    `name` is the name of a job step, `kind` a dimension or `key outcome`; both are empty where nothing is said.
    """

    kind: str = ""
    name: str = ""
    polarity: Polarity | None = None


class Line(NamedTuple):
    """A statement of a pasted list, and its place as the heading above or the cells beside it say."""

    statement: str
    place: Place


_POLARITIES: dict[Polarity, str] = {
    "avoid": r"avoid(?:ances?|ed|ing)?|to avoid|unwanted|not wanted|undesired|negative|avoid polarity",
    "wanted": r"wanted|to achieve|desired|positive|wished for",
}
_AFTER = rf"(?:\s*[-–—:,(/|]?\s*(?P<polarity>{'|'.join(_POLARITIES.values())})\s*\)?)?"
_WHAT = (
    r"(?:\s*(?:success )?(?:outcomes?|jobs?|needs?|goals?|statements?|dimension|cvms?|metrics?|(?<=key )outcomes?))?"
)
_KIND = re.compile(
    r"(?:success(?: outcomes?)?\s*[-–—:,(]?\s*)?(?P<kind>functional|emotional|social|(?:key|desired)(?= outcome)"
    rf"|success){_WHAT}\)?{_AFTER}"
)
_ALONE = re.compile(rf"(?P<polarity>{'|'.join(_POLARITIES.values())})(?: outcomes?| statements?| things?)?")
_STEP = re.compile(
    r"(?i)(?:job |core )?(?:step|stage|phase)s?\s*\d*\s*[:.)–—-]\s*(?P<name>.+)|(?:job )?step \d+\s+(?P<rest>.+)"
)
_MARK = re.compile(r"^\s*(#{1,6}\s+|\*\*|__)|[:：]\s*(?:\*\*|__)?\s*$")
_DRESS = re.compile(r"^[\s#*_]+|[\s#*_:：]+$")
_RULE = re.compile(r"^[\s|:=_*–—-]*$")

_NOTHING = re.compile(r"(?i)[-–—./*?\s]*|\(?(?:n/?a|none|not applicable|empty|null)\)?")
"""A cell that says nothing."""

_SEPARATORS = ",;|"
"""What may separate the cells of a table without tabs, as its row of headings shows; `|` also around each row."""

_COLUMNS = {
    "statement": "statement|outcome|outcomes|text|wording|need|desired outcome|outcome statement",
    "kind": "kind|type|belongs to|section|category|place|group|kind or step|kind/step",
    "dimension": "dimension",
    "step": "step|job step|stage|phase",
    "polarity": "polarity|direction|wanted or avoid|wanted/avoid",
}


def pasted(lines: Iterable[str], steps: Iterable[str]) -> Iterator[Line]:
    """Yield the statements of a pasted list; `steps` are the names of job steps, each a heading where it stands alone.

    A heading holds until the next one: a kind (“Functional”), a polarity (“Avoid”), both (“Emotional outcomes –
    avoid”), or a job step (“## Step: Wrap the package”). Cells are separated by tabs, by | as in Markdown, or as in
    CSV, below a row of headings; there the columns say where a statement belongs.
    """
    known = {comparable(name).casefold(): name for name in steps}
    place, columns, separator = Place(), dict[str, int](), ""
    for line in lines:
        cells = _cells(line, separator if columns else "")
        if columns and len(cells) > 1:
            yield from _row(cells, columns, known)
        elif len(cells) > 1 and (found := _columns(cells)):
            columns, separator = found, ""
        elif separated := _separated(line):
            separator, columns = separated
        elif heading := _heading(line, known, place):
            place, columns = heading, {}
        elif statement := cleaned(" ".join(cells)):
            yield Line(statement, place)


def _cells(line: str, separator: str = "") -> list[str]:
    """Return the cells of a row, or the whole line as the only one; a row of rules between cells has none.

    Without tabs, and without | around them, cells are parted by `separator` where one is given.
    """
    if _RULE.match(line):
        return []
    stripped = line.strip()
    if "\t" not in line and (is_framed := stripped.startswith("|") and stripped.endswith("|")) | (separator == "|"):
        inner = stripped[1:-1] if is_framed else stripped
        return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner)]
    if "\t" not in line and separator:
        return next(csv.reader([stripped], delimiter=separator, skipinitialspace=True))
    return line.split("\t")


def _separated(line: str) -> tuple[str, dict[str, int]] | None:
    """Return the separator and the columns of a row of headings without tabs, None if it is none."""
    for separator in _SEPARATORS:
        if separator in line and len(found := _columns(_cells(line, separator))) > 1:
            return separator, found
    return None


def _columns(cells: list[str]) -> dict[str, int]:
    """Return the places of the columns by their headings, empty unless one is the statement."""
    names = [re.sub(r"[\s_]+", " ", comparable(cell).casefold()) for cell in cells]
    found = {
        what: at
        for what, headings in _COLUMNS.items()
        for at, name in reversed(list(enumerate(names)))
        if name in headings.split("|")
    }
    return found if "statement" in found else {}


def _row(cells: list[str], columns: dict[str, int], known: dict[str, str]) -> Iterator[Line]:
    said = {what: _cell(cells[at]) if at < len(cells) else "" for what, at in columns.items()}
    if said["statement"]:
        place = _kind(said.get("dimension", "")) or _said(said.get("kind", ""), known)
        step = said.get("step", "")
        if step and place.kind in ("", "key outcome"):
            place = Place("key outcome", known.get(comparable(step).casefold(), step), place.polarity)
        polarity = _polarity(said.get("polarity", "").casefold()) or place.polarity
        yield Line(said["statement"], place._replace(polarity=polarity))


def _cell(text: str) -> str:
    return "" if _NOTHING.fullmatch(cleaned(text)) else cleaned(text)


def _said(words: str, known: dict[str, str]) -> Place:
    """Return the place that the words of a cell mean: a kind, or the name of a job step."""
    if not words:
        return Place()
    return _kind(words) or _kind(f"{words} outcome") or _step(words, known) or Place("key outcome", words)


def _heading(line: str, known: dict[str, str], above: Place) -> Place | None:
    """Return the place that a line sets as a heading for those below, None if it is no heading."""
    words = _DRESS.sub("", line)
    plain = comparable(words).casefold()
    if found := _kind(plain) or _step(cleaned(words), known):
        return found
    if _ALONE.fullmatch(plain):
        return above._replace(polarity=_polarity(plain))
    return Place() if _MARK.search(line) and plain else None


def _kind(words: str) -> Place | None:
    found = _KIND.fullmatch(words.casefold().strip())
    if found is None:
        return None
    kind = {"key": "key outcome", "desired": "key outcome", "success": ""}.get(found["kind"], found["kind"])
    return Place(kind, "", _polarity(found["polarity"] or ""))


def _step(words: str, known: dict[str, str]) -> Place | None:
    if name := known.get(comparable(words).casefold()):
        return Place("key outcome", name)
    found = _STEP.fullmatch(words)
    if found is None:
        return None
    name = cleaned(found["name"] or found["rest"])
    return Place("key outcome", known.get(comparable(name).casefold(), name))


def _polarity(words: str) -> Polarity | None:
    return next((name for name, said in _POLARITIES.items() if re.fullmatch(said, words)), None)
