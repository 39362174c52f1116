"""Charts of PowerPoint that can be edited: bars and points, with error bars of their own."""

from collections.abc import Sequence
from math import isnan
from typing import cast
from unicodedata import east_asian_width

from jtbd_core.report.chapter import Bars, Series
from jtbd_core.report.chart_sheet import ChartSheet, Drawn, add_error_bars

INK, QUIET, GRID = "0F1821", "4A5763", "DFE4E8"
Box = tuple[int, int, int, int]
"""Left, top, width and height, in the units of PowerPoint."""

DARK = {"#9a3412", "#0f6e68"}
"""Colours on which figures are white."""

LARGE, SMALL, LONG = 12, 10, 85
LETTERS, LINES = {LARGE: 46, SMALL: 54}, {LARGE: 19, SMALL: 23}
"""The sizes of the type of names, in points, small where one has more letters; the letters of a line, and the lines."""

NAMES, TALL, ABOVE, LEGEND = 0.42, 0.82, 0.1, 0.06
"""The part of a chart's width that names take, and of its height that bars, a title and a legend do."""

BELOW = 40
"""How much in % a bar and that of its interval overlap: its line is then just below, and runs through no figure."""

GAP, MOST_GAP, SLIM = 40, 500, 725
"""The space between bars in % of their thickness, and the most there can be; the chart in % of its thickest bar."""


def name_lines(name: str, names: Sequence[str]) -> int:
    """Return how many lines a name takes beside bars, in the type of all of these names."""
    return -(-wide(name) // LETTERS[_size(names)])


def most_lines(names: Sequence[str]) -> int:
    """Return how many lines of names have room below each other on a slide."""
    return LINES[_size(names)]


def wide(text: str) -> int:
    """Return how many letters wide a text is; those of East Asia count twice."""
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)


def _size(names: Sequence[str]) -> int:
    """Return the size of the type of names, in points: smaller where one is long."""
    return SMALL if max(map(wide, names), default=0) > LONG else LARGE


def add_bars(slide: Drawn, bars: Bars, box: Box, text: str) -> None:
    """Add bars to a slide, the first name on top; `text` says what they show to those who do not see them."""
    from pptx.chart import data as kinds
    from pptx.enum.chart import XL_CHART_TYPE

    data: Drawn = cast(Drawn, kinds).CategoryChartData(number_format=_format(bars.decimals))
    data.categories = bars.names
    for series in bars.series:
        data.add_series(series.name, [None if isnan(one) else one for one in series.values])
    kind = XL_CHART_TYPE.BAR_STACKED if bars.is_stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame = described(slide.shapes.add_chart(kind, *box, data), text)
    chart, plot = frame.chart, frame.chart.plots[0]
    chart.has_legend = bars.is_stacked
    draw_title(chart, bars.title)
    plot.gap_width, plot.overlap = _gap(len(bars.names)), 100 if bars.is_stacked else BELOW
    for drawn, series in zip(plot.series, bars.series, strict=True):
        _colour(drawn, series, is_stacked=bars.is_stacked)
    _label(plot, bars)
    _axes(chart, bars)
    above = ABOVE if bars.title else 0.01
    below = TALL - (LEGEND if bars.is_stacked else 0) + 0.01
    _place(chart, (NAMES, above, 0.97 - NAMES, below - above))
    sheet = ChartSheet()
    sheet.add(0, "", bars.names)
    for number, series in enumerate(bars.series, start=1):
        sheet.add(number, series.name, series.values)
    for number, (drawn, series) in enumerate(zip(plot.series, bars.series, strict=True), start=1):
        if series.ends:
            add_error_bars(drawn, sheet, (series.values, number), series.ends, "")
    chart.part.chart_workbook.update_from_xlsx_blob(sheet.content())


def draw_title(chart: Drawn, title: str) -> None:
    """Write the title of a chart; a chart without one would be given one of its own."""
    from pptx.util import Pt

    chart.has_title = bool(title)
    if title:
        chart.chart_title.text_frame.text = title
        font = chart.chart_title.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold, font.color.rgb = Pt(14), True, rgb(INK)
        chart.chart_title.include_in_layout = False


def described(frame: Drawn, text: str) -> Drawn:
    """Return what stands on a slide, after saying what it shows to those who do not see it."""
    frame._element.nvGraphicFramePr.cNvPr.set("descr", text)
    return frame


def _format(decimals: int) -> str:
    return "0" + ("." + "0" * decimals if decimals else "")


def rgb(colour: str) -> Drawn:
    """Return a colour such as "#0f1821"."""
    from pptx.dml import color

    return cast(Drawn, color).RGBColor(*bytes.fromhex(colour.lstrip("#")))


def _gap(many: int) -> int:
    """Return the space between so many bars: the fewer there are, the more, so that none is as thick as a wall."""
    return min(max(GAP, SLIM // many - 100), MOST_GAP)


def _colour(drawn: Drawn, series: Series, *, is_stacked: bool) -> None:
    drawn.invert_if_negative = False
    if series.is_hidden:
        drawn.format.fill.background()
        return
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = rgb(series.colours[0])
    if not is_stacked and len(series.colours) > 1:
        for number, colour in enumerate(series.colours):
            point = drawn.points[number].format.fill
            point.solid()
            point.fore_color.rgb = rgb(colour)


def _label(plot: Drawn, bars: Bars) -> None:
    """Print the figures in the bars; on dark ones in white."""
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    for drawn, series in zip(plot.series, bars.series, strict=True):
        if series.is_hidden:
            continue
        labels = drawn.data_labels
        labels.show_value = True
        labels.number_format, labels.number_format_is_linked = _format(bars.decimals), False
        labels.position = XL_LABEL_POSITION.CENTER if bars.is_stacked else XL_LABEL_POSITION.INSIDE_BASE
        labels.font.size, labels.font.bold = Pt(11), True
        is_dark = DARK.intersection(series.colours)
        labels.font.color.rgb = rgb("FFFFFF" if is_dark else INK)


def _axes(chart: Drawn, bars: Bars) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    names = chart.category_axis
    names.reverse_order = True  # the first on top; it turns the other axis up too, whose labels are then *high* below
    names.tick_label_position, names.major_tick_mark = XL_TICK_LABEL_POSITION.LOW, XL_TICK_MARK.NONE
    names.tick_labels.font.size, names.tick_labels.font.color.rgb = Pt(_size(bars.names)), rgb(INK)
    _name_all(names)
    names.format.line.color.rgb = rgb(QUIET)
    draw_axis(chart.value_axis, bars.axis, bars.low, bars.high)
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(12)


def _name_all(axis: Drawn) -> None:
    """Leave out no name, however little room there is."""
    from pptx.oxml import parse_xml

    every = parse_xml("<c:tickLblSkip xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' val='1'/>")
    axis._element.find("{*}noMultiLvlLbl").addprevious(every)


def draw_axis(axis: Drawn, title: str, low: float, high: float) -> None:
    """Draw an axis of figures with its title and its ends."""
    from pptx.util import Pt

    axis.minimum_scale, axis.maximum_scale = low, high
    axis.has_major_gridlines, axis.has_title = True, True
    axis.major_gridlines.format.line.color.rgb = rgb(GRID)
    axis.format.line.color.rgb = rgb(GRID)
    axis.tick_labels.font.size, axis.tick_labels.font.color.rgb = Pt(11), rgb(QUIET)
    frame = axis.axis_title.text_frame
    frame.text = title
    font = frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(12), False, rgb(QUIET)


def _place(chart: Drawn, box: tuple[float, float, float, float]) -> None:
    """Say where bars stand in a chart, so that long names wrap beside them."""
    from pptx.oxml import parse_xml

    parts = "".join(f"<c:{name} val='{at}'/>" for name, at in zip(("x", "y", "w", "h"), box, strict=True))
    begun = "<c:layout xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:manualLayout>"
    modes = "<c:layoutTarget val='inner'/><c:xMode val='edge'/><c:yMode val='edge'/>"
    area = chart._chartSpace.chart.plotArea
    for one in area.findall("{*}layout"):
        area.remove(one)
    area.insert(0, parse_xml(f"{begun}{modes}{parts}</c:manualLayout></c:layout>"))
