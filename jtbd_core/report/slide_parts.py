"""What stands on a slide beside charts: title, context, lines of text, tables, the foot and the notes."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from msgspec.structs import replace

from jtbd_core.report.chapter import Line, Table
from jtbd_core.report.chart_sheet import Drawn
from jtbd_core.report.layout import direction, isolated
from jtbd_core.report.native_charts import Box, rgb, wide

INCH, POINT = 914400, 12700
BODY: Box = (round(0.6 * INCH), round(1.75 * INCH), round(12.13 * INCH), round(4.85 * INCH))
INK, QUIET, ACCENT, GROUND, LINE = "0F1821", "4A5763", "0F6E68", "F1F6FA", "D5DBE0"
SIZES = ((90, 26), (170, 21), (260, 17), (400, 14))
"""The size of a title of at most so many letters, in points."""

MOST_CONTEXT, MOST_HEAD_LINES = 150, 2
NARROWEST = 0.45
"""The inches that a column of figures has for them at least."""

MOST_LINES, LETTERS = 16, 11.5
"""The lines of a table on a slide, and the letters of an inch of one."""

LINE_LETTERS, MOST_BESIDE = 125, 3
"""The letters of a line of text on a slide, and the lines of it that leave room for a table."""


def add_title(slide: Drawn, text: str, *, is_cover: bool = False) -> None:
    """Write the title of a slide, smaller the longer it is."""
    size = next((size for most, size in SIZES if wide(text) <= most), SIZES[-1][1]) + (8 if is_cover else 0)
    title = slide.shapes.title
    top, height = (1.6, 3.2) if is_cover else (0.62, 1.08)
    title.left, title.top, title.width, title.height = BODY[0], round(top * INCH), BODY[2], round(height * INCH)
    frame = title.text_frame
    frame.word_wrap = True
    for side in ("margin_left", "margin_right", "margin_top", "margin_bottom"):
        setattr(frame, side, 0)
    _anchor(frame, "t")
    _write(frame.paragraphs[0], text, size, INK, is_bold=True)


def add_context(slide: Drawn, text: str) -> None:
    """Write of which study, round, people and group a slide is, above its title."""
    size = 12 if wide(text) <= MOST_CONTEXT else 9
    _box(slide, (BODY[0], round(0.3 * INCH), BODY[2], round(0.3 * INCH)), [text], size, QUIET)


def add_foot(slide: Drawn, text: str, number: int) -> None:
    """Write what the figures of a slide mean at its foot, and its number."""
    top, tall = round(6.68 * INCH), round(0.6 * INCH)
    _box(slide, (BODY[0], top, round(11.4 * INCH), tall), [text], 10 if len(text) <= 420 else 8, QUIET)
    _box(slide, (round(12.2 * INCH), top, round(0.55 * INCH), tall), [str(number)], 10, QUIET)


def add_lines(slide: Drawn, lines: Sequence[str], top: int, *, is_bold: bool = False) -> int:
    """Write paragraphs from a height down, and return where they end."""
    if not lines:
        return top
    taken = text_lines(lines)
    size = 15 if taken <= 14 else 12
    tall = round(taken * size * 1.45 * POINT)
    _box(slide, (BODY[0], top, BODY[2], tall), lines, size, INK, is_bold=is_bold)
    return top + tall + round(0.1 * INCH)


def text_lines(lines: Sequence[str]) -> int:
    """Return how many lines paragraphs take on a slide."""
    return sum(ceil(wide(line) / LINE_LETTERS) for line in lines)


def add_notes(slide: Drawn, lines: Iterable[str]) -> None:
    """Write the notes of a slide, each line once."""
    slide.notes_slide.notes_text_frame.text = "\n".join(dict.fromkeys(filter(None, lines)))


def table_parts(table: Table) -> Iterator[Table]:
    """Give a table in parts that have room on a slide, each under its headings."""
    rows: list[Line] = []
    taken, heading = 0, ""
    letters = [width / INCH * LETTERS for width in _widths(table, BODY[2])]
    for row in table.rows:
        cells = zip(row.cells, letters, strict=True)
        takes = max(ceil(wide(str(cell)) / most) for cell, most in cells) + bool(row.heading)
        if rows and taken + takes > MOST_LINES:
            yield replace(table, rows=tuple(rows))
            rows, taken = [], 0
            row = replace(row, heading=row.heading or heading)
        heading = row.heading or heading
        rows.append(row)
        taken += max(takes, 1)
    yield replace(table, rows=tuple(rows))


def add_table(slide: Drawn, table: Table, box: Box) -> None:
    """Add a table to a slide; a heading of rows stands over all columns."""
    rows: list[tuple[tuple[str, ...], str]] = [(table.headings, "head")]
    for one in table.rows:
        rows += [((one.heading,), "group")] if one.heading else []
        rows.append((tuple(map(str, one.cells)), "strong" if one.is_strong else ""))
    many = len(table.headings)
    figures = [table.is_figure(column) for column in range(many)]
    frame = slide.shapes.add_table(len(rows), many, *box[:3], round(len(rows) * 0.27 * INCH))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", table.title or table.headings[0])
    drawn = frame.table
    drawn.horz_banding = False
    for column, width in zip(drawn.columns, _widths(table, box[2]), strict=True):
        column.width = width
    for at, (cells, look) in enumerate(rows):
        if look == "group":
            drawn.cell(at, 0).merge(drawn.cell(at, many - 1))
        for column, text in enumerate(cells):
            _fill(drawn.cell(at, column), text, look, is_figure=look != "group" and figures[column])


def _widths(table: Table, room: int) -> list[int]:
    """Return the widths of columns: figures take what they need, texts share the rest by their length."""
    columns = [[str(row.cells[at]) for row in table.rows] for at in range(len(table.headings))]
    longest = [max(map(wide, column)) for column in columns]
    words = [max(map(wide, heading.split()), default=0) for heading in table.headings]
    is_figure = [table.is_figure(at) for at in range(len(columns))]
    heads = [wide(heading) / MOST_HEAD_LINES for heading in table.headings]
    wides = zip(longest, words, heads, strict=True)
    needed = [max(cell * 0.1, max(word, head) * 0.078, NARROWEST) + 0.25 for cell, word, head in wides]
    left = room / INCH - sum(one for one, figure in zip(needed, is_figure, strict=True) if figure)
    shares = [0 if figure else min(max(one, 10), 60) for one, figure in zip(longest, is_figure, strict=True)]
    parts = zip(needed, shares, is_figure, strict=True)
    return [round(INCH * (need if figure else left * share / sum(shares))) for need, share, figure in parts]


def _fill(cell: Drawn, text: str, look: str, *, is_figure: bool) -> None:
    from pptx.util import Pt

    cell.fill.background()
    if look == "strong":
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(GROUND)
    cell.margin_top = cell.margin_bottom = Pt(2)
    size, colour = (10, QUIET) if look == "head" else (11, INK)
    _write(cell.text_frame.paragraphs[0], text, size, colour, is_bold=look in ("group", "strong"))
    if is_figure:
        _align(cell.text_frame.paragraphs[0])


def _align(paragraph: Drawn) -> None:
    from pptx.enum.text import PP_ALIGN

    paragraph.alignment = PP_ALIGN.RIGHT


def _box(slide: Drawn, box: Box, lines: Sequence[str], size: int, colour: str, *, is_bold: bool = False) -> None:
    frame = slide.shapes.add_textbox(*box).text_frame
    frame.word_wrap = True
    for side in ("margin_left", "margin_right", "margin_top", "margin_bottom"):
        setattr(frame, side, 0)
    for number, line in enumerate(lines):
        _write(frame.add_paragraph() if number else frame.paragraphs[0], line, size, colour, is_bold=is_bold)


def _anchor(frame: Drawn, where: str) -> None:
    frame._txBody.bodyPr.set("anchor", where)


def _write(paragraph: Drawn, text: str, size: int, colour: str, *, is_bold: bool = False) -> None:
    """Write a text; one that is read from right to left is set so."""
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    run = paragraph.add_run()
    run.text = isolated(text)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_bold, rgb(colour)
    paragraph.alignment = PP_ALIGN.LEFT
    if not text:
        paragraph._p.remove(run._r)
        paragraph._p.append(_ended(size))
    if direction(text) == "rtl":
        paragraph._p.get_or_add_pPr().set("rtl", "1")


def _ended(size: int) -> Drawn:
    """Return the end of a paragraph without a text, which is 18 points tall where nothing says that it is smaller."""
    from pptx.oxml import parse_xml

    return parse_xml(f"<a:endParaRPr xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' sz='{size}00'/>")
