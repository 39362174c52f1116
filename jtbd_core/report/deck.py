"""A report as PowerPoint: a slide per finding, its title a sentence, its charts such as can be edited."""

import io
from collections.abc import Iterator
from math import ceil

from msgspec.structs import replace

from jtbd_core.report.chapter import Bars, Chapter, FullReport, Points, Table
from jtbd_core.report.chart_sheet import Drawn
from jtbd_core.report.native_charts import add_bars, most_lines, name_lines
from jtbd_core.report.native_points import add_points
from jtbd_core.report.slide_parts import (
    BODY,
    MOST_BESIDE,
    add_context,
    add_foot,
    add_lines,
    add_notes,
    add_table,
    add_title,
    table_parts,
    text_lines,
)

WIDTH, HEIGHT = 12192000, 6858000
"""16:9, in units of PowerPoint (914,400 to the inch)."""

TITLE_ONLY = 5
"""The layout of slides in the template of python-pptx."""

MOST_ROWS = 12
"""The bars of a slide, fewer where their names take several lines."""


def deck(report: FullReport) -> bytes:
    """Return a report as a presentation; a short one has a slide for each chapter, and says what it leaves out."""
    from pptx import Presentation

    made = Presentation()
    _widen(made)
    _add_cover(made, report)
    for chapter in report.chapters:
        slides = list(_slides(chapter))
        for part in slides[:1] if report.is_short else slides:
            _add(made, report, chapter, part, rest=len(slides) - 1 if report.is_short else 0)
    written = io.BytesIO()
    made.core_properties.title = f"{report.study} · {report.context}"
    made.core_properties.author = "Headway"
    made.core_properties.language = "en"
    made.save(written)
    return written.getvalue()


Part = Bars | Points | Table | None


def _slides(chapter: Chapter) -> Iterator[Part]:
    """Give what stands on each slide of a chapter: parts of its charts, then of its tables; None for words alone."""
    tables = [part for table in chapter.tables if _is_shown(table, chapter) for part in table_parts(table)]
    yield from (part for chart in chapter.charts for part in _parts(chart))
    if _is_wordy(chapter) if tables else chapter.lines and not chapter.charts:
        yield None
    yield from tables


def _is_wordy(chapter: Chapter) -> bool:
    """Whether the words of a chapter leave no room for a table on the same slide."""
    return text_lines(chapter.lines) > MOST_BESIDE


def _is_shown(table: Table, chapter: Chapter) -> bool:
    return table.reach == "slides" or (table.reach == "pages" and not chapter.charts and len(table.headings) <= 4)


def _parts(chart: Bars | Points) -> Iterator[Bars | Points]:
    """Give a chart in parts that have room on a slide, all about as long."""
    if isinstance(chart, Points):
        yield chart
        return
    many, tall = len(chart.names), max(1.5, *(name_lines(name, chart.names) for name in chart.names))
    parts = ceil(many / min(MOST_ROWS, int(most_lines(chart.names) / tall)))
    for number in range(parts):
        yield _part(chart, many * number // parts, many * (number + 1) // parts)


def _part(chart: Bars, start: int, end: int) -> Bars:
    series = tuple(
        replace(
            one,
            values=one.values[start:end],
            ends=one.ends[start:end],
            colours=one.colours if len(one.colours) == 1 else one.colours[start:end],
        )
        for one in chart.series
    )
    return replace(chart, names=chart.names[start:end], series=series)


def _widen(made: Drawn) -> None:
    """Make the slides 16:9, and what the template places on them as wide."""
    for layout in (made.slide_master, *made.slide_layouts):
        for shape in layout.placeholders:
            shape.left, shape.top, shape.width, shape.height = (
                round(shape.left * WIDTH / made.slide_width),
                round(shape.top * HEIGHT / made.slide_height),
                round(shape.width * WIDTH / made.slide_width),
                round(shape.height * HEIGHT / made.slide_height),
            )
    made.slide_width, made.slide_height = WIDTH, HEIGHT


def _add_cover(made: Drawn, report: FullReport) -> None:
    slide = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])
    add_title(slide, report.headline, is_cover=True)
    add_context(slide, f"{report.study} · {report.context}")
    add_lines(slide, [f"Made with Headway on {report.made}"], BODY[1] + BODY[3] - 300000)
    add_notes(slide, report.formulas)


def _add(made: Drawn, report: FullReport, chapter: Chapter, part: Part, *, rest: int) -> None:
    """Add a slide, with what its figures mean at its foot and in its notes."""
    slide = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])
    add_title(slide, chapter.title)
    add_context(slide, f"{report.study} · {chapter.about}")
    key = getattr(part, "key", "")
    more = f"{rest} more {'slide' if rest == 1 else 'slides'} of this stand in the full report." if rest else ""
    left, top, width, height = BODY
    if not isinstance(part, Bars | Points):
        title = [part.title] if isinstance(part, Table) and part.title else []
        words = () if isinstance(part, Table) and _is_wordy(chapter) else chapter.lines
        top = add_lines(slide, title, add_lines(slide, words, top), is_bold=True)
    if isinstance(part, Bars):
        add_bars(slide, part, BODY, f"{chapter.title} {part.axis}. {key}".strip())
    elif isinstance(part, Points):
        add_points(slide, part, BODY, f"{chapter.title} {part.axes[0]} by {part.axes[1]}.")
    elif part is not None:
        add_table(slide, part, (left, top, width, height - (top - BODY[1])))
    add_foot(slide, " ".join(filter(None, (key, more, chapter.formula))), len(made.slides))
    add_notes(slide, (*chapter.lines, key, chapter.formula, *report.formulas))
