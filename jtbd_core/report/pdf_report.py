"""A report as PDF: A4 whose text block fits on Letter, tagged for readers who hear it, for a board one page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jtbd_core.charts.files import as_pixels
from jtbd_core.charts.fonts import font_folders
from jtbd_core.report.chapter import FullReport
from jtbd_core.report.full_layout import full_layout
from jtbd_core.report.layout import RIGHT_TO_LEFT, ended, layout
from jtbd_core.report.report import Report

if TYPE_CHECKING:
    import typst

BOARD, FULL = (Path(__file__).parent / "templates" / f"{name}.typ" for name in ("board", "full"))
GOOD_ROWS, FEWEST_ROWS = 9, 4
SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
READABLE = 3
"""The sizes of type that are tried; of the first, which read well, any comes before a list of fewer `GOOD_ROWS`."""


def pdf_report(report: Report | FullReport) -> bytes:
    """Return a report as PDF, tagged, and where our fonts have all its letters after the standard PDF/UA-1."""
    if isinstance(report, FullReport):
        compiler = _compiler(_fonts(), _readable(full_layout(report)), 1, FULL)
    else:
        values, scale = fitted(report)
        compiler = _compiler(_fonts(), _readable(values), scale)
    try:
        return cast(bytes, compiler.compile(format="pdf", pdf_standards=["ua-1"]))
    except RuntimeError:  # a letter without a glyph, which PDF/UA forbids
        return cast(bytes, compiler.compile(format="pdf"))


def _readable(value: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Return values whose pictures hold no Arabic text: typst draws its dots without saying of which letter they are.

    PDF/UA forbids that. It is of text in an SVG alone (seen with typst 0.15); what a picture shows is said beside it.
    """
    if isinstance(value, dict):
        return {
            name: as_pixels(one) if name == "svg" and RIGHT_TO_LEFT.search(one) else _readable(one)
            for name, one in value.items()
        }
    return [_readable(one) for one in value] if isinstance(value, list) else value


def fitted(report: Report) -> tuple[dict[str, Any], float]:
    """Return the layout with the longest list that fits on the page, and the size of type, 1 where that is enough."""
    fonts, whole = _fonts(), layout(report)
    for rows, scale in _tries(report):
        values = ended(whole, report, rows)
        if json.loads(_compiler(fonts, values, scale).query("<pages>", field="value", one=True)) == 1:
            break
    return values, scale


def _fonts() -> "typst.Fonts":
    import typst  # slow to load, and only for this

    return typst.Fonts(include_system_fonts=False, font_paths=font_folders())


def _compiler(fonts: "typst.Fonts", values: dict[str, Any], scale: float, template: Path = BOARD) -> "typst.Compiler":
    import typst

    inputs = {"values": json.dumps(values), "scale": str(scale)}
    return typst.Compiler(template, font_paths=fonts, sys_inputs=inputs)


def _tries(report: Report) -> Iterator[tuple[int, float]]:
    """Give numbers of rows and sizes of type, the best first."""
    most = len(report.ranking.rows) if report.ranking else 0
    good, least = min(most, GOOD_ROWS), min(most, FEWEST_ROWS)
    yield from ((rows, scale) for scale in SCALES[:READABLE] for rows in range(most, good - 1, -1))
    yield from ((rows, SCALES[READABLE - 1]) for rows in range(good - 1, least - 1, -1))
    yield from ((least, scale) for scale in SCALES[READABLE:])
