"""Points of PowerPoint that can be edited, read back from their file."""

import io

import pytest
from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from jtbd_core.report.chapter import Chapter, FullReport, Points
from jtbd_core.report.deck import deck
from jtbd_core.report.native_points import DIAGONAL
from tests.report.test_deck import charts

KINDS = {"functional": "#4f7fd9", "emotional": "#b4690e", "social": "#7a5195"}


def points_of(*sizes: int, has_diagonal: bool = True) -> Points:
    """Return points in groups of so many members."""
    groups = [kind for kind, many in zip(KINDS, sizes, strict=False) for _ in range(many)]
    places = [float(at) for at in range(1, len(groups) + 1)]
    return Points(
        axes=("importance", "satisfaction"),
        ends=((0, 10), (0, 10)),
        names=tuple(map(str, range(len(groups)))),
        groups=tuple(groups),
        colours=tuple(KINDS[kind] for kind in groups),
        across=tuple(places),
        up=tuple(9 - at for at in places),
        has_diagonal=has_diagonal,
    )


def drawn(points: Points) -> object:
    """Return the chart of points in a presentation of theirs."""
    chapter = Chapter("Landscape", "A finding.", "60 people", charts=(points,))
    (chart,) = charts(deck(FullReport("A", "en", "", "", (), "", (chapter,))))
    return chart


@pytest.mark.parametrize("sizes", [(1,), (2,), (3,), (1, 1, 1), (1, 2), (1, 3, 2), (4, 1, 2)])
@pytest.mark.parametrize("has_diagonal", [True, False])
def test_no_series_stands_before_a_longer_one(sizes: tuple[int, ...], has_diagonal: bool) -> None:
    """LibreOffice draws no point of one that does; all points of all kinds are there, each once."""
    points = points_of(*sizes, has_diagonal=has_diagonal)
    plot = drawn(points).plots[0]
    lengths = {one.name: len(list(one.values)) for one in plot.series}
    assert next(iter(lengths.values())) == max(lengths.values())
    expected = dict(zip(KINDS, sizes, strict=False)) | ({DIAGONAL: 2} if has_diagonal else {})
    assert lengths == expected


@pytest.mark.parametrize("sizes", [(1,), (1, 3, 2)])
def test_edit_data_opens_the_points(sizes: tuple[int, ...]) -> None:
    """Where a series says that its name and numbers stand in the workbook, there they stand."""
    chart = drawn(points_of(*sizes))
    book = CalamineWorkbook.from_filelike(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    rows = book.get_sheet_by_index(0).to_python()
    for series in chart.plots[0].series:
        for tag, column in (("xVal", 0), ("yVal", 1)):
            (held,) = series._element.findall(f"{{*}}{tag}/{{*}}numRef")
            first, last = (int(cell.split("$")[-1]) for cell in held.findtext("{*}f").split(":"))
            cached = [float(one.text) for one in held.findall("{*}numCache/{*}pt/{*}v")]
            assert [row[column] for row in rows[first - 1 : last]] == cached
        assert rows[first - 2][:2] == ["importance", series.name]


def test_names_stand_on_a_side_that_is_free() -> None:
    """The file puts a name right of its point, but not over another point, another name or the edge."""
    alone, beside, at_the_edge = (2.0, 5.0), (2.15, 5.0), (9.98, 5.0)
    across, up = zip(alone, beside, at_the_edge, strict=True)
    points = replace(points_of(3), names=("A", "B", "C"), across=across, up=up)
    found = drawn(points).plots[0].series[0]._element.findall("{*}dLbls/{*}dLbl/{*}dLblPos")
    assert [one.get("val") for one in found] == ["l", "r", "l"]
