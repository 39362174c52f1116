"""Points of PowerPoint that can be edited, with error bars of their own both ways."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple, cast

from jtbd_core.report.chapter import Points
from jtbd_core.report.chart_sheet import ChartSheet, Drawn, add_error_bars
from jtbd_core.report.label_sides import Side, label_sides
from jtbd_core.report.native_charts import INK, QUIET, Box, described, draw_axis, draw_title, rgb

DIAGONAL = "important and served alike"


class Group(NamedTuple):
    """A series of points: its name, which of all points it has, where they are, and the row of its heading.

    The diagonal has none of the points, and two places.
    """

    name: str
    members: tuple[int, ...]
    places: tuple[tuple[float, float], ...]
    row: int = 0


def add_points(slide: Drawn, points: Points, box: Box, text: str) -> None:
    """Add points to a slide, with their intervals both ways and the names of those that have one."""
    groups, sheet = _groups(points), ChartSheet()
    data = _data(points, groups, sheet)
    from pptx.enum.chart import XL_CHART_TYPE

    frame = described(slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *box, data), text)
    chart = frame.chart
    draw_title(chart, "")
    _legend(chart, is_shown=1 < len(set(points.groups)) < len(points.names))
    sides = label_sides(points)
    for one, group in zip(chart.plots[0].series, groups, strict=True):
        if not group.members:
            _dash(one)
            continue
        names = [(points.names[at], sides[at]) for at in group.members]
        _mark(one, names, points.colours[group.members[0]])
        _intervals(one, group, points, sheet)
    for axis, title, ends in zip((chart.category_axis, chart.value_axis), points.axes, points.ends, strict=True):
        draw_axis(axis, title, *ends)
    chart.part.chart_workbook.update_from_xlsx_blob(sheet.content())


def _groups(points: Points) -> list[Group]:
    """Return the series, the longest first, each two rows below the one before, where python-pptx looks for it.

    LibreOffice draws no point of a series that stands before a longer one (seen with 7.4).
    """
    found = []
    for name in dict.fromkeys(points.groups):
        members = tuple(at for at, one in enumerate(points.groups) if one == name)
        found.append(Group(name, members, tuple((points.across[at], points.up[at]) for at in members)))
    if points.has_diagonal:
        found.append(Group(DIAGONAL, (), ((0.0, 0.0), (10.0, 10.0))))
    longest = max(found, key=lambda one: len(one.places))
    found = [longest, *(one for one in found if one is not longest)]
    begins = accumulate((len(one.places) + 2 for one in found), initial=0)
    return [one._replace(row=row) for one, row in zip(found, begins, strict=False)]


def _data(points: Points, groups: Sequence[Group], sheet: ChartSheet) -> Drawn:
    """Return the data of a chart, after writing them into its sheet."""
    from pptx.chart import data as kinds

    data: Drawn = cast(Drawn, kinds).XyChartData(number_format="0.0")
    for group in groups:
        series = data.add_series(group.name)
        for place in group.places:
            series.add_data_point(*place)
        sheet.add(0, points.axes[0], [x for x, _ in group.places], group.row)
        sheet.add(1, group.name, [y for _, y in group.places], group.row)
    return data


def _intervals(drawn: Drawn, group: Group, points: Points, sheet: ChartSheet) -> None:
    if not points.up_ends:
        return
    ways = (("y", 1, points.up, points.up_ends), ("x", 0, points.across, points.across_ends))
    for way, column, values, ends in ways:
        own = [values[at] for at in group.members]
        add_error_bars(drawn, sheet, (own, column), [ends[at] for at in group.members], way, group.row)


def _legend(chart: Drawn, *, is_shown: bool) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    chart.has_legend = is_shown
    if is_shown:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(12)


def _mark(drawn: Drawn, names: Sequence[tuple[str, Side]], colour: str) -> None:
    """Draw a series as points of a colour, with the names of those that have one on a side of each."""
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
    from pptx.util import Pt

    drawn.format.line.fill.background()
    drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 10
    drawn.marker.format.fill.solid()
    drawn.marker.format.fill.fore_color.rgb = rgb(colour)
    drawn.marker.format.line.color.rgb = rgb("FFFFFF")
    for number, (name, side) in enumerate(names):
        if name:
            label = drawn.points[number].data_label
            label.text_frame.text = name
            font = label.text_frame.paragraphs[0].runs[0].font
            font.size, font.bold, font.color.rgb = Pt(13), True, rgb(INK)
            label.position = getattr(XL_LABEL_POSITION, side.upper())


def _dash(drawn: Drawn) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    drawn.format.line.width = Pt(1.5)
    drawn.marker.style, drawn.smooth = XL_MARKER_STYLE.NONE, False
    drawn.format.line.color.rgb, drawn.format.line.dash_style = rgb(QUIET), MSO_LINE.DASH
