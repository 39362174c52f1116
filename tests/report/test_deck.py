"""A report as PowerPoint."""

import io

import pytest
from msgspec.structs import replace
from pptx import Presentation
from python_calamine import CalamineWorkbook

from jtbd_core.report.chapter import Bars, Chapter, FullReport, Line, Points, Quantity, Series, Table
from jtbd_core.report.deck import deck
from tests.report.full_sample import full_sample

NAMES = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LONG = "Die Wahrscheinlichkeit einer langwierigen Auseinandersetzung mit der Verwaltung der Bibliothek wird kleiner. "


@pytest.fixture(scope="module")
def report() -> FullReport:
    """Return the report of a small study."""
    return full_sample().report


def charts(content: bytes) -> list:
    """Return the charts of a presentation, in the order of its slides."""
    shapes = [shape for slide in Presentation(io.BytesIO(content)).slides for shape in slide.shapes]
    return [shape.chart for shape in shapes if shape.has_chart]


def bars_of(report: FullReport) -> list[Bars]:
    """Return the charts of bars of a report."""
    return [chart for chapter in report.chapters for chart in chapter.charts if isinstance(chart, Bars)]


def lengths(series: object, side: str) -> list[float]:
    """Return how long the error bars of a series are to one side."""
    found = series._element.findall(f"{NAMES}errBars/{NAMES}{side}//{NAMES}v")
    return [float(one.text) for one in found]


def test_its_charts_hold_the_figures_and_their_error_bars(report: FullReport) -> None:
    """Each bar is a number that can be edited, and its own error bars end where its interval does."""
    drawn = [chart for chart in charts(deck(report)) if "XY" not in str(chart.chart_type)]
    names, values, ends = [], [], []
    for chart in drawn:
        names += list(chart.plots[0].categories)
        for series in chart.plots[0].series:
            values += [round(one, 6) for one in series.values]
            sides = zip(series.values, lengths(series, "minus"), lengths(series, "plus"), strict=False)
            ends += [(round(at - minus, 4), round(at + plus, 4)) for at, minus, plus in sides]
    series = [one for bars in bars_of(report) for one in bars.series]
    assert sorted(names) == sorted(name for bars in bars_of(report) for name in bars.names)
    assert sorted(values) == sorted(round(value, 6) for one in series for value in one.values)
    assert sorted(ends) == sorted((round(low, 4), round(high, 4)) for one in series for low, high in one.ends)
    assert len(ends) > 30


def test_no_interval_runs_through_a_figure(report: FullReport) -> None:
    """Error bars stand at a series without a colour and labels, beside the one whose figures are printed."""
    drawn = [chart.plots[0] for chart in charts(deck(report)) if "CLUSTERED" in str(chart.chart_type)]
    assert all(plot.overlap < 60 for plot in drawn)
    series = [one._element for plot in drawn for one in plot.series]
    labelled, whiskered = (
        {one for one in series if one.find(f"{NAMES}{tag}") is not None} for tag in ("dLbls", "errBars")
    )
    assert len(labelled) == len(whiskered) == len(drawn)
    assert not labelled & whiskered


@pytest.mark.parametrize("is_stacked", [True, False])
def test_few_bars_are_no_walls(report: FullReport, is_stacked: bool) -> None:
    """One bar is about as thick as each of five; under stacked ones there is room for the axis and the legend."""
    slim = {}
    for many in (1, 5, 12):
        series = (Series("now", (50.0,) * many, ("#0d9488",)),)
        bars = Bars("", "%", 0, 100, 0, tuple(map(str, range(many))), series, is_stacked=is_stacked)
        (chart,) = charts(deck(replace(report, chapters=(Chapter("List", "A.", "", charts=(bars,)),))))
        slim[many] = 1 / many / (1 + chart.plots[0].gap_width / 100)
        ends = [float(chart._chartSpace.find(f".//{NAMES}{one}").get("val")) for one in ("y", "h")]
        assert sum(ends) == pytest.approx(0.77 if is_stacked else 0.83)
    assert slim[1] / slim[5] == pytest.approx(1.2, abs=0.1)
    assert slim[12] < slim[5]


def test_tables_have_a_bold_title_and_even_rows() -> None:
    """A cell without a text makes its row no taller than others."""
    table = Table("Rounds", ("Solution", "n"), (Line(("Clinic", "")),))
    report = FullReport("A", "en", "", "", (), "", (Chapter("A", "A.", "", lines=("Words.",), tables=(table,)),))
    _, slide = Presentation(io.BytesIO(deck(report))).slides
    runs = [run for one in slide.shapes if one.has_text_frame for at in one.text_frame.paragraphs for run in at.runs]
    assert {run.text: run.font.bold for run in runs if run.text in ("Rounds", "Words.")} == {
        "Words.": False,
        "Rounds": True,
    }
    (drawn,) = (one.table for one in slide.shapes if one.has_table)
    (end,) = drawn.cell(1, 1)._tc.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}endParaRPr")
    assert end.get("sz") == "1100"


def test_edit_data_opens_the_figures(report: FullReport) -> None:
    """The workbook behind a chart has names, values, ends of intervals, and the error bars refer to it."""
    (first, *_) = charts(deck(report))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(first.part.chart_workbook.xlsx_part.blob)).get_sheet_by_index(0)
    head, *lines = rows.to_python()
    assert head[:5] == ["", "measured now", "expected when asked again, 95 %", "95 % from", "95 % to"]
    bars = bars_of(report)[0]
    (now, again), many = bars.series, len(lines)
    assert [line[:5] for line in lines] == [
        [name, value, expected, *ends]
        for name, value, expected, ends in zip(
            bars.names[:many], now.values[:many], again.values[:many], again.ends[:many], strict=True
        )
    ]
    refers = first.plots[0].series[1]._element.find(f"{NAMES}errBars/{NAMES}plus/{NAMES}numRef/{NAMES}f").text
    assert refers == f"Sheet1!$F$2:$F${many + 1}"


def test_every_slide_says_its_finding_and_of_what(report: FullReport) -> None:
    """The title is a sentence, above it stand study, round, people and group, and the notes hold the formulas."""
    made = Presentation(io.BytesIO(deck(report)))
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9)
    titles = {chapter.title for chapter in report.chapters}
    for number, slide in enumerate(made.slides):
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert slide.shapes.title.text in titles | {report.headline}
        assert any(report.context in text for text in texts)
        assert number == 0 or report.formulas[0] in slide.notes_slide.notes_text_frame.text
        graphics = [shape for shape in slide.shapes if shape.has_chart or shape.has_table]
        assert all(shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in graphics)


def test_its_tables_hold_every_row(report: FullReport) -> None:
    """Those that slides show, cell by cell."""
    shapes = [shape for slide in Presentation(io.BytesIO(deck(report))).slides for shape in slide.shapes]
    rows = {tuple(cell.text for cell in row.cells) for shape in shapes if shape.has_table for row in shape.table.rows}
    asked = [table for one in report.chapters for table in one.tables if table.reach == "slides"]
    assert [row.cells for table in asked for row in table.rows if tuple(map(str, row.cells)) not in rows] == []


def test_a_short_deck_is_for_a_board(report: FullReport) -> None:
    """A cover and a slide for each of few chapters, which say how much more there is."""
    made = Presentation(io.BytesIO(deck(report.for_board())))
    assert 5 <= len(made.slides) <= 9
    assert any("more slide" in shape.text_frame.text for s in made.slides for shape in s.shapes if shape.has_text_frame)


@pytest.mark.parametrize("many", [1, 14, 60])
def test_long_lists_are_parted(report: FullReport, many: int) -> None:
    """No slide has more bars or rows than have room, however long statements are; each stands on one slide."""
    names = tuple(f"{LONG}{number}" for number in range(many))
    series = (Series("now", (50.0,) * many, ("#0d9488",), ((40.0, 60.0),) * many),)
    table = Table("", ("Outcome", "now"), tuple(Line((name, "50")) for name in names))
    chapter = Chapter(
        "List", "A finding.", "60 people", tables=(table,), charts=(Bars("", "%", 0, 100, 0, names, series),)
    )
    content = deck(replace(report, chapters=(chapter,)))
    drawn = [list(chart.plots[0].categories) for chart in charts(content)]
    assert [name for part in drawn for name in part] == list(names)
    assert max(map(len, drawn)) <= 9
    skips = [chart.category_axis._element.find(f"{NAMES}tickLblSkip").get("val") for chart in charts(content)]
    assert set(skips) == {"1"}
    made = Presentation(io.BytesIO(content))
    heights = [len(shape.table.rows) for slide in made.slides for shape in slide.shapes if shape.has_table]
    assert sum(heights) - len(heights) == many
    assert max(heights) <= 17


def test_words_that_leave_no_room_stand_before_their_table() -> None:
    """A table begins at the top of a slide of its own; beside few words it stays on theirs."""
    table = Table("", ("Solution", "n"), (Line(("Clinic", Quantity(12))),))
    slides = {}
    for words in (("One.",), ("One sentence.",) * 7):
        report = FullReport("A", "en", "", "", (), "", (Chapter("A", "A.", "", lines=words, tables=(table,)),))
        _, *slides[len(words)] = Presentation(io.BytesIO(deck(report))).slides
    assert [len(found) for found in slides.values()] == [1, 2]
    assert [any(shape.has_table for shape in slide.shapes) for slide in slides[7]] == [False, True]


def test_text_from_right_to_left_is_set_so(report: FullReport) -> None:
    """A title in Arabic begins at the right; one in Japanese, or that quotes a statement, at the left."""
    points = Points(
        ("x", "y"), ((0, 10), (0, 10)), ("=1+1",), ("one",), ("#0d9488",), (5.0,), (6.0,), ((4.0, 6.0),), ((5.0, 7.0),)
    )
    chapter = Chapter("List", "أشعر بالراحة في العمل.", "60 people", charts=(points,))
    said = replace(chapter, title="“أشعر بالراحة في العمل” falls short for 24 % of people.")
    content = deck(replace(report, headline="仕事中に安心できる", chapters=(said, chapter)))
    slides = Presentation(io.BytesIO(content)).slides
    ways = [one.shapes.title.text_frame.paragraphs[0]._p.pPr.get("rtl") for one in slides]
    assert ways == [None, None, "1"]
    chart, _ = charts(content)
    assert chart.plots[0].series[0].name == "one"
    errors = chart.plots[0].series[0]._element.findall(f"{NAMES}errBars")
    assert [one.find(f"{NAMES}errDir").get("val") for one in errors] == ["y", "x"]
