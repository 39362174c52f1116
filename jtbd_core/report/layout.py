"""What both layouts of a report place: its values as plain data, its titles numbered, its marks drawn."""

import re
from typing import Any, Literal
from unicodedata import bidirectional

from msgspec import to_builtins
from msgspec.structs import replace

from jtbd_core.charts.files import chart_svg
from jtbd_core.report.report import Report, Solutions
from jtbd_core.report.strips import HEIGHT, WIDTH, interval_strip, place

PARTS = ("ranking", "delivered", "solutions", "key", "for_whom", "origins", "goals")
"""The parts of a report in the order in which they are numbered."""

PLANE = (400, 270)
"""The size of the picture of solutions, in pixels."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters and marks that are read from right to left."""

QUOTED = f"(?<=“)[^“”]*{RIGHT_TO_LEFT.pattern}[^“”]*(?=”)"
FOREIGN = re.compile(f"{QUOTED}|{RIGHT_TO_LEFT.pattern}(?:[^“”·(A-Za-z]*{RIGHT_TO_LEFT.pattern})?")
"""What is set apart in a sentence of ours: all of a quotation, else from the first such letter to the last."""

COLOURS = {
    "share_far_short": ("#9a3412", "#ffffff"),
    "share_just_short": ("#e3a07c", "#0f1821"),
    "share_met": ("#d3dae0", "#0f1821"),
    "share_exceeded": ("#0f6e68", "#ffffff"),
}


def layout(report: Report) -> dict[str, Any]:
    """Return what the templates place, by name; figures do not wrap."""
    found: dict[str, Any] = _typeset(to_builtins(replace(report, solutions=None)))
    if report.solutions:
        found["solutions"] = _solutions(report.solutions)
    for number, part in enumerate((part for part in PARTS if found[part]), start=1):
        found[part]["title"] = f"{number} · {found[part]['title']}"
    if report.ranking:
        found["ranking"] |= {"ticks": [(place(at), label) for at, label in report.ranking.ticks]}
        found |= ended(found, report, len(report.ranking.rows))
    return found | {"colours": COLOURS, "strip": (WIDTH, HEIGHT)}


def ended(found: dict[str, Any], report: Report, rows: int) -> dict[str, Any]:
    """Return a layout whose list ends after so many rows and says how many more there are."""
    if report.ranking is None:
        return found
    kept = replace(report.ranking, rows=report.ranking.rows[:rows])
    drawn = [_typeset(to_builtins(row)) | {"strip": interval_strip(row, kept.ticks)} for row in kept.rows]
    return found | {"ranking": found["ranking"] | {"rows": drawn, "more": kept.more}}


def _solutions(found: Solutions) -> dict[str, Any]:
    values: dict[str, Any] = _typeset(to_builtins(replace(found, picture=None)))
    if found.picture:
        values["picture"] = {"svg": chart_svg(found.picture.spec, *PLANE, titles=10), "text": found.picture.text}
    return values


def _typeset(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return values with all their texts typeset."""
    if isinstance(value, dict):
        return {name: _typeset(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_typeset(one) for one in value]
    return typeset(value) if isinstance(value, str) else value


def typeset(text: str) -> str:
    """Return a text whose figures do not wrap, by no-break spaces and word joiners: "49 % (36–63)".

    What in it is read from right to left is set apart (U+2068, U+2069), so that quotes, commas and figures beside it
    stay where they are in a sentence of ours.
    """
    text = text.replace(" %", "\u00a0%").replace("–", "\u2060–\u2060")
    text = re.sub(r"(?<=[\d%]) (?=\(\d)", "\u00a0", text)
    return isolated(text)


def isolated(text: str) -> str:
    """Return a text in which what is read from right to left is set apart from what is not."""
    return text if direction(text) == "rtl" else FOREIGN.sub("\u2068\\g<0>\u2069", text)


def direction(text: str) -> Literal["ltr", "rtl"]:
    """Return in which direction a text is read: right to left only where no letter of it is read the other way.

    A sentence of ours that begins with a statement in Arabic is still one in English.
    """
    ways = {bidirectional(letter) for letter in text}
    return "rtl" if ways & {"R", "AL"} and "L" not in ways else "ltr"
