"""The full report: one tree of values, read back from every file."""

import io
import re
from collections import Counter

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from jtbd_core.contract import Store
from jtbd_core.report.chapter import Chapter, FullReport, Line, Quantity, Range, Table
from jtbd_core.report.full_layout import full_layout
from jtbd_core.report.full_report import full_report
from jtbd_core.report.html_report import html_report
from jtbd_core.report.pdf_report import pdf_report
from jtbd_core.report.report import Plane
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.wave import Answers, Rating
from tests.report.full_sample import figures, full_sample, tables
from tests.report.test_board_report import subject
from tests.report.words import html_text, pdf_text, plain
from tests.store.studies import PARCEL

MOST_BYTES = 1_000_000
A4, MARGIN = (595, 842), 102
"""The size of a page and the room for its foot, in points."""


@pytest.fixture(scope="module")
def report() -> FullReport:
    """Return the report of a small study."""
    return full_sample().report


def test_it_has_a_chapter_for_each_part_in_the_order_of_the_page(report: FullReport) -> None:
    """From what was asked to the limits; each says of which round and people it is."""
    names = [chapter.name for chapter in report.chapters]
    assert [name for name in names if "key" not in name.lower()] == [
        "What was asked",
        "Success outcomes",
        "Landscape, success outcomes",
        "Value delivered, success outcomes",
        "Other scores, success outcomes",
        "For whom, success outcomes",
        "Solutions",
        "Over time, success outcomes",
        "Where it comes from",
        "In their words",
        "Notes and decisions",
        "How sure",
        "Formulas",
        "Not shown",
        "Limits",
    ]
    assert all("60 people · everybody" in chapter.about for chapter in report.chapters)


def test_what_a_link_does_not_show_is_not_in_it(report: FullReport) -> None:
    """A report without groups and remarks has no word of either, and says that the link does not show them."""
    alone = full_sample().alone
    left_out = {one.name for one in report.chapters} - {one.name for one in alone.chapters}
    assert left_out == {"For whom, success outcomes", "For whom, key outcomes", "Solutions", "In their words"}
    found = html_text(html_report(alone))
    assert plain("came by a link that does not show them") in found
    assert plain("I miss my records") not in found
    assert plain("I miss my records, 5") in html_text(html_report(report))


def test_its_figures_are_those_of_the_results(report: FullReport) -> None:
    """Every outcome of the list, with measured and expected score and both intervals, as the page prints them."""
    success = full_sample().found.results.success
    (table,) = next(one.tables for one in report.chapters if one.name == "Success outcomes")
    unmet = MEASURES["unmet"]
    printed = [
        (f"{unmet.number(row)}", unmet.interval(row), f"{unmet.expected(row)}", str(row["n"]))
        for _, row in success.iterrows()
    ]
    assert [
        (str(now), str(range_), f"{expected} ({again})", str(n))
        for _, now, range_, expected, again, n in (row.cells for row in table.rows)
    ] == printed


def test_marks_are_explained_where_they_are_drawn(report: FullReport) -> None:
    """Pages have them, slides have bars instead, whose key stands with the chart."""
    assert plain("Mark: measured now.") in html_text(html_report(report))
    (chapter,) = (one for one in report.chapters if one.name == "Success outcomes")
    assert "Mark" not in chapter.formula + "".join(getattr(one, "key", "") for one in chapter.charts)


def numbers(text: str) -> Counter[str]:
    """Return how often each number is in a text."""
    return Counter(re.findall(r"−?\d+(?:\.\d+)?", text))


@pytest.mark.parametrize(("make", "read"), [(html_report, html_text), (pdf_report, pdf_text)])
def test_every_figure_is_in_the_file(report: FullReport, make: object, read: object) -> None:
    """Read back, pages hold each row of each table, its figures in their order, and no figure that is not a value."""
    found = read(make(report))
    rows = [row for table in tables(report, "slides", "pages", "paper") for row in table.rows]
    lost = [row for row in rows if plain("".join(map(str, row.cells))) not in found]
    assert lost == []
    assert len(figures(tables(report, "slides", "pages", "paper"))) > 300
    texts = [words for one in report.chapters for words in (one.title, one.about, one.formula, *one.lines)]
    assert [words for words in texts if plain(words) not in found] == []


def test_the_file_asks_for_nothing(report: FullReport) -> None:
    """It names no address but that of SVG, forbids requests, and no two of its charts share an id."""
    content = html_report(replace(report, study="<script>alert(1)</script>")).decode()
    assert set(re.findall(r"https?://[^\"'\s<]+", content)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert "default-src 'none'" in content
    assert "<script" not in content
    ids = Counter(re.findall(r'\sid="([^"]+)"', content))
    assert [name for name, times in ids.items() if times > 1] == []
    assert len(content.encode()) < MOST_BYTES


def test_context_and_formulas_stand_on_every_page(report: FullReport) -> None:
    """A page that is torn out tells of which round, people and filter it is, and what its figures mean."""
    pages = [plain(page.extract_text()) for page in PdfReader(io.BytesIO(pdf_report(report))).pages]
    assert len(pages) > 3
    for page in pages:
        assert plain(report.context) in page
        assert all(plain(words) in page for words in report.formulas)


def structure(content: bytes) -> list[dict]:
    """Return every element of the structure of a PDF, which readers who hear it are given."""
    left, found = [PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]], []
    while left:
        one = left.pop()
        if not hasattr(one, "get"):
            continue
        found.append(one)
        kids = one.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        left += [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    return found


def test_the_pdf_is_tagged(report: FullReport) -> None:
    """Headings, tables with heads, and figures with words; it has a title, a language, and says that it is PDF/UA."""
    content = pdf_report(report)
    root = PdfReader(io.BytesIO(content)).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == (
        "en",
        True,
        True,
    )
    tags = structure(content)
    kinds = Counter(str(one.get("/S")) for one in tags)
    drawn = [picture.text for chapter in report.chapters for picture in chapter.pictures]
    assert kinds["/H2"] == kinds["/H3"] == len(report.chapters)
    assert kinds["/Table"] == len(tables(report, "slides", "pages", "paper"))
    assert kinds["/TH"] > kinds["/Table"]
    assert sorted(str(one["/Alt"]) for one in tags if one.get("/S") == "/Figure") == sorted(drawn)


def test_headings_have_room_and_short_tables_stay_on_a_page() -> None:
    """A unit stays with the word before it, and a letter of East Asia takes the room of two."""
    short = Table("", ("Outcome", "exceeded, %"), (Line(("毎日", Quantity(3))),))
    chapter = Chapter("A", "A.", "", tables=(short, replace(short, rows=short.rows * 13)))
    report = FullReport("A", "en", "", "", (), "", (chapter,))
    drawn = full_layout(report)["chapters"][0]["tables"]
    assert drawn[0]["letters"] == [(4, 7), (1, 11)]
    assert [one["is_short"] for one in drawn] == [True, False]


@pytest.mark.parametrize("height", [880, 2200])
def test_a_heading_stays_with_a_picture_however_tall_that_is(height: int) -> None:
    """A chart of very many outcomes, nearly as tall as a page or taller, is on the page of its heading, in whole."""
    rows = {"values": [{"outcome": f"Outcome {number}", "share": number} for number in range(150)]}
    across, up = {"field": "share", "type": "quantitative"}, {"field": "outcome", "type": "nominal"}
    drawn = {"data": rows, "mark": {"type": "bar"}, "encoding": {"x": across, "y": up}, "height": height}
    tall = Plane(drawn | {"autosize": {"type": "fit", "contains": "padding"}}, "Bars", "")
    short = Chapter("First", "A finding.", "60 people", lines=("Some words.",))
    content = pdf_report(FullReport("A", "en", "", "", (), "", (short, replace(short, pictures=(tall,)))))
    tags = structure(content)
    (picture,) = (one for one in tags if one.get("/S") == "/Figure")
    at = [one.raw_get("/Pg").idnum for one in (picture, *(one for one in tags if one.get("/S") == "/H3"))]
    assert at[0] in at[1:]
    (layout,) = picture["/A"]
    left, bottom, right, top = layout["/BBox"]
    assert (0 < left < right < A4[0], MARGIN < bottom < top < A4[1]) == (True, True)


def test_few_words_stay_with_the_table_that_they_lead_to() -> None:
    """However much stands before them, no page ends between a finding and its table."""
    chapters = []
    for number in range(40):
        table = Table("", ("Outcome", "n"), tuple(Line((f"row {number}.", str(one))) for one in range(6)))
        words = tuple(f"filler {at}" for at in range(8 + number % 7))
        chapters.append(Chapter("Words", "Some words.", "", lines=words))
        chapters.append(Chapter("A", "A finding.", "", lines=(f"words {number}.",), tables=(table,)))
    content = pdf_report(FullReport("A", "en", "", "", (), "", tuple(chapters)))
    pages = [plain(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages]
    parted = [at for at in range(40) if not any(f"words{at}." in one and f"row{at}." in one for one in pages)]
    assert parted == []


def test_who_does_the_job_is_said(store: Store) -> None:
    """What was asked names who does the job, where the study knows."""
    study = replace(PARCEL, executor="A shop owner")
    wave = store.open_wave(store.add_study(study).id)
    report = full_report(store, subject(store, study, wave))
    assert plain("Who does the job: A shop owner.") in html_text(html_report(report))


def test_what_may_not_be_shown_is_said(store: Store) -> None:
    """A report on fewer people than may be shown has its reason, and what was asked."""
    wave = store.open_wave(store.add_study(PARCEL).id)
    store.save(wave.id, "a" * 22, Answers(ratings=(Rating(outcome="on-time", importance=5, experience=1),)))
    report = full_report(store, subject(store, PARCEL, store.set_status(wave.id, "closed")))
    assert [one.name for one in report.chapters] == ["What was asked"]
    for found in (html_text(html_report(report)), pdf_text(pdf_report(report))):
        assert plain("Too few people rated: 1.") in found
        assert plain("people · everybody") not in found


def test_a_cell_prints_what_a_sheet_holds() -> None:
    """Negative ends are told apart from the dash between them."""
    assert (str(Quantity(-3.0)), str(Range(-3.0, 5.0)), str(Range(0.5, 1.25, 2))) == ("−3", "−3 to 5", "0.50–1.25")


def test_no_row_is_cut_between_pages() -> None:
    """A statement of several lines is whole on one page."""
    words = " ".join(["Minimize the likelihood that something goes astray on its way"] * 9)
    rows = tuple(Line((f"begin{number}. {words} end{number}.", str(number))) for number in range(60))
    chapter = Chapter("A", "A finding.", "", tables=(Table("", ("Outcome", "n"), rows),))
    content = pdf_report(FullReport("A", "en", "", "", (), "", (chapter,)))
    pages = [plain(page.extract_text()) for page in PdfReader(io.BytesIO(content)).pages]
    assert len(pages) > 2
    assert [at for at in range(60) if not any(f"begin{at}." in one and f"end{at}." in one for one in pages)] == []
